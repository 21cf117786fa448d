import type { Banded } from '../simulation/planForecast.ts';

/** A difference with its sign and at most one decimal, as documents write it. */
export const signed = (value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−');
};

/** A difference and its band. */
export const signedBand = ({ value, low, high }: Banded): string =>
  `${signed(value)} (${signed(low)} … ${signed(high)})`;
