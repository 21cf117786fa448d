import type { Measurement } from '../map/measurement.ts';
import type { ScoreFunction } from './curve.ts';

/**
 * What is known of a metric at one place: one number, observations, quantiles, or for computed waits the function
 * "share of the served contacts that wait longer than t". All of them are scored the same way.
 */
export type Distribution = {
  /** Share of the contacts that gave up; they score 0. */
  readonly abandonedShare?: number;
} & (
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'samples'; readonly values: readonly number[] }
  | {
      readonly kind: 'quantiles';
      readonly quantiles: readonly { readonly p: number; readonly value: number }[];
    }
  | { readonly kind: 'tail'; readonly shareLongerThan: (value: number) => number }
);

/** What a measurement says, most detailed form first; undefined when it holds no usable value. */
export function distributionOf(measurement: Measurement): Distribution | undefined {
  const { samples, quantiles, value, likely } = measurement;
  if (samples !== undefined && samples.length > 0) return { kind: 'samples', values: samples };
  if (quantiles !== undefined && quantiles.length > 0) return { kind: 'quantiles', quantiles };
  const point = value ?? likely;
  return point === undefined ? undefined : { kind: 'constant', value: point };
}

/** [Q6] Mean of the curve over the whole distribution; who gave up scores 0. */
export function expectedScore(score: ScoreFunction, distribution: Distribution): number {
  return (1 - (distribution.abandonedShare ?? 0)) * scoreOfServed(score, distribution);
}

function scoreOfServed(score: ScoreFunction, distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return score.at(distribution.value);
    case 'samples': {
      const { values } = distribution;
      return values.reduce((sum, value) => sum + score.at(value), 0) / values.length;
    }
    case 'quantiles':
      return scoreOfQuantiles(score, distribution.quantiles);
    case 'tail': {
      const scores = tailScores.get(distribution.shareLongerThan) ?? new Map<ScoreFunction, number>();
      tailScores.set(distribution.shareLongerThan, scores);
      const known = scores.get(score) ?? scoreOfTail(score, distribution.shareLongerThan);
      scores.set(score, known);
      return known;
    }
  }
}

/** Between two quantiles values are spread evenly; outside the first and last they equal them. */
function scoreOfQuantiles(
  score: ScoreFunction,
  quantiles: readonly { readonly p: number; readonly value: number }[],
): number {
  const first = quantiles[0]!;
  const last = quantiles[quantiles.length - 1]!;
  let sum = first.p * score.at(first.value) + (1 - last.p) * score.at(last.value);
  for (let i = 1; i < quantiles.length; i++) {
    const from = quantiles[i - 1]!;
    const to = quantiles[i]!;
    sum += (to.p - from.p) * meanBetween(score, from.value, to.value);
  }
  return sum;
}

/** Mean score over an even spread: Simpson between the breaks, which is exact for linear and cubic pieces. */
function meanBetween(score: ScoreFunction, from: number, to: number): number {
  if (to <= from) return score.at(from);
  const points = [from, ...score.breaks.filter((x) => x > from && x < to), to];
  let area = 0;
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]!;
    const b = points[i]!;
    area += ((b - a) / 6) * (score.at(a) + 4 * score.at((a + b) / 2) + score.at(b));
  }
  return area / (to - from);
}

const cellsPerPiece = 8;

/** The waits of one run are scored again in every draw of what was measured. */
const tailScores = new WeakMap<(value: number) => number, Map<ScoreFunction, number>>();

/** Integration by parts: score at the least value plus every later rise times the share that gets there. */
function scoreOfTail(score: ScoreFunction, shareLongerThan: (value: number) => number): number {
  const { breaks } = score;
  let sum = score.at(breaks[0]!);
  for (let i = 1; i < breaks.length; i++) {
    const width = (breaks[i]! - breaks[i - 1]!) / cellsPerPiece;
    for (let cell = 0; cell < cellsPerPiece; cell++) {
      const a = breaks[i - 1]! + cell * width;
      const b = a + width;
      const share = (shareLongerThan(a) + 4 * shareLongerThan((a + b) / 2) + shareLongerThan(b)) / 6;
      sum += (score.at(b) - score.at(a)) * share;
    }
  }
  return sum;
}

/** Mean of the values themselves; undefined for a tail (its maker knows the mean). */
export function meanValue(distribution: Distribution): number | undefined {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'samples':
      return distribution.values.reduce((sum, value) => sum + value, 0) / distribution.values.length;
    case 'quantiles':
      return scoreOfQuantiles({ at: (value) => value, breaks: [] }, distribution.quantiles);
    case 'tail':
      return undefined;
  }
}
