import type { useStoreApi } from '@xyflow/react';
import type { ViewportSource } from '../viewport.ts';

/** Without a change for this long, the view is at rest. */
const restMs = 160;

/** React Flow's store as a ViewportSource, for as long as the store lives. */
export function flowViewport(store: ReturnType<typeof useStoreApi>): ViewportSource {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let rest: ReturnType<typeof setTimeout> | undefined;
  store.subscribe(({ transform, width, height }, before) => {
    if (transform !== before.transform) {
      clearTimeout(rest);
      rest = setTimeout(() => {
        rest = undefined;
        tell();
      }, restMs);
    } else if (width === before.width && height === before.height) return;
    tell();
  });

  return {
    get() {
      const [x, y, zoom] = store.getState().transform;
      return { x, y, zoom };
    },
    size() {
      const { width, height } = store.getState();
      return { width, height };
    },
    isMoving: () => rest !== undefined,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(viewport, { animate = false } = {}) {
      void store.getState().panZoom?.setViewport(viewport, animate ? { duration: 160 } : {});
    },
    toMap(client) {
      const { transform, domNode } = store.getState();
      const frame = domNode?.getBoundingClientRect() ?? { left: 0, top: 0 };
      const [x, y, zoom] = transform;
      return { x: (client.x - frame.left - x) / zoom, y: (client.y - frame.top - y) / zoom };
    },
  };
}
