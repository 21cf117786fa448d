import { useLingui } from '@lingui/react/macro';
import {
  ArrowDownToLine,
  Copy,
  CopyPlus,
  Image,
  Palette,
  Pencil,
  Plus,
  Scissors,
  Shapes,
  Star,
  Trash2,
} from 'lucide-react';
import { hueOfColour } from '../../../model/drawing/cardTone.ts';
import { cardColours } from '../../../model/map/card.ts';
import type { PersonaId } from '../../../model/map/ids.ts';
import { markerKinds, type MarkerKind } from '../../../model/map/marker.ts';
import { cardColourNames, markerKindNames } from '../../../model/text/mapNames.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { MenuItem, MenuLine, Submenu } from '../../design/parts/Menu.tsx';
import { useCanvas } from '../canvasContext.ts';
import type { GridFocus } from '../gridFocus.ts';
import styles from './CanvasMenu.module.css';
import { copyByMenu, later } from './afterMenu.ts';
import { ConnectorsOfCard } from './connectorMenu.tsx';
import { useChoosePicture } from './useChoosePicture.ts';

export interface CardItemsProps extends Extract<GridFocus, { kind: 'card' }> {
  /** Asks for the alternative text of a picture. */
  readonly onDescribe: (hash: string) => void;
}

export function CardItems({ cardId, onDescribe }: CardItemsProps) {
  const { t } = useLingui();
  const { actions, shared } = useCanvas();
  const card = shared.record('cards', cardId);
  const choosePicture = useChoosePicture();
  return (
    <>
      <MenuItem
        icon={<Pencil />}
        shortcut="Enter"
        onSelect={() => later(() => actions.editCard(cardId))}
      >{t`Edit`}</MenuItem>
      <MenuItem icon={<Copy />} shortcut="Ctrl+C" onSelect={() => copyByMenu('copy')}>{t`Copy`}</MenuItem>
      <MenuItem icon={<Scissors />} shortcut="Ctrl+X" onSelect={() => copyByMenu('cut')}>{t`Cut`}</MenuItem>
      <MenuItem
        icon={<CopyPlus />}
        shortcut="Ctrl+D"
        onSelect={() => actions.duplicate()}
      >{t`Duplicate`}</MenuItem>
      <Submenu icon={<Palette />} title={t`Colour`}>
        <MenuItem onSelect={() => actions.colour(undefined)}>{t`Colour of the lane`}</MenuItem>
        <MenuLine />
        <ColourItems />
      </Submenu>
      <Submenu icon={<Shapes />} title={t`Turn into`}>
        {card?.painPoint === undefined && (
          <MenuItem onSelect={() => actions.convert('painPoint')}>{t`Pain point`}</MenuItem>
        )}
        {card?.opportunity === undefined && (
          <MenuItem onSelect={() => actions.convert('opportunity')}>{t`Opportunity`}</MenuItem>
        )}
        {(card?.painPoint ?? card?.opportunity) !== undefined && (
          <MenuItem onSelect={() => actions.convert('note')}>{t`Note`}</MenuItem>
        )}
      </Submenu>
      <Submenu icon={<Image />} title={t`Picture`}>
        <MenuItem onSelect={() => later(() => void choosePicture({ cardId }))}>
          {card?.pictureId === undefined ? t`Choose a picture…` : t`Choose another picture…`}
        </MenuItem>
        {card?.pictureId !== undefined && (
          <>
            <MenuItem
              onSelect={() => later(() => onDescribe(card.pictureId!))}
            >{t`Say what it shows…`}</MenuItem>
            <MenuItem onSelect={() => actions.removePicture(cardId)}>{t`Take the picture away`}</MenuItem>
          </>
        )}
      </Submenu>
      <Submenu icon={<Star />} title={t`Marker`}>
        <MarkerItems onSelect={(kind) => actions.toggleMarker(kind, { cardId })} />
      </Submenu>
      <ConnectorsOfCard cardId={cardId} />
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
        <MenuItem
          icon={<ArrowDownToLine />}
          onSelect={() => actions.toTray()}
        >{t`Move to the tray`}</MenuItem>
      )}
      <MenuLine />
      <MenuItem
        icon={<Trash2 />}
        shortcut="Delete"
        danger
        onSelect={() => actions.deleteCards(actions.cardsInHand())}
      >
        {t`Delete`}
      </MenuItem>
    </>
  );
}

function ColourItems() {
  const { actions } = useCanvas();
  const language = useLanguage();
  return cardColours.map((colour) => (
    <MenuItem
      key={colour}
      icon={<span className={styles['swatch']} style={{ background: `var(--${hueOfColour[colour]})` }} />}
      onSelect={() => actions.colour(colour)}
    >
      {cardColourNames[colour][language]}
    </MenuItem>
  ));
}

export function MarkerItems({ onSelect }: { readonly onSelect: (kind: MarkerKind) => void }) {
  const language = useLanguage();
  return markerKinds.map((kind) => (
    <MenuItem key={kind} onSelect={() => onSelect(kind)}>
      {markerKindNames[kind][language]}
    </MenuItem>
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
      <MenuItem key={rating} onSelect={() => onChange(rating)}>
        {'●'.repeat(rating)}
        {'○'.repeat(5 - rating)}
      </MenuItem>
    ))}
  </Submenu>
);

export function CellItems({ laneId, stepId }: Extract<GridFocus, { kind: 'cell' }>) {
  const { t } = useLingui();
  const canvas = useCanvas();
  const { actions, shared } = canvas;
  const choosePicture = useChoosePicture();
  const kind = shared.record('lanes', laneId)?.kind;
  if (kind === 'emotion') {
    const { personas, emotions } = canvas.map();
    const feels = (personaId: PersonaId) =>
      emotions.some((one) => one.laneId === laneId && one.stepId === stepId && one.personaId === personaId);
    if (personas.length < 2 && !personas.some(({ id }) => feels(id)))
      return (
        <MenuItem
          icon={<Plus />}
          onSelect={() => actions.addEmotion(laneId, stepId, 0)}
        >{t`Add an emotion here`}</MenuItem>
      );
    return personas
      .filter(({ id }) => !feels(id))
      .map(({ id, name }) => (
        <MenuItem key={id} icon={<Plus />} onSelect={() => actions.addEmotion(laneId, stepId, 0, id)}>
          {t`Add an emotion of ${name}`}
        </MenuItem>
      ));
  }
  return (
    <>
      <MenuItem
        icon={<Plus />}
        shortcut="Enter"
        onSelect={() => later(() => actions.addCard(laneId, stepId))}
      >
        {t`Add a card here`}
      </MenuItem>
      <MenuItem icon={<Image />} onSelect={() => later(() => void choosePicture({ laneId, stepId }))}>
        {t`Add a picture here…`}
      </MenuItem>
    </>
  );
}
