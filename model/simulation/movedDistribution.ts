import type { Distribution } from '../quality/distribution.ts';

/** Every value of a distribution moved by a function; computed waits are moved through the service, never by themselves. */
export function movedDistribution(distribution: Distribution, move: (value: number) => number): Distribution {
  switch (distribution.kind) {
    case 'constant':
      return { ...distribution, value: move(distribution.value) };
    case 'samples':
      return { ...distribution, values: distribution.values.map(move) };
    case 'quantiles':
      return {
        ...distribution,
        quantiles: distribution.quantiles.map(({ p, value }) => ({ p, value: move(value) })),
      };
    default:
      return distribution;
  }
}
