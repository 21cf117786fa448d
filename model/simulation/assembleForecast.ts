import type { StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Plan } from '../map/plan.ts';
import type { ScoreInputs } from '../quality/scoreInputs.ts';
import type { Scorecard } from '../quality/scoreMap.ts';
import { bandOf } from '../quality/scoreWithBands.ts';
import { type ServiceError, warnAboutService } from '../service/checkService.ts';
import type { ServiceModel } from '../service/serviceModel.ts';
import { metricMoved } from './applyToMeasured.ts';
import { applyToService } from './applyToService.ts';
import type { PlanEffect } from './planEffects.ts';
import type { RunService } from './planInputs.ts';
import type { MoneyDraw } from './money.ts';
import { planMoney } from './planMoney.ts';
import type {
  Banded,
  Change,
  EffectNote,
  EmotionForecast,
  NodeForecast,
  PlanForecast,
  PlanWarning,
  Variance,
  WaitFigures,
} from './planForecast.ts';

/** Puts a forecast together from two runs of the service and the scores of a point and of its draws. */

export interface ForecastParts {
  readonly map: JourneyMap;
  readonly plan: Plan;
  readonly effects: readonly PlanEffect[];
  readonly measured: ScoreInputs;
  readonly service:
    | { readonly model: ServiceModel; readonly baseline: ShownService; readonly plan: ShownService }
    | undefined;
  readonly serviceErrors: readonly ServiceError[];
  readonly point: ScorecardPair;
  readonly pairs: readonly ScorecardPair[];
  /** Noise of a simulated difference, to add to each draw; left out: formulas have none. */
  readonly noise?: Noise;
  /** Of each draw the scores of its two days apart, to tell the luck of days from what is not known [K20]. */
  readonly days?: readonly (readonly [ScorecardPair, ScorecardPair])[];
}

/** A run as the screen shows it. */
export interface ShownService {
  readonly waits: readonly WaitFigures[];
  readonly occupancy: PlanForecast['pools'][number]['baseline'][];
}

export interface ScorecardPair {
  readonly baseline: Scorecard;
  readonly plan: Scorecard;
  /** What the plan adds to the contacts a day in this draw; left out: nothing. */
  readonly moreContactsPerDay?: number;
}

/** Scores of batches of simulated days, from which the noise of their mean is known, and a normal number for each draw. */
export interface Noise {
  readonly batches: readonly ScorecardPair[];
  readonly normals: readonly { readonly baseline: number; readonly difference: number }[];
}

export function assembleForecast(
  parts: ForecastParts,
  head: Pick<PlanForecast, 'level' | 'seed' | 'draws' | 'calibrated' | 'simulation'>,
): PlanForecast {
  const { map, plan, effects, service, point } = parts;
  const nodes =
    service?.model.nodes.map((node, i): NodeForecast => ({
      nodeId: node.id,
      baseline: service.baseline.waits[i]!,
      plan: service.plan.waits[i]!,
    })) ?? [];
  return {
    planId: plan.id,
    ...head,
    index: changeOf(parts, (card) => card.index.value),
    dimensions: point.baseline.dimensions.map((dimension, d) => ({
      id: dimension.id,
      title: dimension.title,
      ...changeOf(parts, (card) => card.dimensions[d]?.value),
      indicators: dimension.indicators.map((indicator, i) => ({
        id: indicator.id,
        title: indicator.title,
        ...changeOf(parts, (card) => card.dimensions[d]?.indicators[i]?.value),
      })),
    })),
    csat: changeOf(parts, (card) => indicatorOf(card, 'csat')),
    ...moneyOf(parts, head.seed),
    steps: map.steps.map((step, s) => {
      const score = changeOf(parts, (card) => card.steps[s]?.value);
      return {
        stepId: step.id,
        score,
        emotions: forecastEmotions(map, step.id, score),
        ...waitAt(step.id, service?.model, nodes),
      };
    }),
    nodes,
    pools:
      service?.model.pools.map((pool, p) => ({
        poolId: pool.id,
        baseline: service.baseline.occupancy[p]!,
        plan: service.plan.occupancy[p]!,
      })) ?? [],
    effects: noteEffects(map, effects),
    serviceErrors: parts.serviceErrors,
    warnings: [...(service ? warnAboutService(service.model) : []), ...warnAboutPlan(parts)],
  };
}

/** The worth of the plan by draw: its satisfaction and its contacts. */
function moneyOf({ map, plan, pairs }: ForecastParts, seed: number): Pick<PlanForecast, 'money'> {
  const money = planMoney(map, plan, pairs.map(moneyDraw), seed);
  return money === undefined ? {} : { money };
}

