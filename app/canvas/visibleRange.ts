import type { Box, MapLayout } from '../../model/layout/mapLayout.ts';

/** Indexes of the first and last track (row or column) to draw; `last < first` when there is none. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The tracks that touch [from, to]. Tracks are in order and do not overlap; `startOf` and `lengthOf` give one by its index. */
export function visibleRange(
  count: number,
  startOf: (index: number) => number,
  lengthOf: (index: number) => number,
  from: number,
  to: number,
): Range {
  const first = firstIndex(count, (i) => startOf(i) + lengthOf(i) >= from);
  const after = firstIndex(count, (i) => startOf(i) > to);
  return { first, last: after - 1 };
}

/**
 * The tracks to mount for those that are visible: as before while that holds them all and nothing beyond `keep`, else
 * with `ahead` more at the side to which the view moves. A pan so mounts several tracks now and then, and nothing in most
 * of its frames.
 */
export function mountedRange(
  visible: Range,
  count: number,
  ahead: number,
  before: Range | undefined,
  keep: Range = { first: visible.first - ahead - 1, last: visible.last + ahead + 1 },
): Range {
  const holds =
    before !== undefined &&
    before.first <= visible.first &&
    before.last >= visible.last &&
    before.first >= keep.first &&
    before.last <= Math.min(count - 1, keep.last);
  if (holds) return before;
  const movesBack = before !== undefined && visible.first < before.first;
  return {
    first: Math.max(0, visible.first - (movesBack ? ahead : 0)),
    last: Math.min(count - 1, visible.last + (movesBack ? 0 : ahead)),
  };
}

/** What the mounted rows and columns cover on the map; nothing where there are none. */
export function mountedBox(layout: Pick<MapLayout, 'rows' | 'columns'>, rows: Range, columns: Range): Box {
  const x = layout.columns[columns.first]?.x ?? 0;
  const y = layout.rows[rows.first]?.y ?? 0;
  const lastColumn = layout.columns[columns.last];
  const lastRow = layout.rows[rows.last];
  return {
    x,
    y,
    width: lastColumn === undefined ? 0 : lastColumn.x + lastColumn.width - x,
    height: lastRow === undefined ? 0 : lastRow.y + lastRow.height - y,
  };
}

/** Boxes that only share an edge touch too. */
export const boxesTouch = (a: Box, b: Box): boolean =>
  a.x + a.width >= b.x && a.x <= b.x + b.width && a.y + a.height >= b.y && a.y <= b.y + b.height;

/** The track that holds a coordinate, or the nearest one; -1 when there is none. */
export function trackAt(
  count: number,
  startOf: (index: number) => number,
  lengthOf: (index: number) => number,
  at: number,
): number {
  const next = firstIndex(count, (i) => startOf(i) + lengthOf(i) >= at);
  if (next === 0 || next === count) return Math.min(next, count - 1);
  const gapBefore = at - (startOf(next - 1) + lengthOf(next - 1));
  return startOf(next) > at && gapBefore < startOf(next) - at ? next - 1 : next;
}

/** Binary search: the first index that fulfils a condition which stays true from there on. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
