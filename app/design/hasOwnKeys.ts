import { textFields } from './textFields.ts';

/** What lies over the page and has the keyboard, as a selector. */
export const overlays = 'dialog, [role="dialog"], [role="menu"]';

/** Whether a key pressed there belongs to a text that is written, a dialog or a menu. */
export const hasOwnKeys = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`${textFields}, ${overlays}`) !== null;

/** Search and the next part of the screen: these keys go past a text that is written, which is kept. */
export const leavesText = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean =>
  event.key === 'F6' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k');