export const moneyDraw = (pair: ScorecardPair): MoneyDraw => ({
  contactsPerDay: pair.moreContactsPerDay ?? 0,
  csat: ((indicatorOf(pair.plan, 'csat') ?? 0) - (indicatorOf(pair.baseline, 'csat') ?? 0)) / 100,
});

/** Contacts a day that the plan adds (less than 0: saves). */
export function moreContacts(baseline: RunService | undefined, plan: RunService | undefined): number {
  const contacts = (run: RunService | undefined): number =>
    run?.model.nodes.reduce(
      (sum, node, i) => sum + (node.kind === 'contact' ? run.figures.nodes[i]!.visitsPerDay : 0),
      0,
    ) ?? 0;
  return baseline === plan ? 0 : contacts(plan) - contacts(baseline);
}

/** A number of the scorecards, with its band, before and after; each draw is a pair that shares its luck. */
function changeOf(
  { point, pairs, noise, days }: ForecastParts,
  of: (card: Scorecard) => number | null | undefined,
): Change {
  const before = of(point.baseline) ?? null;
  const after = of(point.plan) ?? null;
  const baselines: number[] = [];
  const differences: number[] = [];
  const error = noise && noiseOf(noise, of);
  pairs.forEach((pair, draw) => {
    const [one, two] = [of(pair.baseline), of(pair.plan)];
    if (typeof one !== 'number' || typeof two !== 'number') return;
    const luck = noise?.normals[draw];
    baselines.push(one + (luck && error ? luck.baseline * error.baseline : 0));
    differences.push(two - one + (luck && error ? luck.difference * error.difference : 0));
  });
  if (days !== undefined && before !== null && after !== null && baselines.length > 0) {
    const known = withoutDayLuck(
      baselines,
      dayVariance(days, (pair) => of(pair.baseline)),
    );
    const change = withoutDayLuck(
      differences,
      dayVariance(days, (pair) => difference(of, pair)),
    );
    return changed(meanOf(known), meanOf(known) + meanOf(change), known, change);
  }
  return changed(before, after, baselines, differences);
}

function changed(
  before: number | null,
  after: number | null,
  baselines: readonly number[],
  differences: readonly number[],
): Change {
  const baseline = before === null ? null : banded(before, baselines);
  if (before === null || after === null)
    return { baseline, plan: after === null ? null : banded(after, []), difference: null };
  const difference = banded(after - before, differences);
  return {
    baseline,
    plan: banded(
      after,
      baselines.map((value, i) => value + differences[i]!),
    ),
    difference: { ...difference, resolved: difference.low > 0 || difference.high < 0 },
  };
}

type Figure = (card: Scorecard) => number | null | undefined;

