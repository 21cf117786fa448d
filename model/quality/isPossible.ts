import type { KnownMetric } from './metricCatalogue.ts';

/** Beyond this, in the unit that is stored, a number is a slip of the keyboard, whatever is measured. */
const mostOfAnyMetric = 1e12;

/** From where to where a metric can be. */
export function possibleRange(metric: KnownMetric | undefined): {
  readonly min: number;
  readonly max: number;
} {
  const { min = -mostOfAnyMetric, max = mostOfAnyMetric } = metric?.range ?? {};
  return { min, max };
}

/** Whether a metric can have a value at all: inside its range, and above 0 where nothing takes no time. */
export function isPossible(metric: KnownMetric | undefined, value: number): boolean {
  const { min, max } = possibleRange(metric);
  return value >= min && value <= max && (metric?.positive !== true || value > 0);
}
