/** After the menu has closed and given the keyboard back, so that an editor that opens keeps it. */
export function later(action: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(action));
}

/** The browser then asks the canvas what to copy, as for the keys. Paste has its key alone: a page may not read the clipboard by itself. */
export const copyByMenu = (command: 'copy' | 'cut') => later(() => document.execCommand(command));
