import { Trans, useLingui } from '@lingui/react/macro';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ConnectorId } from '../../../model/map/ids.ts';
import { Button } from '../../design/parts/Button.tsx';
import { Dialog } from '../../design/parts/Dialog.tsx';
import { Field } from '../../design/parts/Field.tsx';
import { useCanvas } from '../canvasContext.ts';
import { Item, later, MenuRule } from './menuParts.tsx';

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
  const before = shared.record('connectors', connectorId)?.label ?? '';
  const [label, setLabel] = useState(before);
  return (
    <Dialog open width="narrow" title={t`Label of the connector`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (label.trim() !== before) actions.setConnector(connectorId, { label: label.trim() });
          onClose();
        }}
      >
        <Field
          label={t`Label`}
          value={label}
          maxLength={500}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <p style={{ display: 'flex', justifyContent: 'flex-end', marginTop: 'var(--space-4)' }}>
          <Button look="main" type="submit">
            <Trans>Save</Trans>
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
