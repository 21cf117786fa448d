import type { Connector } from '../map/connector.ts';
import type { CardId } from '../map/ids.ts';
import { layoutSizes as sizes, textStyles } from './layoutSizes.ts';
import type { Box, CardBox, Column, ConnectorRoute, Point, Row } from './mapLayout.ts';
import { oneLine } from './textLines.ts';
import type { TextMeasure } from './textMeasure.ts';

/**
 * Routes arrows orthogonally through the gutters between rows and columns, so that none runs under or over a card:
 * straight where the way is free, else out of the card, along a row gutter, down the column gutter that the fewest
 * spanning cards block, and into the other card. Arrows that share a gutter run beside each other.
 */
export function layoutConnectors(
  connectors: readonly Connector[],
  columns: readonly Column[],
  rows: readonly Row[],
  measure: TextMeasure,
): readonly ConnectorRoute[] {
  const grid = gridOf(columns, rows);
  const tracks = new Tracks();
  return connectors.flatMap((connector) => {
    const from = grid.cards.get(connector.fromCardId);
    const to = grid.cards.get(connector.toCardId);
    if (from === undefined || to === undefined) return [];
    const points = simplified(tracks.apart(joined(wayBetween(from, to, grid))));
    return [
      {
        connectorId: connector.id,
        fromCardId: connector.fromCardId,
        toCardId: connector.toCardId,
        kind: connector.kind,
        heads: connector.heads,
        points,
        label: labelOn(points, connector.label, measure),
      },
    ];
  });
}

/** A card where it stands on the map, with the row and columns it covers. */
interface PlacedCard extends Box {
  readonly row: number;
  readonly first: number;
  readonly last: number;
}

interface Grid {
  readonly cards: ReadonlyMap<CardId, PlacedCard>;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Cards that touch a column, by row and column. */
  inCell(row: number, column: number): readonly PlacedCard[];
}

function gridOf(columns: readonly Column[], rows: readonly Row[]): Grid {
  const cards = new Map<CardId, PlacedCard>();
  const cells = new Map<number, PlacedCard[]>();
  for (const row of rows)
    for (const box of row.content.cards) {
      const card = placed(box, row);
      cards.set(box.cardId, card);
      for (let column = card.first; column <= card.last; column++) {
        const key = row.index * columns.length + column;
        const cell = cells.get(key);
        if (cell === undefined) cells.set(key, [card]);
        else cell.push(card);
      }
    }
  return {
    cards,
    columns,
    rows,
    inCell: (row, column) => cells.get(row * columns.length + column) ?? [],
  };
}

const placed = (box: CardBox, row: Row): PlacedCard => ({
  x: box.x,
  y: row.y + box.y,
  width: box.width,
  height: box.height,
  row: row.index,
  first: box.column,
  last: box.column + box.span - 1,
});

const right = (box: Box): number => box.x + box.width;
const bottom = (box: Box): number => box.y + box.height;
const centreX = (box: Box): number => box.x + box.width / 2;
const centreY = (box: Box): number => box.y + box.height / 2;

/** Every corner of the way with the gutter that its part to the next corner runs in; ports have none. */
interface Corner extends Point {
  /** Name of the gutter of the part that begins here, when it may be moved aside in it. */
  readonly gutter?: string;
}

function wayBetween(from: PlacedCard, to: PlacedCard, grid: Grid): readonly Corner[] {
  return straightWay(from, to, grid) ?? besideWay(from, to, grid) ?? gutterWay(from, to, grid);
}

