import { useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useRef } from 'react';
import type { Point } from '../../../model/layout/mapLayout.ts';
import { hasOwnKeys } from '../../design/hasOwnKeys.ts';
import { textFields } from '../../design/textFields.ts';
import { useShownPresence } from '../people/useShownPresence.ts';
import type { ViewportSource } from '../viewport.ts';
import { readingDistance, zoomAround } from '../viewport.ts';
import { type Canvas, useCanvas } from '../canvasContext.ts';
import { focusKey, type GridFocus } from '../gridFocus.ts';
import { isGround, useViewport } from '../reactFlow/FlowShell.tsx';
import { pickUp, pressKey } from './canvasKeys.ts';
import { listenToDrops } from './bringPictures.ts';
import { listenToClipboard } from './clipboard.ts';
import { connectorOfElement, placeOfElement } from './placeOfElement.ts';
import { pressCanvas } from './pointerGestures.ts';
import { reveal } from '../reveal.ts';

/** Listens to pointer and keyboard on the canvas around it, and keeps the keyboard at the focused place. */
export function Interaction() {
  const { i18n } = useLingui();
  const canvas = useCanvas();
  const viewport = useViewport();
  const anchor = useRef<HTMLSpanElement>(null);
  const root = useCallback(() => anchor.current?.closest<HTMLElement>('[data-canvas]') ?? null, []);
  useShownPresence(canvas, viewport, root);
  useEffect(() => {
    const element = root();
    if (element === null) return undefined;
    const stops = [
      listen(element, canvas, viewport),
      followFocus(element, canvas, viewport),
      listenToDrops(element, canvas, viewport, i18n),
      listenToClipboard(
        (event) =>
          belongsTo(element, event) &&
          !isWritten(event.target) &&
          (event.type !== 'cut' || !isOutOfSight(canvas, viewport)),
        canvas,
        i18n,
      ),
    ];
    return () => {
      stops.forEach((stop) => stop());
      // What the keyboard carried is put back when the view is left.
      canvas.store.setState({ carrying: undefined });
    };
  }, [canvas, viewport, root, i18n]);
  return <span ref={anchor} hidden />;
}

function listen(root: HTMLElement, canvas: Canvas, viewport: ViewportSource): () => void {
  const { store, actions } = canvas;
  let spaceAlone = false;

  const onPointerDown = (event: PointerEvent) => {
    spaceAlone = false;
    if (!inside(root, event)) return;
    pressCanvas(event, canvas, viewport, root);
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (canvas.readOnly || !(event.target instanceof Element) || !inside(root, event)) return;
    if (event.target.closest('textarea, button') !== null) return;
    const place = placeOfElement(event.target);
    const labelled = connectorOfElement(event.target);
    const at = viewport.toMap({ x: event.clientX, y: event.clientY });
    if (place !== undefined) actions.editPlace(place);
    else if (labelled !== undefined) store.setState({ labelled });
    else if (!isGround(event.target)) return;
    // From afar nothing can be written: one comes nearer first.
    else if (readingDistance(viewport.get().zoom) !== 'near') comeNear(viewport, at);
    else actions.addNote(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isWritten(event.target)) return;
    if (event.key === ' ' && event.target instanceof HTMLElement && event.target.closest('button') === null) {
      event.preventDefault();
      if (store.getState().carrying !== undefined) pressKey(event, canvas);
      else spaceAlone = !event.repeat || spaceAlone;
      return;
    }
    spaceAlone = false;
    if (event.target instanceof Element && event.target.closest('button') !== null && !takesBack(event))
      return;
    const now = isOutOfSight(canvas, viewport) && !takesBack(event) ? { ...canvas, readOnly: true } : canvas;
    if (pressKey(event, now)) event.preventDefault();
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key !== ' ' || !spaceAlone) return;
    spaceAlone = false;
    if (!isOutOfSight(canvas, viewport) && pickUp(canvas)) event.preventDefault();
  };
  const onFocusIn = (event: FocusEvent) => {
    if (!(event.target instanceof Element) || event.target.matches('[data-emotion-step], textarea')) return;
    const place = event.target.matches('[data-place]') ? placeOfElement(event.target) : undefined;
    if (place !== undefined) store.setFocus(place);
  };
  root.addEventListener('pointerdown', onPointerDown);
  root.addEventListener('dblclick', onDoubleClick);
  const keyDown = (event: KeyboardEvent) => (belongsTo(root, event) || takesBack(event)) && onKeyDown(event);
  const keyUp = (event: KeyboardEvent) => belongsTo(root, event) && onKeyUp(event);
  document.addEventListener('keydown', keyDown);
  document.addEventListener('keyup', keyUp);
  root.addEventListener('focusin', onFocusIn);
  return () => {
    root.removeEventListener('pointerdown', onPointerDown);
    root.removeEventListener('dblclick', onDoubleClick);
    document.removeEventListener('keydown', keyDown);
    document.removeEventListener('keyup', keyUp);
    root.removeEventListener('focusin', onFocusIn);
  };
}

