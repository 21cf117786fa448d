import type { DimensionId, IndicatorId, StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { MetricKey } from '../map/metric.ts';
import type { Indicator, Combination, QualityModel } from '../map/qualityModel.ts';
import { scoreFunction } from './curve.ts';
import { curveOf } from './defaultCurves.ts';
import { expectedScore } from './distribution.ts';
import { canonicalMetric, type KnownMetric, metricOf } from './metricCatalogue.ts';
import type { InputPlace, InputValue, ScoreInputs } from './scoreInputs.ts';

/** Turns the numbers of a map into scores by a quality model: rules Q2 to Q6 of docs/spec/quality.md. */

/** A score 0..100; null where too little is known. */
export interface Score {
  readonly value: number | null;
  /** 5 % and 95 % of the draws (scoreWithBands.ts); left out where nothing was drawn. */
  readonly band?: Band;
}

export interface Band {
  readonly low: number;
  readonly high: number;
}

export interface Scorecard {
  readonly modelId: QualityModel['id'];
  /** [Q4] `coverage`: share of the model's weight that stands behind the index. */
  readonly index: Score & { readonly coverage: number };
  readonly dimensions: readonly DimensionScore[];
  /** Every step of the map, in its order. */
  readonly steps: readonly StepScore[];
  /** What weighs the steps: contacts counted, visits simulated, or all alike. */
  readonly stepWeights: 'measured' | 'simulated' | 'equal';
}

/** A score among others of its kind. */
export interface RankedScore extends Score {
  /** [Q40] Share of the draws in which no other is lower; there where there is a band and another score. */
  readonly lowestIn?: number;
}

export interface DimensionScore extends RankedScore {
  readonly id: DimensionId;
  readonly title: string;
  /** Share of the whole; the weights of a model sum to 1. */
  readonly weight: number;
  readonly coverage: number;
  /** [Q3] Below half the weight present a dimension has no value and does not count. */
  readonly sufficient: boolean;
  readonly indicators: readonly IndicatorScore[];
}

export interface IndicatorScore extends Score {
  readonly id: IndicatorId;
  readonly title: string;
  readonly metric: MetricKey;
  /** Share of its dimension. */
  readonly weight: number;
  /** Why there is no value: nobody measured it, or its metric needs a curve. */
  readonly missing?: 'NoMeasurement' | 'NoCurve' | 'UnknownMetric';
  /** The steps behind the value, or the map alone where no step has one. */
  readonly places: readonly PlaceScore[];
}

export interface PlaceScore extends Score {
  readonly place: InputPlace;
  readonly value: number;
  /** Share of this place in the indicator's value. */
  readonly weight: number;
  readonly inputs: readonly ScoredInput[];
}

/** One contribution to a place, scored by the curve of its channel. */
export interface ScoredInput extends Pick<InputValue, 'origin' | 'channel'> {
  readonly value: number;
  /** Share of the contribution at its place. */
  readonly weight: number;
}

export interface StepScore extends RankedScore {
  readonly stepId: StepId;
  readonly coverage: number;
  readonly indicators: readonly {
    readonly id: IndicatorId;
    readonly value: number;
    /** Share in the step's score; the weights of the present indicators sum to 1. */
    readonly weight: number;
  }[];
}

/** The least share of a dimension's weight that must be present for a value. */
export const sufficientCoverage = 0.5;

export interface ScoreOptions {
  /** False: the scores alone, without the inputs and places behind them, as hundreds of draws need them. */
  readonly origins?: boolean;
}

export function scoreMap(
  map: JourneyMap,
  model: QualityModel,
  inputs: ScoreInputs,
  { origins = true }: ScoreOptions = {},
): Scorecard {
  const found = model.dimensions.map((dimension) =>
    dimension.indicators.map((indicator) => scoreIndicatorAtPlaces(map, indicator, inputs, origins)),
  );
  const scored = new Set<StepId>();
  for (const ofDimension of found)
    for (const { bySteps } of ofDimension) for (const stepId of bySteps.keys()) scored.add(stepId);
  const stepWeights = weighSteps(inputs, scored);
  const dimensionShares = shares(model.dimensions);
  const dimensions = model.dimensions.map((dimension, d): DimensionScore => {
    const indicatorShares = shares(dimension.indicators);
    const indicators = dimension.indicators.map((indicator, i) =>
      combinePlaces(indicator, indicatorShares[i]!, found[d]![i]!, stepWeights.weight, origins),
    );
    const { value, coverage } = combined(indicators, model.combine);
    const sufficient = coverage >= sufficientCoverage;
    return {
      id: dimension.id,
      title: dimension.title,
      weight: dimensionShares[d]!,
      value: sufficient ? value : null,
      coverage,
      sufficient,
      indicators,
    };
  });
  return {
    modelId: model.id,
    index: {
      value: combined(dimensions, model.combine).value,
      coverage: dimensions.reduce(
        (sum, each) => sum + (each.sufficient ? each.weight * each.coverage : 0),
        0,
      ),
    },
    dimensions,
    steps: scoreSteps(map, dimensions, found, origins),
    stepWeights: stepWeights.kind,
  };
}

interface IndicatorAtPlaces {
  readonly missing?: IndicatorScore['missing'];
  readonly bySteps: ReadonlyMap<StepId, ScoredPlace>;
  readonly ofMap?: ScoredPlace;
}

interface ScoredPlace {
  readonly value: number;
  readonly inputs: readonly ScoredInput[];
}

function scoreIndicatorAtPlaces(
  map: JourneyMap,
  indicator: Indicator,
  inputs: ScoreInputs,
  origins: boolean,
): IndicatorAtPlaces {
  const metric = metricOf(map, indicator.metric);
  const bySteps = new Map<StepId, ScoredPlace>();
  if (metric === undefined) return { missing: 'UnknownMetric', bySteps };
  const places = inputs.values.get(canonicalMetric(indicator.metric));
  if (places === undefined) return { missing: 'NoMeasurement', bySteps };
  let curveMissing = false;
  const at = (place: InputPlace): ScoredPlace | undefined => {
    const values = places.get(place);
    if (values === undefined || values.length === 0) return undefined;
    const scored = scoreValues(metric, indicator, values, origins);
    curveMissing ||= scored === undefined;
    return scored;
  };
  for (const { id } of map.steps) {
    const scored = at(id);
    if (scored !== undefined) bySteps.set(id, scored);
  }
  const ofMap = at('map');
  if (bySteps.size === 0 && ofMap === undefined)
    return { missing: curveMissing ? 'NoCurve' : 'NoMeasurement', bySteps };
  return { bySteps, ...(ofMap === undefined ? {} : { ofMap }) };
}

/** Several contributions at one place: each by the curve of its channel, then their weighted mean. */
function scoreValues(
  metric: KnownMetric,
  indicator: Indicator,
  values: readonly InputValue[],
  origins: boolean,
): ScoredPlace | undefined {
  let sum = 0;
  let all = 0;
  const scored: { readonly of: InputValue; readonly value: number }[] = [];
  for (const of of values) {
    const curve = curveOf(metric, indicator.curve, of.channel);
    if (curve === undefined || of.weight <= 0) continue;
    const value = expectedScore(scoreFunction(curve), of.distribution);
    sum += of.weight * value;
    all += of.weight;
    if (origins) scored.push({ of, value });
  }
  if (all === 0) return undefined;
  return {
    value: sum / all,
    inputs: scored.map(({ of: { origin, channel, weight }, value }): ScoredInput =>
      channel === undefined
        ? { origin, value, weight: weight / all }
        : { origin, channel, value, weight: weight / all },
    ),
  };
}

/** [Q2] The first column of volumes that has every scored step; without one, all steps weigh the same. */
function weighSteps(
  inputs: ScoreInputs,
  scored: ReadonlySet<StepId>,
): { readonly kind: Scorecard['stepWeights']; readonly weight: (step: StepId) => number } {
  const column = inputs.volumes.find(({ perDay }) =>
    [...scored].every((step) => (perDay.get(step) ?? 0) > 0),
  );
  return column === undefined || scored.size === 0
    ? { kind: 'equal', weight: () => 1 }
    : { kind: column.kind, weight: (step) => column.perDay.get(step)! };
}

function combinePlaces(
  indicator: Indicator,
  share: number,
  { missing, bySteps, ofMap }: IndicatorAtPlaces,
  stepWeight: (step: StepId) => number,
  origins: boolean,
): IndicatorScore {
  const { id, title, metric } = indicator;
  if (missing !== undefined) return { id, title, metric, weight: share, value: null, missing, places: [] };
  if (bySteps.size === 0) {
    const { value, inputs } = ofMap!;
    return { id, title, metric, weight: share, value, places: [{ place: 'map', weight: 1, value, inputs }] };
  }
  const steps = [...bySteps];
  const weights = placeWeights(indicator.aggregate, steps, stepWeight);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const value = steps.reduce((sum, [, each], i) => sum + (weights[i]! / all) * each.value, 0);
  const places = origins
    ? steps.map(([place, { value: here, inputs }], i): PlaceScore => ({
        place,
        weight: weights[i]! / all,
        value: here,
        inputs,
      }))
    : [];
  return { id, title, metric, weight: share, value, places };
}

function placeWeights(
  aggregate: Indicator['aggregate'],
  steps: readonly (readonly [StepId, ScoredPlace])[],
  stepWeight: (step: StepId) => number,
): readonly number[] {
  if (aggregate === 'volume') return steps.map(([step]) => stepWeight(step));
  if (aggregate === 'equal') return steps.map(() => 1);
  const worst = Math.min(...steps.map(([, { value }]) => value));
  return steps.map(([, { value }]) => (value === worst ? 1 : 0));
}

/** [Q4] A step's own score: what is present at the step, with no cut; values of the whole map are no step's own. */
function scoreSteps(
  map: JourneyMap,
  dimensions: readonly DimensionScore[],
  found: readonly (readonly IndicatorAtPlaces[])[],
  origins: boolean,
): readonly StepScore[] {
  const present = new Map(map.steps.map(({ id }) => [id, [] as StepScore['indicators'][number][]]));
  dimensions.forEach((dimension, d) =>
    dimension.indicators.forEach(({ id, weight: share }, i) => {
      const weight = dimension.weight * share;
      if (weight === 0) return;
      for (const [stepId, { value }] of found[d]![i]!.bySteps)
        present.get(stepId)!.push({ id, value, weight });
    }),
  );
  return [...present].map(([stepId, here]) => {
    const coverage = here.reduce((sum, each) => sum + each.weight, 0);
    return {
      stepId,
      value: meanOfPresent(here).value,
      coverage,
      indicators: origins
        ? here.map(({ id, value, weight }) => ({ id, value, weight: weight / coverage }))
        : [],
    };
  });
}

/** [Q5] Weights as shares of their sum; all zero: all alike. */
function shares(items: readonly { readonly weight: number }[]): readonly number[] {
  const all = items.reduce((sum, item) => sum + item.weight, 0);
  return items.map((item) => (all > 0 ? item.weight / all : 1 / items.length));
}

/** Weighted mean, weighted geometric mean, or the least, over what has a value and weight. */
function combined(
  items: readonly { readonly value: number | null; readonly weight: number }[],
  combine: Combination,
): { readonly value: number | null; readonly coverage: number } {
  const { value, coverage } = meanOfPresent(items);
  if (combine === 'mean' || value === null) return { value, coverage };
  const counted = items.flatMap((item) => (item.value === null || item.weight === 0 ? [] : [item.value]));
  if (counted.length === 0) return { value, coverage };
  if (combine === 'weakest') return { value: Math.min(...counted), coverage };
  const logs = items.map((item) => ({ ...item, value: item.value === null ? null : Math.log(item.value) }));
  return { value: Math.min(...counted) <= 0 ? 0 : Math.exp(meanOfPresent(logs).value!), coverage };
}

/** Weighted mean over what has a value, and the share of the weight that has one. */
function meanOfPresent(items: readonly { readonly value: number | null; readonly weight: number }[]): {
  readonly value: number | null;
  readonly coverage: number;
} {
  let sum = 0;
  let present = 0;
  let all = 0;
  for (const { value, weight } of items) {
    all += weight;
    if (value === null) continue;
    present += weight;
    sum += weight * value;
  }
  return { value: present > 0 ? sum / present : null, coverage: all > 0 ? present / all : 0 };
}
