import { useEffect, useState } from 'react';
import { lazyPart } from '../lazyPart.tsx';

/** Comes with the first explanation that is shown. */
const TooltipBubble = lazyPart(async () => (await import('./TooltipBubble.tsx')).TooltipBubble, {
  missing: null,
});

/** One rests this long on something before it is explained, and may leave it for so long on the way to the explanation. */
const restMs = 400;
const leaveMs = 120;
/** From one explained thing to the next within this time there is no waiting. */
const nextMs = 200;

/** Shows what Tooltip says of the thing that is pointed at or focused; stands once in the application. */
export function TooltipLayer() {
  const [anchor, setAnchor] = useState<Element>();
  useEffect(() => followPointerAndFocus(setAnchor), []);
  return anchor === undefined ? null : <TooltipBubble anchor={anchor} />;
}

/** Tells what is to be explained, and undefined when nothing is. */
function followPointerAndFocus(show: (anchor: Element | undefined) => void): () => void {
  let shown: Element | undefined;
  let pointedAt: Element | undefined;
  let closedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const turnTo = (anchor: Element | undefined): void => {
    clearTimeout(timer);
    if (shown !== undefined) closedAt = performance.now();
    shown = anchor;
    show(anchor);
  };
  const turnLater = (anchor: Element | undefined, delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => turnTo(anchor), delayMs);
  };

  const over = ({ target, pointerType }: PointerEvent): void => {
    if (pointerType === 'touch' || !(target instanceof Element)) return;
    const next = target.closest('[data-tip], [role=tooltip]') ?? undefined;
    if (next === pointedAt) return;
    pointedAt = next;
    const isOnTheWay = shown !== undefined || performance.now() - closedAt < nextMs;
    if (next === undefined) turnLater(undefined, leaveMs);
    // The explanation itself can be pointed at, to read or to select it.
    else if (next.role === 'tooltip') clearTimeout(timer);
    else turnLater(next, isOnTheWay ? 0 : restMs);
  };
  const focusIn = ({ target }: FocusEvent): void => {
    if (target instanceof Element && target.matches('[data-tip]:focus-visible')) turnTo(target);
  };
  /** Out of the window nothing is pointed at. */
  const leave = (): void => {
    pointedAt = undefined;
    turnLater(undefined, leaveMs);
  };
  const end = (): void => turnTo(undefined);
  const escape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') end();
  };

  document.addEventListener('pointerover', over);
  document.documentElement.addEventListener('pointerleave', leave);
  document.addEventListener('pointerdown', end, true);
  document.addEventListener('focusin', focusIn);
  document.addEventListener('focusout', end);
  document.addEventListener('keydown', escape, true);
  document.addEventListener('scroll', end, true);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('pointerover', over);
    document.documentElement.removeEventListener('pointerleave', leave);
    document.removeEventListener('pointerdown', end, true);
    document.removeEventListener('focusin', focusIn);
    document.removeEventListener('focusout', end);
    document.removeEventListener('keydown', escape, true);
    document.removeEventListener('scroll', end, true);
  };
}