/** One stroke down, up or across, when nothing stands between. */
function straightWay(from: PlacedCard, to: PlacedCard, grid: Grid): readonly Corner[] | undefined {
  const left = Math.max(from.x, to.x);
  const overlap = Math.min(right(from), right(to)) - left;
  if (overlap >= 24) {
    const x = left + overlap / 2;
    const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
    const column = columnAt(x, upper, lower);
    for (let row = upper.row; row <= lower.row; row++)
      for (const card of grid.inCell(row, column))
        if (card !== from && card !== to && card.y > upper.y && card.y < lower.y) return undefined;
    return from === upper
      ? [
          { x, y: bottom(from) },
          { x, y: to.y },
        ]
      : [
          { x, y: from.y },
          { x, y: bottom(to) },
        ];
  }
  const top = Math.max(from.y, to.y);
  const common = Math.min(bottom(from), bottom(to)) - top;
  const neighbours = from.row === to.row && (from.last + 1 === to.first || to.last + 1 === from.first);
  if (!neighbours || common < 12) return undefined;
  const y = top + common / 2;
  return from.first < to.first
    ? [
        { x: right(from), y },
        { x: to.x, y },
      ]
    : [
        { x: from.x, y },
        { x: right(to), y },
      ];

  function columnAt(x: number, a: PlacedCard, b: PlacedCard): number {
    const first = Math.max(a.first, b.first);
    const last = Math.min(a.last, b.last);
    for (let column = first; column < last; column++) {
      const box = grid.columns[column];
      if (box !== undefined && x < box.x + box.width) return column;
    }
    return last;
  }
}

/** Out of a side into the column gutter beside it and back into the other card, when both touch that gutter. */
function besideWay(from: PlacedCard, to: PlacedCard, grid: Grid): readonly Corner[] | undefined {
  if (from.row !== to.row) return undefined;
  const shared = [from.last + 1, from.first].find((gutter) => gutter === to.first || gutter === to.last + 1);
  if (shared === undefined) return undefined;
  const x = columnGutterX(shared, grid);
  const side = (card: PlacedCard): number => (card.first === shared ? card.x : right(card));
  return [
    { x: side(from), y: centreY(from) },
    { x, y: centreY(from), gutter: `column ${shared}` },
    { x, y: centreY(to) },
    { x: side(to), y: centreY(to) },
  ];
}

function gutterWay(from: PlacedCard, to: PlacedCard, grid: Grid): readonly Corner[] {
  const down = from.row <= to.row;
  const start = wayOut(from, down ? from.row + 1 : from.row, centreX(to), grid);
  const end = wayOut(to, from.row === to.row ? to.row + 1 : down ? to.row : to.row + 1, centreX(from), grid);
  const startX = start.at(-1)?.x ?? centreX(from);
  const endX = end.at(-1)?.x ?? centreX(to);
  const startRow = down ? from.row + 1 : from.row;
  const endRow = from.row === to.row || !down ? to.row + 1 : to.row;
  const startY = rowGutterY(startRow, grid);
  const endY = rowGutterY(endRow, grid);
  const back = end.toReversed().map((corner, i, all): Corner => {
    // The gutter belongs to the part that begins at a corner, so it moves by one when the way is turned round.
    const gutter = all[i + 1]?.gutter;
    return { x: corner.x, y: corner.y, ...(gutter === undefined ? {} : { gutter }) };
  });
  if (startRow === endRow)
    return [...start, { x: startX, y: startY, gutter: `row ${startRow}` }, { x: endX, y: endY }, ...back];
  const column = clearestColumnGutter(
    startX,
    endX,
    Math.min(startRow, endRow),
    Math.max(startRow, endRow),
    grid,
  );
  const x = columnGutterX(column, grid);
  return [
    ...start,
    { x: startX, y: startY, gutter: `row ${startRow}` },
    { x, y: startY, gutter: `column ${column}` },
    { x, y: endY, gutter: `row ${endRow}` },
    { x: endX, y: endY },
    ...back,
  ];
}

/** From a card to the row gutter above or below its row: straight when it is the outermost of its cell, else by its side. */
function wayOut(card: PlacedCard, rowGutter: number, towardsX: number, grid: Grid): readonly Corner[] {
  const below = rowGutter > card.row;
  const column = Math.floor((card.first + card.last) / 2);
  const free = grid
    .inCell(card.row, column)
    .every((other) => other === card || (below ? other.y < card.y : other.y > card.y));
  if (free) return [{ x: centreX(card), y: below ? bottom(card) : card.y }];
  const toRight = towardsX > centreX(card);
  const gutter = toRight ? card.last + 1 : card.first;
  const x = columnGutterX(gutter, grid);
  return [
    { x: toRight ? right(card) : card.x, y: centreY(card) },
    { x, y: centreY(card), gutter: `column ${gutter}` },
    { x, y: rowGutterY(rowGutter, grid) },
  ];
}

