import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assert as ensure } from '../assert.ts';
import { arbitraryMap } from '../map/arbitraries.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { parseMap } from '../map/mapJson.ts';
import { layoutMap } from './layoutMap.ts';
import type { LayoutOptions } from './layoutOptions.ts';
import { layoutSizes as sizes } from './layoutSizes.ts';
import type { Box, CardBox, MapLayout } from './mapLayout.ts';
import { createTextMeasure } from './textMeasure.ts';

const options: LayoutOptions = {
  measure: createTextMeasure((text) => text.length * 0.5),
  describeMeasurement: (measurement, plan) => ({
    title: measurement.metric,
    value: String(measurement.value),
    unit: '%',
    plan: plan === undefined ? undefined : String(plan),
    targetState: undefined,
  }),
};

function mapOf(parts: object): JourneyMap {
  const read = parseMap({
    formatVersion: 1,
    id: 'map_x',
    title: 'X',
    language: 'en',
    stages: [
      { id: 'stage_a', title: 'A' },
      { id: 'stage_b', title: 'B', hue: 1 },
    ],
    steps: ['a', 'b', 'c'].map((id) => ({ id: `step_${id}`, stageId: 'stage_a', title: id })),
    lanes: [
      { id: 'lane_c', kind: 'customerActions', role: 'customer', title: 'Customer' },
      { id: 'lane_f', kind: 'frontstagePeople', role: 'frontstage', title: 'Frontstage' },
      { id: 'lane_e', kind: 'emotion', title: 'Emotion' },
    ],
    ...parts,
  });
  ensure(read.ok, read.ok ? '' : JSON.stringify(read.error));
  return read.value;
}

