import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Confidence intervals of the estimators of the metric catalogue. `level` is .9 on every screen; the functions take any. */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const usualLevel = 0.9;

const zOf = (level: number): number => normalQuantile((1 + level) / 2, 0, 1);

/** Wilson 1927: a proportion, 0..1, from its share and number of observations (1 or more). */
export function wilson(share: number, n: number, level = usualLevel): Interval {
  const z2 = zOf(level) ** 2;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Math.sqrt(z2) / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Newcombe 1998, hybrid score: the difference of two proportions, first minus second. */
export function newcombe(
  first: { readonly share: number; readonly n: number },
  second: { readonly share: number; readonly n: number },
  level = usualLevel,
): Interval {
  const a = wilson(first.share, first.n, level);
  const b = wilson(second.share, second.n, level);
  const difference = first.share - second.share;
  return {
    low: difference - Math.hypot(first.share - a.low, b.high - second.share),
    high: difference + Math.hypot(a.high - first.share, second.share - b.low),
  };
}

/** Garwood 1936, exact: the mean of a Poisson count, from the count (0 or more). */
export function garwood(count: number, level = usualLevel): Interval {
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : chiSquareQuantile(tail, 2 * count) / 2,
    high: chiSquareQuantile(1 - tail, 2 * count + 2) / 2,
  };
}

/** Adjusted Wald for the net promoter score in points (MeasuringU: three answers more, 3/4 to either side). */
export function npsInterval(
  answers: { readonly promoters: number; readonly passives: number; readonly detractors: number },
  level = usualLevel,
): Interval {
  const n = answers.promoters + answers.passives + answers.detractors + 3;
  const promoters = (answers.promoters + 0.75) / n;
  const detractors = (answers.detractors + 0.75) / n;
  const score = promoters - detractors;
  const half = zOf(level) * Math.sqrt((promoters + detractors - score ** 2) / n);
  return { low: Math.max(-100, 100 * (score - half)), high: Math.min(100, 100 * (score + half)) };
}

/** Student's t: a mean, from its standard deviation and n (2 or more). */
export function meanInterval(mean: number, deviation: number, n: number, level = usualLevel): Interval {
  const half = (tQuantile((1 + level) / 2, n - 1) * deviation) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
}

/** Cox's method: the mean of a lognormal time, from the standard deviation of its logarithm and n (2 or more). */
export function lognormalMeanInterval(
  mean: number,
  logDeviation: number,
  n: number,
  level = usualLevel,
): Interval {
  const half = zOf(level) * logMeanError(logDeviation, n);
  return { low: mean * Math.exp(-half), high: mean * Math.exp(half) };
}

/** Standard error of the logarithm of a lognormal mean. */
export function logMeanError(logDeviation: number, n: number): number {
  const variance = logDeviation ** 2;
  return Math.sqrt(variance / n + variance ** 2 / (2 * (n - 1)));
}

/** The median of a lognormal time, t on the log scale. */
export function lognormalMedianInterval(
  median: number,
  logDeviation: number,
  n: number,
  level = usualLevel,
): Interval {
  const { low, high } = meanInterval(0, logDeviation, n, level);
  return { low: median * Math.exp(low), high: median * Math.exp(high) };
}

/**
 * Free of any distribution: the p-quantile lies between two ordered observations with at least the level asked.
 * Undefined when there are too few observations for that.
 */
export function quantileInterval(
  observations: readonly number[],
  p: number,
  level = usualLevel,
): Interval | undefined {
  const sorted = [...observations].sort((a, b) => a - b);
  const n = sorted.length;
  const tail = (1 - level) / 2;
  // P(number of observations below the quantile <= k) for k = 0, 1, ... is the binomial distribution function.
  let term = (1 - p) ** n;
  if (term === 0) return normalQuantileInterval(sorted, p, level);
  let below = term;
  let lowRank = below > tail ? -1 : 0;
  let highRank = below >= 1 - tail ? 0 : n;
  for (let k = 1; k <= n; k++) {
    term *= ((n - k + 1) / k) * (p / (1 - p));
    below += term;
    if (below <= tail) lowRank = k;
    if (below >= 1 - tail && highRank === n) highRank = k;
  }
  const low = sorted[lowRank];
  const high = sorted[highRank];
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** The same ranks by the normal approximation, for samples so large that (1 - p)^n is no longer a number. */
function normalQuantileInterval(sorted: readonly number[], p: number, level: number): Interval {
  const n = sorted.length;
  const half = zOf(level) * Math.sqrt(n * p * (1 - p));
  return {
    low: sorted[Math.max(0, Math.floor(n * p - half) - 1)]!,
    high: sorted[Math.min(n - 1, Math.ceil(n * p + half))]!,
  };
}