/** Menus and dialogs of the canvas are its children for React, but stand elsewhere in the page. */
const inside = (root: HTMLElement, event: Event): boolean =>
  event.target instanceof Node && root.contains(event.target);

/** Keys that nothing else has belong to the canvas, also right after the element that had them went away. */
const belongsTo = (root: HTMLElement, event: Event): boolean =>
  event.target === document.body || inside(root, event);

/** Undo and redo are the map's wherever the keyboard is on the screen, but in a field or a dialog. */
const takesBack = ({ target, key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && /^[zy]$/i.test(key) && !hasOwnKeys(target);

/** What is not seen, because one is far away, is not edited by a key unless it was selected. */
const isOutOfSight = ({ store }: Canvas, viewport: ViewportSource): boolean =>
  readingDistance(viewport.get().zoom) !== 'near' && store.getState().selection.size === 0;

/** To full size around a point of the map, which stays where it is on screen. */
function comeNear(viewport: ViewportSource, at: Point): void {
  const now = viewport.get();
  viewport.set(zoomAround(now, 1, { x: at.x * now.zoom + now.x, y: at.y * now.zoom + now.y }), {
    animate: true,
  });
}

const isWritten = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(textFields);

/** Brings the place that gets the keyboard into sight and gives it the browser's focus, if the canvas has it. */
function followFocus(root: HTMLElement, canvas: Canvas, viewport: ViewportSource): () => void {
  return canvas.store.subscribe((state, before) => {
    if (state.keyboardCalls !== before.keyboardCalls) giveKeyboard(root, canvas);
    const target = carriedTo(state.carrying) ?? state.focus;
    const earlier = carriedTo(before.carrying) ?? before.focus;
    if (target === undefined || target === earlier) return;
    const hadKeyboard = root.contains(document.activeElement) || document.activeElement === document.body;
    if (!hadKeyboard) return;
    reveal(canvas, viewport, target);
    if (state.focus === undefined || state.editing !== undefined) return;
    giveKeyboard(root, canvas);
  });
}

function carriedTo(carrying: ReturnType<Canvas['store']['getState']>['carrying']): GridFocus | undefined {
  if (carrying?.kind !== 'cards' || carrying.by !== 'keyboard' || carrying.target?.kind !== 'cell')
    return undefined;
  const { laneId, stepId } = carrying.target.place;
  return { kind: 'cell', laneId, stepId };
}

/** After the next paint, when the place is certainly mounted. */
export function giveKeyboard(root: HTMLElement, canvas: Canvas): void {
  requestAnimationFrame(() => {
    const { focus, editing } = canvas.store.getState();
    const isElsewhere = document.activeElement !== document.body && !root.contains(document.activeElement);
    if (focus === undefined || editing !== undefined || isElsewhere) return;
    const element = root.querySelector<HTMLElement>(`[data-place="${focusKey(focus)}"]`);
    // A face on the curve has the keyboard inside its cell.
    const isInside =
      document.activeElement?.matches('[data-emotion-step]') === true &&
      element?.contains(document.activeElement);
    if (element !== null && element !== document.activeElement && isInside !== true)
      element.focus({ preventScroll: true });
  });
}
