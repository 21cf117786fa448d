import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMap } from './arbitraries.ts';
import { compareGrid } from './compareGrid.ts';
import type { CardId, LaneId, StepId } from './ids.ts';
import type { JourneyMap } from './journeyMap.ts';

describe('two states, cell by cell', () => {
  it('[S79] a map against itself differs nowhere', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const grid = compareGrid(map, map);
        expect(grid.counts).toEqual({ added: 0, removed: 0, changed: 0, moved: 0 });
        expect([...grid.steps, ...grid.lanes].every(({ change }) => change === 'same')).toBe(true);
      }),
    );
  });

  it('[S79] what is added one way is removed the other way, and every card of both stands somewhere', () => {
    fc.assert(
      fc.property(arbitraryMap(), arbitraryMap(), (a, b) => {
        const there = compareGrid(a, b);
        const back = compareGrid(b, a);
        expect([there.counts.added, there.counts.removed]).toEqual([back.counts.removed, back.counts.added]);
        const shown = new Set(
          there.lanes.flatMap((lane) =>
            there.steps.flatMap((step) =>
              there.cell(lane.record.id, step.record.id).map(({ card }) => card.id),
            ),
          ),
        );
        const placed = [...a.cards, ...b.cards].filter(
          (card) => card.laneId !== undefined && card.stepId !== undefined,
        );
        for (const card of placed) expect(shown.has(card.id)).toBe(true);
      }),
    );
  });

  it('[S79] a moved card stands at its new place and leaves a ghost; a removed step stands where it was', () => {
    const map = fc
      .sample(arbitraryMap(), { seed: 3, numRuns: 200 })
      .find(
        (one) =>
          one.steps.length > 2 &&
          one.lanes.length > 1 &&
          one.cards.some((card) => card.stepId === one.steps[0]!.id && card.laneId === one.lanes[0]!.id),
      )!;
    const card = map.cards.find(
      (each) => each.stepId === map.steps[0]!.id && each.laneId === map.lanes[0]!.id,
    )!;
    const later: JourneyMap = {
      ...map,
      cards: map.cards.map((each) => (each.id === card.id ? { ...each, laneId: map.lanes[1]!.id } : each)),
      steps: map.steps.filter((_, i) => i !== 1),
    };
    const grid = compareGrid(map, later);
    const changeAt = (laneId: LaneId, stepId: StepId, cardId: CardId) =>
      grid.cell(laneId, stepId).find((each) => each.card.id === cardId)?.change;
    expect(changeAt(map.lanes[0]!.id, card.stepId!, card.id)).toBe('movedOut');
    expect(changeAt(map.lanes[1]!.id, card.stepId!, card.id)).toBe('moved');
    expect(grid.steps.map(({ record }) => record.id)).toEqual(map.steps.map(({ id }) => id));
    expect(grid.steps[1]!.change).toBe('removed');
  });
});
