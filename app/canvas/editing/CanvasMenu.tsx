import { ContextMenu } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import type { ConnectorId } from '../../../model/map/ids.ts';
import menu from '../../design/parts/Menu.module.css';
import { useCanvas } from '../canvasContext.ts';
import type { GridFocus } from '../gridFocus.ts';
import { placeOfElement } from './placeOfElement.ts';
import { CardItems, CellItems } from './cardMenu.tsx';
import { ConnectorItems, ConnectorLabelDialog } from './connectorMenu.tsx';
import { PictureWordsDialog } from './PictureWordsDialog.tsx';
import { LaneItems, StageItems, StepItems } from './trackMenu.tsx';

/** What the menu was opened on. */
type MenuTarget = GridFocus | { readonly kind: 'connector'; readonly connectorId: ConnectorId };

/** The menu of the canvas, by right click, by a long press, or by the menu key: what can be done with what it is on. */
export function CanvasMenu({ children }: { readonly children: ReactNode }) {
  const canvas = useCanvas();
  const [target, setTarget] = useState<MenuTarget>();
  const [labelled, setLabelled] = useState<ConnectorId>();
  const [described, setDescribed] = useState<string>();
  if (canvas.readOnly) return children;
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        asChild
        onContextMenu={(event) => {
          const element = event.target instanceof Element ? event.target : null;
          if (element === null || element.closest('textarea') !== null) return event.preventDefault();
          const connector = element.closest('[data-connector]')?.getAttribute('data-connector');
          const place =
            connector === null || connector === undefined
              ? (placeOfElement(element) ?? undefined)
              : // Written by ConnectorLayer.
                { kind: 'connector' as const, connectorId: connector as ConnectorId };
          setTarget(place);
          if (place === undefined) return event.preventDefault();
          if (place.kind === 'connector') return undefined;
          const { store } = canvas;
          if (place.kind !== 'card') store.select([]);
          else if (!store.getState().selection.has(place.cardId)) store.select([place.cardId]);
          store.setFocus(place);
          return undefined;
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content
          className={menu['menu']}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            canvas.store.keepKeyboard();
          }}
        >
          {target !== undefined && <Items target={target} onLabel={setLabelled} onDescribe={setDescribed} />}
        </ContextMenu.Content>
      </ContextMenu.Portal>
      {labelled !== undefined && (
        <ConnectorLabelDialog connectorId={labelled} onClose={() => setLabelled(undefined)} />
      )}
      {described !== undefined && (
        <PictureWordsDialog hash={described} onClose={() => setDescribed(undefined)} />
      )}
    </ContextMenu.Root>
  );
}

interface ItemsProps {
  readonly target: MenuTarget;
  readonly onLabel: (connectorId: ConnectorId) => void;
  readonly onDescribe: (hash: string) => void;
}

function Items({ target, onLabel, onDescribe }: ItemsProps) {
  switch (target.kind) {
    case 'card':
      return <CardItems {...target} onDescribe={onDescribe} />;
    case 'cell':
      return <CellItems {...target} />;
    case 'step':
      return <StepItems {...target} />;
    case 'stage':
      return <StageItems {...target} />;
    case 'lane':
      return <LaneItems {...target} />;
    case 'connector':
      return <ConnectorItems {...target} onLabel={onLabel} />;
  }
}
