import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { bringOver, type ChosenChange } from '../../model/map/bringOver.ts';
import { changesOfTrack } from '../../model/map/changesOfTrack.ts';
import { compareMaps, type MapChange } from '../../model/map/compareMaps.ts';
import type { Emotion } from '../../model/map/emotion.ts';
import type { CardId, LaneId, PersonaId, StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Measurement } from '../../model/map/measurement.ts';
import type { MetricKey } from '../../model/map/metric.ts';

/** What of the open map becomes as it is on the other side. */
export type Taken =
  | { readonly kind: 'card'; readonly cardId: CardId }
  /** With what stands in it where only one side has it, else by itself. */
  | { readonly kind: 'steps' | 'lanes'; readonly id: string }
  | { readonly kind: 'curves'; readonly laneId: LaneId }
  | {
      readonly kind: 'feeling';
      readonly laneId: LaneId;
      readonly stepId: StepId;
      readonly personaId: PersonaId;
    }
  | { readonly kind: 'number'; readonly stepId: StepId; readonly metric: MetricKey };

/** The map with it. */
export function takeOver(into: JourneyMap, from: JourneyMap, taken: Taken): JourneyMap {
  return bringOver(into, from, changesOf(compareMaps(into, from), taken));
}

export const takenText: Readonly<Record<Taken['kind'], MessageDescriptor>> = {
  card: msg`The card is as on the other side.`,
  steps: msg`The step is as on the other side.`,
  lanes: msg`The lane is as on the other side.`,
  curves: msg`The curves are as on the other side.`,
  feeling: msg`The emotion is as on the other side.`,
  number: msg`The number is as on the other side.`,
};

function changesOf(changes: readonly MapChange[], taken: Taken): readonly ChosenChange[] {
  switch (taken.kind) {
    case 'card':
      return [{ collection: 'cards', id: taken.cardId }];
    case 'steps':
    case 'lanes':
      return changesOfTrack(changes, taken.kind, taken.id);
    // The collection says what its records are.
    case 'curves':
      return changesWhere(changes, 'emotions', (record) => (record as Emotion).laneId === taken.laneId);
    case 'feeling':
      return changesWhere(changes, 'emotions', (record) => {
        const { laneId, stepId, personaId } = record as Emotion;
        return laneId === taken.laneId && stepId === taken.stepId && personaId === taken.personaId;
      });
    case 'number':
      return changesWhere(changes, 'measurements', (record) => {
        const { metric, on } = record as Measurement;
        return metric === taken.metric && 'stepId' in on && on.stepId === taken.stepId;
      });
  }
}

/** The changes of records that are meant, on either side. */
const changesWhere = (
  changes: readonly MapChange[],
  collection: MapChange['collection'],
  isMeant: (record: object) => boolean,
): readonly ChosenChange[] =>
  changes.filter(
    (change) =>
      change.collection === collection &&
      [change.before, change.after].some((record) => record !== undefined && isMeant(record)),
  );
