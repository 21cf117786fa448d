import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { assert } from '../assert.ts';
import { arbitraryMap } from '../map/arbitraries.ts';
import { checkInvariants } from '../map/invariants.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { lanesWithoutCards } from '../map/lane.ts';
import { copyTracks, readTracks, type TrackChoice } from './copiedTracks.ts';
import { createSharedMap } from './sharedMap.ts';
import { seededRandom } from './testing/seededRandom.ts';
import { writeMap } from './writeMap.ts';

function opened(map: JourneyMap, seed = 1) {
  const doc = new Y.Doc();
  writeMap(doc, map, seededRandom(seed));
  return createSharedMap(doc, { random: seededRandom(seed + 1) });
}

/** Texts of the cards in a column or row, lane by lane or step by step. */
const textsOf = (map: JourneyMap, holds: (card: JourneyMap['cards'][number]) => boolean) =>
  map.cards
    .filter((card) => holds(card) && card.laneId !== undefined && card.stepId !== undefined)
    .map(({ text }) => text)
    .sort();

describe('copied stages, steps and lanes', () => {
  it('[S84] a stage pasted into its own map is a second one with the same steps and cards', () => {
    fc.assert(
      fc.property(arbitraryMap(), fc.nat(), (map, n) => {
        const shared = opened(map);
        const stage = shared.map().stages[n % Math.max(1, map.stages.length)];
        fc.pre(stage !== undefined);
        const before = shared.map();
        const tracks = copyTracks(before, { kind: 'stages', ids: [stage.id] });
        const done = shared.run({ type: 'pasteTracks', tracks });
        assert(done.ok, 'a copied stage can be pasted');
        const after = shared.map();
        const copy = after.stages.at(-1)!;
        expect(copy).toEqual({ ...stage, id: copy.id });
        const steps = (of: JourneyMap, id: string) => of.steps.filter((step) => step.stageId === id);
        expect(steps(after, copy.id).map(({ title }) => title)).toEqual(
          steps(before, stage.id).map(({ title }) => title),
        );
        const lanes = new Set(
          before.lanes.filter(({ kind }) => !lanesWithoutCards.has(kind)).map(({ id }) => id),
        );
        const within = (of: JourneyMap, id: string, known: ReadonlySet<string>) => {
          const ids = new Set<string>(steps(of, id).map((step) => step.id));
          return textsOf(of, (card) => ids.has(card.stepId ?? '') && known.has(card.laneId ?? ''));
        };
        expect(within(after, copy.id, lanes)).toEqual(within(before, stage.id, lanes));
        // No lane is made twice, and one undo takes all of it back.
        expect(after.lanes).toEqual(before.lanes);
        expect(checkInvariants(after)).toEqual([]);
        shared.undo();
        expect(shared.map()).toEqual(before);
      }),
    );
  });

  it('[S84] a step brings the lanes that the other map lacks; a lane puts what finds no step into the tray', () => {
    fc.assert(
      fc.property(arbitraryMap(), arbitraryMap(), fc.nat(), (from, to, n) => {
        const source = opened(from).map();
        const step = source.steps[n % Math.max(1, source.steps.length)];
        const lane = source.lanes[n % Math.max(1, source.lanes.length)];
        const target = opened(to, 7);
        const stage = target.map().stages[0];
        fc.pre(step !== undefined && lane !== undefined && stage !== undefined);
        const cardsBefore = target.map().cards.length;
        const paste = (choice: TrackChoice) => {
          const tracks = readTracks(JSON.stringify(copyTracks(source, choice)));
          assert(tracks !== undefined, 'what we copy can be read');
          const done = target.run({ type: 'pasteTracks', tracks, stageId: stage.id });
          assert(done.ok, 'it can be pasted');
          return tracks.cells.reduce((sum, cell) => sum + cell.cards.length, 0);
        };
        const count = paste({ kind: 'steps', ids: [step.id] }) + paste({ kind: 'lanes', ids: [lane.id] });
        expect(target.map().cards).toHaveLength(cardsBefore + count);
        expect(checkInvariants(target.map())).toEqual([]);
      }),
    );
  });

  it('[S83] tracks that name places they do not have, or anything else, are refused', () => {
    const good = {
      throughlineTracks: 1,
      kind: 'steps',
      stages: [],
      steps: [{ title: 'a' }],
      lanes: [],
      cells: [],
    };
    expect(readTracks(JSON.stringify(good))).toBeDefined();
    for (const bad of [
      { ...good, cells: [{ lane: 0, step: 0, cards: [{ text: 'x' }] }] },
      { ...good, steps: [{ title: 'a', stage: 0 }] },
      { ...good, kind: 'stages' },
      { ...good, steps: [{ title: 7 }] },
      { ...good, extra: true },
    ])
      expect(readTracks(JSON.stringify(bad))).toBeUndefined();
    expect(readTracks('{')).toBeUndefined();
  });
});
