import type { CardBox, MapLayout } from '../../../model/layout/mapLayout.ts';
import { cardBoxOnMap } from '../../../model/layout/placeOnMap.ts';
import type { CardId } from '../../../model/map/ids.ts';
import type { Command } from '../../../model/sharedMap/commands/command.ts';
import type { CardDrop } from '../canvasState.ts';

/**
 * The command that puts carried cards down. The grabbed card goes to the target, the others keep their distance to it:
 * in rows and columns when it falls into a cell (held inside the grid), in map units when it falls beside the grid.
 */
export function dropCardsCommand(
  layout: MapLayout,
  cardIds: readonly CardId[],
  anchorId: CardId,
  drop: CardDrop,
): Command | undefined {
  const commands =
    drop.kind === 'cell'
      ? intoCells(layout, cardIds, anchorId, drop)
      : loose(layout, cardIds, anchorId, drop);
  const [only, ...more] = commands;
  return more.length === 0 ? only : { type: 'together', commands };
}

function intoCells(
  layout: MapLayout,
  cardIds: readonly CardId[],
  anchorId: CardId,
  { place }: Extract<CardDrop, { kind: 'cell' }>,
): readonly Command[] {
  const targetRow = layout.rows.findIndex((row) => row.laneId === place.laneId);
  const targetColumn = layout.columns.findIndex((column) => column.stepId === place.stepId);
  const anchor = cellOfCard(layout, anchorId);
  const byCell = new Map<
    string,
    { readonly row: number; readonly column: number; readonly cardIds: CardId[] }
  >();
  for (const cardId of inReadingOrder(layout, cardIds)) {
    const from = cellOfCard(layout, cardId);
    // A loose note has no distance in cells: it goes where the grabbed card goes.
    const apart = anchor === undefined || from === undefined ? { row: 0, column: 0 } : distance(anchor, from);
    const row = within(targetRow + apart.row, layout.rows.length);
    const column = within(targetColumn + apart.column, layout.columns.length);
    const key = `${row} ${column}`;
    const cell = byCell.get(key);
    if (cell === undefined) byCell.set(key, { row, column, cardIds: [cardId] });
    else cell.cardIds.push(cardId);
  }
  return [...byCell.values()].flatMap(({ row, column, cardIds: ids }): readonly Command[] => {
    const laneId = layout.rows[row]?.laneId;
    const stepId = layout.columns[column]?.stepId;
    if (laneId === undefined || stepId === undefined) return [];
    const before = row === targetRow && column === targetColumn ? place.beforeCardId : undefined;
    return [
      {
        type: 'moveCards',
        cardIds: ids,
        to: { laneId, stepId, ...(before === undefined ? {} : { beforeCardId: before }) },
      },
    ];
  });
}

function loose(
  layout: MapLayout,
  cardIds: readonly CardId[],
  anchorId: CardId,
  { corner }: Extract<CardDrop, { kind: 'loose' }>,
): readonly Command[] {
  const anchor = cardBoxOnMap(layout, anchorId) ?? corner;
  return cardIds.map((cardId) => {
    const box = cardBoxOnMap(layout, cardId) ?? anchor;
    const position = {
      x: Math.round(corner.x + box.x - anchor.x),
      y: Math.round(corner.y + box.y - anchor.y),
    };
    return { type: 'moveCards', cardIds: [cardId], to: { position } };
  });
}

interface CellIndex {
  readonly row: number;
  readonly column: number;
}

function cellOfCard(layout: MapLayout, cardId: CardId): CellIndex | undefined {
  for (const row of layout.rows) {
    const box = row.content.cards.find((card) => card.cardId === cardId);
    if (box !== undefined) return { row: row.index, column: box.column };
  }
  return undefined;
}

/** Cards that go into one cell keep the order they were read in: by column, from top to bottom. */
export function inReadingOrder(layout: MapLayout, cardIds: readonly CardId[]): readonly CardId[] {
  const wanted = new Set(cardIds);
  const inGrid: CardBox[] = layout.rows.flatMap((row) =>
    row.content.cards
      .filter((card) => wanted.has(card.cardId))
      .sort((a, b) => a.column - b.column || a.y - b.y),
  );
  const known = new Set(inGrid.map((card) => card.cardId));
  return [...inGrid.map((card) => card.cardId), ...cardIds.filter((cardId) => !known.has(cardId))];
}

const distance = (from: CellIndex, to: CellIndex): CellIndex => ({
  row: to.row - from.row,
  column: to.column - from.column,
});

const within = (index: number, count: number): number => Math.min(Math.max(0, index), count - 1);
