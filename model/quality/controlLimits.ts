/** Natural limits of a series (XmR chart): what is usual variation, and which points call for an explanation. */
export interface ControlLimits {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Places of points outside the limits, or in a run of eight on one side of the mean. */
  readonly signals: readonly number[];
}

/** Mean moving range to three standard deviations (3 / 1.128, Shewhart). */
const rangeFactor = 2.66;
const longRun = 8;

/** Undefined below five points: limits would say nothing. */
export function controlLimits(values: readonly number[]): ControlLimits | undefined {
  if (values.length < 5) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const ranges = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
  const half = (rangeFactor * ranges.reduce((sum, range) => sum + range, 0)) / ranges.length;
  const inRun = new Set<number>();
  for (let start = 0; start + longRun <= values.length; start++) {
    const run = values.slice(start, start + longRun);
    if (run.every((value) => value > mean) || run.every((value) => value < mean))
      for (let i = start; i < start + longRun; i++) inRun.add(i);
  }
  return {
    mean,
    low: mean - half,
    high: mean + half,
    signals: values.flatMap((value, i) => (Math.abs(value - mean) > half || inRun.has(i) ? [i] : [])),
  };
}
