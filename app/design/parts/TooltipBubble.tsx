import { autoUpdate, flip, hide, offset, shift, useFloating } from '@floating-ui/react-dom';
import { useCallback, useEffect, useId, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { TooltipSide } from './Tooltip.tsx';
import styles from './TooltipBubble.module.css';

const middleware = [offset(6), flip({ padding: 8 }), shift({ padding: 8 }), hide()];

/** An attribute of an element, also when it changes. */
function useAttribute(element: Element, name: string): string | null {
  const subscribe = useCallback(
    (changed: () => void) => {
      const observer = new MutationObserver(changed);
      observer.observe(element, { attributeFilter: [name] });
      return () => observer.disconnect();
    },
    [element, name],
  );
  return useSyncExternalStore(subscribe, () => element.getAttribute(name));
}

/** The words beside the thing they explain, as Tooltip wrote them on it. */
export function TooltipBubble({ anchor }: { readonly anchor: Element }) {
  const id = useId();
  const text = useAttribute(anchor, 'data-tip');
  const keys = anchor.getAttribute('data-tip-keys');
  const [bubble, setBubble] = useState<HTMLElement | null>(null);
  const { floatingStyles, isPositioned, middlewareData } = useFloating({
    elements: { reference: anchor, floating: bubble },
    // Written by Tooltip.
    placement: anchor.getAttribute('data-tip-side') as TooltipSide,
    strategy: 'fixed',
    middleware,
    whileElementsMounted: autoUpdate,
  });
  useEffect(() => {
    // What is named by the same words is not read twice.
    if (anchor.ariaLabel === text) return undefined;
    anchor.setAttribute('aria-describedby', id);
    return () => anchor.removeAttribute('aria-describedby');
  }, [anchor, id, text]);
  const isGone = !isPositioned || middlewareData.hide?.referenceHidden === true;
  return createPortal(
    <div
      ref={setBubble}
      id={id}
      role="tooltip"
      className={styles['bubble']}
      style={{ ...floatingStyles, ...(isGone ? { visibility: 'hidden' } : {}) }}
    >
      {text}
      {keys !== null && <kbd className={styles['keys']}>{keys}</kbd>}
    </div>,
    document.body,
  );
}
