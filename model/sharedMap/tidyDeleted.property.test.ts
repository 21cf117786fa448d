import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { arbitraryMap, nastyText } from '../map/arbitraries.ts';
import { checkInvariants } from '../map/invariants.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { createSharedMap } from './sharedMap.ts';
import { mapDocument } from './mapDocument.ts';
import { readMap } from './mapReader.ts';
import { commandMakers } from './testing/commandMakers.ts';
import { withService } from './testing/richMap.ts';
import { seededRandom } from './testing/seededRandom.ts';
import { daysKept, tidyDeleted } from './tidyDeleted.ts';
import { writeMap } from './writeMap.ts';

const names = [...commandMakers.keys()];
const deleting = names.filter((name) => /^(delete|restore|merge|remove)/.test(name));
const choice = fc.record({
  what: fc.oneof(fc.constantFrom(...names), fc.constantFrom(...deleting)),
  a: fc.nat(999),
  b: fc.nat(999),
  c: fc.nat(999),
  text: nastyText,
});
const start = arbitraryMap({ stages: 3, steps: 4, lanes: 4, cards: 10 }).map(withService);

/** Pictures that nothing names go; nothing of them is seen. */
function seen(map: JourneyMap): JourneyMap {
  const used = new Set([...map.cards, ...map.personas].map(({ pictureId }) => pictureId));
  return { ...map, pictures: map.pictures.filter(({ hash }) => used.has(hash)) };
}

it('[S27] taking long deleted records out changes nothing that is seen, and leaves nothing that could go', () => {
  const wentBy: Record<string, number> = {};
  fc.assert(
    fc.property(start, fc.array(choice, { minLength: 3, maxLength: 30 }), (map, choices) => {
      const doc = new Y.Doc();
      writeMap(doc, map, seededRandom(1));
      const shared = createSharedMap(doc, { random: seededRandom(2) });
      for (const { what, ...rest } of choices) {
        const command = commandMakers.get(what)!(shared.map(), rest);
        if (command !== undefined) shared.run(command);
      }
      const document = mapDocument(doc);
      const before = { map: shared.map(), flags: shared.flags() };
      const idsBefore = countOf(doc);
      shared.tidy(1_000);
      expect(shared.map()).toEqual(before.map);
      shared.tidy(1_000 + daysKept);
      expect(seen(shared.map())).toEqual(seen(before.map));
      expect(shared.flags()).toEqual(before.flags);
      expect(seen(readMap(doc))).toEqual(seen(before.map));
      for (const [collection, count] of Object.entries(idsBefore)) {
        const went = count - countOf(doc)[collection]!;
        if (went > 0) wentBy[collection] = (wentBy[collection] ?? 0) + went;
      }
      // A second look finds nothing more, however late.
      tidyDeleted(document, 2_000);
      expect(tidyDeleted(document, 3_000)).toBe(0);
      while (shared.canUndo()) shared.undo();
      expect(checkInvariants(shared.map())).toEqual([]);
    }),
    { seed: 7, numRuns: 70 },
  );
  for (const collection of ['stages', 'steps', 'lanes', 'cards', 'emotions', 'nodes', 'plans', 'pictures'])
    expect(wentBy[collection] ?? 0, collection).toBeGreaterThan(0);
});

/** Names of everything that stands in each collection; those of flat ones are their keys. */
function countOf(doc: Y.Doc): Record<string, number> {
  const names = ['stages', 'steps', 'lanes', 'cards', 'emotions', 'nodes', 'plans', 'pictures'];
  return Object.fromEntries(names.map((name) => [name, doc.getMap(name).size]));
}