function columnGutterX(gutter: number, grid: Grid): number {
  const column = grid.columns[gutter];
  if (column !== undefined) return column.x;
  const last = grid.columns.at(-1);
  return last === undefined ? 0 : last.x + last.width;
}

/** Below a row and above a blueprint line that may stand between. */
function rowGutterY(gutter: number, grid: Grid): number {
  const above = grid.rows[gutter - 1];
  if (above !== undefined) return above.y + above.height + sizes.rowGap / 2;
  return (grid.rows[0]?.y ?? 0) - sizes.headerGap / 2;
}

/** The column gutter between two row gutters that the fewest spanning cards cross, then the shortest way. */
function clearestColumnGutter(
  fromX: number,
  toX: number,
  upperRow: number,
  lowerRow: number,
  grid: Grid,
): number {
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let gutter = 0; gutter <= grid.columns.length; gutter++) {
    const x = columnGutterX(gutter, grid);
    const way = Math.abs(x - fromX) + Math.abs(x - toX);
    if (way >= bestCost) continue;
    let crossed = 0;
    for (let row = upperRow; row < lowerRow; row++)
      crossed += grid.inCell(row, gutter).filter((card) => card.first < gutter).length;
    const cost = way + crossed * 10_000;
    if (cost < bestCost) {
      best = gutter;
      bestCost = cost;
    }
  }
  return best;
}

/** Without empty parts, and with parts that follow each other in one gutter made one, so that they move together. */
function joined(corners: readonly Corner[]): readonly Corner[] {
  const kept: Corner[] = [];
  for (const corner of corners) {
    const last = kept.at(-1);
    if (last !== undefined && last.x === corner.x && last.y === corner.y) {
      kept.pop();
      const gutter = corner.gutter ?? last.gutter;
      const whole =
        gutter === undefined ? { x: corner.x, y: corner.y } : { x: corner.x, y: corner.y, gutter };
      if (whole.gutter === undefined || kept.at(-1)?.gutter !== whole.gutter) kept.push(whole);
    } else if (corner.gutter === undefined || last?.gutter !== corner.gutter) {
      kept.push(corner);
    }
  }
  return kept;
}

/** Keeps parts that run in one gutter apart: each gets the first free of five places side by side. */
class Tracks {
  readonly #taken = new Map<
    string,
    { readonly from: number; readonly to: number; readonly offset: number }[]
  >();

  apart(corners: readonly Corner[]): readonly Point[] {
    const moved = corners.map((corner) => ({ x: corner.x, y: corner.y }));
    corners.forEach((corner, i) => {
      const a = moved[i];
      const b = moved[i + 1];
      if (corner.gutter === undefined || a === undefined || b === undefined) return;
      const vertical = corner.gutter.startsWith('column');
      const [from, to] = vertical ? [a.y, b.y] : [a.x, b.x];
      const offset = this.#freeOffset(corner.gutter, Math.min(from, to), Math.max(from, to));
      const axis = vertical ? 'x' : 'y';
      a[axis] += offset;
      b[axis] += offset;
    });
    return moved;
  }

  #freeOffset(gutter: string, from: number, to: number): number {
    const taken = this.#taken.get(gutter) ?? [];
    this.#taken.set(gutter, taken);
    const offset =
      offsets.find((each) =>
        taken.every((other) => other.offset !== each || other.to <= from || other.from >= to),
      ) ?? 0;
    taken.push({ from, to, offset });
    return offset;
  }
}

const offsets = [0, 2.5, -2.5, 4.5, -4.5] as const;

/** Without corners that are no corners. */
function simplified(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    if (
      last !== undefined &&
      before !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    )
      kept.pop();
    kept.push(point);
  }
  return kept;
}

/** The label stands on the middle of the longest part. */
function labelOn(points: readonly Point[], label: string, measure: TextMeasure): ConnectorRoute['label'] {
  if (label.trim() === '') return undefined;
  let longest = 0;
  let middle: Point = points[0] ?? { x: 0, y: 0 };
  points.forEach((a, i) => {
    const b = points[i + 1];
    if (b === undefined) return;
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    if (length <= longest) return;
    longest = length;
    middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  });
  return { ...middle, ...oneLine(label, sizes.stepWidth, textStyles.small, measure) };
}
