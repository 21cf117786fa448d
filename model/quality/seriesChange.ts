import type { Measurement } from '../map/measurement.ts';
import { type Interval, newcombe } from './intervals.ts';
import type { KnownMetric } from './metricCatalogue.ts';

/** How the last value of a series differs from the one before, in the unit of the metric. */
export interface SeriesChange {
  readonly since: string;
  readonly change: number;
  readonly interval: Interval;
  /** The interval holds nothing but one side of zero. */
  readonly isSure: boolean;
}

/** [Q38] For shares whose last two values say their n (Newcombe); for others there is no interval, so nothing is said. */
export function seriesChange(
  { series }: Pick<Measurement, 'series'>,
  metric: KnownMetric | undefined,
  level?: number,
): SeriesChange | undefined {
  const [before, last] = series.slice(-2);
  if (metric?.estimator !== 'proportion' || before?.n === undefined || last?.n === undefined)
    return undefined;
  if (before.n < 1 || last.n < 1) return undefined;
  const interval = newcombe({ share: last.value, n: last.n }, { share: before.value, n: before.n }, level);
  return {
    since: before.at,
    change: last.value - before.value,
    interval,
    isSure: interval.low > 0 || interval.high < 0,
  };
}
