import type { Forecast } from '../map/forecast.ts';
import type { ForecastId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { keyOfText } from './keyedRandom.ts';
import type { PlanForecast } from './planForecast.ts';
import { engineVersion } from './simulatePlan.ts';

/** The prediction ledger: what was forecast on a day, frozen, to be held against what came. */

/** [K18] A forecast as a record: index, dimensions and satisfaction under the plan, with their bands. */
export function frozenForecast(
  map: JourneyMap,
  forecast: PlanForecast,
  at: { readonly id: ForecastId; readonly moment: string },
): Forecast {
  const named = [
    ['index', forecast.index],
    ...forecast.dimensions.map((dimension) => [dimension.id, dimension] as const),
    ['csat', forecast.csat],
  ] as const;
  return {
    id: at.id,
    planId: forecast.planId,
    frozenAt: at.moment,
    engineVersion: forecast.simulation?.engineVersion ?? `formulas ${engineVersion}`,
    seed: forecast.seed,
    inputsHash: inputsHash(map),
    results: named.flatMap(([metric, { plan }]) =>
      plan === null ? [] : [{ metric, value: plan.value, low: plan.low, high: plan.high }],
    ),
    actuals: [],
  };
}

/** Tells whether a forecast was made of the same numbers: 16 hexadecimal digits. */
export function inputsHash(map: JourneyMap): string {
  const { measurements, pools, nodes, arrivals, qualityModels, levers, plans } = map;
  const text = JSON.stringify([measurements, pools, nodes, arrivals, qualityModels, levers, plans]);
  const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
  return hex(keyOfText(text)) + hex(keyOfText(`again ${text}`));
}

export interface LedgerScore {
  /** Forecasts that have an actual. */
  readonly compared: number;
  /** Share of the actuals inside their 90 % band; about .9 when the bands are honest. */
  readonly insideBand: number;
  /** Mean of forecast less actual: above 0, too hopeful. */
  readonly bias: number;
}

/** [K18] How good the forecasts of a map were; undefined before anything came. Of several actuals the last counts. */
export function ledgerScore(forecasts: readonly Forecast[]): LedgerScore | undefined {
  const pairs = forecasts.flatMap(({ results, actuals }) =>
    results.flatMap((result) => {
      const came = actuals
        .filter(({ metric }) => metric === result.metric)
        .reduce<(typeof actuals)[number] | undefined>(
          (last, each) => (last === undefined || each.date >= last.date ? each : last),
          undefined,
        );
      return came === undefined ? [] : [{ result, actual: came.value }];
    }),
  );
  if (pairs.length === 0) return undefined;
  return {
    compared: pairs.length,
    insideBand:
      pairs.filter(({ result, actual }) => actual >= result.low && actual <= result.high).length /
      pairs.length,
    bias: pairs.reduce((sum, { result, actual }) => sum + result.value - actual, 0) / pairs.length,
  };
}
