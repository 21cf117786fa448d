import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { assert } from '../../model/assert.ts';
import type { MapId } from '../../model/map/ids.ts';
import { emptyMap } from '../../model/map/journeyMap.ts';
import { writeMap } from '../../model/sharedMap/writeMap.ts';
import { type Device, openDevice } from './device.ts';
import { secureRandom } from './secureRandom.ts';
import { joinUpdates, keepDocument } from './keepDocument.ts';
import { when } from './observable.ts';
import { keepRecoveredCopy } from './recoveredCopy.ts';

const devices: Device[] = [];

function freshDevice(databaseName: string, server?: string): Device {
  const device = openDevice({
    summarise: (map) => map.cards.length,
    me: () => ({ id: 'p', name: 'P', colour: 0 }),
    titleOfCopy: (title) => `Recovered copy of ${title}`,
    databaseName,
    ...(server === undefined ? {} : { server }),
  });
  devices.push(device);
  return device;
}

afterEach(() => {
  for (const device of devices.splice(0)) {
    device.maps.close();
    device.database.close();
  }
});

const blank = emptyMap('map_x' as MapId, 'en', 'Blank');

describe('maps on this device', () => {
  it('[S50] a map made here opens again with what was written in it, without any server', async () => {
    const device = freshDevice('S50');
    const made = await device.maps.create(blank);
    assert(made.ok, 'the map is stored');
    const first = device.open(made.value);
    await when(first.content, (content) => content === 'ready');
    expect(first.shared.map()).toEqual({ ...blank, id: made.value });
    first.shared.run({ type: 'insertStages', stages: [{ title: 'One' }] });
    expect(first.saved.get()).toEqual({ kind: 'saving' });
    await when(first.saved, (saved) => saved.kind === 'savedOnDevice');
    await first.close();

    const again = device.open(made.value);
    await when(again.content, (content) => content === 'ready');
    expect(again.shared.map().stages).toMatchObject([{ title: 'One' }]);
    expect(again.saved.get()).toEqual({ kind: 'savedOnDevice', server: 'none' });
    await again.close();
  });

  it('[S59] pictures of a file stand once on the device, go back into files, and go with the last map that shows them', async () => {
    const device = freshDevice('S59');
    const hash = '4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6';
    const picture = { hash, mime: 'image/png', width: 1, height: 1, alt: '', bytes: 'iVBORw0KGgo=' } as const;
    const made = await device.maps.create({ ...blank, pictures: [picture] });
    assert(made.ok, 'the map is stored');
    const read = await device.maps.read(made.value);
    expect(read!.pictures).toEqual([picture]);
    const copy = await device.maps.create(read!);
    assert(copy.ok, 'the copy is stored');
    expect(await device.database.pictures.count()).toBe(1);
    await device.maps.forget(made.value);
    expect((await device.maps.read(copy.value))!.pictures).toEqual([picture]);
    await device.maps.forget(copy.value);
    expect(await device.database.pictures.count()).toBe(0);
  });

  it('[S51] the library lists maps with their titles, renames them, and takes them out of the trash again', async () => {
    const device = freshDevice('S51');
    const made = await device.maps.create(blank);
    assert(made.ok, 'the map is stored');
    const entry = async (holds: (map: { title: string; deletedAt?: number }) => boolean) =>
      (await when(device.maps.list, (list) => list?.[0] !== undefined && holds(list[0])))?.[0];
    expect(await entry(() => true)).toMatchObject({
      title: 'Blank',
      summary: 0,
      onServer: false,
      role: 'owner',
    });
    await device.maps.rename(made.value, '改名');
    await entry((map) => map.title === '改名');
    expect((await device.maps.read(made.value))?.title).toBe('改名');
    await device.maps.trash(made.value);
    await entry((map) => map.deletedAt !== undefined);
    await device.maps.takeBack(made.value);
    await entry((map) => map.deletedAt === undefined);
  });

  it('[S52] a map that this device does not have is absent', async () => {
    const opened = freshDevice('S52').open('map_unknown' as MapId);
    await when(opened.content, (content) => content === 'absent');
    await opened.close();
  });

  it('[S66] a map that came from a server stays one of the server, also when the connection is lost at once', async () => {
    // Nothing listens there.
    const device = freshDevice('S66', 'http://127.0.0.1:9');
    const fetched = new Y.Doc();
    writeMap(fetched, blank, secureRandom);
    await device.database.updates.add({ documentId: blank.id, bytes: Y.encodeStateAsUpdate(fetched) });
    const first = device.open(blank.id);
    await when(first.saved, (saved) => saved.kind === 'savedOnDevice' && saved.server === 'offline');
    first.shared.run({ type: 'insertStages', stages: [{ title: 'One' }] });
    await first.close();
    expect(await device.database.maps.get(blank.id)).toMatchObject({ onServer: true });

    const again = device.open(blank.id);
    await when(again.saved, (saved) => saved.kind === 'savedOnDevice' && saved.server === 'offline');
    await again.close();
  });
});

describe('versions on this device', () => {
  it('[S72] a kept version is listed, read, named and restored; what was there before is kept as a version too', async () => {
    const device = freshDevice('S72');
    const made = await device.maps.create(blank);
    assert(made.ok, 'the map is stored');
    const opened = device.open(made.value);
    await when(opened.content, (content) => content === 'ready');
    const id = await opened.versions.keep('named', 'Before the workshop');
    opened.shared.run({ type: 'insertStages', stages: [{ title: 'Later' }] });
    expect(await opened.versions.restore(id)).toBe(true);
    expect(opened.shared.map().stages).toEqual([]);
    expect(await opened.versions.list()).toMatchObject([
      { kind: 'beforeRestore' },
      { kind: 'named', label: 'Before the workshop' },
    ]);
    opened.shared.undo();
    expect(opened.shared.map().stages).toMatchObject([{ title: 'Later' }]);
    expect(await opened.versions.restore('version_none')).toBe(false);
    await opened.close();
  });
});

