import type { KnownMetric } from './metricCatalogue.ts';

/** Whether a metric can have a value at all: inside its range, and above 0 where nothing takes no time. */
export function isPossible(metric: KnownMetric | undefined, value: number): boolean {
  const { min = -Infinity, max = Infinity } = metric?.range ?? {};
  return value >= min && value <= max && (metric?.positive !== true || value > 0);
}
