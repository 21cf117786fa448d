import { useEffect } from 'react';
import { hasOwnKeys } from '../design/hasOwnKeys.ts';

/** Ctrl+Z and Ctrl+Shift+Z (Cmd on a Mac) on a page without a canvas; fields keep their own. */
export function useUndoKeys(shared: Readonly<Record<'undo' | 'redo', () => void>>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      if (hasOwnKeys(event.target)) return;
      event.preventDefault();
      if (event.shiftKey) shared.redo();
      else shared.undo();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [shared]);
}
