import type { JourneyMap } from '../map/journeyMap.ts';
import { chosenLevers } from '../map/chosenLevers.ts';
import type { Plan } from '../map/plan.ts';
import type { Result } from '../result.ts';
import { type MoneyDraw, moneyForecast, moneyOutcomes } from './money.ts';
import type { MoneyError, MoneyForecast } from './planForecast.ts';

/** Over so long a plan's worth is counted, whatever week its forecast is for. */
export const moneyMonths = 36;

const weeksPerMonth = 365.25 / 7 / 12;

/**
 * [K16] What a plan is worth over three years; undefined without the figures of the business. Benefits begin when the
 * slowest of its levers does: hopes are not counted early.
 */
export function planMoney(
  map: JourneyMap,
  plan: Plan,
  draws: readonly MoneyDraw[],
  seed: number,
): Result<MoneyForecast, MoneyError> | undefined {
  if (map.business === undefined || draws.length === 0) return undefined;
  return moneyForecast(moneyPlan(map, plan), map.business, draws, seed);
}

/** The same draw by draw; undefined also where the sums cannot be told. */
export function planWorths(
  map: JourneyMap,
  plan: Plan,
  draws: readonly MoneyDraw[],
  seed: number,
): readonly number[] | undefined {
  if (map.business === undefined) return undefined;
  const worth = moneyOutcomes(moneyPlan(map, plan), map.business, draws, seed);
  return worth.ok ? worth.value.outcomes.map(({ value }) => value) : undefined;
}

function moneyPlan(map: JourneyMap, plan: Plan) {
  const levers = chosenLevers(map, plan);
  return {
    once: levers.reduce((sum, { cost }) => sum + cost.once, 0),
    perMonth: levers.reduce((sum, { cost }) => sum + cost.perMonth, 0),
    months: moneyMonths,
    leadMonths: Math.max(0, ...levers.map(({ lever }) => lever.leadWeeks)) / weeksPerMonth,
  };
}
