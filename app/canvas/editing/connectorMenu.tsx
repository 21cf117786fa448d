import { useLingui } from '@lingui/react/macro';
import { Pencil, Trash2 } from 'lucide-react';
import type { ConnectorId } from '../../../model/map/ids.ts';
import { useCanvas } from '../canvasContext.ts';
import { Item, later, MenuRule } from './menuParts.tsx';
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
      <Item icon={<Pencil />} onSelect={() => later(() => onLabel(connectorId))}>
        {connector.label === '' ? t`Add a label` : t`Change the label`}
      </Item>
      <Item
        onSelect={() =>
          actions.setConnector(connectorId, { kind: connector.kind === 'needs' ? 'triggers' : 'needs' })
        }
      >
        {connector.kind === 'needs' ? t`Make it a trigger` : t`Make it a dependency`}
      </Item>
      <Item
        onSelect={() =>
          actions.setConnector(connectorId, { heads: connector.heads === 'both' ? 'one' : 'both' })
        }
      >
        {connector.heads === 'both' ? t`One head` : t`Heads at both ends`}
      </Item>
      <MenuRule />
      <Item icon={<Trash2 />} danger onSelect={() => actions.deleteConnector(connectorId)}>{t`Delete`}</Item>
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
