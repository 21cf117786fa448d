import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { OpenMenu } from '../../design/parts/OpenMenu.tsx';
import { useCanvas, useCanvasState } from '../canvasContext.ts';
import type { AskedMenu, MenuTarget } from './CanvasMenu.tsx';
import { CardItems, CellItems } from './cardMenu.tsx';
import { ConnectorItems, ConnectorLabelDialog } from './connectorMenu.tsx';
import { PictureWordsDialog } from './PictureWordsDialog.tsx';
import { LaneItems, StageItems, StepItems } from './trackMenu.tsx';

/** What can be done with what a menu was asked for on, and the dialogs that its items open. */
export function OpenCanvasMenu({ asked }: { readonly asked: AskedMenu | undefined }) {
  const { t } = useLingui();
  const { store } = useCanvas();
  const [closed, setClosed] = useState<AskedMenu>();
  const labelled = useCanvasState((state) => state.labelled);
  const [described, setDescribed] = useState<string>();
  return (
    <>
      {asked !== undefined && closed !== asked && (
        <OpenMenu
          at={{ ...asked.at, width: 0, height: 0 }}
          side="right"
          label={t`Menu`}
          byKeyboard={asked.byKeyboard}
          onClose={() => setClosed(asked)}
          onClosed={store.keepKeyboard}
        >
          <Items target={asked.target} onDescribe={setDescribed} />
        </OpenMenu>
      )}
      {labelled !== undefined && (
        <ConnectorLabelDialog
          connectorId={labelled}
          onClose={() => store.setState({ labelled: undefined })}
        />
      )}
      {described !== undefined && (
        <PictureWordsDialog hash={described} onClose={() => setDescribed(undefined)} />
      )}
    </>
  );
}

interface ItemsProps {
  readonly target: MenuTarget;
  readonly onDescribe: (hash: string) => void;
}

function Items({ target, onDescribe }: ItemsProps) {
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
      return <ConnectorItems {...target} />;
  }
}
