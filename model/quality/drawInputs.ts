import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import type { QualityModel } from '../map/qualityModel.ts';
import { type Distribution, meanValue } from './distribution.ts';
import type { UniformByKey } from './draws.ts';
import { catalogueMetric } from './metricCatalogue.ts';
import type { InputValue, ScoreInputs, Uncertain } from './scoreInputs.ts';

/** One draw of everything that is not known for sure: values by their posteriors, weights by a Dirichlet [Q8]. */

export type DrawInputs = (uniform: UniformByKey) => ScoreInputs;

/** Forecasts follow one another as one types, and most numbers stay: their tables do too. */
const tables = new WeakMap<Uncertain, Uncertain>();

function tabulated(uncertain: Uncertain): Uncertain {
  const known = tables.get(uncertain) ?? { key: uncertain.key, quantile: tabulate(uncertain.quantile) };
  tables.set(uncertain, known);
  return known;
}

/** Prepares a set of inputs for many draws; quantile functions are tabulated once. */
export function inputDraws(inputs: ScoreInputs): DrawInputs {
  const prepared = mapValues(inputs, (value) => ({
    ...value,
    distribution: compact(value.distribution),
    ...(value.uncertain === undefined ? {} : { uncertain: tabulated(value.uncertain) }),
    ...(value.uncertainAbandonment === undefined
      ? {}
      : { uncertainAbandonment: tabulated(value.uncertainAbandonment) }),
  }));
  return (uniform) => mapValues(prepared, (value, metric) => drawValue(value, metric, uniform));
}

function mapValues(
  inputs: ScoreInputs,
  change: (value: InputValue, metric: string) => InputValue,
): ScoreInputs {
  return {
    ...inputs,
    values: new Map(
      [...inputs.values].map(([metric, places]) => [
        metric,
        new Map([...places].map(([place, values]) => [place, values.map((value) => change(value, metric))])),
      ]),
    ),
  };
}

function drawValue(value: InputValue, metric: string, uniform: UniformByKey): InputValue {
  const { uncertain, uncertainAbandonment, distribution } = value;
  const drawn =
    uncertain === undefined
      ? distribution
      : moved(
          distribution,
          uncertain.quantile(uniform(uncertain.key)),
          catalogueMetric(metric)?.unit === 'seconds',
        );
  if (uncertainAbandonment === undefined) return { ...value, distribution: drawn };
  const abandonedShare = uncertainAbandonment.quantile(uniform(uncertainAbandonment.key));
  return { ...value, distribution: { ...drawn, abandonedShare } };
}

/** The same shape with another mean: times are stretched, everything else is shifted. */
function moved(distribution: Distribution, mean: number, stretch: boolean): Distribution {
  const before = meanValue(distribution);
  if (before === undefined) return distribution;
  const move = stretch && before > 0 ? (v: number) => (v * mean) / before : (v: number) => v + mean - before;
  switch (distribution.kind) {
    case 'constant':
      return { ...distribution, value: mean };
    case 'samples':
      return { ...distribution, values: distribution.values.map(move) };
    case 'quantiles':
      return {
        ...distribution,
        quantiles: distribution.quantiles.map(({ p, value }) => ({ p, value: move(value) })),
      };
    case 'tail':
      return distribution;
  }
}

const mostSamples = 200;

/** Many observations as quantiles: a draw moves the whole shape, and 101 points hold it. */
function compact(distribution: Distribution): Distribution {
  if (distribution.kind !== 'samples' || distribution.values.length <= mostSamples) return distribution;
  const sorted = [...distribution.values].sort((a, b) => a - b);
  const { values: _, ...rest } = distribution;
  const quantiles = Array.from({ length: 101 }, (_, i) => {
    const p = i / 100;
    return { p, value: sorted[Math.round(p * (sorted.length - 1))]! };
  });
  return { ...rest, kind: 'quantiles', quantiles };
}

const knots = 33;

/** A quantile function by linear interpolation: exact ones take 20 to 80 microseconds a call. */
function tabulate(quantile: (share: number) => number): (share: number) => number {
  const table = Array.from({ length: knots }, (_, i) => quantile((i + 0.5) / knots));
  return (share) => {
    const place = Math.min(knots - 1, Math.max(0, share * knots - 0.5));
    const i = Math.min(knots - 2, Math.floor(place));
    return table[i]! + (place - i) * (table[i + 1]! - table[i]!);
  };
}

/** How firmly people hold to the weights: a Dirichlet of this many votes; judgement. */
export const usualConcentration = 100;

const gammas = new Map<number, (share: number) => number>();
const mostGammas = 500;

/** Quantiles of a gamma distribution of scale 1; models have few weights, and they come back. */
function gamma(shape: number): (share: number) => number {
  const known = gammas.get(shape) ?? tabulate((share) => gammaQuantile(share, shape, 1));
  if (gammas.size > mostGammas) gammas.clear();
  gammas.set(shape, known);
  return known;
}

/** Prepares a model for many draws of its weights, level by level; weights of 0 stay 0. */
export function weightDraws(
  model: QualityModel,
  concentration = usualConcentration,
): (uniform: UniformByKey) => QualityModel {
  return (uniform) => {
    const redraw = <Item extends { readonly id: string; readonly weight: number }>(
      items: readonly Item[],
    ): Item[] => {
      const all = items.reduce((sum, item) => sum + item.weight, 0);
      return items.map((item) =>
        item.weight === 0 || items.length === 1
          ? item
          : { ...item, weight: gamma((concentration * item.weight) / all)(uniform(`weight ${item.id}`)) },
      );
    };
    return {
      ...model,
      dimensions: redraw(model.dimensions).map((dimension) => ({
        ...dimension,
        indicators: redraw(dimension.indicators),
      })),
    };
  };
}
