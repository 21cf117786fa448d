import { useLingui } from '@lingui/react/macro';
import { Pencil, Plus, Spline, Trash2 } from 'lucide-react';
import type { CardId, ConnectorId } from '../../../model/map/ids.ts';
import { MenuItem, MenuLine, Submenu } from '../../design/parts/Menu.tsx';
import { useCanvas } from '../canvasContext.ts';
import { later } from './afterMenu.ts';
import { WordsDialog } from './WordsDialog.tsx';

interface ConnectorItemsProps {
  readonly connectorId: ConnectorId;
}

export function ConnectorItems({ connectorId }: ConnectorItemsProps) {
  const { t } = useLingui();
  const { actions, shared, store } = useCanvas();
  const connector = shared.record('connectors', connectorId);
  if (connector === undefined) return null;
  return (
    <>
      <MenuItem icon={<Pencil />} onSelect={() => later(() => store.setState({ labelled: connectorId }))}>
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

/** The connectors of a card, each with what can be done with it, and a new one to the other card that is selected. */
export function ConnectorsOfCard({ cardId }: { readonly cardId: CardId }) {
  const { t } = useLingui();
  const canvas = useCanvas();
  const { actions, shared, store } = canvas;
  const connectors = canvas
    .map()
    .connectors.filter(({ fromCardId, toCardId }) => fromCardId === cardId || toCardId === cardId);
  const others = [...store.getState().selection].filter((id) => id !== cardId);
  const [other, ...more] = others;
  const nameOf = (id: CardId) => shared.record('cards', id)?.text.slice(0, 40) ?? '';
  const fromCard = (name: string) => t`From “${name}”`;
  const toCard = (name: string) => t`To “${name}”`;
  const fromCardToHere = (name: string) => t`From “${name}” to here`;
  const isPair = other !== undefined && more.length === 0;
  if (connectors.length === 0 && !isPair) return null;
  return (
    <Submenu icon={<Spline />} title={t`Connectors`}>
      {isPair && (
        <MenuItem icon={<Plus />} onSelect={() => actions.connect(other, cardId)}>
          {fromCardToHere(nameOf(other))}
        </MenuItem>
      )}
      {connectors.map(({ id, fromCardId, toCardId }) => (
        <Submenu
          key={id}
          title={fromCardId === cardId ? toCard(nameOf(toCardId)) : fromCard(nameOf(fromCardId))}
        >
          <ConnectorItems connectorId={id} />
        </Submenu>
      ))}
    </Submenu>
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
