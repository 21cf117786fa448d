/** What a menu was opened from: its items are gone when the dialog that one of them opened closes. */
let menuOpener: Element | null = null;

/** Called while a menu opens and still another element has the keyboard. */
export function rememberMenuOpener(): void {
  if (!isInMenu(document.activeElement)) menuOpener = document.activeElement;
}

/** Called while a dialog opens; the answer gives the keyboard back to what had it, when the dialog has closed. */
export function keyboardReturn(): () => void {
  const before = isInMenu(document.activeElement) ? menuOpener : document.activeElement;
  return () => {
    // An action of the dialog may have taken it elsewhere.
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const isThere = before !== null && before !== document.body && before.isConnected;
    // The map's own place: keys without a place belong to it anyway.
    const place = isThere ? before : document.querySelector('[data-place][tabindex="0"]');
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  };
}

const isInMenu = (element: Element | null): boolean => (element?.closest('[role="menu"]') ?? null) !== null;
