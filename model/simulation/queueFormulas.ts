import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { err, ok, type Result } from '../result.ts';

/**
 * Steady-state formulas of one queue: Erlang B, C and A, M/G/1 and Allen-Cunneen. They answer while a person types;
 * the event engine confirms them. Logarithm and exponential are pure JavaScript, so every browser gives the same bytes.
 */

/** One kind of contact at one group of agents. */
export interface QueueLoad {
  readonly arrivalsPerHour: number;
  readonly handleSeconds: number;
  /** Contacts that can be served at once (agents x concurrency). A fraction is a mix of the two whole numbers beside it. */
  readonly agents: number;
}

/** What a queue does in the long run. `null` where the model has no such figure. */
export interface QueueFigures {
  readonly offeredErlangs: number;
  readonly blockingProbability: number | null;
  readonly waitProbability: number | null;
  /** Mean time in the queue of everyone, those who give up included. */
  readonly meanWaitSeconds: number | null;
  readonly meanQueueLength: number | null;
  readonly occupancy: number;
  readonly abandonmentProbability: number | null;
  /** Share of all contacts that are answered within the asked time. */
  readonly serviceLevel: number | null;
  /** Nine in ten leave the queue (answered or given up) within this time. */
  readonly p90WaitSeconds: number | null;
}

export type QueueError =
  | { readonly type: 'NotPositive'; readonly field: string; readonly found: number }
  /** M/G/1 is a formula of one server. */
  | { readonly type: 'OneServer'; readonly found: number }
  | { readonly type: 'Overload'; readonly offeredErlangs: number; readonly agents: number };

/** Blocked contacts are lost: telephone lines, places. */
export function erlangB(load: QueueLoad): Result<QueueFigures, QueueError> {
  const wrong = checkLoad(load);
  if (wrong !== undefined) return err(wrong);
  const offered = offeredErlangs(load);
  const blocking = mixed(load.agents, (servers) => blockingShare(offered, servers));
  return ok({
    ...noFigures,
    offeredErlangs: offered,
    blockingProbability: blocking,
    occupancy: (offered * (1 - blocking)) / load.agents,
  });
}

/** Everyone waits for as long as it takes (M/M/c). Without enough agents the queue grows without end: `Overload`. */
export function erlangC(load: QueueLoad, withinSeconds = 20): Result<QueueFigures, QueueError> {
  return endlessPatience(load, withinSeconds, 1);
}

/**
 * Allen-Cunneen: Erlang C's wait x (Ca^2 + Cs^2) / 2. An approximation for service times that are not exponential;
 * the tail of the wait is taken as exponential with the corrected mean.
 */
export function allenCunneen(
  load: QueueLoad,
  variation: { readonly arrivalCv: number; readonly handleCv: number },
  withinSeconds = 20,
): Result<QueueFigures, QueueError> {
  return endlessPatience(load, withinSeconds, (variation.arrivalCv ** 2 + variation.handleCv ** 2) / 2);
}

/** One server, any distribution of the handle time (Pollaczek-Khinchine). Only mean figures are known. */
export function mg1(load: Omit<QueueLoad, 'agents'>, handleCv: number): Result<QueueFigures, QueueError> {
  const wrong = checkLoad({ ...load, agents: 1 });
  if (wrong !== undefined) return err(wrong);
  const occupancy = offeredErlangs(load);
  if (occupancy >= 1) return err({ type: 'Overload', offeredErlangs: occupancy, agents: 1 });
  const wait = (occupancy * load.handleSeconds * (1 + handleCv ** 2)) / (2 * (1 - occupancy));
  return ok({
    ...noFigures,
    offeredErlangs: occupancy,
    waitProbability: occupancy,
    meanWaitSeconds: wait,
    meanQueueLength: (wait * load.arrivalsPerHour) / 3600,
    occupancy,
    abandonmentProbability: 0,
  });
}

/** Customers give up after an exponential patience (M/M/c+M). Never overloaded. */
export function erlangA(
  load: QueueLoad,
  patienceSeconds: number,
  withinSeconds = 20,
): Result<QueueFigures, QueueError> {
  const wrong = checkLoad(load) ?? checkPositive('patienceSeconds', patienceSeconds);
  if (wrong !== undefined) return err(wrong);
  const offered = offeredErlangs(load);
  const queues = nearestWhole(load.agents).map(({ servers, weight }) => ({
    weight,
    queue: impatientQueue(offered, servers, load.handleSeconds, patienceSeconds),
  }));
  const mean = (figure: (queue: ImpatientQueue) => number) =>
    queues.reduce((sum, { queue, weight }) => sum + weight * figure(queue), 0);
  const abandonment = mean((queue) => queue.abandonment);
  const wait = abandonment * patienceSeconds;
  return ok({
    offeredErlangs: offered,
    blockingProbability: null,
    waitProbability: mean((queue) => queue.waitProbability),
    meanWaitSeconds: wait,
    meanQueueLength: (wait * load.arrivalsPerHour) / 3600,
    occupancy: (offered * (1 - abandonment)) / load.agents,
    abandonmentProbability: abandonment,
    serviceLevel: mean((queue) => queue.answeredWithin(withinSeconds)),
    p90WaitSeconds: quantile((seconds) => mean((queue) => queue.stillWaiting(seconds)), 0.1),
  });
}

