import type { useStoreApi } from '@xyflow/react';
import type { ViewportSource } from '../viewport.ts';

/** React Flow's store as a ViewportSource. */
export function flowViewport(store: ReturnType<typeof useStoreApi>): ViewportSource {
  return {
    get() {
      const [x, y, zoom] = store.getState().transform;
      return { x, y, zoom };
    },
    size() {
      const { width, height } = store.getState();
      return { width, height };
    },
    subscribe(listener) {
      return store.subscribe((state, before) => {
        if (
          state.transform !== before.transform ||
          state.width !== before.width ||
          state.height !== before.height
        )
          listener();
      });
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
