import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * A distribution with mean 1 as a table of its quantiles: sampling is one look-up, a greater uniform number always
 * gives a greater value (so plans stay coupled to the baseline), and both ends are exact.
 */
export interface QuantileTable {
  readonly knots: Float64Array;
  readonly quantile: (share: number) => number;
}

const size = 4_096;
/** Knots at the upper end where a straight line would miss the tail. */
const exactAbove = size - 8;

export function quantileTable(quantile: (share: number) => number): QuantileTable {
  const knots = new Float64Array(size + 1);
  for (let i = 1; i < size; i++) knots[i] = quantile(i / size);
  knots[0] = quantile(1e-9);
  knots[size] = quantile(1 - 1e-9);
  return { knots, quantile };
}

/** The value at a uniform number in (0, 1). */
export function sample(table: QuantileTable, uniform: number): number {
  const place = uniform * size;
  const i = place | 0;
  if (i === 0 || i >= exactAbove) return table.quantile(uniform);
  const low = table.knots[i]!;
  return low + (place - i) * (table.knots[i + 1]! - low);
}

const kept = new Map<string, QuantileTable>();

const keep = (name: string, make: () => (share: number) => number): QuantileTable => {
  const table = kept.get(name) ?? quantileTable(make());
  kept.set(name, table);
  return table;
};

/** Times of work: lognormal unless told otherwise; a gamma has the exponential (cv 1) and Erlang shapes among it. */
export function workTable(shape: 'lognormal' | 'gamma', cv: number): QuantileTable {
  if (cv === 0) return keep('constant', () => () => 1);
  return keep(`${shape} ${cv}`, () => {
    if (shape === 'gamma') return (share) => gammaQuantile(share, 1 / cv ** 2, 1 / cv ** 2);
    const variance = ln(1 + cv * cv);
    const deviation = Math.sqrt(variance);
    return (share) => exp(normalQuantile(share, 0, 1) * deviation - variance / 2);
  });
}

export const exponentialTable = (): QuantileTable => keep('exponential', () => (share) => -ln(1 - share));

/** A day's factor on the arrivals: gamma with mean 1. */
export const dayFactor = (cv: number, uniform: number): number =>
  cv === 0 ? 1 : gammaQuantile(uniform, 1 / cv ** 2, 1 / cv ** 2);
