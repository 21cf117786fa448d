import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Measurement } from '../map/measurement.ts';
import { bootstrapMeans, bootstrapQuantile } from './bootstrap.ts';
import { channelMix } from './channelMix.ts';
import { type Distribution, distributionOf, expectedScore, meanValue } from './distribution.ts';
import {
  garwood,
  type Interval,
  logMeanError,
  lognormalMeanInterval,
  meanInterval,
  npsInterval,
  usualLevel,
  wilson,
} from './intervals.ts';
import { type KnownMetric, metricOf } from './metricCatalogue.ts';
import { pert } from './pert.ts';

/** How sure a measurement is: its interval for people, and the posterior from which the bands are drawn [Q8]. */
export interface Posterior {
  /** Where the interval comes from; `guess` and `assumed` are no statistics. */
  readonly method:
    | 'exact'
    | 'wilson'
    | 'dirichlet'
    | 'garwood'
    | 'nps'
    | 'time'
    | 'mean'
    | 'bootstrap'
    | 'guess'
    | 'assumed';
  /** The true mean that a share of all draws lies below. */
  readonly quantile: (share: number) => number;
  interval(level?: number): Interval;
}

/** Assumed where a measurement names no spread or no n. Judgement, grade E; the screen says "assumed". */
export const assumptions = {
  /** Without n: a share, score or point lies within so much of the truth at 90 %. */
  halfWidth: { share: 0.1, score: 10, points: 20, rating7: 0.6 },
  /** Without n: times, rates and sums within so large a part of themselves. */
  relativeHalfWidth: 0.2,
  /** With n but only a mean: usual standard deviations; times are lognormal with this cv (Feb 1999 bank data: 1.21). */
  timeCv: 1.2,
  deviation: { score: 15, rating7: 1.5 },
  /** With n, other units: a deviation as large as the value. */
  relativeDeviation: 1,
} as const;

/** How sure a number of a map is; undefined when the measurement holds no usable value. */
export function posteriorIn(
  map: Pick<JourneyMap, 'metrics' | 'measurements'>,
  measurement: Measurement,
): Posterior | undefined {
  const metric = metricOf(map, measurement.metric);
  const distribution = distributionOf(measurement);
  return (
    distribution &&
    posteriorOf(
      measurement,
      metric,
      distribution,
      metric?.estimator === 'mix' ? channelMix(map.measurements, measurement).length : undefined,
    )
  );
}

/**
 * Precondition: `distribution` is what the measurement says (distributionOf). `parts` of a mix: how many shares its
 * whole was divided into.
 */
export function posteriorOf(
  measurement: Measurement,
  metric: KnownMetric | undefined,
  distribution: Distribution,
  parts = 1,
): Posterior {
  const mean = meanValue(distribution)!;
  const { low, likely, high } = measurement;
  if (low !== undefined && high !== undefined && low <= mean && mean <= high)
    return guess(low, likely ?? mean, high);
  if (metric === undefined) return without(mean, undefined);
  const bounded = within(metric.range);
  const samples = distribution.kind === 'samples' ? distribution.values : undefined;
  const n = samples?.length ?? measurement.n;
  if (metric.estimator === 'exact') return fixed(mean);
  if (n === undefined || n < 1) return bounded(without(mean, metric));
  switch (metric.estimator) {
    case 'proportion':
      return proportion(mean, n);
    case 'mix':
      return partOfMix(mean, n, parts);
    case 'count':
      return samples !== undefined && n >= 5
        ? bounded(ofMean(mean, deviationOf(samples), n))
        : count(mean, n);
    case 'nps':
      return nps(mean, n, samples);
    case 'time':
    case 'censoredTime':
      return time(mean, n, distribution, metric.estimator === 'censoredTime');
    case 'mean': {
      if (metric.unit === 'rating7' && samples !== undefined && n >= 2 && n < fewAnswers)
        return bootstrapped(samples, mean);
      const spread = spreadOf(distribution) ?? usualDeviation(metric, mean);
      return n < 2 ? bounded(without(mean, metric)) : bounded(ofMean(mean, spread, n));
    }
    default:
      return metric.estimator satisfies never;
  }
}

function fixed(value: number): Posterior {
  return { method: 'exact', quantile: () => value, interval: () => ({ low: value, high: value }) };
}

function guess(low: number, likely: number, high: number): Posterior {
  const { quantile } = pert(low, likely, high);
  return { method: 'guess', quantile, interval: (level = usualLevel) => between(quantile, level, likely) };
}

function between(quantile: (share: number) => number, level: number, point: number): Interval {
  return {
    low: Math.min(point, quantile((1 - level) / 2)),
    high: Math.max(point, quantile((1 + level) / 2)),
  };
}

/** Beta posterior with the prior of Jeffreys for the draws, Wilson for people. */
function proportion(share: number, n: number): Posterior {
  const successes = Math.min(1, Math.max(0, share)) * n;
  return {
    method: 'wilson',
    quantile: (p) => betaQuantile(p, successes + 0.5, n - successes + 0.5),
    interval: (level) => wilson(successes / n, n, level),
  };
}

