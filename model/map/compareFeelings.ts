import type { Emotion } from './emotion.ts';
import type { LaneId, PersonaId, StepId } from './ids.ts';
import type { JourneyMap } from './journeyMap.ts';

/** How one persona feels at one step in two states of a map; a side that says nothing of it is undefined. */
export interface ComparedFeeling {
  readonly personaId: PersonaId;
  readonly change: 'same' | 'added' | 'removed' | 'changed';
  readonly before: Emotion | undefined;
  readonly after: Emotion | undefined;
}

/** Point by point, whatever the ids of the records: value and quote count. */
export function compareFeelings(
  before: JourneyMap,
  after: JourneyMap,
): (laneId: LaneId, stepId: StepId) => readonly ComparedFeeling[] {
  const cells = new Map<string, Map<PersonaId, { before?: Emotion; after?: Emotion }>>();
  for (const side of ['before', 'after'] as const)
    for (const emotion of { before, after }[side].emotions) {
      const key = cellKey(emotion.laneId, emotion.stepId);
      const cell = cells.get(key) ?? new Map<PersonaId, { before?: Emotion; after?: Emotion }>();
      cells.set(key, cell.set(emotion.personaId, { ...cell.get(emotion.personaId), [side]: emotion }));
    }
  return (laneId, stepId) =>
    [...(cells.get(cellKey(laneId, stepId)) ?? [])].map(([personaId, sides]) => ({
      personaId,
      change: changeOf(sides),
      before: sides.before,
      after: sides.after,
    }));
}

const cellKey = (laneId: LaneId, stepId: StepId): string => `${laneId} ${stepId}`;

function changeOf(sides: { readonly before?: Emotion; readonly after?: Emotion }): ComparedFeeling['change'] {
  if (sides.before === undefined) return 'added';
  if (sides.after === undefined) return 'removed';
  const same = sides.before.value === sides.after.value && sides.before.quote === sides.after.quote;
  return same ? 'same' : 'changed';
}
