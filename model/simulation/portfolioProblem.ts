import type { LeverId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Lever } from '../map/lever.ts';
import type { Plan, PlanLever } from '../map/plan.ts';
import type { PlanForecast } from './planForecast.ts';
import type { PortfolioOption, PortfolioProblem } from './portfolio.ts';
import { quickForecast } from './quickForecast.ts';

/** The levers of a map as a portfolio: every option forecast by formulas, gaps and weights from the quality model. */

/** Subsets of a group are all tried up to this many levers; of larger groups single levers and pairs. */
const wholeGroup = 5;
const weeksPerMonth = 52 / 12;

export const leverCost = ({ cost }: Pick<Lever, 'cost'>, weeks: number): number =>
  cost.once + Math.round((cost.perMonth * weeks) / weeksPerMonth);

export function portfolioProblem(map: JourneyMap, budget: number, weeks: number): PortfolioProblem {
  const base = forecastOf(map, [], weeks);
  const weights = indicatorWeights(map, base);
  const values = indicatorValues(base);
  const open = values.map((value, t) => weights[t]! * (100 - (value ?? 100)));
  const groups = new Map<string, Lever[]>();
  for (const lever of map.levers) {
    const group = lever.group ?? lever.id;
    groups.set(group, [...(groups.get(group) ?? []), lever]);
  }
  return {
    open,
    budget,
    groups: [...groups.values()].map((levers) =>
      subsets(levers)
        .map((subset): PortfolioOption => {
          const after = indicatorValues(forecastOf(map, subset, weeks));
          const changes = values.map((value, t) => weights[t]! * ((after[t] ?? 0) - (value ?? 0)));
          return {
            levers: subset.map(({ id }) => id),
            cost: subset.reduce((sum, lever) => sum + leverCost(lever, weeks), 0),
            closes: changes.map((change, t) =>
              change > 0 && open[t]! > 0 ? Math.min(1, change / open[t]!) : 0,
            ),
            loss: changes.reduce((sum, change) => sum + Math.min(0, change), 0),
          };
        })
        .filter(({ cost }) => cost <= budget),
    ),
    excludes: map.levers.flatMap(({ id, excludes }) => excludes.map((other) => [id, other] as const)),
    requires: map.levers.flatMap(({ id, requires }) => requires.map((needed) => [id, needed] as const)),
  };
}

/** A plan of these levers, each aimed as the map's plans aim it. */
export function planOf(map: JourneyMap, leverIds: readonly string[], weeks: number): Plan {
  const uses = map.plans.flatMap((plan) => plan.levers);
  return {
    id: 'plan_portfolio' as Plan['id'],
    title: '',
    horizonWeeks: weeks,
    levers: leverIds.map((leverId): PlanLever => {
      const known = uses.find((use) => use.leverId === leverId);
      return { ...known, leverId: leverId as LeverId, on: true, targets: known?.targets ?? [] };
    }),
  };
}

const forecastOf = (map: JourneyMap, levers: readonly Lever[], weeks: number): PlanForecast =>
  quickForecast(
    map,
    planOf(
      map,
      levers.map(({ id }) => id),
      weeks,
    ),
    { draws: 0 },
  );

function subsets(levers: readonly Lever[]): readonly (readonly Lever[])[] {
  if (levers.length > wholeGroup)
    return levers.flatMap((lever, i) => [[lever], ...levers.slice(i + 1).map((other) => [lever, other])]);
  return Array.from({ length: 2 ** levers.length - 1 }, (_, mask) =>
    levers.filter((_, i) => ((mask + 1) >> i) & 1),
  );
}

const indicatorValues = (forecast: PlanForecast): readonly (number | null)[] =>
  forecast.dimensions.flatMap((dimension) =>
    dimension.indicators.map((indicator) =>
      dimension.plan === null ? null : (indicator.plan?.value ?? null),
    ),
  );

/** Weight of each indicator in the index: only what has a value counts, each level sums to 1. */
function indicatorWeights(map: JourneyMap, forecast: PlanForecast): readonly number[] {
  const [model] = map.qualityModels;
  const present = (dimension: number): boolean => forecast.dimensions[dimension]!.plan !== null;
  const all = (model?.dimensions ?? []).reduce((sum, { weight }, d) => sum + (present(d) ? weight : 0), 0);
  return (model?.dimensions ?? []).flatMap(({ weight, indicators }, d) => {
    const shown = forecast.dimensions[d]!.indicators;
    const ofDimension = indicators.reduce(
      (sum, each, i) => sum + (shown[i]!.plan === null ? 0 : each.weight),
      0,
    );
    return indicators.map((each, i) =>
      !present(d) || shown[i]!.plan === null || all * ofDimension === 0
        ? 0
        : (weight / all) * (each.weight / ofDimension),
    );
  });
}