/** One share of a Dirichlet posterior with half a contact on each channel; beside a share alone the rest is one more. */
function partOfMix(share: number, n: number, parts: number): Posterior {
  const own = Math.min(1, Math.max(0, share)) * n;
  const quantile = (p: number): number => betaQuantile(p, own + 0.5, n - own + 0.5 * Math.max(1, parts - 1));
  return {
    method: 'dirichlet',
    quantile,
    interval: (level = usualLevel) => between(quantile, level, own / n),
  };
}

/** `n` contacts were counted: Poisson. */
function count(rate: number, n: number): Posterior {
  const perContact = rate / n;
  return {
    method: 'garwood',
    quantile: (p) => perContact * gammaQuantile(p, n + 0.5, 1),
    interval: (level) => {
      const { low, high } = garwood(n, level);
      return { low: perContact * low, high: perContact * high };
    },
  };
}

/** Answers of -100, 0 and 100; where only the score is known, nobody is taken for passive: the widest interval. */
function nps(score: number, n: number, samples: readonly number[] | undefined): Posterior {
  const promoters = samples?.filter((answer) => answer > 0).length ?? (n * (100 + score)) / 200;
  const detractors = samples?.filter((answer) => answer < 0).length ?? (n * (100 - score)) / 200;
  // Moments of the Dirichlet posterior with half an answer to each side.
  const p = (promoters + 0.5) / (n + 1.5);
  const d = (detractors + 0.5) / (n + 1.5);
  const deviation = Math.sqrt((p + d - (p - d) ** 2) / (n + 2.5));
  return {
    method: 'nps',
    quantile: (share) => clamp(100 * normalQuantile(share, p - d, deviation), -100, 100),
    interval: (level) => npsInterval({ promoters, passives: n - promoters - detractors, detractors }, level),
  };
}

function time(mean: number, n: number, distribution: Distribution, censored: boolean): Posterior {
  const spread = spreadOf(distribution);
  const cv = spread === undefined || mean <= 0 ? assumptions.timeCv : spread / mean;
  // Standard deviation of the logarithm of a lognormal time with this cv.
  const logDeviation = Math.sqrt(Math.log(1 + cv ** 2));
  const error = censored || n < 2 ? 1 / Math.sqrt(n) : logMeanError(logDeviation, n);
  return {
    method: 'time',
    quantile: (share) => mean * Math.exp(normalQuantile(share, 0, error)),
    interval: (level = usualLevel) =>
      censored || n < 2
        ? between((share) => mean * Math.exp(normalQuantile(share, 0, error)), level, mean)
        : lognormalMeanInterval(mean, logDeviation, n, level),
  };
}

/** Below this many answers on a short scale the bootstrap takes the place of t. */
const fewAnswers = 30;

function bootstrapped(samples: readonly number[], mean: number): Posterior {
  const means = bootstrapMeans(samples);
  const quantile = (share: number): number => bootstrapQuantile(means, share);
  return {
    method: 'bootstrap',
    quantile,
    interval: (level = usualLevel) => between(quantile, level, mean),
  };
}

function ofMean(mean: number, deviation: number, n: number): Posterior {
  return {
    method: 'mean',
    quantile: (share) => mean + (tQuantile(share, n - 1) * deviation) / Math.sqrt(n),
    interval: (level) => meanInterval(mean, deviation, n, level),
  };
}

/** No n: the value is a guess with the usual width. */
function without(mean: number, metric: KnownMetric | undefined): Posterior {
  const fixedWidth = (assumptions.halfWidth as Readonly<Record<string, number>>)[metric?.unit ?? ''];
  const half = fixedWidth ?? Math.abs(mean) * assumptions.relativeHalfWidth;
  const deviation = half / normalQuantile((1 + usualLevel) / 2, 0, 1);
  const quantile = (share: number): number =>
    deviation === 0 ? mean : normalQuantile(share, mean, deviation);
  return { method: 'assumed', quantile, interval: (level = usualLevel) => between(quantile, level, mean) };
}

/** Keeps draws and interval inside the metric's range. */
const within =
  ({ min = -Infinity, max = Infinity }: KnownMetric['range']) =>
  (posterior: Posterior): Posterior => ({
    method: posterior.method,
    quantile: (share) => clamp(posterior.quantile(share), min, max),
    interval: (level) => {
      const { low, high } = posterior.interval(level);
      return { low: clamp(low, min, max), high: clamp(high, min, max) };
    },
  });

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

function usualDeviation({ unit }: KnownMetric, mean: number): number {
  const usual = (assumptions.deviation as Readonly<Record<string, number>>)[unit];
  return usual ?? Math.abs(mean) * assumptions.relativeDeviation;
}

/** Standard deviation of single observations, where the measurement shows it. */
function spreadOf(distribution: Distribution): number | undefined {
  if (distribution.kind === 'samples')
    return distribution.values.length > 1 ? deviationOf(distribution.values) : undefined;
  if (distribution.kind !== 'quantiles') return undefined;
  const mean = meanValue(distribution)!;
  return Math.sqrt(expectedScore({ at: (value) => (value - mean) ** 2, breaks: [] }, distribution));
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