/** Share of time that all `servers` are busy when blocked contacts are lost: B(k) = a B(k-1) / (k + a B(k-1)). */
export function blockingShare(offeredErlangs: number, servers: number): number {
  let blocking = 1;
  for (let k = 1; k <= servers; k++) blocking = (offeredErlangs * blocking) / (k + offeredErlangs * blocking);
  return blocking;
}

/** Probability that a contact has to wait when nobody gives up; 1 when overloaded. */
export function delayShare(offeredErlangs: number, servers: number): number {
  if (offeredErlangs >= servers) return 1;
  const blocking = blockingShare(offeredErlangs, servers);
  return (servers * blocking) / (servers - offeredErlangs * (1 - blocking));
}

/** An Erlang A queue with whole servers. */
export interface ImpatientQueue {
  readonly waitProbability: number;
  readonly abandonment: number;
  /** Share of all contacts in the queue for longer than this: P(min(wait, patience) > t). */
  stillWaiting(seconds: number): number;
  /** Share of all contacts served after at most this wait. */
  answeredWithin(seconds: number): number;
  /** Share that an endlessly patient customer would wait longer than this. */
  offeredWaitLonger(seconds: number): number;
  /**
   * `offeredWaitLonger` at many times at once, ascending from 0: far cheaper than one by one where not overloaded, and
   * exact to two digits.
   */
  offeredTail(times: readonly number[]): Float64Array;
  /** Likewise the share of all contacts that are served, but after more than this. */
  servedTail(times: readonly number[]): Float64Array;
}

/**
 * Everything is relative to p(c), the chance of exactly c contacts in the system, so nothing overflows. Below c the
 * sum is 1 / B(c, a). Above c, with y = lambda / theta and s = c mu / theta, the sum is S(y) = sum of y^j / ((s + 1) ... (s + j)),
 * and the offered wait V has P(V > t) = P(V > 0) e^(-c mu t) e^(y - y_t) S(y_t) / S(y), y_t = y e^(-theta t)
 * (Baccelli and Hebuterne's density, integrated).
 */
export function impatientQueue(
  offeredErlangs: number,
  servers: number,
  handleSeconds: number,
  patienceSeconds: number,
): ImpatientQueue {
  const y = (offeredErlangs * patienceSeconds) / handleSeconds;
  const s = (servers * patienceSeconds) / handleSeconds;
  const below = 1 / blockingShare(offeredErlangs, servers) - 1;
  const logAbove = logQueueSum(y, s);
  // waitProbability = S / (below + S), written so that neither may overflow.
  const waitProbability = 1 / (1 + below * exp(-logAbove));
  const exactlyFull = waitProbability * exp(-logAbove);
  const servedShareOfDelayed =
    servers === 0 ? 0 : (servers / offeredErlangs) * (waitProbability - exactlyFull);
  const offeredWaitLonger = (seconds: number): number => {
    const later = y * exp(-seconds / patienceSeconds);
    const log = (-s * seconds) / patienceSeconds + (y - later) + logQueueSum(later, s) - logAbove;
    return waitProbability * exp(Math.min(0, log));
  };
  /** Share of all that waits and is served within this time; by parts from the balance of the density's derivative. */
  const servedDelayedWithin = (seconds: number): number => {
    if (servers === 0) return 0;
    const growth = y - y * exp(-seconds / patienceSeconds) - (s * seconds) / patienceSeconds;
    const density = waitProbability * (exp(Math.min(700, growth) - logAbove) - exp(-logAbove));
    return (servers / offeredErlangs) * (density + waitProbability - offeredWaitLonger(seconds));
  };
  /** Of the offered wait, as logarithm of its ratio to that at 0: nearly straight between two times. */
  const logDensity = (seconds: number): number =>
    y - y * exp(-seconds / patienceSeconds) - (s * seconds) / patienceSeconds;
  return {
    waitProbability,
    abandonment: Math.max(0, waitProbability - servedShareOfDelayed),
    offeredWaitLonger,
    stillWaiting: (seconds) => exp(-seconds / patienceSeconds) * offeredWaitLonger(seconds),
    answeredWithin: (seconds) => Math.min(1, Math.max(0, 1 - waitProbability + servedDelayedWithin(seconds))),
    // In overload the density has a hump that may fall between two times: one by one, then.
    offeredTail: (times) =>
      offeredErlangs > servers
        ? Float64Array.from(times, offeredWaitLonger)
        : tailsOfDensity(times, logDensity, waitProbability),
    servedTail: (times) =>
      offeredErlangs > servers
        ? Float64Array.from(times, (seconds) =>
            Math.max(0, servedShareOfDelayed - servedDelayedWithin(seconds)),
          )
        : tailsOfDensity(
            times,
            (seconds) => logDensity(seconds) - seconds / patienceSeconds,
            servedShareOfDelayed,
          ),
  };
}

