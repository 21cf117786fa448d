import { evenStep, evenUpTo, waitGrid } from './waitGrid.ts';

/** What one simulated day counts: sums that add up over days in any grouping. Waits are those of visits that came on the measured day. */
export interface DayTally {
  readonly nodes: readonly NodeTally[];
  readonly pools: readonly PoolTally[];
  /** Time from entering the service to leaving it, of who left on the measured day. */
  readonly sojourn: WaitTally;
  /** From the start of the first contact until solved, of what was solved on the measured day. */
  readonly resolution: WaitTally;
  /** Of the whole run, for the laws that must hold on every path. */
  readonly whole: {
    created: number;
    left: number;
    inside: number;
    queueSeconds: number;
    waitSeconds: number;
  };
  events: number;
  /** Stopped by the cap on events: the numbers are not complete. */
  cut: boolean;
}

export interface NodeTally {
  visits: number;
  abandoned: number;
  /** Time in the queue of everyone. */
  waitSeconds: number;
  /** Of the served. */
  readonly waits: WaitTally;
  /** First answers given here, since the contact began. */
  readonly firstAnswers: WaitTally;
  /** Contacts that gave up here before any answer. */
  unanswered: number;
  readonly visitsByHour: Float64Array;
  /** Of the served, by the hour in which they came. */
  readonly servedByHour: Float64Array;
  readonly waitSecondsByHour: Float64Array;
}

export interface PoolTally {
  readonly busySecondsByHour: Float64Array;
  readonly capacitySecondsByHour: Float64Array;
}

/** Times in the classes of the wait grid, with exact count and sum. */
export interface WaitTally {
  count: number;
  seconds: number;
  /** Exactly 0. */
  none: number;
  /** Over grid[k], up to grid[k + 1]; the last is open. */
  readonly classes: Float64Array;
}

export function emptyTally(nodes: number, pools: number): DayTally {
  // One list for all counts: hundreds of days are tallied, each with some seventy lists.
  const classes = waitGrid.length;
  const counts = new Float64Array(nodes * (2 * classes + 72) + pools * 48 + 2 * classes);
  let used = 0;
  const list = (length: number): Float64Array => counts.subarray(used, (used += length));
  const emptyWaits = (): WaitTally => ({ count: 0, seconds: 0, none: 0, classes: list(classes) });
  return {
    nodes: Array.from({ length: nodes }, () => ({
      visits: 0,
      abandoned: 0,
      waitSeconds: 0,
      waits: emptyWaits(),
      firstAnswers: emptyWaits(),
      unanswered: 0,
      visitsByHour: list(24),
      servedByHour: list(24),
      waitSecondsByHour: list(24),
    })),
    pools: Array.from({ length: pools }, () => ({
      busySecondsByHour: list(24),
      capacitySecondsByHour: list(24),
    })),
    sojourn: emptyWaits(),
    resolution: emptyWaits(),
    whole: { created: 0, left: 0, inside: 0, queueSeconds: 0, waitSeconds: 0 },
    events: 0,
    cut: false,
  };
}

const grid = Float64Array.from(waitGrid);

export function countWait(tally: WaitTally, seconds: number): void {
  tally.count++;
  tally.seconds += seconds;
  if (seconds <= 0) {
    tally.none++;
    return;
  }
  // Most waits are short, where the grid is even: the class of seconds over 5 k, up to 5 (k + 1).
  if (seconds <= evenUpTo) {
    tally.classes[Math.ceil(seconds / evenStep) - 1]!++;
    return;
  }
  let low = 0;
  let high = grid.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (grid[middle]! < seconds) low = middle;
    else high = middle;
  }
  tally.classes[low]!++;
}

/** Adds a day to a sum of days. */
export function addTally(sum: DayTally, day: DayTally): void {
  day.nodes.forEach((node, i) => {
    const to = sum.nodes[i]!;
    to.visits += node.visits;
    to.abandoned += node.abandoned;
    to.waitSeconds += node.waitSeconds;
    to.unanswered += node.unanswered;
    addWaits(to.waits, node.waits);
    addWaits(to.firstAnswers, node.firstAnswers);
    addEach(to.visitsByHour, node.visitsByHour);
    addEach(to.servedByHour, node.servedByHour);
    addEach(to.waitSecondsByHour, node.waitSecondsByHour);
  });
  day.pools.forEach((pool, p) => {
    addEach(sum.pools[p]!.busySecondsByHour, pool.busySecondsByHour);
    addEach(sum.pools[p]!.capacitySecondsByHour, pool.capacitySecondsByHour);
  });
  addWaits(sum.sojourn, day.sojourn);
  addWaits(sum.resolution, day.resolution);
  for (const key of ['created', 'left', 'inside', 'queueSeconds', 'waitSeconds'] as const)
    sum.whole[key] += day.whole[key];
  sum.events += day.events;
  sum.cut ||= day.cut;
}

function addWaits(to: WaitTally, from: WaitTally): void {
  to.count += from.count;
  to.seconds += from.seconds;
  to.none += from.none;
  addEach(to.classes, from.classes);
}

function addEach(to: Float64Array, from: Float64Array): void {
  for (let i = 0; i < from.length; i++) to[i]! += from[i]!;
}

/** By time of the wait grid: share that waited longer. */
export function tailOf(tally: WaitTally): Float64Array {
  const tail = new Float64Array(grid.length);
  let above = 0;
  for (let k = grid.length - 1; k >= 0; k--) {
    above += tally.classes[k]!;
    tail[k] = tally.count > 0 ? above / tally.count : 0;
  }
  return tail;
}
