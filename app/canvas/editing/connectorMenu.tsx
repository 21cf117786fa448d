import { useLingui } from '@lingui/react/macro';
import { Pencil, Trash2 } from 'lucide-react';
import type { ConnectorId } from '../../../model/map/ids.ts';
import { MenuItem, MenuLine } from '../../design/parts/Menu.tsx';
import { useCanvas } from '../canvasContext.ts';
import { later } from './afterMenu.ts';
import { WordsDialog } from './WordsDialog.tsx';

interface ConnectorItemsProps {
  readonly connectorId: ConnectorId;
  readonly onLabel: (connectorId: ConnectorId) => void;
}

export function ConnectorItems({ connectorId, onLabel }: ConnectorItemsProps) {
  const { t } = useLingui();
  const { actions, shared } = useCanvas();
  const connector = shared.record('connectors', connectorId);
  if (connector === undefined) return null;
  return (
    <>
      <MenuItem icon={<Pencil />} onSelect={() => later(() => onLabel(connectorId))}>
        {connector.label === '' ? t`Add a label` : t`Change the label`}
      </MenuItem>
      <MenuItem
        onSelect={() =>
          actions.setConnector(connectorId, { kind: connector.kind === 'needs' ? 'triggers' : 'needs' })
        }
      >
        {connector.kind === 'needs' ? t`Make it a trigger` : t`Make it a dependency`}
      </MenuItem>
      <MenuItem
        onSelect={() =>
          actions.setConnector(connectorId, { heads: connector.heads === 'both' ? 'one' : 'both' })
        }
      >
        {connector.heads === 'both' ? t`One head` : t`Heads at both ends`}
      </MenuItem>
      <MenuLine />
      <MenuItem
        icon={<Trash2 />}
        danger
        onSelect={() => actions.deleteConnector(connectorId)}
      >{t`Delete`}</MenuItem>
    </>
  );
}

export interface ConnectorLabelDialogProps {
  readonly connectorId: ConnectorId;
  readonly onClose: () => void;
}

/** What is written on an arrow: "if the order is known". Empty takes it away. */
export function ConnectorLabelDialog({ connectorId, onClose }: ConnectorLabelDialogProps) {
  const { t } = useLingui();
  const { actions, shared } = useCanvas();
  return (
    <WordsDialog
      title={t`Label of the connector`}
      label={t`Label`}
      words={shared.record('connectors', connectorId)?.label ?? ''}
      onSave={(label) => actions.setConnector(connectorId, { label })}
      onClose={onClose}
    />
  );
}
