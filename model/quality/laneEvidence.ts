import type { JourneyMap } from '../map/journeyMap.ts';
import type { Lane } from '../map/lane.ts';

/** How much of a lane rests on evidence: of its cards, and of the numbers on a lane of metrics. */
export interface LaneEvidence {
  readonly lane: Lane;
  readonly all: number;
  readonly backed: number;
}

/** [Q36] Lanes with something on them, in the order of the map. */
export function laneEvidence(map: JourneyMap): readonly LaneEvidence[] {
  const known = new Set(map.evidence.map(({ id }) => id));
  const steps = map.measurements.filter(({ on }) => 'stepId' in on || 'nodeId' in on);
  return map.lanes.flatMap((lane): readonly LaneEvidence[] => {
    const cards = map.cards.filter(({ laneId }) => laneId === lane.id);
    const backed = cards.filter(({ evidenceIds }) => evidenceIds.some((id) => known.has(id))).length;
    const numbers = lane.kind === 'metrics' ? steps : [];
    const backedNumbers = numbers.filter(
      ({ source }) => source.evidenceId !== undefined && known.has(source.evidenceId),
    ).length;
    const all = cards.length + numbers.length;
    return all === 0 ? [] : [{ lane, all, backed: backed + backedNumbers }];
  });
}
