/**
 * Called while a dialog opens; the answer gives the keyboard back to what had it, when the dialog has closed. A menu gives
 * it back before one of its items opens a dialog.
 */
export function keyboardReturn(): () => void {
  const before = document.activeElement;
  return () => {
    // An action of the dialog may have taken it elsewhere.
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const isThere = before !== null && before !== document.body && before.isConnected;
    // The map's own place: keys without a place belong to it anyway.
    const place = isThere ? before : document.querySelector('[data-place][tabindex="0"]');
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  };
}
