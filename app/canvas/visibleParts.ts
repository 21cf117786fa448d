import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { MapLayout } from '../../model/layout/mapLayout.ts';
import { useViewport } from './reactFlow/FlowShell.tsx';
import { mountedRange, type Range, visibleRange } from './visibleRange.ts';
import { movingReadingDistance, type ReadingDistance, visibleBox } from './viewport.ts';

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
  const read = useCallback(() => {
    const view = viewport.get();
    const visible = visibleBox(view, viewport.size());
    // What lies under the rail and the header is not seen.
    const left = Math.max(0, visible.x) + layout.grid.x;
    const top = Math.max(0, visible.y) + headerHeight(layout);
    const columns = visibleRange(
      layout.columns.length,
      (i) => layout.columns[i]?.x ?? 0,
      (i) => layout.columns[i]?.width ?? 0,
      left,
      visible.x + visible.width,
    );
    const bottom = visible.y + visible.height;
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
      columns: mountedRange(columns, layout.columns.length, 1, kept.current?.columns),
      // A row is a screenful of cards: it comes when it is seen, and stays while it is near.
      rows: mountedRange(
        rowsWithin(top, bottom),
        layout.rows.length,
        0,
        kept.current?.rows,
        rowsWithin(top - near, bottom + near),
      ),
      distance: movingReadingDistance(view.zoom, viewport.isMoving(), kept.current?.distance),
    };
    if (kept.current === undefined || !sameParts(kept.current, next)) kept.current = next;
    return kept.current;
  }, [layout, viewport]);
  const subscribe = useCallback((listener: () => void) => viewport.subscribe(listener), [viewport]);
  return useSyncExternalStore(subscribe, read);
}

const headerHeight = ({ header }: MapLayout): number => header.stepY + header.stepHeight;

const sameParts = (a: VisibleParts, b: VisibleParts): boolean =>
  a.distance === b.distance && sameRange(a.rows, b.rows) && sameRange(a.columns, b.columns);

const sameRange = (a: Range, b: Range): boolean => a.first === b.first && a.last === b.last;
