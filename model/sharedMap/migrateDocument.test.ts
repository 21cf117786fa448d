import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fileFormat, migrateFile, type PlainMap } from '../map/fileMigrations.ts';
import { mapFromJson } from '../map/mapJson.ts';
import { mapDocument } from './mapDocument.ts';
import { documentFormat, migrateDocument, needsMigration } from './migrateDocument.ts';
import { createSharedMap } from './sharedMap.ts';
import { secondDocument, secondFile } from './testing/secondFormat.ts';
import { seededRandom } from './testing/seededRandom.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const keptFile = () => JSON.parse(fixture('format1.json').toString('utf8')) as PlainMap;
function keptDocument(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(fixture('format1.yjs')));
  return doc;
}

describe('a file of an older format', () => {
  it('[S65] becomes one of the newest, and what was read is not touched', () => {
    const before = deepFrozen(keptFile());
    const { title, stages, formatVersion, ...rest } = before;
    const { name, stages: after, formatVersion: reached, ...kept } = migrateFile(before, secondFile);
    expect([formatVersion, reached, name]).toEqual([1, 2, title]);
    expect(kept).toEqual(rest);
    const hues = ['red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'violet', 'grey'];
    const { length } = stages as unknown[];
    expect(length).toBeGreaterThan(0);
    expect(after).toEqual(
      (stages as { hue?: number }[]).map(({ hue = 0, ...stage }) => ({ ...stage, hueName: hues[hue] })),
    );
  });

  it('[S65] goes through every version between, each seeing what the one before made', () => {
    const steps = ['a', 'b', 'c'].map((step) => (map: PlainMap) => ({
      ...map,
      seen: [...((map['seen'] as readonly unknown[] | undefined) ?? []), step, map['formatVersion']],
    }));
    const format = { newest: 4, migrations: steps };
    expect(migrateFile({ formatVersion: 1 }, format)).toEqual({
      formatVersion: 4,
      seen: ['a', 1, 'b', 2, 'c', 3],
    });
    expect(migrateFile({ formatVersion: 3 }, format)).toEqual({ formatVersion: 4, seen: ['c', 3] });
    for (const left of [
      { formatVersion: 4 },
      { formatVersion: 9 },
      { formatVersion: '1' },
      {},
      { formatVersion: 0 },
    ])
      expect(migrateFile(left, format)).toBe(left);
    expect(() => migrateFile({ formatVersion: 1 }, { newest: 3, migrations: steps.slice(0, 1) })).toThrow();
  });

  it('[S65] of the second format is refused by a program that knows the first', () => {
    const read = mapFromJson(JSON.stringify(migrateFile(keptFile(), secondFile)));
    expect(read).toMatchObject({ ok: false, error: { type: 'NewerFormat', found: 2 } });
  });
});

describe('a live document of an older format', () => {
  it('[S65] becomes one of the newest in one transaction; a second time changes nothing', () => {
    const doc = keptDocument();
    const title = doc.getMap('map').get('title');
    expect(needsMigration(doc, secondDocument)).toBe(true);
    let updates = 0;
    doc.on('update', () => updates++);
    migrateDocument(doc, secondDocument);
    expect(updates).toBe(1);
    expect(doc.getMap('map').toJSON()).toMatchObject({ formatVersion: 2, name: title });
    expect(doc.getMap('map').has('title')).toBe(false);
    const document = mapDocument(doc);
    for (const id of document.ids('stages'))
      expect(document.bag('stages', id)?.get('hueName')).toEqual(expect.any(String));
    expect(needsMigration(doc, secondDocument)).toBe(false);
    migrateDocument(doc, secondDocument);
    expect(updates).toBe(1);
  });

  it('[S65] migrated by two who do not know of each other is the same document', () => {
    const [one, other] = [keptDocument(), keptDocument()] as const;
    for (const doc of [one, other]) migrateDocument(doc, secondDocument);
    const alone = JSON.stringify(one.getMap('map').toJSON());
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    expect(JSON.stringify(one.getMap('map').toJSON())).toBe(alone);
    expect(other.getMap('stages').toJSON()).toEqual(one.getMap('stages').toJSON());
  });

  it('[S65] cannot be changed any more by a program that knows the first format only, and can be looked at', () => {
    const doc = keptDocument();
    const shared = createSharedMap(doc, { random: seededRandom(1) });
    const { cards } = shared.map();
    migrateDocument(doc, secondDocument);
    expect(shared.readOnly()).toBe('newerFormat');
    expect(shared.run({ type: 'setMap', fields: { title: 'x' } }).ok).toBe(false);
    expect(shared.map().cards).toEqual(cards);
    expect(shared.undo().changed).toBe(false);
  });

  it('[S65] of an empty or foreign document is nothing', () => {
    const doc = new Y.Doc();
    doc.getMap('map').set('formatVersion', 'one');
    expect(needsMigration(doc, secondDocument)).toBe(false);
    migrateDocument(doc, secondDocument);
    expect(doc.getMap('map').toJSON()).toEqual({ formatVersion: 'one' });
  });
});

it('[S65] every step to the newest format has its migrations', () => {
  for (const { newest, migrations } of [fileFormat, documentFormat])
    expect(migrations).toHaveLength(newest - 1);
});

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFrozen(inner);
    Object.freeze(value);
  }
  return value;
}
