import { cloneElement, type MouseEvent, type ReactElement, useState } from 'react';
import type { ConnectorId } from '../../../model/map/ids.ts';
import { lazyPart } from '../../design/lazyPart.tsx';
import { useCanvas, useCanvasState } from '../canvasContext.ts';
import type { GridFocus } from '../gridFocus.ts';
import { connectorOfElement, placeOfElement } from './placeOfElement.ts';

/** What a menu was asked for on. */
export type MenuTarget = GridFocus | { readonly kind: 'connector'; readonly connectorId: ConnectorId };

export interface AskedMenu {
  readonly target: MenuTarget;
  /** Where, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly byKeyboard: boolean;
}

/** Comes with the first menu that is opened. */
const OpenCanvasMenu = lazyPart(async () => (await import('./OpenCanvasMenu.tsx')).OpenCanvasMenu);

/** The canvas with its menu, by right click, by a long press, or by the menu key. */
export function CanvasMenu({ children }: { readonly children: ReactElement<React.ComponentProps<'div'>> }) {
  const canvas = useCanvas();
  const [asked, setAsked] = useState<AskedMenu>();
  const isLabelling = useCanvasState((state) => state.labelled !== undefined);
  if (canvas.readOnly) return children;
  const ask = (event: MouseEvent) => {
    const element = event.target instanceof Element ? event.target : null;
    // Words in hand have the browser's own menu: spelling, paste.
    if (element === null || element.closest('textarea, input') !== null) return;
    event.preventDefault();
    const target = targetOf(element);
    if (target === undefined) return;
    if (target.kind !== 'connector') {
      const { store } = canvas;
      if (target.kind !== 'card') store.select([]);
      else if (!store.getState().selection.has(target.cardId)) store.select([target.cardId]);
      store.setFocus(target);
    }
    const { clientX: x, clientY: y } = event;
    // The menu key presses no button.
    setAsked({ target, at: { x, y }, byKeyboard: event.button !== 2 });
  };
  return (
    <>
      {cloneElement(children, { onContextMenu: ask })}
      {(asked !== undefined || isLabelling) && <OpenCanvasMenu asked={asked} />}
    </>
  );
}

function targetOf(element: Element): MenuTarget | undefined {
  const connectorId = connectorOfElement(element);
  return connectorId === undefined ? placeOfElement(element) : { kind: 'connector', connectorId };
}
