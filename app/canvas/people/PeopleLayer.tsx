import { memo, useMemo } from 'react';
import type { Box, MapLayout } from '../../../model/layout/mapLayout.ts';
import type { CardId, LaneId, StageId, StepId } from '../../../model/map/ids.ts';
import { boxOfPlace } from '../boxOfPlace.ts';
import { useCanvas } from '../canvasContext.ts';
import { useObservable } from '../../session/useSharedMap.ts';
import type { Participant } from '../../session/presence.ts';
import { personColour } from './personColour.ts';
import styles from './PeopleLayer.module.css';

/** The others on the map: their pointers with names, what they have selected, what they are writing. */
export const PeopleLayer = memo(({ layout }: { readonly layout: MapLayout }) => {
  const { presence } = useCanvas();
  const others = useObservable(presence.others);
  return (
    <div className={styles['layer']} aria-hidden>
      {others.map((other) => (
        <Other key={other.clientId} other={other} layout={layout} />
      ))}
    </div>
  );
});

function Other({ other, layout }: { readonly other: Participant; readonly layout: MapLayout }) {
  const colour = personColour(other.person.colour);
  const editing = useMemo(
    () => (other.editing === undefined ? undefined : boxOf(layout, other.editing.id)),
    [layout, other.editing],
  );
  const selected = useMemo(
    () => (other.selection ?? []).flatMap((id) => boxOf(layout, id) ?? []),
    [layout, other.selection],
  );
  const style = { '--person': colour } as React.CSSProperties;
  return (
    <div style={style}>
      {selected.map((box) => (
        <div key={`${box.x} ${box.y}`} className={styles['selected']} style={placed(box)} />
      ))}
      {editing !== undefined && (
        <div className={styles['editing']} style={placed(editing)}>
          <span className={styles['tag']}>{other.person.name}</span>
        </div>
      )}
      {other.cursor !== undefined && (
        <div
          className={styles['cursor']}
          style={{ transform: `translate(${other.cursor.x}px, ${other.cursor.y}px)` }}
        >
          <svg width="14" height="16" viewBox="0 0 14 16">
            <path d="M1 1 L12.5 8 L6.8 9.4 L3.6 14.6 Z" />
          </svg>
          <span className={styles['name']}>{other.person.name}</span>
        </div>
      )}
    </div>
  );
}

const placed = (box: Box) => ({
  left: box.x - 2,
  top: box.y - 2,
  width: box.width + 4,
  height: box.height + 4,
});

/** The box of whatever an id names: a card, a step's or stage's header, a lane's title. */
function boxOf(layout: MapLayout, id: string): Box | undefined {
  // Ids from the network: one that names nothing here has no box.
  return (
    boxOfPlace(layout, { kind: 'card', cardId: id as CardId }) ??
    boxOfPlace(layout, { kind: 'step', stepId: id as StepId }) ??
    boxOfPlace(layout, { kind: 'lane', laneId: id as LaneId }) ??
    boxOfPlace(layout, { kind: 'stage', stageId: id as StageId })
  );
}
