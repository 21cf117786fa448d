/** A value that changes, in the shape React's useSyncExternalStore takes. */
export interface Observable<T> {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Settable<T> extends Observable<T> {
  readonly set: (value: T) => void;
}

export function observable<T>(initial: T, isSame: (a: T, b: T) => boolean = Object.is): Settable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (isSame(value, next)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Calls back as soon as the value fulfils the condition, at once if it does already. */
export function when<T>(value: Observable<T>, holds: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      if (!holds(value.get())) return false;
      resolve(value.get());
      return true;
    };
    if (look()) return;
    const stop = value.subscribe(() => {
      if (look()) stop();
    });
  });
}
