import type { Grade } from '../map/fields.ts';
import type { LeverId, MeasurementId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Measurement } from '../map/measurement.ts';
import type { MetricKey } from '../map/metric.ts';
import type { Combination, Indicator, QualityModel } from '../map/qualityModel.ts';
import type { SourceKind } from '../map/source.ts';
import { curveOf } from './defaultCurves.ts';
import { meanValue } from './distribution.ts';
import { usualConcentration } from './drawInputs.ts';
import { distributionOf } from './distribution.ts';
import { metricOf } from './metricCatalogue.ts';
import type { MetricUnit } from './metricTable.ts';
import { posteriorIn } from './posterior.ts';
import type { InputPlace } from './scoreInputs.ts';
import type { Band, DimensionScore, IndicatorScore, PlaceScore, Scorecard, ScoredInput } from './scoreMap.ts';
import { usualDraws, usualSeed } from './scoreWithBands.ts';

/** From a shown number down to its formula, inputs, sources and assumptions: no number without its tree. */
export interface TraceNode {
  /** Unique within the tree: `index/dimension_attitude/indicator_empathy/step_talk`. */
  readonly id: string;
  readonly of: TracedNumber;
  readonly value: number | null;
  readonly band?: Band;
  /** Of the value where it is no score from 0 to 100. */
  readonly unit?: MetricUnit;
  /** Share in the number above it. */
  readonly weight?: number;
  readonly formula: TraceFormula;
  readonly inputs: readonly TraceNode[];
  readonly source?: TracedSource;
  readonly assumptions: readonly Assumption[];
}

export type TracedNumber =
  | { readonly kind: 'index' | 'stage' | 'dimension' | 'indicator' | 'curve'; readonly title: string }
  | { readonly kind: 'peakEnd' }
  | { readonly kind: 'place'; readonly place: InputPlace; readonly title: string }
  | { readonly kind: 'measurement'; readonly metric: MetricKey; readonly measurementId: MeasurementId }
  | { readonly kind: 'computed' }
  /** Of a plan's forecast: all of it, a number as it is today, an effect, the mean wait at a step, what it is worth. */
  | { readonly kind: 'plan' | 'wait'; readonly title: string }
  | { readonly kind: 'asIs' | 'money' | 'cost' | 'costPerContact' | 'margin' }
  | {
      readonly kind: 'effect';
      readonly on: string;
      readonly leverId: LeverId;
      readonly title: string;
      readonly grade: Grade;
    };

/** How a number comes from its inputs; the words stand in model/text. */
export type TraceFormula =
  | 'weightedMean'
  | 'geometricMean'
  | 'weakestLink'
  | 'peakEnd'
  | 'weightedByVolume'
  | 'equalSteps'
  | 'worstStep'
  | 'mapValue'
  | 'curve'
  | 'measured'
  | 'simulated'
  | 'queues'
  | 'forecast'
  | 'planned'
  | 'believed'
  | 'discounted';

export interface TracedSource {
  readonly kind: SourceKind;
  readonly reference: string;
  readonly date?: string;
  readonly ownerName: string;
  readonly n?: number;
  readonly evidence?: {
    readonly claim: string;
    readonly quote: string;
    readonly source: string;
    readonly grade: Grade;
  };
}

export type Assumption =
  | { readonly type: 'curve'; readonly source: string; readonly grade: Grade }
  | { readonly type: 'equalSteps' }
  | { readonly type: 'partial'; readonly coverage: number }
  | { readonly type: 'assumedWidth' }
  | { readonly type: 'weights'; readonly concentration: number }
  /** What a lever says of its effect, before its grade took its share. */
  | {
      readonly type: 'said';
      readonly low: number;
      readonly likely: number;
      readonly high: number;
      readonly grade: Grade;
    }
  | { readonly type: 'claim'; readonly quote: string; readonly source: string; readonly grade: Grade };

export interface Trace {
  readonly root: TraceNode;
  readonly seed: number;
  readonly draws: number;
  readonly engineVersion: string;
  /** "14 of 31 inputs are estimates." */
  readonly inputs: number;
  readonly estimates: number;
}

/** Raised when a formula changes, so that an old trace is not taken for a new one. */
export const scoringVersion = 'quality-1';

/** The tree below the index. Precondition: the scorecard was made of this map and model. */
export function traceIndex(map: JourneyMap, model: QualityModel, card: Scorecard): Trace {
  const root: TraceNode = {
    id: 'index',
    of: { kind: 'index', title: model.title },
    ...scoreOf(card.index),
    formula: combinedBy[model.combine],
    inputs: card.dimensions.map((dimension, d) => traceDimension(map, model, card, dimension, d)),
    assumptions: [
      { type: 'weights', concentration: usualConcentration },
      ...(card.stepWeights === 'equal' ? [{ type: 'equalSteps' } as const] : []),
      ...(card.index.coverage < 1 ? [{ type: 'partial', coverage: card.index.coverage } as const] : []),
    ],
  };
  return traceFrom(root);
}

/** With what was drawn and counted below the number. */
export function traceFrom(root: TraceNode): Trace {
  return { root, seed: usualSeed, draws: usualDraws, engineVersion: scoringVersion, ...countEstimates(root) };
}

export const combinedBy = {
  mean: 'weightedMean',
  geometric: 'geometricMean',
  weakest: 'weakestLink',
} as const satisfies Record<Combination, TraceFormula>;

