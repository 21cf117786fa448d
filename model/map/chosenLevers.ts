import type { JourneyMap } from './journeyMap.ts';
import type { Lever } from './lever.ts';
import { indexMap } from './mapIndex.ts';
import type { Plan, PlanLever } from './plan.ts';

export interface ChosenLever {
  readonly lever: Lever;
  /** In this plan, in minor units. */
  readonly cost: Lever['cost'];
}

/** The levers of a plan that are on; what is no longer in the map is left out. */
export function chosenLevers(map: JourneyMap, plan: Plan): readonly ChosenLever[] {
  const { leversById } = indexMap(map);
  return plan.levers.flatMap((use) => {
    const lever = leversById.get(use.leverId);
    return use.on && lever !== undefined ? [{ lever, cost: costOf(lever, use) }] : [];
  });
}

/** A plan's own cost stands in place of the lever's. */
export const costOf = (lever: Lever, use: PlanLever | undefined): Lever['cost'] =>
  use?.override?.cost ?? lever.cost;

/** What a plan costs in the first year, in minor units: once, and twelve months. */
export const firstYearCost = (map: JourneyMap, plan: Plan): number =>
  chosenLevers(map, plan).reduce((sum, { cost }) => sum + cost.once + 12 * cost.perMonth, 0);
