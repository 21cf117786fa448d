import { create } from 'zustand';

/** A short message that passes; `undo` takes back what it tells of. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'problem' | 'progress';
  readonly undo?: (() => void) | undefined;
  readonly cancel?: () => void;
}

interface Toasts {
  readonly shown: readonly Toast[];
}

export const useToasts = create<Toasts>(() => ({ shown: [] }));

let lastId = 0;

/** Says that something is done. With `undo` the message offers to take it back. Call the answer when that is over. */
export function tell(text: string, undo?: () => void): () => void {
  const id = ++lastId;
  show({ id, text, kind: 'done', undo });
  return () => closeToast(id);
}

/** What one did, as a shared map tells of it. */
export interface Undoable {
  readonly undo: () => unknown;
  /** The step that undo would take back now. */
  readonly lastStep: () => unknown;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Says what was just done, and offers to take it back as long as nothing was done after it. */
export function tellDone(text: string, history: Undoable, undo: () => unknown = history.undo): void {
  const id = ++lastId;
  const step = history.lastStep();
  show({ id, text, kind: 'done', undo: () => void undo() });
  const stop = history.subscribe(() =>
    // The step is noted right after the change that it takes back.
    queueMicrotask(() => {
      const isShown = useToasts.getState().shown.some((toast) => toast.id === id);
      if (isShown && history.lastStep() === step) return;
      stop();
      useToasts.setState(({ shown }) => ({
        shown: shown.map((toast) => (toast.id === id ? { ...toast, undo: undefined } : toast)),
      }));
    }),
  );
}

/** Says that something did not work: what was expected, what was found, what to do. It stays until closed. */
export function tellProblem(text: string): void {
  show({ id: ++lastId, text, kind: 'problem' });
}

/** What takes longer says so after this time. */
const patienceMs = 300;

/** Says that something is going on and offers to end it. Call the answer when it is over. */
export function tellProgress(text: string, cancel: () => void): () => void {
  const id = ++lastId;
  const timer = setTimeout(() => show({ id, text, kind: 'progress', cancel }), patienceMs);
  return () => {
    clearTimeout(timer);
    closeToast(id);
  };
}

export function closeToast(id: number): void {
  useToasts.setState(({ shown }) => ({ shown: shown.filter((toast) => toast.id !== id) }));
}

/** The three newest stay. */
function show(toast: Toast): void {
  useToasts.setState(({ shown }) => ({ shown: [...shown, toast].slice(-3) }));
}