const boxesOf = (layout: MapLayout): readonly (Box & Pick<CardBox, 'cardId'>)[] =>
  layout.rows.flatMap((row) => row.content.cards.map((card) => ({ ...card, y: card.y + row.y })));

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('where a map stands', () => {
  it('[L1] steps stand from left to right under the band of their stage, each as wide as it says', () => {
    const map = mapOf({
      steps: [
        { id: 'step_a', stageId: 'stage_a', title: 'a' },
        { id: 'step_b', stageId: 'stage_a', title: 'b', width: 300 },
        { id: 'step_c', stageId: 'stage_b', title: 'c' },
      ],
    });
    const { columns, stages, grid } = layoutMap(map, options);
    expect(columns.map(({ x, width }) => [x, width])).toEqual([
      [grid.x, sizes.stepWidth],
      [grid.x + sizes.stepWidth, 300],
      [grid.x + sizes.stepWidth + 300, sizes.stepWidth],
    ]);
    expect(stages.map((stage) => stage.columns)).toEqual([
      { first: 0, last: 1 },
      { first: 2, last: 2 },
    ]);
  });

  it('[L2] a stage without steps stands over an empty place', () => {
    const { stages, grid } = layoutMap(
      mapOf({ stages: [{ id: 'stage_z', title: 'Z' }], steps: [] }),
      options,
    );
    expect(stages[0]?.columns).toBeUndefined();
    expect(stages[0]?.width).toBe(sizes.stepWidth - sizes.stageGap);
    expect(grid.right).toBe(grid.x + sizes.stepWidth);
  });

  it('[L3] cards of a map never overlap, lie in their row and columns and keep their order', () => {
    fc.assert(
      fc.property(arbitraryMap({ cards: 30 }), fc.array(fc.integer({ min: 1, max: 3 })), (plain, spans) => {
        const map = {
          ...plain,
          cards: plain.cards.map((card, i) => {
            const place = plain.steps.findIndex((step) => step.id === card.stepId);
            return { ...card, span: place < 0 ? 1 : Math.min(spans[i] ?? 1, plain.steps.length - place) };
          }),
        };
        const layout = layoutMap(map, options);
        const boxes = boxesOf(layout);
        boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(overlap(a, b)).toBe(false)));
        for (const row of layout.rows) {
          const shown = row.content.collapsed
            ? 0
            : map.cards.filter((card) => card.laneId === row.laneId).length;
          expect(row.content.cards).toHaveLength(shown);
          for (const card of row.content.cards) {
            expect(card.y).toBeGreaterThanOrEqual(sizes.cellPadding);
            expect(card.y + card.height).toBeLessThanOrEqual(row.height - sizes.cellPadding);
            expect(card.x).toBe((layout.columns[card.column]?.x ?? 0) + sizes.cellPadding);
            for (const line of card.text.lines)
              expect(card.text.x + line.width).toBeLessThanOrEqual(card.width - sizes.cardPaddingX + 13);
          }
          for (const cell of row.content.cells) {
            const order = map.cards.filter(
              (card) => card.laneId === row.laneId && card.stepId === cell.stepId,
            );
            expect(cell.cardIds).toEqual(order.map((card) => card.id));
          }
        }
      }),
    );
  });

  it('[L4] an edit of one card keeps every other row and every other card as they were', () => {
    const cards = ['a', 'b', 'c'].map((id) => ({
      id: `card_${id}`,
      laneId: id === 'c' ? 'lane_f' : 'lane_c',
      stepId: `step_${id}`,
      text: id,
    }));
    const map = mapOf({ cards });
    const before = layoutMap(map, options);
    const longer = map.cards.map((card, i) => (i === 0 ? { ...card, text: 'word '.repeat(90) } : card));
    const after = layoutMap({ ...map, cards: longer }, options, before);
    expect(after.columns).toBe(before.columns);
    expect(after.rows[0]?.content).not.toBe(before.rows[0]?.content);
    expect(after.rows[0]?.content.cards[1]?.text).toBe(before.rows[0]?.content.cards[1]?.text);
    expect(after.rows[1]?.content).toBe(before.rows[1]?.content);
    expect(after.rows[1]?.y).toBeGreaterThan(before.rows[1]?.y ?? 0);
    const [first, ...others] = map.cards;
    ensure(first !== undefined, 'the example has cards');
    const sameHeight = layoutMap({ ...map, cards: [{ ...first, text: 'x' }, ...others] }, options, before);
    expect(sameHeight.rows[1]).toBe(before.rows[1]);
    expect(sameHeight.rows[0]?.content.cards[1]).toBe(before.rows[0]?.content.cards[1]);
    const cells = before.rows[0]?.content.cells;
    expect(sameHeight.rows[0]?.content.cells.map((cell, i) => cell === cells?.[i])).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('[L5] laying out from a previous layout gives what a fresh one gives', () => {
    fc.assert(
      fc.property(arbitraryMap(), arbitraryMap(), (first, second) => {
        const previous = layoutMap(first, options);
        expect(layoutMap(second, options, previous)).toEqual(layoutMap(second, options));
        const mixed = { ...first, cards: first.cards.slice(1), lanes: first.lanes.toReversed() };
        expect(layoutMap(mixed, options, previous)).toEqual(layoutMap(mixed, options));
      }),
    );
  });

  it('[L6] a card over several steps covers their columns and pushes down what stands below it', () => {
    const map = mapOf({
      cards: [
        { id: 'card_wide', laneId: 'lane_c', stepId: 'step_a', span: 3, text: 'wide' },
        { id: 'card_b', laneId: 'lane_c', stepId: 'step_b', text: 'b' },
      ],
    });
    const [wide, b] = boxesOf(layoutMap(map, options));
    expect(wide?.width).toBe(3 * sizes.stepWidth - 2 * sizes.cellPadding);
    expect(b?.y).toBe((wide?.y ?? 0) + (wide?.height ?? 0) + sizes.cardGap);
  });

  it('[L7] the journey view leaves out what the customer never sees and draws no blueprint lines', () => {
    const map = mapOf({
      lanes: [
        { id: 'lane_c', kind: 'customerActions', role: 'customer', title: 'c' },
        { id: 'lane_b', kind: 'backstagePeople', role: 'backstage', title: 'b' },
        { id: 'lane_m', kind: 'metrics', title: 'm' },
      ],
    });
    const journey = layoutMap(map, { ...options, show: { view: 'journey' } });
    expect(journey.rows.map((row) => row.laneId)).toEqual(['lane_c', 'lane_m']);
    expect(journey.lines).toEqual([]);
    expect(layoutMap(map, options).lines[0]?.kinds).toEqual(['interaction', 'visibility']);
  });

  it('[L16] the blueprint line below the last lane of a page stands at its lower end', () => {
    const map = mapOf({});
    const whole = layoutMap(map, options);
    const show = (id: string) => ({ show: { pageLaneIds: new Set([id as JourneyMap['lanes'][0]['id']]) } });
    const [above, below] = ['lane_c', 'lane_f'].map((id) => layoutMap(map, { ...options, ...show(id) }));
    expect(above?.lines).toEqual(whole.lines);
    expect(above?.height).toBeGreaterThan(above?.lines[0]?.y ?? Infinity);
    expect(below?.lines).toEqual([]);
    expect([above, below].map((layout) => layout?.rows.map((row) => [row.laneId, row.index]))).toEqual([
      [['lane_c', 0]],
      [['lane_f', 0]],
    ]);
  });

  it('[L8] connectors run straight along or down, from card to card, and never across another card', () => {
    fc.assert(
      fc.property(arbitraryMap({ cards: 24, steps: 5, lanes: 5 }), (map) => {
        const layout = layoutMap(map, options);
        const boxes = boxesOf(layout);
        for (const route of layout.connectors) {
          route.points.forEach((a, i) => {
            const b = route.points[i + 1];
            if (b === undefined) return;
            expect(a.x === b.x || a.y === b.y).toBe(true);
            const stroke = {
              x: Math.min(a.x, b.x),
              y: Math.min(a.y, b.y),
              width: Math.abs(a.x - b.x) || 0.01,
              height: Math.abs(a.y - b.y) || 0.01,
            };
            for (const box of boxes) expect(overlap(stroke, box)).toBe(false);
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});
