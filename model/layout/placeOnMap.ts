import type { CardId, LaneId, StepId } from '../map/ids.ts';
import type { Box, CardBox, Column, MapLayout, Point, Row } from './mapLayout.ts';

/** A place for a card: a cell and the card there that it would stand before (none: at the end). */
export interface CardPlace {
  readonly laneId: LaneId;
  readonly stepId: StepId;
  readonly beforeCardId: CardId | undefined;
}

/** The cell at a point and where in its stack a card dropped there would stand; undefined beside the grid. */
export function placeAt(layout: MapLayout, point: Point): CardPlace | undefined {
  const row = rowAt(layout, point.y);
  const column = columnAt(layout, point.x);
  if (row === undefined || column === undefined) return undefined;
  const y = point.y - row.y;
  const below = row.content.cards.find(
    (card) => card.column === column.index && card.y + card.height / 2 > y,
  );
  return { laneId: row.laneId, stepId: column.stepId, beforeCardId: below?.cardId };
}

/** The card at a point; a loose note lies over what stands in the grid. */
export function cardAt(layout: MapLayout, point: Point): CardBox | undefined {
  const sticky = layout.stickies.findLast((card) => contains(card, point));
  if (sticky !== undefined) return sticky;
  const row = rowAt(layout, point.y);
  return row?.content.cards.find((card) => contains(card, { x: point.x, y: point.y - row.y }));
}

/** The row at a height, or undefined in a gap. Rows are in order, so halving finds it. */
export function rowAt(layout: MapLayout, y: number): Row | undefined {
  const row = lastStartingBefore(layout.rows, (each) => each.y, y);
  return row !== undefined && y < row.y + row.height ? row : undefined;
}

export function columnAt(layout: MapLayout, x: number): Column | undefined {
  const column = lastStartingBefore(layout.columns, (each) => each.x, x);
  return column !== undefined && x < column.x + column.width ? column : undefined;
}

/** The box of a card from the origin of the map. */
export function cardBoxOnMap(layout: MapLayout, cardId: CardId): Box | undefined {
  for (const row of layout.rows) {
    const card = row.content.cards.find((each) => each.cardId === cardId);
    if (card !== undefined) return { x: card.x, y: card.y + row.y, width: card.width, height: card.height };
  }
  return layout.stickies.find((each) => each.cardId === cardId);
}

function contains(box: Box, point: Point): boolean {
  return point.x >= box.x && point.x < box.x + box.width && point.y >= box.y && point.y < box.y + box.height;
}

function lastStartingBefore<T>(
  sorted: readonly T[],
  startOf: (each: T) => number,
  at: number,
): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = sorted[middle];
    if (each !== undefined && startOf(each) <= at) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