/** Tails at some times of a falling density given by its logarithm; the sum of all is known. From the end, so that small tails are exact. */
function tailsOfDensity(
  times: readonly number[],
  log: (seconds: number) => number,
  all: number,
): Float64Array {
  const tails = new Float64Array(times.length);
  let logTo = log(times.at(-1)!);
  let to = exp(logTo);
  for (let i = times.length - 2; i >= 0; i--) {
    const logFrom = log(times[i]!);
    const from = exp(logFrom);
    const slope = logTo - logFrom;
    const mean = Math.abs(slope) < 1e-9 ? from : (to - from) / slope;
    tails[i] = tails[i + 1]! + mean * (times[i + 1]! - times[i]!);
    [logTo, to] = [logFrom, from];
  }
  const scale = tails[0]! > 0 ? all / tails[0]! : 0;
  return tails.map((tail) => tail * scale);
}

/** ln S(y) with S(y) = sum over j >= 0 of y^j / ((s + 1) ... (s + j)); terms scaled down before they overflow. */
function logQueueSum(y: number, s: number): number {
  let term = 1;
  let sum = 1;
  let scale = 0;
  for (let j = 1; term > sum * 1e-18; j++) {
    term *= y / (s + j);
    sum += term;
    if (sum > 1e250) {
      term *= 1e-250;
      sum *= 1e-250;
      scale += 250 * Math.LN10;
    }
  }
  return ln(sum) + scale;
}

/** Least time with `tail(time) <= level`, by bisection; `tail` falls. */
function quantile(tail: (seconds: number) => number, level: number): number {
  if (tail(0) <= level) return 0;
  let high = 1;
  while (tail(high) > level) high *= 2;
  let low = 0;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (tail(middle) > level) low = middle;
    else high = middle;
  }
  return high;
}

function endlessPatience(
  load: QueueLoad,
  withinSeconds: number,
  stretch: number,
): Result<QueueFigures, QueueError> {
  const wrong = checkLoad(load);
  if (wrong !== undefined) return err(wrong);
  const offered = offeredErlangs(load);
  const whole = nearestWhole(load.agents);
  // Of a mix, the smaller group must hold too: its queue would grow without end on its days.
  if (offered >= whole[0].servers)
    return err({ type: 'Overload', offeredErlangs: offered, agents: load.agents });
  const queues = whole.map(({ servers, weight }) => {
    const delay = delayShare(offered, servers);
    const meanOfDelayed = (stretch * load.handleSeconds) / (servers - offered);
    const longer = (seconds: number) => (stretch === 0 ? 0 : delay * exp(-seconds / meanOfDelayed));
    return { weight, delay, wait: delay * meanOfDelayed, longer };
  });
  const mean = (figure: (queue: (typeof queues)[number]) => number) =>
    queues.reduce((sum, queue) => sum + queue.weight * figure(queue), 0);
  const wait = mean((queue) => queue.wait);
  return ok({
    offeredErlangs: offered,
    blockingProbability: null,
    waitProbability: mean((queue) => queue.delay),
    meanWaitSeconds: wait,
    meanQueueLength: (wait * load.arrivalsPerHour) / 3600,
    occupancy: offered / load.agents,
    abandonmentProbability: 0,
    serviceLevel: 1 - mean((queue) => queue.longer(withinSeconds)),
    p90WaitSeconds: quantile((seconds) => mean((queue) => queue.longer(seconds)), 0.1),
  });
}

const noFigures = {
  blockingProbability: null,
  waitProbability: null,
  meanWaitSeconds: null,
  meanQueueLength: null,
  abandonmentProbability: null,
  serviceLevel: null,
  p90WaitSeconds: null,
} as const;

const offeredErlangs = (load: Omit<QueueLoad, 'agents'>): number =>
  (load.arrivalsPerHour / 3600) * load.handleSeconds;

type Whole = { readonly servers: number; readonly weight: number };

/** 2.3 agents are 2 on seven days of ten and 3 on the others. */
function nearestWhole(agents: number): readonly [Whole, ...Whole[]] {
  const servers = Math.floor(agents);
  const rest = agents - servers;
  if (rest < 1e-9) return [{ servers, weight: 1 }];
  return [
    { servers, weight: 1 - rest },
    { servers: servers + 1, weight: rest },
  ];
}

const mixed = (agents: number, figure: (servers: number) => number): number =>
  nearestWhole(agents).reduce((sum, { servers, weight }) => sum + weight * figure(servers), 0);

const checkPositive = (field: string, found: number): QueueError | undefined =>
  found > 0 && Number.isFinite(found) ? undefined : { type: 'NotPositive', field, found };

const checkLoad = (load: QueueLoad): QueueError | undefined =>
  checkPositive('arrivalsPerHour', load.arrivalsPerHour) ??
  checkPositive('handleSeconds', load.handleSeconds) ??
  checkPositive('agents', load.agents);
