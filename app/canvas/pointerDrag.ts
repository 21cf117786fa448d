import type { Point } from '../../model/layout/mapLayout.ts';
import type { ViewportSource } from './viewport.ts';

export interface PointerDragHandlers {
  /** The pointer has moved past the threshold: from here on it is a drag. */
  readonly onStart?: (at: Point) => void;
  /** At most once per frame, in map units; also while the view pans under a still pointer. */
  readonly onMove: (at: Point) => void;
  readonly onDrop: (at: Point) => void;
  /** Escape, or the browser took the pointer away. */
  readonly onCancel?: () => void;
  /** The pointer was released without a drag. */
  readonly onPress?: () => void;
  /** The directions in which the view pans near the edges; both when left out. */
  readonly panAxis?: 'x' | 'y';
  /** A release elsewhere than on the canvas puts back what was carried. */
  readonly dropsOnCanvas?: boolean;
}

const thresholdPx = 4;
/** Touch starts a drag after holding still, so that a swipe pans. */
const holdMilliseconds = 350;
const panMarginPx = 48;
const panPxPerFrame = 14;

/**
 * Follows one pointer from its press until release or Escape, in map units, panning the view near the edges of
 * the canvas. Everything that is dragged on the canvas goes through here.
 */
export function startPointerDrag(
  press: PointerEvent,
  viewport: ViewportSource,
  canvas: HTMLElement,
  handlers: PointerDragHandlers,
): void {
  let client: Point = { x: press.clientX, y: press.clientY };
  let dragging = false;
  let frame = 0;
  const hold = press.pointerType === 'touch' ? window.setTimeout(() => begin(), holdMilliseconds) : undefined;

  function begin(): void {
    dragging = true;
    canvas.setPointerCapture(press.pointerId);
    window.addEventListener('touchmove', keepFromPanning, { capture: true, passive: false });
    handlers.onStart?.(viewport.toMap({ x: press.clientX, y: press.clientY }));
    schedule();
  }

  function schedule(): void {
    if (frame === 0) frame = requestAnimationFrame(tick);
  }

  function tick(): void {
    frame = 0;
    if (!dragging) return;
    if (panTowards()) schedule();
    handlers.onMove(viewport.toMap(client));
  }

  /** Moves the view when the pointer has come near an edge; true while it does. */
  function panTowards(): boolean {
    const frame = canvas.getBoundingClientRect();
    const x = handlers.panAxis === 'y' ? 0 : pull(client.x, press.clientX, frame.left, frame.right);
    const y = handlers.panAxis === 'x' ? 0 : pull(client.y, press.clientY, frame.top, frame.bottom);
    if (x === 0 && y === 0) return false;
    const now = viewport.get();
    viewport.set({ ...now, x: now.x + x, y: now.y + y });
    return true;
  }

  function onPointerMove(event: PointerEvent): void {
    if (event.pointerId !== press.pointerId) return;
    client = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(client.x - press.clientX, client.y - press.clientY) > thresholdPx;
    if (dragging) schedule();
    else if (far && hold === undefined) begin();
    else if (far) end();
  }

  function onPointerUp(event: PointerEvent): void {
    if (event.pointerId !== press.pointerId) return;
    const wasDragging = dragging;
    end();
    if (!wasDragging) handlers.onPress?.();
    else if (handlers.dropsOnCanvas === true && !canvas.contains(elementUnder(event))) handlers.onCancel?.();
    else handlers.onDrop(viewport.toMap({ x: event.clientX, y: event.clientY }));
  }

  function cancel(): void {
    const wasDragging = dragging;
    end();
    if (wasDragging) handlers.onCancel?.();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !dragging) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  }

  function end(): void {
    dragging = false;
    window.clearTimeout(hold);
    cancelAnimationFrame(frame);
    if (canvas.hasPointerCapture(press.pointerId)) canvas.releasePointerCapture(press.pointerId);
    window.removeEventListener('touchmove', keepFromPanning, true);
    window.removeEventListener('pointermove', onPointerMove);
    window.removeEventListener('pointerup', onPointerUp);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', onKeyDown, true);
  }

  window.addEventListener('pointermove', onPointerMove);
  window.addEventListener('pointerup', onPointerUp);
  window.addEventListener('pointercancel', cancel);
  window.addEventListener('keydown', onKeyDown, true);
}

/** A finger that carries something must not pan the view as well. */
function keepFromPanning(event: TouchEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

const elementUnder = ({ clientX, clientY }: PointerEvent): Element | null =>
  document.elementFromPoint(clientX, clientY);

/** How far to pan in a frame: not where the pointer was near the edge from the beginning, as on a header. */
function pull(at: number, begun: number, from: number, to: number): number {
  const near = from + panMarginPx;
  const far = to - panMarginPx;
  if (at < near && at < begun) return panPxPerFrame * Math.min(1, (near - at) / panMarginPx);
  if (at > far && at > begun) return -panPxPerFrame * Math.min(1, (at - far) / panMarginPx);
  return 0;
}
