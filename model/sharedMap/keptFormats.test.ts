import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { assert } from '../assert.ts';
import { newestFormatVersion } from '../map/journeyMap.ts';
import { mapFromJson, mapToJson } from '../map/mapJson.ts';
import { readMap } from './mapReader.ts';
import { createSharedMap } from './sharedMap.ts';
import { seededRandom } from './testing/seededRandom.ts';

/**
 * One map of every format version, as a file and as a shared document with deletions and edits in it, written by the
 * first program of that version and never changed since.
 */
const kept = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

const versions = Array.from({ length: newestFormatVersion }, (_, i) => i + 1);

describe.each(versions)('what the first program of format %d wrote', (version) => {
  const file = kept(`format${version}.json`).toString('utf8');
  const state = new Uint8Array(kept(`format${version}.yjs`));

  it('[S64] opens as a file', () => {
    const read = mapFromJson(file);
    assert(read.ok, 'the file is a map');
    // The newest format is written as it was.
    if (version === newestFormatVersion) expect(mapToJson(read.value)).toBe(file);
  });

  it('[S64] opens as a shared document with the same content, nothing flagged and nothing rewritten', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    const shared = createSharedMap(doc, { random: seededRandom(1) });
    const read = mapFromJson(file);
    assert(read.ok, 'the file is a map');
    expect(shared.map()).toEqual(read.value);
    expect(shared.flags()).toEqual([]);
    const unread = new Y.Doc();
    Y.applyUpdate(unread, state);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(unread));

    expect(shared.run({ type: 'setMap', fields: { title: 'Worked on' } }).ok).toBe(true);
    shared.undo();
    expect(readMap(doc)).toEqual(read.value);
  });
});