describe('a map whose content the owner replaced', () => {
  const recover = (device: Device, id: MapId, storedUnder: string) =>
    keepRecoveredCopy({
      database: device.database,
      id,
      storedUnder,
      titleOfCopy: (title) => `Recovered copy of ${title}`,
      random: secureRandom,
      now: () => 7,
    });

  it('[S57] is kept as one recovered copy, with what every tab still writes; the map itself begins anew', async () => {
    const device = freshDevice('S57');
    const made = await device.maps.create(blank);
    assert(made.ok, 'the map is stored');
    const [one, two] = [device.open(made.value), device.open(made.value)];
    for (const tab of [one, two]) await when(tab.content, (content) => content === 'ready');
    one.shared.run({ type: 'insertStages', stages: [{ title: 'Of the first tab' }] });
    await when(one.saved, (saved) => saved.kind === 'savedOnDevice');

    const copy = await recover(device, made.value, made.value);
    assert(copy !== undefined, 'a copy is kept');
    expect(copy.title).toBe('Recovered copy of Blank');
    expect(await device.maps.read(made.value)).toBeUndefined();
    // The second tab does not know yet: what it writes goes to the copy, and it makes no second one.
    two.shared.run({ type: 'insertStages', stages: [{ title: 'Of the second tab' }] });
    await two.close();
    await one.close();
    expect(await recover(device, made.value, made.value)).toEqual(copy);
    const kept = await device.maps.read(copy.id);
    expect(kept?.stages.map((stage) => stage.title).sort()).toEqual([
      'Of the first tab',
      'Of the second tab',
    ]);
    expect(kept).toMatchObject({ id: copy.id, title: copy.title });
    expect(await device.database.maps.get(copy.id)).toMatchObject({
      recoveredFrom: made.value,
      role: 'owner',
      onServer: false,
    });
    expect(await device.database.maps.count()).toBe(2);

    // New content of the map, and forgetting it, leave the copy alone.
    const anew = keepDocument(device.database, made.value, new Y.Doc());
    await anew.loaded;
    expect(await anew.storedUnder()).not.toBe(made.value);
    await anew.close();
    await device.maps.forget(made.value);
    expect(await device.maps.read(made.value)).toBeUndefined();
    expect((await device.maps.read(copy.id))?.stages).toHaveLength(2);
  });

  it('[S57] leaves nothing behind of a map that this person could only look at', async () => {
    const device = freshDevice('S57 viewer');
    const made = await device.maps.create(blank);
    assert(made.ok, 'the map is stored');
    await device.database.maps.update(made.value, { role: 'viewer', onServer: true });
    expect(await recover(device, made.value, made.value)).toBeUndefined();
    expect(await device.database.updates.count()).toBe(0);
    expect(await device.database.maps.count()).toBe(1);
  });
});

describe('the store of documents', () => {
  it('[S53] an edit made before the stored copy is loaded is kept', async () => {
    const { database } = freshDevice('S53');
    const doc = new Y.Doc();
    doc.getMap('m').set('before', 1);
    const kept = keepDocument(database, 'd', doc);
    doc.getMap('m').set('while', 2);
    await kept.loaded;
    doc.getMap('m').set('after', 3);
    await kept.close();
    const read = new Y.Doc();
    const again = keepDocument(database, 'd', read);
    await again.loaded;
    expect(read.getMap('m').toJSON()).toEqual({ before: 1, while: 2, after: 3 });
    await again.close();
  });

  it('[S54] two tabs with the same document see each other without a server', async () => {
    const { database } = freshDevice('S54');
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    const keptOne = keepDocument(database, 'd', one);
    const keptTwo = keepDocument(database, 'd', two);
    await Promise.all([keptOne.loaded, keptTwo.loaded]);
    const seen = new Promise<void>((resolve) => two.on('update', () => resolve()));
    one.getMap('m').set('a', 1);
    await seen;
    expect(two.getMap('m').get('a')).toBe(1);
    await Promise.all([keptOne.close(), keptTwo.close()]);
    expect(await database.updates.count()).toBe(1);
  });

  it('[S55] joining the stored updates keeps their content', async () => {
    const { database } = freshDevice('S55');
    const doc = new Y.Doc();
    const kept = keepDocument(database, 'd', doc);
    await kept.loaded;
    for (let i = 0; i < 5; i++) {
      doc.getMap('m').set(`k${i}`, i);
      await kept.flush();
    }
    await joinUpdates(database, 'd');
    expect(await database.updates.count()).toBe(1);
    await kept.close();
    const read = new Y.Doc();
    const again = keepDocument(database, 'd', read);
    await again.loaded;
    expect(Object.keys(read.getMap('m').toJSON())).toHaveLength(5);
    await again.close();
  });

  it('[S56] a device that cannot store says so and keeps trying with what is pending', async () => {
    const { database } = freshDevice('S56');
    const doc = new Y.Doc();
    const kept = keepDocument(database, 'd', doc);
    await kept.loaded;
    database.close();
    doc.getMap('m').set('a', 1);
    await kept.flush();
    expect(kept.state.get()).toMatchObject({ pending: true, error: { type: expect.any(String) } });
    await database.open();
    await kept.flush();
    expect(kept.state.get()).toMatchObject({ pending: false, error: undefined });
    expect(await database.updates.count()).toBe(1);
    await kept.close();
  });
});