/** Every measurement and every effect once, and how many of them are estimates: nobody measured them, or grade E. */
function countEstimates(root: TraceNode): { readonly inputs: number; readonly estimates: number } {
  const estimated = new Map<string, boolean>();
  const walk = (node: TraceNode): void => {
    if (node.of.kind === 'measurement' && node.source !== undefined)
      estimated.set(node.of.measurementId, node.source.kind === 'estimate');
    if (node.of.kind === 'effect') estimated.set(`${node.of.leverId} ${node.of.on}`, node.of.grade === 'E');
    for (const input of node.inputs) walk(input);
  };
  walk(root);
  return { inputs: estimated.size, estimates: [...estimated.values()].filter(Boolean).length };
}

export const scoreOf = (score: { readonly value: number | null; readonly band?: Band }) => ({
  value: score.value,
  ...(score.band === undefined ? {} : { band: score.band }),
});

function traceDimension(
  map: JourneyMap,
  model: QualityModel,
  card: Scorecard,
  dimension: DimensionScore,
  d: number,
): TraceNode {
  const id = `index/${dimension.id}`;
  return {
    id,
    of: { kind: 'dimension', title: dimension.title },
    ...scoreOf(dimension),
    weight: dimension.weight,
    formula: combinedBy[model.combine],
    inputs: dimension.indicators.map((indicator, i) =>
      traceIndicator(
        map,
        model.dimensions[d]!.indicators[i]!,
        indicator,
        card.stepWeights,
        `${id}/${indicator.id}`,
      ),
    ),
    assumptions: dimension.coverage < 1 ? [{ type: 'partial', coverage: dimension.coverage }] : [],
  };
}

export function traceIndicator(
  map: JourneyMap,
  indicator: Indicator,
  score: IndicatorScore,
  stepWeights: Scorecard['stepWeights'],
  id: string,
): TraceNode {
  return {
    id,
    of: { kind: 'indicator', title: score.title },
    ...scoreOf(score),
    weight: score.weight,
    formula: formulaOf(indicator, score, stepWeights),
    inputs: score.places.map((place) => tracePlace(map, indicator, place, `${id}/${place.place}`)),
    assumptions: [],
  };
}

function formulaOf(
  indicator: Indicator,
  { places }: IndicatorScore,
  stepWeights: Scorecard['stepWeights'],
): TraceFormula {
  if (places[0]?.place === 'map') return 'mapValue';
  if (indicator.aggregate === 'worst') return 'worstStep';
  return indicator.aggregate === 'equal' || stepWeights === 'equal' ? 'equalSteps' : 'weightedByVolume';
}

function tracePlace(map: JourneyMap, indicator: Indicator, place: PlaceScore, id: string): TraceNode {
  const title = map.steps.find((step) => step.id === place.place)?.title ?? map.title;
  return {
    id,
    of: { kind: 'place', place: place.place, title },
    ...scoreOf(place),
    weight: place.weight,
    formula: 'weightedMean',
    inputs: place.inputs.map((input, i) => traceInput(map, indicator, input, `${id}/${i}`)),
    assumptions: [],
  };
}

/** The scored value, and below it the number that was scored. */
export function traceInput(map: JourneyMap, indicator: Indicator, input: ScoredInput, id: string): TraceNode {
  const metric = metricOf(map, indicator.metric);
  const curve = metric && curveOf(metric, indicator.curve, input.channel);
  const { origin } = input;
  const measurement =
    origin.kind === 'measurement' ? map.measurements.find((each) => each.id === origin.id) : undefined;
  return {
    id,
    of: { kind: 'curve', title: indicator.title },
    value: input.value,
    weight: input.weight,
    formula: 'curve',
    inputs: [
      measurement === undefined
        ? {
            id: `${id}/computed`,
            of: { kind: 'computed' },
            value: null,
            formula: 'simulated',
            inputs: [],
            assumptions: [],
          }
        : traceMeasurement(map, measurement, `${id}/${measurement.id}`),
    ],
    assumptions: curve === undefined ? [] : [{ type: 'curve', source: curve.source, grade: curve.grade }],
  };
}

export function traceMeasurement(map: JourneyMap, measurement: Measurement, id: string): TraceNode {
  const distribution = distributionOf(measurement);
  const posterior = posteriorIn(map, measurement);
  const { kind, reference, date, ownerName, evidenceId } = measurement.source;
  const evidence = map.evidence.find((each) => each.id === evidenceId);
  const n = measurement.samples?.length ?? measurement.n;
  return {
    id,
    of: { kind: 'measurement', metric: measurement.metric, measurementId: measurement.id },
    value: (distribution && meanValue(distribution)) ?? null,
    ...(posterior === undefined ? {} : { band: posterior.interval() }),
    formula: 'measured',
    inputs: [],
    source: {
      kind,
      reference,
      ...(date === undefined ? {} : { date }),
      ownerName,
      ...(n === undefined ? {} : { n }),
      ...(evidence === undefined
        ? {}
        : {
            evidence: {
              claim: evidence.claim,
              quote: evidence.quote,
              source: evidence.source,
              grade: evidence.grade,
            },
          }),
    },
    assumptions: posterior?.method === 'assumed' ? [{ type: 'assumedWidth' }] : [],
  };
}
