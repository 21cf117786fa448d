import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { MapLayout } from '../../model/layout/mapLayout.ts';
import { useViewport } from './reactFlow/FlowShell.tsx';
import { type Range, visibleRange } from './visibleRange.ts';
import { type ReadingDistance, readingDistance, visibleBox } from './viewport.ts';

/** What of the map is on screen, and from how far it is read. */
export interface VisibleParts {
  readonly rows: Range;
  readonly columns: Range;
  readonly distance: ReadingDistance;
}

/** Re-renders only when another row or column comes into sight or the reading distance changes. */
export function useVisibleParts(layout: MapLayout): VisibleParts {
  const viewport = useViewport();
  const kept = useRef<VisibleParts>(undefined);
  const read = useCallback(() => {
    const view = viewport.get();
    const visible = visibleBox(view, viewport.size());
    const next: VisibleParts = {
      columns: visibleRange(
        layout.columns.length,
        (i) => layout.columns[i]?.x ?? 0,
        (i) => layout.columns[i]?.width ?? 0,
        visible.x,
        visible.x + visible.width,
      ),
      rows: visibleRange(
        layout.rows.length,
        (i) => layout.rows[i]?.y ?? 0,
        (i) => layout.rows[i]?.height ?? 0,
        visible.y,
        visible.y + visible.height,
      ),
      distance: readingDistance(view.zoom),
    };
    if (kept.current === undefined || !sameParts(kept.current, next)) kept.current = next;
    return kept.current;
  }, [layout, viewport]);
  const subscribe = useCallback((listener: () => void) => viewport.subscribe(listener), [viewport]);
  return useSyncExternalStore(subscribe, read);
}

const sameParts = (a: VisibleParts, b: VisibleParts): boolean =>
  a.distance === b.distance && sameRange(a.rows, b.rows) && sameRange(a.columns, b.columns);

const sameRange = (a: Range, b: Range): boolean => a.first === b.first && a.last === b.last;
