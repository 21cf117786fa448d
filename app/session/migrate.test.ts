import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { assert } from '../../model/assert.ts';
import type { MapId } from '../../model/map/ids.ts';
import { emptyMap } from '../../model/map/journeyMap.ts';
import type { DocumentFormat } from '../../model/sharedMap/migrateDocument.ts';
import { type Device, openDevice } from './device.ts';
import { readDocument } from './keepDocument.ts';
import { when } from './observable.ts';
import { type OpenedMap, openMap } from './openMap.ts';

/** A second format, of this test: the title of a map is called `name`. */
const second: DocumentFormat = {
  newest: 2,
  migrations: [
    ({ top }) => {
      top.set('name', top.get('title'));
      top.remove('title');
    },
  ],
};

const me = { id: 'p', name: 'P', colour: 0 };
let device: Device;
afterEach(() => {
  device.maps.close();
  device.database.close();
});

async function madeMap(databaseName: string): Promise<MapId> {
  const words = { summarise: () => 0, me: () => me, titleOfCopy: (title: string) => title };
  device = openDevice({ ...words, databaseName });
  const made = await device.maps.create(emptyMap('map_x' as MapId, 'en', 'Older'));
  assert(made.ok, 'the map is stored');
  return made.value;
}

const openWithSecond = (id: MapId): OpenedMap =>
  openMap({
    database: device.database,
    id,
    random: Math.random,
    now: () => 1,
    summarise: () => 0,
    me,
    titleOfCopy: (title) => title,
    documentFormat: second,
  });

const topOf = (doc: Y.Doc | undefined) => doc?.getMap('map').toJSON();

it('[S65] a map of this device is kept as a version, then migrated and stored; once', async () => {
  const id = await madeMap('S65');
  for (let i = 0; i < 2; i++) {
    const opened = openWithSecond(id);
    await when(opened.content, (content) => content === 'ready');
    await opened.close();
  }
  expect(topOf(await readDocument(device.database, id))).toMatchObject({ formatVersion: 2, name: 'Older' });
  const versions = await device.database.versions.toArray();
  expect(versions.map(({ kind }) => kind)).toEqual(['beforeMigration']);
  const old = new Y.Doc();
  Y.applyUpdate(old, versions[0]!.state);
  expect(topOf(old)).toMatchObject({ formatVersion: 1, title: 'Older' });
});

it('[S65] what cannot be kept as a version is not migrated, and can be looked at only', async () => {
  const id = await madeMap('S65 full');
  device.database.versions.hook('creating', () => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  const opened = openWithSecond(id);
  await when(opened.content, (content) => content === 'ready');
  expect(opened.shared.readOnly()).toBe('viewer');
  expect(opened.shared.run({ type: 'setMap', fields: { title: 'x' } }).ok).toBe(false);
  expect(opened.shared.map().title).toBe('Older');
  await opened.close();
  expect(topOf(await readDocument(device.database, id))).toMatchObject({ formatVersion: 1, title: 'Older' });
});

it('[S65] a map of a server waits for the server to migrate it', async () => {
  const id = await madeMap('S65 server');
  await device.database.maps.update(id, { onServer: true });
  const opened = openWithSecond(id);
  await when(opened.content, (content) => content === 'ready');
  expect(opened.shared.readOnly()).toBe('viewer');
  await opened.close();
  expect(await device.database.versions.count()).toBe(0);
});
