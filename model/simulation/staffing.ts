import exp from '@stdlib/math-base-special-exp';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** How many agents a load needs: the square-root rule c = a + beta sqrt(a) and its limits for large groups. */

/** Agents for `offeredErlangs` at the service grade `beta` (0 just enough, 1 comfortable, 2 hardly any wait). */
export const squareRootStaffing = (offeredErlangs: number, beta: number): number =>
  Math.ceil(offeredErlangs + beta * Math.sqrt(offeredErlangs));

/** Halfin-Whitt limit of the share that waits, nobody giving up: 1 / (1 + beta Phi(beta) / phi(beta)). */
export const halfinWhittDelay = (beta: number): number =>
  1 / (1 + (beta * normalCdf(beta)) / normalDensity(beta));

/**
 * Garnett's limit of the share that waits with exponential patience; `patienceInHandleTimes` = mean patience / mean handle time.
 * The published form has theta / mu, its reciprocal.
 */
export function garnettDelay(beta: number, patienceInHandleTimes: number): number {
  const root = Math.sqrt(1 / patienceInHandleTimes);
  return 1 / (1 + (root * hazard(beta / root)) / hazard(-beta));
}

/** The grade beta at which the share that waits is `delay` (Halfin-Whitt), for a target such as "one in five waits". */
export function gradeForDelay(delay: number): number {
  let low = 0;
  let high = Math.max(1, normalQuantile(1 - delay / 1e6, 0, 1));
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (halfinWhittDelay(middle) > delay) low = middle;
    else high = middle;
  }
  return high;
}

const normalDensity = (x: number): number => exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** Hazard rate of the normal distribution, phi / (1 - Phi). */
const hazard = (x: number): number => normalDensity(x) / (1 - normalCdf(x));

/** Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/15 + ...): Marsaglia's series, exact to double precision for |x| < 6. */
function normalCdf(x: number): number {
  if (x < -8) return 0;
  if (x > 8) return 1;
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}
