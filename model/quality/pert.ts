import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/** A guess by three numbers as a PERT distribution (beta with weight 4 on the likely value). Precondition: low <= likely <= high. */
export interface Pert {
  readonly mean: number;
  readonly deviation: number;
  /** Parameters of the beta distribution on 0..1. */
  readonly alpha: number;
  readonly beta: number;
  readonly quantile: (share: number) => number;
}

/** Forecasts follow one another as one types: the same few guesses are drawn at the same shares of the same seed. */
const known = new Map<string, Pert>();
const mostGuesses = 500;
const mostShares = 2_000;

export function pert(low: number, likely: number, high: number): Pert {
  const key = `${low} ${likely} ${high}`;
  const made = known.get(key) ?? makePert(low, likely, high);
  if (known.size > mostGuesses) known.clear();
  known.set(key, made);
  return made;
}

function makePert(low: number, likely: number, high: number): Pert {
  const width = high - low;
  const mean = (low + 4 * likely + high) / 6;
  if (width === 0) return { mean, deviation: 0, alpha: 1, beta: 1, quantile: () => likely };
  const alpha = 1 + (4 * (likely - low)) / width;
  const beta = 1 + (4 * (high - likely)) / width;
  return {
    mean,
    deviation: width * Math.sqrt((alpha * beta) / ((alpha + beta) ** 2 * (alpha + beta + 1))),
    alpha,
    beta,
    quantile: remembered((share) => low + width * betaQuantile(share, alpha, beta)),
  };
}

/** A quantile of a beta distribution takes 20 to 80 microseconds. */
function remembered(quantile: Pert['quantile']): Pert['quantile'] {
  const values = new Map<number, number>();
  return (share) => {
    const value = values.get(share) ?? quantile(share);
    if (values.size > mostShares) values.clear();
    values.set(share, value);
    return value;
  };
}
