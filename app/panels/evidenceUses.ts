import type { EvidenceId, StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';

/** Who rests on a piece of evidence: the steps it belongs to, and names to show. */
export interface EvidenceUse {
  readonly steps: ReadonlySet<StepId>;
  readonly names: readonly string[];
}

export function evidenceUses(map: JourneyMap): ReadonlyMap<EvidenceId, EvidenceUse> {
  const uses = new Map<EvidenceId, { steps: Set<StepId>; names: string[] }>();
  const note = (id: EvidenceId, name: string, stepId: StepId | undefined) => {
    const use = uses.get(id) ?? { steps: new Set<StepId>(), names: [] };
    if (stepId !== undefined) use.steps.add(stepId);
    if (!use.names.includes(name)) use.names.push(name);
    uses.set(id, use);
  };
  const titleOf = new Map(map.steps.map((step) => [step.id, step.title]));
  for (const card of map.cards)
    for (const id of card.evidenceIds) note(id, card.text.split('\n')[0]!, card.stepId);
  for (const { source, on } of map.measurements) {
    const stepId = 'stepId' in on ? on.stepId : undefined;
    if (source.evidenceId !== undefined)
      note(source.evidenceId, stepId === undefined ? map.title : (titleOf.get(stepId) ?? map.title), stepId);
  }
  for (const lever of map.levers) for (const id of lever.evidenceIds) note(id, lever.title, undefined);
  return uses;
}
