import type { CardBox, MapLayout } from '../../../model/layout/mapLayout.ts';
import { lanesWithoutCards } from '../../../model/map/lane.ts';
import { cardBoxOnMap } from '../../../model/layout/placeOnMap.ts';
import type { CardId } from '../../../model/map/ids.ts';
import type { Command } from '../../../model/sharedMap/commands/command.ts';
import type { CardDrop } from '../canvasState.ts';

/**
 * The commands that put carried cards down. The grabbed card goes to the target, the others keep their distance to it:
 * in columns and in rows where cards can stand when it falls into a cell, in map units when it falls beside the grid.
 * Where they would leave the grid, all of them stop at its edge together.
 */
export function dropCardsCommands(
  layout: MapLayout,
  cardIds: readonly CardId[],
  anchorId: CardId,
  drop: CardDrop,
): readonly MoveCards[] {
  return drop.kind === 'cell'
    ? intoCells(layout, cardIds, anchorId, drop)
    : loose(layout, cardIds, anchorId, drop);
}

type MoveCards = Extract<Command, { readonly type: 'moveCards' }>;

function intoCells(
  layout: MapLayout,
  cardIds: readonly CardId[],
  anchorId: CardId,
  { place }: Extract<CardDrop, { kind: 'cell' }>,
): readonly MoveCards[] {
  const rows = layout.rows.filter((row) => !lanesWithoutCards.has(row.content.kind));
  const target = {
    row: rows.findIndex((row) => row.laneId === place.laneId),
    column: layout.columns.findIndex((column) => column.stepId === place.stepId),
  };
  if (target.row < 0 || target.column < 0) return [];
  const cells = new Map(cardIds.map((cardId) => [cardId, cellOfCard(rows, cardId)]));
  const anchor = cells.get(anchorId);
  const held = [...cells.values()].filter((cell) => cell !== undefined);
  // A loose note has no distance in cells: it goes where the grabbed card goes.
  const by =
    anchor === undefined
      ? undefined
      : {
          row: withinAll(
            target.row - anchor.row,
            held.map(({ row }) => row),
            rows.length,
          ),
          column: withinAll(
            target.column - anchor.column,
            held.map(({ column }) => column),
            layout.columns.length,
          ),
        };
  const byCell = new Map<
    string,
    { readonly row: number; readonly column: number; readonly cardIds: CardId[] }
  >();
  for (const cardId of inReadingOrder(layout, cardIds)) {
    const from = cells.get(cardId);
    const isApart = by !== undefined && from !== undefined;
    const row = isApart ? from.row + by.row : target.row;
    const column = isApart ? from.column + by.column : target.column;
    const key = `${row} ${column}`;
    const cell = byCell.get(key);
    if (cell === undefined) byCell.set(key, { row, column, cardIds: [cardId] });
    else cell.cardIds.push(cardId);
  }
  return [...byCell.values()].flatMap(({ row, column, cardIds: ids }): readonly MoveCards[] => {
    const laneId = rows[row]?.laneId;
    const stepId = layout.columns[column]?.stepId;
    if (laneId === undefined || stepId === undefined) return [];
    const before = row === target.row && column === target.column ? place.beforeCardId : undefined;
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
): readonly MoveCards[] {
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

function cellOfCard(rows: MapLayout['rows'], cardId: CardId): CellIndex | undefined {
  for (const [row, { content }] of rows.entries()) {
    const box = content.cards.find((card) => card.cardId === cardId);
    if (box !== undefined) return { row, column: box.column };
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

/** The distance nearest to `by` that leaves all of them among `count`. */
const withinAll = (by: number, indexes: readonly number[], count: number): number =>
  Math.max(-Math.min(...indexes), Math.min(by, count - 1 - Math.max(...indexes)));
