import type { Bus, Notice } from './bus.ts';

/** One process alone: documents need no telling, notices go to its own listeners. */
export function localBus(): Bus {
  const listeners = new Set<(notice: Notice) => void>();
  return {
    isConnected: () => true,
    listen: () => () => undefined,
    publish: () => undefined,
    onNotice: (listener) => listeners.add(listener),
    notify: (notice) => {
      for (const listener of listeners) listener(notice);
    },
    onReconnect: () => undefined,
    close: async () => undefined,
  };
}
