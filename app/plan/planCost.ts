import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Lever } from '../../model/map/lever.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { Plan, PlanLever } from '../../model/map/plan.ts';

/** What the levers that are on cost in the first year, in minor units: once, and twelve months. */
export function firstYearCost(map: JourneyMap, plan: Plan): number {
  const { leversById } = indexMap(map);
  return plan.levers.reduce((sum, planned) => {
    const lever = leversById.get(planned.leverId);
    if (!planned.on || lever === undefined) return sum;
    const { once, perMonth } = costOf(lever, planned);
    return sum + once + 12 * perMonth;
  }, 0);
}

/** A plan's own cost stands in place of the lever's. */
export const costOf = (lever: Lever, planned: PlanLever | undefined): Lever['cost'] =>
  planned?.override?.cost ?? lever.cost;
