import { useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import type { BlueprintGroup } from '../../../model/layout/blueprintLines.ts';
import type { Box, CardBox } from '../../../model/layout/mapLayout.ts';
import type { Card } from '../../../model/map/card.ts';
import type { LaneKind } from '../../../model/map/lane.ts';
import { classNames } from '../../design/classNames.ts';
import { PictureView } from '../../pictures/PictureView.tsx';
import { useCanvas, useCanvasState } from '../canvasContext.ts';
import { TextLines } from '../TextLines.tsx';
import { useRecord } from '../useRecord.ts';
import { cardSurface } from './cardSurface.ts';
import { CardFooter } from './CardFooter.tsx';
import { CardTextEditor } from './CardTextEditor.tsx';
import styles from './CardView.module.css';
import { ChannelIcon } from './ChannelIcon.tsx';
import { MarkerBadge } from './MarkerBadge.tsx';
import { useCardName } from './useCardName.ts';

export interface CardViewProps {
  readonly box: CardBox;
  /** From the left edge of what the card is drawn in. */
  readonly x: number;
  /** Of its lane; none for a loose note. */
  readonly kind: LaneKind | undefined;
  readonly group: BlueprintGroup | undefined;
}

/** One card at its place. It reads its own record, so that an edit elsewhere does not render it again. */
export const CardView = memo(({ box, x, kind, group }: CardViewProps) => {
  const { t } = useLingui();
  const canvas = useCanvas();
  const card = useRecord('cards', box.cardId);
  const selected = useCanvasState((state) => state.selection.has(box.cardId));
  const alone = useCanvasState((state) => state.selection.size === 1);
  const isFocus = useCanvasState(
    (state) => state.focus?.kind === 'card' && state.focus.cardId === box.cardId,
  );
  const isEdited = useCanvasState(
    (state) => state.editing?.kind === 'card' && state.editing.cardId === box.cardId,
  );
  const isCarried = useCanvasState(
    (state) => state.carrying?.kind === 'cards' && state.carrying.cardIds.includes(box.cardId),
  );
  const name = useCardName(card);
  if (card === undefined) return null;
  const surface = cardSurface(card, kind, group);
  return (
    <div
      role="group"
      aria-roledescription={t`card`}
      aria-label={selected ? t`${name}, selected` : name}
      tabIndex={isFocus ? 0 : -1}
      data-place={box.cardId}
      data-card={box.cardId}
      className={classNames(
        surface.className,
        selected && styles['selected'],
        isEdited && styles['edited'],
        isCarried && styles['carried'],
      )}
      style={{ ...surface.style, left: x, top: box.y, width: box.width, height: box.height }}
    >
      <CardFace card={card} box={box} withoutText={isEdited} />
      {isEdited && <CardTextEditor cardId={box.cardId} block={box.text} width={box.width} />}
      {selected && alone && !isEdited && !canvas.readOnly && box.column >= 0 && (
        <>
          <div className={styles['spanEdge']} data-edge="span" data-edge-of={box.cardId} aria-hidden />
          <div className={styles['connectorDot']} data-connect-from={box.cardId} aria-hidden />
        </>
      )}
    </div>
  );
});

/** What stands on a card. */
export function CardFace({
  card,
  box,
  withoutText = false,
}: {
  readonly card: Card;
  readonly box: CardBox;
  readonly withoutText?: boolean;
}) {
  const { picture } = box;
  return (
    <>
      {picture !== undefined && card.pictureId !== undefined && (
        <CardPicture hash={card.pictureId} box={picture} card={card} />
      )}
      {box.icon !== undefined && card.touchpoint !== undefined && (
        <ChannelIcon channel={card.touchpoint.channel} box={box.icon} />
      )}
      {!withoutText && <TextLines block={box.text} />}
      {box.quote !== undefined && <TextLines block={box.quote} className={styles['quote']} />}
      {box.footer !== undefined && <CardFooter card={card} box={box.footer} />}
      {box.markers.map((marker) => (
        <MarkerBadge key={marker.markerId} box={marker} />
      ))}
    </>
  );
}

interface CardPictureProps {
  readonly hash: string;
  readonly box: Box;
  readonly card: Card;
}

/** The card's name says what a picture without other words shows. */
function CardPicture({ hash, box, card }: CardPictureProps) {
  const { pictures } = useCanvas();
  const alt = useRecord('pictures', hash)?.alt ?? '';
  return (
    <PictureView
      pictures={pictures}
      hash={hash}
      alt={alt === card.text ? '' : alt}
      className={styles['picture']}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    />
  );
}
