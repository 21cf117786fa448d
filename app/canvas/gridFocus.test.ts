import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { mapFromTemplate } from '../../model/map/mapFromTemplate.ts';
import { journeyTemplates } from '../../templates/journeys/journeyTemplates.ts';
import {
  type Direction,
  firstFocus,
  focusKey,
  focusThatExists,
  type GridFocus,
  moveFocus,
} from './gridFocus.ts';

const wrongParcel = (): JourneyMap => {
  const read = mapFromTemplate(journeyTemplates[0]!.content, 'en', 'map_x' as JourneyMap['id']);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

/** Parts of the template: some of its steps, lanes and cards. */
const arbitraryPart = fc.constant(wrongParcel()).chain((map) =>
  fc
    .record({
      steps: fc.subarray([...map.steps]),
      lanes: fc.subarray([...map.lanes]),
      cards: fc.subarray([...map.cards]),
    })
    .map(({ steps, lanes, cards }) => ({
      ...map,
      steps,
      lanes,
      cards: cards.filter(
        (card) =>
          steps.some((step) => step.id === card.stepId) && lanes.some((lane) => lane.id === card.laneId),
      ),
    })),
);

const walk = (map: JourneyMap, start: GridFocus, ...directions: readonly Direction[]): readonly string[] => {
  let focus = start;
  return directions.map((direction) => {
    focus = moveFocus(map, focus, direction);
    return focusKey(focus);
  });
};

const cardOf = (map: JourneyMap, text: string): GridFocus => ({
  kind: 'card',
  cardId: map.cards.find((card) => card.text.startsWith(text))!.id,
});

describe('moving through the grid by keyboard', () => {
  it('[C5] goes from a cell up to its step and its stage, and sideways to the lane title', () => {
    const map = wrongParcel();
    const first = firstFocus(map)!;
    expect(walk(map, first, 'up', 'up', 'up', 'right', 'down', 'down')).toEqual([
      map.steps[0]!.id,
      map.stages[0]!.id,
      map.stages[0]!.id,
      map.stages[1]!.id,
      map.steps[2]!.id,
      focusKey(cardOf(map, 'Sign-in page')),
    ]);
    expect(walk(map, first, 'left', 'left', 'down')).toEqual([
      map.lanes[0]!.id,
      map.lanes[0]!.id,
      map.lanes[1]!.id,
    ]);
  });

  it('[C5] goes through the cards of a cell before it leaves the cell', () => {
    const map = wrongParcel();
    const [agent, phone] = ['Agent checks', 'Phone and e-mail'].map((text) => cardOf(map, text));
    expect(walk(map, agent!, 'down', 'up')).toEqual([focusKey(phone!), focusKey(agent!)]);
    const below = moveFocus(map, phone!, 'down');
    expect(focusKey(moveFocus(map, below, 'up'))).toBe(focusKey(phone!));
  });

  it('[C5] every move in every map ends at a place that the map has', () => {
    const directions = fc.array(
      fc.constantFrom<Direction>('up', 'down', 'left', 'right', 'rowStart', 'rowEnd', 'gridStart', 'gridEnd'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(arbitraryPart, directions, (map, moves) => {
        let focus = firstFocus(map);
        if (focus === undefined) return;
        for (const direction of moves) {
          focus = moveFocus(map, focus, direction);
          expect(focusThatExists(map, focus, map)).toEqual(focus);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[C6] a deleted card leaves the keyboard to its neighbour, or to its cell', () => {
    const map = wrongParcel();
    const gone = cardOf(map, 'Phone and e-mail') as Extract<GridFocus, { kind: 'card' }>;
    const without = (id: CardId) => ({ ...map, cards: map.cards.filter((card) => card.id !== id) });
    expect(focusThatExists(without(gone.cardId), gone, map)).toEqual(cardOf(map, 'Agent checks'));
    const alone = cardOf(map, 'Sign-in page') as Extract<GridFocus, { kind: 'card' }>;
    expect(focusThatExists(without(alone.cardId), alone, map)).toMatchObject({ kind: 'cell' });
  });
});
