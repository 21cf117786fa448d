import { memo, useEffect, useRef } from 'react';
import type { Box, CardBox, MapLayout } from '../../../model/layout/mapLayout.ts';
import { cardBoxOnMap } from '../../../model/layout/placeOnMap.ts';
import type { CardId } from '../../../model/map/ids.ts';
import { useCanvas, useCanvasState } from '../canvasContext.ts';
import type { CardDrop, Carrying } from '../canvasState.ts';
import { cardSurface } from '../cards/cardSurface.ts';
import { CardFace } from '../cards/CardView.tsx';
import { classNames } from '../../design/classNames.ts';
import styles from './CarryLayer.module.css';
import { laneLineY, stageLineX, stepLineX } from './dropTargets.ts';

/** What is being carried and where it would go; the marquee; an arrow that is being drawn; an edge being pulled. */
export const CarryLayer = memo(({ layout }: { readonly layout: MapLayout }) => {
  const carrying = useCanvasState((state) => state.carrying);
  return (
    <div className={styles['layer']} aria-hidden>
      {carrying?.kind === 'cards' && carrying.by === 'pointer' && (
        <Ghosts layout={layout} cardIds={carrying.cardIds} allowed={carrying.target !== undefined} />
      )}
      {carrying !== undefined && <DropLine layout={layout} carrying={carrying} />}
      <Marquee />
      <DrawnConnector layout={layout} />
      <PulledEdge layout={layout} />
    </div>
  );
});

interface GhostsProps {
  readonly layout: MapLayout;
  readonly cardIds: readonly CardId[];
  readonly allowed: boolean;
}

/** Copies of the carried cards under the pointer; they move by transform, without rendering again. */
function Ghosts({ layout, cardIds, allowed }: GhostsProps) {
  const { store, shared } = useCanvas();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = () => {
      const { x, y } = store.getState().carriedBy;
      if (element.current !== null) element.current.style.transform = `translate(${x}px, ${y}px)`;
    };
    move();
    return store.subscribe(move);
  }, [store]);
  return (
    <div ref={element} className={classNames(styles['ghosts'], !allowed && styles['refused'])}>
      {placedBoxes(layout, cardIds).map(({ box, y, kind, group }) => {
        const card = shared.record('cards', box.cardId);
        if (card === undefined) return null;
        const surface = cardSurface(card, kind, group);
        return (
          <div
            key={box.cardId}
            className={classNames(surface.className, styles['ghost'])}
            style={{ ...surface.style, left: box.x, top: y, width: box.width, height: box.height }}
          >
            <CardFace card={card} box={box} />
          </div>
        );
      })}
    </div>
  );
}

function placedBoxes(layout: MapLayout, cardIds: readonly CardId[]) {
  const wanted = new Set(cardIds);
  const inGrid = layout.rows.flatMap((row) =>
    row.content.cards
      .filter((box) => wanted.has(box.cardId))
      .map((box) => ({ box, y: box.y + row.y, kind: row.content.kind, group: row.content.group })),
  );
  const loose = layout.stickies
    .filter((box) => wanted.has(box.cardId))
    .map((box) => ({ box, y: box.y, kind: undefined, group: undefined }));
  return [...inGrid, ...loose];
}

function DropLine({ layout, carrying }: { readonly layout: MapLayout; readonly carrying: Carrying }) {
  const box = dropBox(layout, carrying);
  if (box === undefined) return null;
  const { outline, ...place } = box;
  return (
    <div
      className={outline ? styles['dropCell'] : styles['dropLine']}
      style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
    />
  );
}

function dropBox(layout: MapLayout, carrying: Carrying): (Box & { readonly outline: boolean }) | undefined {
  const line = (box: Box) => ({ ...box, outline: false });
  if (carrying.target === undefined) return undefined;
  switch (carrying.kind) {
    case 'cards':
      return cardDropBox(layout, carrying.target);
    case 'step': {
      const x = stepLineX(layout, carrying.target);
      return x === undefined
        ? undefined
        : line({ x: x - 1.5, y: layout.header.stepY, width: 3, height: layout.height - layout.header.stepY });
    }
    case 'stage':
      return line({
        x: stageLineX(layout, carrying.target.before) - 1.5,
        y: 0,
        width: 3,
        height: layout.height,
      });
    case 'lane':
      return line({
        x: 0,
        y: laneLineY(layout, carrying.target.before) - 1.5,
        width: layout.width,
        height: 3,
      });
  }
}

/** A line before the card it would stand before, or the outline of the cell at whose end it would stand. */
function cardDropBox(layout: MapLayout, target: CardDrop): (Box & { readonly outline: boolean }) | undefined {
  if (target.kind === 'loose') return undefined;
  const { laneId, stepId, beforeCardId } = target.place;
  const row = layout.rows.find((one) => one.laneId === laneId);
  const column = layout.columns.find((one) => one.stepId === stepId);
  if (row === undefined || column === undefined) return undefined;
  const before: CardBox | undefined = row.content.cards.find((card) => card.cardId === beforeCardId);
  if (before !== undefined)
    return { x: before.x, y: row.y + before.y - 5, width: before.width, height: 3, outline: false };
  return { x: column.x + 2, y: row.y + 2, width: column.width - 4, height: row.height - 4, outline: true };
}

function Marquee() {
  const marquee = useCanvasState((state) => state.marquee);
  return marquee === undefined ? null : (
    <div
      className={styles['marquee']}
      style={{ left: marquee.x, top: marquee.y, width: marquee.width, height: marquee.height }}
    />
  );
}

function DrawnConnector({ layout }: { readonly layout: MapLayout }) {
  const drawn = useCanvasState((state) => state.drawnConnector);
  if (drawn === undefined) return null;
  const from = cardBoxOnMap(layout, drawn.fromCardId);
  if (from === undefined) return null;
  const over = drawn.overCardId === undefined ? undefined : cardBoxOnMap(layout, drawn.overCardId);
  return (
    <>
      <svg className={styles['drawing']} width="1" height="1">
        <line
          className={styles['drawn']}
          x1={from.x + from.width / 2}
          y1={from.y + from.height}
          x2={drawn.to.x}
          y2={drawn.to.y}
        />
        <circle className={styles['drawnEnd']} cx={drawn.to.x} cy={drawn.to.y} r="4" />
      </svg>
      {over !== undefined && (
        <div
          className={styles['dropCell']}
          style={{ left: over.x - 2, top: over.y - 2, width: over.width + 4, height: over.height + 4 }}
        />
      )}
    </>
  );
}

function PulledEdge({ layout }: { readonly layout: MapLayout }) {
  const edge = useCanvasState((state) => state.pulledEdge);
  if (edge === undefined) return null;
  if (edge.kind === 'span') {
    // The edge of a card carries the card's id.
    const box = cardBoxOnMap(layout, edge.id as CardId);
    return box === undefined ? null : (
      <div
        className={styles['dropCell']}
        style={{ left: box.x, top: box.y, width: edge.length, height: box.height }}
      />
    );
  }
  const column = layout.columns.find((one) => one.stepId === edge.id);
  const row = layout.rows.find((one) => one.laneId === edge.id);
  return (
    <div
      className={styles['dropLine']}
      style={
        column === undefined
          ? { left: 0, top: (row?.y ?? 0) + edge.length - 1, width: layout.width, height: 2 }
          : { left: column.x + edge.length - 1, top: 0, width: 2, height: layout.height }
      }
    />
  );
}
