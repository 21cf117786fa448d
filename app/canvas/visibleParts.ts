import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import type { MapLayout } from '../../model/layout/mapLayout.ts';
import { useViewport } from './reactFlow/FlowShell.tsx';
import { mountedRange, type Range, visibleRange } from './visibleRange.ts';
import { movingReadingDistance, type ReadingDistance, readingDistance, visibleBox } from './viewport.ts';

/** What of the map is mounted, and from how far it is read. */
export interface VisibleParts {
  readonly rows: Range;
  readonly columns: Range;
  readonly distance: ReadingDistance;
}

/** So far beyond the edge a row that was seen stays mounted, pixels of the screen: a hand that trembles mounts nothing. */
const nearby = 80;

/** Re-renders only when other rows or columns are to be mounted or the reading distance changes. */
export function useVisibleParts(layout: MapLayout): VisibleParts {
  const viewport = useViewport();
  const kept = useRef<VisibleParts>(undefined);
  const zoomBefore = useRef(0);
  const isLarge = useMemo(() => cardsIn(layout) > manyCards, [layout]);
  const read = useCallback(() => {
    const view = viewport.get();
    const before = kept.current;
    const distance = isLarge
      ? movingReadingDistance(view.zoom, viewport.isMoving(), before?.distance, zoomBefore.current)
      : readingDistance(view.zoom);
    zoomBefore.current = view.zoom;
    if (distance !== 'near') {
      // No card is mounted: which it would be does not matter.
      if (before?.distance !== distance) kept.current = { ...nothing, distance };
      return kept.current ?? nothing;
    }
    const visible = visibleBox(view, viewport.size());
    // What lies under the rail and the header is not seen.
    const left = Math.max(0, visible.x) + layout.grid.x;
    const top = Math.max(0, visible.y) + headerHeight(layout);
    const bottom = visible.y + visible.height;
    const columns = visibleRange(
      layout.columns.length,
      (i) => layout.columns[i]?.x ?? 0,
      (i) => layout.columns[i]?.width ?? 0,
      left,
      visible.x + visible.width,
    );
    const rowsWithin = (from: number, to: number) =>
      visibleRange(
        layout.rows.length,
        (i) => layout.rows[i]?.y ?? 0,
        (i) => layout.rows[i]?.height ?? 0,
        from,
        to,
      );
    const near = nearby / view.zoom;
    const next: VisibleParts = {
      columns: mountedRange(columns, layout.columns.length, 1, before?.columns),
      // A row is a screenful of cards: it comes when it is seen, and stays while it is near.
      rows: mountedRange(
        rowsWithin(top, bottom),
        layout.rows.length,
        0,
        before?.rows,
        rowsWithin(top - near, bottom + near),
      ),
      distance,
    };
    if (before !== undefined && sameParts(before, next)) return before;
    kept.current = next;
    return next;
  }, [layout, viewport, isLarge]);
  const subscribe = useCallback((listener: () => void) => viewport.subscribe(listener), [viewport]);
  return useSyncExternalStore(subscribe, read);
}

/** So many cards are mounted within a frame or two, on whichever way they come. */
const manyCards = 200;

const cardsIn = ({ rows }: MapLayout): number =>
  rows.reduce((sum, { content }) => sum + content.cards.length, 0);

const headerHeight = ({ header }: MapLayout): number => header.stepY + header.stepHeight;

const none: Range = { first: 0, last: -1 };
const nothing: VisibleParts = { rows: none, columns: none, distance: 'far' };

const sameParts = (a: VisibleParts, b: VisibleParts): boolean =>
  a.distance === b.distance && sameRange(a.rows, b.rows) && sameRange(a.columns, b.columns);

const sameRange = (a: Range, b: Range): boolean => a.first === b.first && a.last === b.last;
