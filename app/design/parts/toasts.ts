import { create } from 'zustand';

/** A short message that passes; `undo` takes back what it tells of. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'problem';
  readonly undo?: (() => void) | undefined;
}

interface Toasts {
  readonly shown: readonly Toast[];
}

export const useToasts = create<Toasts>(() => ({ shown: [] }));

let lastId = 0;

/** Says that something is done. With `undo` the message offers to take it back. */
export function tell(text: string, undo?: () => void): void {
  show({ id: ++lastId, text, kind: 'done', undo });
}

/** Says that something did not work: what was expected, what was found, what to do. It stays until closed. */
export function tellProblem(text: string): void {
  show({ id: ++lastId, text, kind: 'problem' });
}

export function closeToast(id: number): void {
  useToasts.setState(({ shown }) => ({ shown: shown.filter((toast) => toast.id !== id) }));
}

/** The three newest stay. */
function show(toast: Toast): void {
  useToasts.setState(({ shown }) => ({ shown: [...shown, toast].slice(-3) }));
}
