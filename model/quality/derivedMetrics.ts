import type { MetricKey } from '../map/metric.ts';
import { meanValue } from './distribution.ts';
import type { InputPlace, InputValue, ScoreInputs } from './scoreInputs.ts';

/**
 * Ratios of source 000 as it prints them, for the flagged model `fiveDimensionIndexLiteral` only: undefined at zero
 * wait, cut at 1. They are formed where both times are known and nobody measured the ratio itself.
 */
const printedRatios: readonly {
  readonly metric: MetricKey;
  readonly over: readonly [MetricKey, MetricKey];
}[] = [
  { metric: 'responseRatio', over: ['firstResponse', 'wait'] },
  { metric: 'resolutionRatio', over: ['handleTime', 'wait'] },
];

/** The values with the printed ratios added. */
export function withPrintedRatios(values: ScoreInputs['values']): ScoreInputs['values'] {
  const added = printedRatios.flatMap(({ metric, over: [above, below] }) => {
    const places = new Map<InputPlace, readonly InputValue[]>();
    for (const [place, numerators] of values.get(above) ?? []) {
      const ratio = ratioOf(numerators, values.get(below)?.get(place) ?? []);
      if (ratio !== undefined) places.set(place, [ratio]);
    }
    for (const [place, measured] of values.get(metric) ?? []) places.set(place, measured);
    return places.size === 0 ? [] : [[metric, places] as const];
  });
  return added.length === 0 ? values : new Map([...values, ...added]);
}

function ratioOf(
  numerators: readonly InputValue[],
  denominators: readonly InputValue[],
): InputValue | undefined {
  const above = meanOf(numerators);
  const below = meanOf(denominators);
  if (above === undefined || below === undefined || below <= 0) return undefined;
  return {
    distribution: { kind: 'constant', value: Math.min(1, above / below) },
    weight: 1,
    origin: numerators[0]!.origin,
  };
}

function meanOf(values: readonly InputValue[]): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const { distribution, weight } of values) {
    const mean = meanValue(distribution);
    if (mean === undefined) continue;
    sum += weight * mean;
    weights += weight;
  }
  return weights > 0 ? sum / weights : undefined;
}
