import { useLingui } from '@lingui/react/macro';
import {
  ArrowDownToLine,
  ArrowRightToLine,
  ChevronRight,
  ChevronsDownUp,
  Copy,
  CopyPlus,
  Palette,
  Pencil,
  Plus,
  Scissors,
  Star,
  Trash2,
} from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { cardColours } from '../../../model/map/card.ts';
import type { ConnectorId } from '../../../model/map/ids.ts';
import { laneKinds } from '../../../model/map/lane.ts';
import { markerKinds, type MarkerKind } from '../../../model/map/marker.ts';
import { hueOfColour } from '../../../model/drawing/cardTone.ts';
import { laneKindNames } from '../../../model/text/laneNames.ts';
import { cardColourNames, markerKindNames } from '../../../model/text/mapNames.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import menu from '../../design/parts/Menu.module.css';
import { classNames } from '../../design/classNames.ts';
import { useCanvas } from '../canvasContext.ts';
import type { GridFocus } from '../gridFocus.ts';
import styles from './CanvasMenu.module.css';
import { placeOfElement } from './placeOfElement.ts';

/** What the menu was opened on. */
type MenuTarget = GridFocus | { readonly kind: 'connector'; readonly connectorId: ConnectorId };

/** The menu of the canvas, by right click, by a long press, or by the menu key: what can be done with what it is on. */
export function CanvasMenu({ children }: { readonly children: ReactNode }) {
  const canvas = useCanvas();
  const [target, setTarget] = useState<MenuTarget>();
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
          {target !== undefined && <Items target={target} />}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function Items({ target }: { readonly target: MenuTarget }) {
  switch (target.kind) {
    case 'card':
      return <CardItems {...target} />;
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

/** The browser then asks the canvas what to copy, as for the keys. Paste has its key alone: a page may not read the clipboard by itself. */
const copyByMenu = (command: 'copy' | 'cut') => later(() => document.execCommand(command));

function CardItems({ cardId }: Extract<GridFocus, { kind: 'card' }>) {
  const { t } = useLingui();
  const { actions, shared } = useCanvas();
  const card = shared.record('cards', cardId);
  return (
    <>
      <Item
        icon={<Pencil />}
        shortcut="Enter"
        onSelect={() => later(() => actions.editCard(cardId))}
      >{t`Edit`}</Item>
      <Item icon={<Copy />} shortcut="Ctrl+C" onSelect={() => copyByMenu('copy')}>{t`Copy`}</Item>
      <Item icon={<Scissors />} shortcut="Ctrl+X" onSelect={() => copyByMenu('cut')}>{t`Cut`}</Item>
      <Item icon={<CopyPlus />} shortcut="Ctrl+D" onSelect={() => actions.duplicate()}>{t`Duplicate`}</Item>
      <Submenu icon={<Palette />} title={t`Colour`}>
        <Item onSelect={() => actions.colour(undefined)}>{t`Colour of the lane`}</Item>
        <ContextMenu.Separator className={menu['line']} />
        <ColourItems />
      </Submenu>
      <Submenu icon={<Star />} title={t`Marker`}>
        <MarkerItems onSelect={(kind) => actions.toggleMarker(kind, { cardId })} />
      </Submenu>
      {card?.painPoint !== undefined && (
        <RatingSubmenu
          title={t`Severity`}
          value={card.painPoint.severity}
          onChange={(severity) => actions.setCard(cardId, { painPoint: { severity } })}
        />
      )}
      {card?.opportunity !== undefined && (
        <>
          <RatingSubmenu
            title={t`Impact`}
            value={card.opportunity.impact}
            onChange={(impact) =>
              card.opportunity && actions.setCard(cardId, { opportunity: { ...card.opportunity, impact } })
            }
          />
          <RatingSubmenu
            title={t`Effort`}
            value={card.opportunity.effort}
            onChange={(effort) =>
              card.opportunity && actions.setCard(cardId, { opportunity: { ...card.opportunity, effort } })
            }
          />
        </>
      )}
      {card?.laneId !== undefined && (
        <Item icon={<ArrowDownToLine />} onSelect={() => actions.toTray()}>{t`Move to the tray`}</Item>
      )}
      <ContextMenu.Separator className={menu['line']} />
      <Item
        icon={<Trash2 />}
        shortcut="Delete"
        danger
        onSelect={() => actions.deleteCards(actions.cardsInHand())}
      >
        {t`Delete`}
      </Item>
    </>
  );
}

function ColourItems() {
  const { actions } = useCanvas();
  const language = useLanguage();
  return cardColours.map((colour) => (
    <Item
      key={colour}
      icon={<span className={styles['swatch']} style={{ background: `var(--${hueOfColour[colour]})` }} />}
      onSelect={() => actions.colour(colour)}
    >
      {cardColourNames[colour][language]}
    </Item>
  ));
}

function MarkerItems({ onSelect }: { readonly onSelect: (kind: MarkerKind) => void }) {
  const language = useLanguage();
  return markerKinds.map((kind) => (
    <Item key={kind} onSelect={() => onSelect(kind)}>
      {markerKindNames[kind][language]}
    </Item>
  ));
}

interface RatingSubmenuProps {
  readonly title: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const RatingSubmenu = ({ title, value, onChange }: RatingSubmenuProps) => (
  <Submenu title={`${title}: ${value}`}>
    {[1, 2, 3, 4, 5].map((rating) => (
      <Item key={rating} onSelect={() => onChange(rating)}>
        {'●'.repeat(rating)}
        {'○'.repeat(5 - rating)}
      </Item>
    ))}
  </Submenu>
);

function CellItems({ laneId, stepId }: Extract<GridFocus, { kind: 'cell' }>) {
  const { t } = useLingui();
  const { actions, shared } = useCanvas();
  const kind = shared.record('lanes', laneId)?.kind;
  if (kind === 'emotion')
    return (
      <Item
        icon={<Plus />}
        onSelect={() => actions.addEmotion(laneId, stepId, 0)}
      >{t`Add an emotion here`}</Item>
    );
  return (
    <Item icon={<Plus />} shortcut="Enter" onSelect={() => later(() => actions.addCard(laneId, stepId))}>
      {t`Add a card here`}
    </Item>
  );
}

function StepItems({ stepId }: Extract<GridFocus, { kind: 'step' }>) {
  const { t } = useLingui();
  const canvas = useCanvas();
  const { actions } = canvas;
  const step = canvas.shared.record('steps', stepId);
  if (step === undefined) return null;
  return (
    <>
      <Item
        icon={<Pencil />}
        shortcut="Enter"
        onSelect={() => later(() => actions.editTitle({ kind: 'step', stepId }))}
      >
        {t`Rename`}
      </Item>
      <Item
        icon={<Plus />}
        onSelect={() => later(() => actions.insertStep(step.stageId, stepId))}
      >{t`Step before`}</Item>
      <Item
        icon={<ArrowRightToLine />}
        shortcut="Ctrl+Enter"
        onSelect={() => later(() => actions.insertStepAfter(stepId))}
      >
        {t`Step after`}
      </Item>
      <Submenu icon={<Star />} title={t`Marker`}>
        <MarkerItems onSelect={(kind) => actions.toggleMarker(kind, { stepId })} />
      </Submenu>
      <ContextMenu.Separator className={menu['line']} />
      <Item
        icon={<Trash2 />}
        shortcut="Delete"
        danger
        onSelect={() => actions.deletePlace({ kind: 'step', stepId })}
      >
        {t`Delete the step`}
      </Item>
    </>
  );
}

function StageItems({ stageId }: Extract<GridFocus, { kind: 'stage' }>) {
  const { t } = useLingui();
  const canvas = useCanvas();
  const { actions } = canvas;
  const stages = canvas.map().stages;
  const after = stages[stages.findIndex((one) => one.id === stageId) + 1]?.id;
  return (
    <>
      <Item
        icon={<Pencil />}
        shortcut="Enter"
        onSelect={() => later(() => actions.editTitle({ kind: 'stage', stageId }))}
      >
        {t`Rename`}
      </Item>
      <Item icon={<Plus />} onSelect={() => later(() => actions.insertStep(stageId, undefined))}>
        {t`Step in this stage`}
      </Item>
      <Item
        icon={<ArrowRightToLine />}
        shortcut="Ctrl+Enter"
        onSelect={() => later(() => actions.insertStage(after))}
      >
        {t`Stage after`}
      </Item>
      <Submenu icon={<Palette />} title={t`Colour`}>
        {[0, 1, 2, 3, 4, 5, 6, 7].map((hue) => (
          <Item
            key={hue}
            icon={<span className={styles['swatch']} style={{ background: `var(--stage-${hue})` }} />}
            onSelect={() => actions.setHue(stageId, hue)}
          >
            {t`Colour ${hue + 1}`}
          </Item>
        ))}
      </Submenu>
      <ContextMenu.Separator className={menu['line']} />
      <Item
        icon={<Trash2 />}
        shortcut="Delete"
        danger
        onSelect={() => actions.deletePlace({ kind: 'stage', stageId })}
      >
        {t`Delete the stage`}
      </Item>
    </>
  );
}

function LaneItems({ laneId }: Extract<GridFocus, { kind: 'lane' }>) {
  const { t } = useLingui();
  const language = useLanguage();
  const canvas = useCanvas();
  const { actions } = canvas;
  const lane = canvas.shared.record('lanes', laneId);
  const lanes = canvas.map().lanes;
  const below = lanes[lanes.findIndex((one) => one.id === laneId) + 1]?.id;
  if (lane === undefined) return null;
  return (
    <>
      <Item
        icon={<Pencil />}
        shortcut="Enter"
        onSelect={() => later(() => actions.editTitle({ kind: 'lane', laneId }))}
      >
        {t`Rename`}
      </Item>
      <Item icon={<ChevronsDownUp />} onSelect={() => actions.setCollapsed(laneId, !lane.collapsed)}>
        {lane.collapsed ? t`Open` : t`Collapse`}
      </Item>
      <Submenu icon={<Plus />} title={t`Lane below`}>
        {laneKinds.map((kind) => (
          <Item
            key={kind}
            onSelect={() => later(() => actions.insertLane(kind, laneKindNames[kind][language], below))}
          >
            {laneKindNames[kind][language]}
          </Item>
        ))}
      </Submenu>
      <ContextMenu.Separator className={menu['line']} />
      <Item
        icon={<Trash2 />}
        shortcut="Delete"
        danger
        onSelect={() => actions.deletePlace({ kind: 'lane', laneId })}
      >
        {t`Delete the lane`}
      </Item>
    </>
  );
}

function ConnectorItems({ connectorId }: Extract<MenuTarget, { kind: 'connector' }>) {
  const { t } = useLingui();
  const { actions, shared } = useCanvas();
  const connector = shared.record('connectors', connectorId);
  if (connector === undefined) return null;
  return (
    <>
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
      <ContextMenu.Separator className={menu['line']} />
      <Item icon={<Trash2 />} danger onSelect={() => actions.deleteConnector(connectorId)}>{t`Delete`}</Item>
    </>
  );
}

interface ItemProps {
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

const Item = ({ icon, shortcut, danger = false, onSelect, children }: ItemProps) => (
  <ContextMenu.Item className={classNames(menu['item'], danger && menu['danger'])} onSelect={onSelect}>
    <span className={menu['icon']}>{icon}</span>
    <span className={menu['text']}>{children}</span>
    {shortcut !== undefined && <kbd className={menu['shortcut']}>{shortcut}</kbd>}
  </ContextMenu.Item>
);

const Submenu = ({
  icon,
  title,
  children,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <ContextMenu.Sub>
    <ContextMenu.SubTrigger className={menu['item']}>
      <span className={menu['icon']}>{icon}</span>
      <span className={menu['text']}>{title}</span>
      <ChevronRight className={styles['more']} />
    </ContextMenu.SubTrigger>
    <ContextMenu.Portal>
      <ContextMenu.SubContent className={classNames(menu['menu'], styles['scroll'])} collisionPadding={8}>
        {children}
      </ContextMenu.SubContent>
    </ContextMenu.Portal>
  </ContextMenu.Sub>
);

/** After the menu has closed and given the keyboard back, so that an editor that opens keeps it. */
function later(action: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(action));
}
