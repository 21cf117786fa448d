import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useViewport } from './reactFlow/FlowShell.tsx';
import type { Box } from '../../model/layout/mapLayout.ts';
import { visibleBox } from './viewport.ts';

/**
 * Keeps an element of the moving layer where the view is: `place` gives its shift in map units from what is visible.
 * It writes the style at every change of the view and renders nothing again.
 */
export function useSticky<E extends HTMLElement>(
  place: (visible: Box) => { readonly x?: number; readonly y?: number },
): RefObject<E | null> {
  const element = useRef<E>(null);
  const viewport = useViewport();
  useLayoutEffect(() => {
    const update = () => {
      const { x = 0, y = 0 } = place(visibleBox(viewport.get(), viewport.size()));
      if (element.current !== null) element.current.style.transform = `translate(${x}px, ${y}px)`;
    };
    update();
    return viewport.subscribe(update);
  }, [viewport, place]);
  return element;
}

/** Stays at the top edge once the map is pushed above it; at the left edge; at both. */
export const atTop = (visible: Box) => ({ y: Math.max(0, visible.y) });
export const atLeft = (visible: Box) => ({ x: Math.max(0, visible.x) });
export const atTopLeft = (visible: Box) => ({ x: Math.max(0, visible.x), y: Math.max(0, visible.y) });
