import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { blockingShare } from './queueFormulas.ts';

/** A queue in which only so many may wait (M/M/c/c+K, with patience +M): who finds it full goes at once. */
export interface CappedQueue {
  readonly waitProbability: number;
  /** Share of all who come that find the queue full. */
  readonly turnedAway: number;
  /** Share of all who come that leave unserved, turned away or out of patience. */
  readonly abandonment: number;
  /** Share of all who come that are served after more than this; `patient`: of those who never give up. */
  servedLater(seconds: number, patient: boolean): number;
}

/**
 * [K23] Exact, by the states of the queue. Who finds j others waiting is served after j + 1 ends of service or patience, at rates
 * c mu + i theta, i = 0..j. Such a time is -ln(B) / theta with B ~ Beta(s, j + 1), s = c mu / theta; without patience it is
 * Erlang's. Their tails come from each other by recurrence in j.
 */
export function cappedQueue(
  offeredErlangs: number,
  servers: number,
  handleSeconds: number,
  patienceSeconds: number,
  cap: number,
): CappedQueue {
  // States relative to that of all servers busy and nobody waiting, scaled so that nothing overflows.
  const s = (servers * patienceSeconds) / handleSeconds;
  const logs = new Float64Array(cap + 1);
  for (let j = 1; j <= cap; j++) {
    const drain = Number.isFinite(patienceSeconds)
      ? servers + (j * handleSeconds) / patienceSeconds
      : servers;
    logs[j] = logs[j - 1]! + ln(offeredErlangs / drain);
  }
  const highest = logs.reduce((most, log) => Math.max(most, log), 0);
  const above = logs.map((log) => exp(log - highest));
  const below = (1 / blockingShare(offeredErlangs, servers) - 1) * exp(-highest);
  const all = above.reduce((sum, share) => sum + share, below);
  const states = above.map((share) => share / all);
  const turnedAway = states[cap]!;
  const waiting = states.subarray(0, cap);
  const waitProbability = waiting.reduce((sum, share) => sum + share, 0);
  const served = waiting.reduce((sum, share, j) => sum + share * servedShare(s, j), 0);
  return {
    waitProbability,
    turnedAway,
    abandonment: Math.max(0, turnedAway + waitProbability - served),
    servedLater: (seconds, patient) => {
      if (!Number.isFinite(patienceSeconds))
        return erlangTails(waiting, (servers * seconds) / handleSeconds, (share) => share);
      const left = exp(-seconds / patienceSeconds);
      return patient
        ? betaTails(waiting, left, s, (share) => share)
        : betaTails(waiting, left, s + 1, (share, j) => share * servedShare(s, j));
    },
  };
}

/** Chance that who finds j others waiting is served before patience ends: E[B] of Beta(s, j + 1). */
const servedShare = (s: number, j: number): number => (Number.isFinite(s) ? s / (s + j + 1) : 1);

type Weigh = (share: number, j: number) => number;

/** Sum over j of weight x I_x(a, j + 1): the regularised incomplete beta grows by x^a (1 - x)^b / (b B(a, b)) with b. */
function betaTails(states: Float64Array, x: number, a: number, weigh: Weigh): number {
  let tail = exp(a * ln(x));
  // x^a (1 - x)^b / (b B(a, b)) for b = 1, then times (1 - x) (a + b) / (b + 1).
  let step = tail * (1 - x) * a;
  return states.reduce((sum, share, j) => {
    const here = weigh(share, j) * tail;
    tail += step;
    step *= ((1 - x) * (a + j + 1)) / (j + 2);
    return sum + here;
  }, 0);
}

/** Sum over j of weight x P(Erlang(j + 1) > t): Poisson terms. */
function erlangTails(states: Float64Array, time: number, weigh: Weigh): number {
  let term = exp(-time);
  let tail = term;
  return states.reduce((sum, share, j) => {
    const here = weigh(share, j) * tail;
    term *= time / (j + 1);
    tail += term;
    return sum + here;
  }, 0);
}
