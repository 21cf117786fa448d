import type { DimensionId, IndicatorId, LeverId, MeasurementId, PlanId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Plan } from '../map/plan.ts';
import { type UniformByKey, uniforms } from '../quality/draws.ts';
import { moneyDraw } from './assembleForecast.ts';
import { informationValue } from './informationValue.ts';
import { churnKey } from './money.ts';
import { planWorths } from './planMoney.ts';
import { quickDraws } from './quickForecast.ts';

/** What to find out before choosing among the plans of a map, by formulas. */
export interface MeasureFirst {
  /** `money` where the map knows its business (minor units, costs counted), else points of the index, costs not counted. */
  readonly unit: 'money' | 'points';
  /** The choice on what is known now; undefined: no plan. */
  readonly chosen: PlanId | undefined;
  /** What knowing everything before choosing would be worth. */
  readonly ofEverything: number;
  /** What matters most, first; inputs without any influence are left out. */
  readonly inputs: readonly {
    readonly input: UncertainInput;
    readonly value: number;
    /** Squared rank correlation with the change that the shown plan makes to the index. */
    readonly influence: number;
  }[];
}

export type UncertainInput =
  | { readonly kind: 'measurement'; readonly id: MeasurementId }
  | { readonly kind: 'effect'; readonly leverId: LeverId; readonly index: number }
  | { readonly kind: 'weight'; readonly id: DimensionId | IndicatorId }
  | { readonly kind: 'link'; readonly of: 'wait' | 'resolution' | 'churn' };

const usualDraws = 500;
const mostInputs = 10;
/** Squared correlations below this are chance in one of a hundred samples of 500. */
const leastInfluence = 0.0133;

/** [K21] The plans of the map, and doing nothing, on the same draws. */
export function measureFirst(map: JourneyMap, shown: Plan, seed = 1, draws = usualDraws): MeasureFirst {
  const asked = new Map<string, number[]>();
  const luckOf = (draw: number): UniformByKey => {
    const uniform = uniforms(seed, draw);
    return (key) => {
      const value = uniform(key);
      const values = asked.get(key) ?? [];
      asked.set(key, values);
      values[draw] = value;
      return value;
    };
  };
  const others = map.plans.filter(({ id }) => id !== shown.id);
  const choices = [shown, ...others].map((plan) => ({ plan, pairs: quickDraws(map, plan, draws, luckOf) }));
  const changes = choices.map(({ pairs }) =>
    pairs.map(({ baseline, plan }) => (plan.index.value ?? 0) - (baseline.index.value ?? 0)),
  );
  const worths = choices.map(({ plan, pairs }) => planWorths(map, plan, pairs.map(moneyDraw), seed));
  const inMoney = worths.every((each) => each !== undefined);
  if (inMoney) for (let draw = 0; draw < draws; draw++) luckOf(draw)(churnKey);
  const benefits = inMoney ? worths : changes;
  const { ofEverything, inputs } = informationValue({
    // An input that only some draws ask for cannot be told apart.
    inputs: new Map([...asked].filter(([, values]) => Object.keys(values).length === draws)),
    benefits: [...benefits, changes[0]!.map(() => 0)],
    result: changes[0]!,
  });
  const means = benefits.map((values) => values.reduce((sum, value) => sum + value, 0) / draws);
  const best = means.indexOf(Math.max(...means));
  return {
    unit: inMoney ? 'money' : 'points',
    chosen: means[best]! > 0 ? choices[best]!.plan.id : undefined,
    ofEverything,
    inputs: inputs
      .filter(({ value, influence }) => value > 0 || influence > leastInfluence)
      .slice(0, mostInputs)
      .map(({ input, ...rest }) => ({ input: inputNamed(input), ...rest })),
  };
}

/** Names of the draws, as whoever draws them asks: quickForecast.ts, drawInputs.ts, money.ts. */
function inputNamed(key: string): UncertainInput {
  const [kind, ...rest] = key.split(' ');
  if (kind === 'effect') return { kind, leverId: rest[0] as LeverId, index: Number(rest[1]) };
  if (kind === 'weight') return { kind, id: rest[0] as IndicatorId };
  if (kind === 'link') return { kind, of: rest[1] as 'wait' | 'resolution' };
  if (key === churnKey) return { kind: 'link', of: 'churn' };
  return { kind: 'measurement', id: key as MeasurementId };
}
