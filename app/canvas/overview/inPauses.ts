export interface InPauses {
  /** Takes the place of what was given before and is not done yet. */
  readonly soon: (work: () => void) => void;
  readonly stop: () => void;
}

/** Does the newest of what it is given when the browser has nothing else to do: at once the first time, then after a pause. */
export function inPauses(pauseMs: number): InPauses {
  let newest: (() => void) | undefined;
  let callOff: (() => void) | undefined;
  let isFirst = true;
  const begin = (): void => {
    callOff = whenIdle(() => {
      callOff = undefined;
      isFirst = false;
      newest?.();
    });
  };
  return {
    soon: (work) => {
      newest = work;
      if (callOff !== undefined) return;
      if (isFirst) return begin();
      const timer = setTimeout(begin, pauseMs);
      callOff = () => clearTimeout(timer);
    },
    stop: () => {
      callOff?.();
      callOff = undefined;
    },
  };
}

/** Runs it when the browser is idle, or soon where the browser cannot tell. Returns how to call it off. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: 500 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(work, 50);
  return () => clearTimeout(handle);
}