function difference(of: Figure, pair: ScorecardPair): number | undefined {
  const [one, two] = [of(pair.baseline), of(pair.plan)];
  return typeof one === 'number' && typeof two === 'number' ? two - one : undefined;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const varianceOf = (values: readonly number[]): number => {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};

/** Variance of one day, from the two days of each draw. */
function dayVariance(
  days: NonNullable<ForecastParts['days']>,
  figure: (pair: ScorecardPair) => number | null | undefined,
): number {
  const halves = days.flatMap(([one, two]) => {
    const [a, b] = [figure(one), figure(two)];
    return typeof a === 'number' && typeof b === 'number' ? [(a - b) ** 2 / 2] : [];
  });
  return halves.length > 0 ? meanOf(halves) : 0;
}

/** [K20] Draws pulled towards their mean until only the variance of what is not known is left. */
function withoutDayLuck(draws: readonly number[], ofOneDay: number): readonly number[] {
  const all = varianceOf(draws);
  const notKnown = Math.max(0, all - ofOneDay / 2);
  if (all === 0 || ofOneDay === 0) return draws;
  const mean = meanOf(draws);
  const factor = Math.sqrt(notKnown / all);
  return draws.map((value) => mean + factor * (value - mean));
}

/** [K20] How much of the spread of the index's difference is not known, and how much is the luck of one day. */
export function indexVariance(
  pairs: readonly ScorecardPair[],
  days: NonNullable<ForecastParts['days']>,
): Variance {
  const index: Figure = (card) => card.index.value;
  const ofOneDay = dayVariance(days, (pair) => difference(index, pair));
  const all = varianceOf(pairs.flatMap((pair) => difference(index, pair) ?? []));
  return { notKnown: Math.max(0, all - ofOneDay / 2), ofOneDay };
}

/** Standard errors of the simulated means, from the spread of the batches. */
function noiseOf(
  { batches }: Noise,
  of: (card: Scorecard) => number | null | undefined,
): { readonly baseline: number; readonly difference: number } {
  const values = batches.flatMap(({ baseline, plan }) => {
    const [one, two] = [of(baseline), of(plan)];
    return typeof one === 'number' && typeof two === 'number' ? [{ one, difference: two - one }] : [];
  });
  return {
    baseline: standardError(values.map((each) => each.one)),
    difference: standardError(values.map((each) => each.difference)),
  };
}

export function standardError(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

function banded(value: number, draws: readonly number[]): Banded {
  return { value, ...(bandOf(draws, value) ?? { low: value, high: value }) };
}

/** How strongly the mood follows the score: one step of the half scale per 50 points. Judgement, grade E [Q10]. */
export const moodPerHalfScale = 1;

/** [Q10] The mood of each persona at a step, from the change of its score; no score or no change: as it is. */
function forecastEmotions(map: JourneyMap, stepId: StepId, score: Change): readonly EmotionForecast[] {
  const felt = (asIs: number, change: number): number =>
    Math.min(1, Math.max(-1, asIs + (moodPerHalfScale * change) / 50));
  const { value, low, high } = score.difference ?? { value: 0, low: 0, high: 0 };
  return map.emotions
    .filter((emotion) => emotion.stepId === stepId)
    .map(({ personaId, value: asIs }) => ({
      personaId,
      asIs,
      value: felt(asIs, value),
      low: felt(asIs, low),
      high: felt(asIs, high),
    }));
}

function noteEffects(map: JourneyMap, effects: readonly PlanEffect[]): readonly EffectNote[] {
  return effects.map(({ leverId, index, on, form, raw, size, strength }) => ({
    leverId,
    index,
    on,
    form,
    said: raw,
    believed: { low: size.low, likely: size.likely, high: size.high },
    strength,
    grade: raw.grade,
    evidenceIds: map.levers.find((lever) => lever.id === leverId)?.evidenceIds ?? [],
  }));
}

const indicatorOf = (card: ScorecardPair['baseline'], metric: string): number | null => {
  for (const dimension of card.dimensions)
    for (const indicator of dimension.indicators) if (indicator.metric === metric) return indicator.value;
  return null;
};

/** The wait felt at a step: of all nodes that show theirs there, by visits. */
function waitAt(
  stepId: StepId,
  model: ServiceModel | undefined,
  nodes: readonly NodeForecast[],
): { readonly wait?: { readonly baseline: WaitFigures; readonly plan: WaitFigures } } {
  const here = nodes.filter((_, i) => {
    const node = model?.nodes[i];
    return node !== undefined && node.waitStepId === stepId && node.pool >= 0;
  });
  if (here.length === 0) return {};
  return {
    wait: {
      baseline: joined(here.map((node) => node.baseline)),
      plan: joined(here.map((node) => node.plan)),
    },
  };
}

function joined(nodes: readonly WaitFigures[]): WaitFigures {
  const visitsPerDay = nodes.reduce((sum, node) => sum + node.visitsPerDay, 0);
  const mean = (figure: (node: WaitFigures) => number) =>
    visitsPerDay === 0
      ? 0
      : nodes.reduce((sum, node) => sum + node.visitsPerDay * figure(node), 0) / visitsPerDay;
  return {
    visitsPerDay,
    meanSeconds: mean((node) => node.meanSeconds),
    // Of several queues the longest 90 % is the honest one to show at a step.
    p90Seconds: Math.max(...nodes.map((node) => node.p90Seconds)),
    abandonedShare: mean((node) => node.abandonedShare),
    byHour: Array.from({ length: 24 }, (_, hour) => {
      const open = nodes.filter((node) => node.byHour[hour] !== null);
      const visits = open.reduce((sum, node) => sum + node.visitsPerDay, 0);
      return visits === 0
        ? null
        : open.reduce((sum, node) => sum + node.visitsPerDay * node.byHour[hour]!, 0) / visits;
    }),
  };
}

function warnAboutPlan({ map, plan, effects, measured, service }: ForecastParts): readonly PlanWarning[] {
  const on = plan.levers.filter((use) => use.on);
  const known = new Set(map.levers.map((lever) => lever.id));
  return [
    ...on.flatMap(({ leverId }): readonly PlanWarning[] => {
      if (!known.has(leverId)) return [{ type: 'UnknownLever', leverId }];
      return effects.some((effect) => effect.leverId === leverId) ? [] : [{ type: 'NotWorkingYet', leverId }];
    }),
    ...effects.flatMap((effect): readonly PlanWarning[] => {
      const metric = metricMoved(effect, service !== undefined);
      const moves =
        metric === undefined
          ? applyToService(service!.model, [effect], () => effect.size.likely) !== service!.model
          : measured.values.has(metric);
      return moves ? [] : [{ type: 'NothingToMove', leverId: effect.leverId, on: effect.on }];
    }),
  ];
}
