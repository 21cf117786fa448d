import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { arbitraryMap, nastyText } from '../map/arbitraries.ts';
import { compareGrid } from '../map/compareGrid.ts';
import { compareMaps } from '../map/compareMaps.ts';
import { createSharedMap } from './sharedMap.ts';
import { commandMakers } from './testing/commandMakers.ts';
import { withService } from './testing/richMap.ts';
import { seededRandom } from './testing/seededRandom.ts';
import { writeMap } from './writeMap.ts';

const names = [...commandMakers.keys()];
const choices = fc.array(
  fc.record({
    what: fc.nat(names.length - 1),
    a: fc.nat(999),
    b: fc.nat(999),
    c: fc.nat(999),
    text: nastyText,
  }),
  { minLength: 5, maxLength: 30 },
);
const start = arbitraryMap({ stages: 3, steps: 4, lanes: 4, cards: 10 }).map(withService);

function open(map: Parameters<typeof writeMap>[1]) {
  const doc = new Y.Doc();
  writeMap(doc, map, seededRandom(1));
  return createSharedMap(doc, { random: seededRandom(2) });
}

describe('versions of a map', () => {
  it('[S70] restoring an earlier state leaves no difference to it, and one undo takes the restoring back', () => {
    let differed = 0;
    fc.assert(
      fc.property(start, choices, (map, acts) => {
        const shared = open(map);
        const version = shared.map();
        for (const { what, ...choice } of acts) {
          const command = commandMakers.get(names[what]!)!(shared.map(), choice);
          if (command !== undefined) shared.run(command);
        }
        const present = shared.map();
        if (compareMaps(version, present).length > 0) differed++;
        shared.run({ type: 'restoreMap', map: version });
        expect(compareMaps(version, shared.map())).toEqual([]);
        if (shared.map() === present) return;
        shared.undo();
        expect(compareMaps(present, shared.map())).toEqual([]);
      }),
    );
    expect(differed).toBeGreaterThan(50);
  });

  it('[S71] the difference of two states names each cell and field that changed, and nothing else', () => {
    const sample = fc
      .sample(start, { seed: 3, numRuns: 20 })
      .find((map) => map.cards.some((card) => card.stepId !== undefined))!;
    const shared = open(sample);
    const before = shared.map();
    const card = before.cards.find((one) => one.stepId !== undefined)!;
    shared.run({ type: 'setFields', collection: 'cards', ids: [card.id], fields: { text: 'other words' } });
    shared.run({ type: 'setMap', fields: { scope: { goal: 'A goal' } } });
    const to = { laneId: before.lanes.at(-1)!.id, stepId: before.steps.at(-1)!.id };
    const made = shared.run({ type: 'insertCards', cards: [{ text: 'new' }], to });
    const id = made.ok ? made.value.created[0]! : '';
    const after = shared.map();
    expect(compareMaps(before, after).map(({ type, id: of, fields }) => [type, of, fields])).toEqual([
      ['changed', before.id, ['scope']],
      ['changed', card.id, ['text']],
      ['added', id, []],
    ]);
    const grid = compareGrid(before, after);
    const changed = after.lanes.flatMap((lane) =>
      after.steps.flatMap((step) => grid.cell(lane.id, step.id).filter((one) => one.change !== 'same')),
    );
    expect(changed).toHaveLength(2);
    expect(changed).toContainEqual({
      card: after.cards.find((one) => one.id === card.id),
      change: 'changed',
      before: card,
    });
    expect(changed).toContainEqual({ card: after.cards.find((one) => one.id === id), change: 'added' });
  });
});
