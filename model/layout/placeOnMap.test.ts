import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMap } from '../map/arbitraries.ts';
import { layoutMap } from './layoutMap.ts';
import { cardAt, cardBoxOnMap, placeAt } from './placeOnMap.ts';
import { createTextMeasure } from './textMeasure.ts';

const options = {
  measure: createTextMeasure((text) => text.length * 0.5),
  describeMeasurement: () => ({ title: '', value: '', unit: '', plan: undefined, targetState: undefined }),
};

describe('what stands at a point', () => {
  it('[L9] the middle of a card gives the card, its cell, and a place after it; its upper edge a place before it', () => {
    fc.assert(
      fc.property(arbitraryMap({ cards: 20 }), (map) => {
        const layout = layoutMap(map, options);
        for (const row of layout.rows)
          for (const card of row.content.cards) {
            const box = cardBoxOnMap(layout, card.cardId);
            const x = card.x + card.width / 2;
            const y = row.y + card.y;
            expect(box).toEqual({ x: card.x, y, width: card.width, height: card.height });
            expect(cardAt(layout, { x, y: y + card.height / 2 })?.cardId).toBe(card.cardId);
            expect(placeAt(layout, { x, y })).toEqual({
              laneId: row.laneId,
              stepId: layout.columns[card.column]?.stepId,
              beforeCardId: card.cardId,
            });
            expect(placeAt(layout, { x, y: y + card.height - 1 })?.beforeCardId).not.toBe(card.cardId);
          }
      }),
    );
  });

  it('[L9] beside the grid and between rows there is no cell', () => {
    const [map] = fc.sample(arbitraryMap({ cards: 20 }), { numRuns: 1, seed: 7 });
    if (map === undefined) throw new Error('a sample');
    const layout = layoutMap(map, options);
    expect(placeAt(layout, { x: -5, y: 10 })).toBeUndefined();
    expect(placeAt(layout, { x: layout.grid.x + 5, y: layout.height + 1 })).toBeUndefined();
  });
});
