import exp from '@stdlib/math-base-special-exp';
import {
  concurrencyStretch,
  hoursOfNode,
  type ModelNode,
  type ServiceModel,
} from '../service/serviceModel.ts';
import { cappedQueue } from './cappedQueue.ts';
import { delayShare, impatientQueue } from './queueFormulas.ts';
import { meanOfTail, waitGrid } from './waitGrid.ts';

/**
 * A whole service by formula: contacts flow hour by hour along the routes, every pool is an Erlang A queue in each
 * hour (agents x concurrency servers), and who gives up flows no further. A quick estimate: each hour is taken as
 * steady, priorities and several kinds of work in one pool are approximated. The event engine is the judge.
 */
export interface NetworkFigures {
  readonly nodes: readonly NodeFigures[];
  /** By pool, then hour: share of the capacity in use; null when closed. */
  readonly occupancy: readonly (readonly (number | null)[])[];
}

export interface NodeFigures {
  readonly visitsPerDay: number;
  /** Of those who come. */
  readonly abandonedShare: number;
  /** Mean time in the queue of the served. */
  readonly meanWaitSeconds: number;
  readonly hours: readonly HourFigures[];
  /** By time of the wait grid: share of the served that waited longer. */
  readonly waitedLonger: Float64Array;
}

export interface HourFigures {
  readonly hour: number;
  readonly visits: number;
  /** Of the served. */
  readonly meanWaitSeconds: number;
  readonly abandonedShare: number;
}

/** Flows change abandonment and the other way round; a few rounds settle to below what the formulas are good for. */
const mostRounds = 12;
const settled = 1e-4;

export function solveNetwork(model: ServiceModel): NetworkFigures {
  const links = incoming(model);
  const arriving = model.nodes.map(() => new Float64Array(24));
  for (const { node, perDay, profile } of model.arrivals)
    profile.forEach((share, hour) => (arriving[node]![hour]! += perDay * share));
  const nodesOfPool = model.pools.map((_, p) =>
    model.nodes.flatMap((node, i) => (node.pool === p ? [i] : [])),
  );

  const abandoned = model.nodes.map(() => new Float64Array(24));
  const visits = arriving.map((each) => each.slice());
  settleFlow(visits, arriving, abandoned, links);
  for (let round = 0, change = 1; round < mostRounds && change > settled; round++) {
    change = 0;
    forEachOpenHour(model, nodesOfPool, visits, (queues, hour) => {
      for (const { node, abandonedShare } of queues) {
        change = Math.max(change, Math.abs(abandonedShare - abandoned[node]![hour]!));
        abandoned[node]![hour] = abandonedShare;
      }
    });
    settleFlow(visits, arriving, abandoned, links);
  }

  const hours: HourFigures[][] = model.nodes.map(() => []);
  const later = model.nodes.map(() => new Float64Array(waitGrid.length));
  const occupancy = model.pools.map(() => Array.from<number | null>({ length: 24 }).fill(null));
  forEachOpenHour(model, nodesOfPool, visits, (queues, hour, pool, used) => {
    occupancy[pool]![hour] = used;
    for (const { node, abandonedShare, servedLater } of queues) {
      const here = visits[node]![hour]!;
      if (here === 0) continue;
      const shares = servedLater();
      const meanWaitSeconds = abandonedShare < 1 ? meanOfTail(shares) / (1 - abandonedShare) : 0;
      hours[node]!.push({ hour, visits: here, meanWaitSeconds, abandonedShare });
      const sum = later[node]!;
      for (let i = 0; i < sum.length; i++) sum[i]! += here * shares[i]!;
    }
  });
  return {
    occupancy,
    nodes: model.nodes.map((_, i): NodeFigures => {
      const visitsPerDay = visits[i]!.reduce((sum, each) => sum + each, 0);
      const mean = (figure: (hour: HourFigures) => number) =>
        visitsPerDay === 0
          ? 0
          : hours[i]!.reduce((sum, hour) => sum + hour.visits * figure(hour), 0) / visitsPerDay;
      const abandonedShare = mean((hour) => hour.abandonedShare);
      const served = visitsPerDay * (1 - abandonedShare);
      const waitedLonger = later[i]!.map((contacts) => (served > 0 ? contacts / served : 0));
      return {
        visitsPerDay,
        abandonedShare,
        meanWaitSeconds: meanOfTail(waitedLonger),
        hours: hours[i]!,
        waitedLonger,
      };
    }),
  };
}

/** One way into a node: which share of those who leave `from` comes, and how the delay moves them in the day. */
interface Link {
  readonly from: number;
  readonly share: number;
  readonly ofAbandoned: boolean;
  /** By hour of leaving. */
  readonly moves: readonly Move[];
}

/** Hours of arriving, and the share that comes in each. */
interface Move {
  readonly at: readonly number[];
  readonly weight: readonly number[];
}

/** The ways into each node. */
function incoming(model: ServiceModel): readonly (readonly Link[])[] {
  const links: Link[][] = model.nodes.map(() => []);
  model.nodes.forEach((node, from) => {
    for (const route of node.routes) {
      const next = model.nodes[route.to];
      if (next === undefined || route.share === 0) continue;
      const open = hoursOfNode(model, next);
      const ofAbandoned = route.outcome === 'abandoned';
      links[route.to]!.push({
        from,
        share: route.share * (ofAbandoned ? 1 : 1 - node.containment),
        ofAbandoned,
        moves: movesAfter(route.afterSeconds / 3600, open),
      });
    }
  });
  return links;
}

const keptMoves = new Map<string, readonly Move[]>();

/** The same few delays and opening hours come back in every draw of every forecast: worked out once. */
function movesAfter(delay: number, open: readonly boolean[]): readonly Move[] {
  const key = `${delay} ${open.map(Number).join('')}`;
  const known = keptMoves.get(key);
  if (known !== undefined) return known;
  const moves = Array.from({ length: 24 }, (_, hour): Move => {
    const due = dueHours(hour, delay, open);
    return { at: due.map(([at]) => at), weight: due.map(([, weight]) => weight) };
  });
  if (keptMoves.size > 1_000) keptMoves.clear();
  keptMoves.set(key, moves);
  return moves;
}

/** Where a delay of some hours ends; outside opening hours: the first two hours of the next opening. */
function dueHours(
  hour: number,
  delay: number,
  open: readonly boolean[],
): readonly (readonly [number, number])[] {
  const whole = Math.floor(delay);
  const part = delay - whole;
  const due = [
    [(hour + whole) % 24, 1 - part],
    [(hour + whole + 1) % 24, part],
  ] as const;
  return due
    .filter(([, weight]) => weight > 0)
    .flatMap(([at, weight]) => {
      if (open[at]! || !open.some(Boolean)) return [[at, weight] as const];
      let first = at;
      while (!open[first]!) first = (first + 1) % 24;
      const second = open[(first + 1) % 24]! ? (first + 1) % 24 : first;
      return [
        [first, weight / 2],
        [second, weight / 2],
      ] as const;
    });
}

/**
 * Visits by node and hour of a day like all others: what leaves today comes back today. Node after node from the
 * present figures on (Gauss-Seidel), which settles fast because nodes mostly stand in the order of the journey.
 */
function settleFlow(
  visits: readonly Float64Array[],
  arriving: readonly Float64Array[],
  abandoned: readonly Float64Array[],
  links: readonly (readonly Link[])[],
): void {
  const next = new Float64Array(24);
  for (let pass = 0; pass < 300; pass++) {
    let change = 0;
    visits.forEach((own, to) => {
      next.set(arriving[to]!);
      for (const { from, share, ofAbandoned, moves } of links[to]!)
        for (let hour = 0; hour < 24; hour++) {
          const gone = abandoned[from]![hour]!;
          const coming = visits[from]![hour]! * share * (ofAbandoned ? gone : 1 - gone);
          if (coming <= 0) continue;
          const { at, weight } = moves[hour]!;
          for (let i = 0; i < at.length; i++) next[at[i]!]! += coming * weight[i]!;
        }
      for (let hour = 0; hour < 24; hour++) {
        change = Math.max(change, Math.abs(next[hour]! - own[hour]!));
        own[hour] = next[hour]!;
      }
    });
    if (change < 1e-6) return;
  }
}

/** The queue of one node in one hour. */
interface NodeQueue {
  readonly node: number;
  readonly abandonedShare: number;
  /** By time of the wait grid: share of all who come that are served after more than this. */
  readonly servedLater: () => Float64Array;
}

function forEachOpenHour(
  model: ServiceModel,
  nodesOfPool: readonly (readonly number[])[],
  visits: readonly Float64Array[],
  use: (queues: readonly NodeQueue[], hour: number, pool: number, occupancy: number) => void,
): void {
  model.pools.forEach((pool, p) => {
    const nodes = nodesOfPool[p]!;
    const stretch = concurrencyStretch(pool.concurrency);
    let backlogErlangHours = 0;
    for (let hour = 0; hour < 24; hour++) {
      const people = pool.agents[hour]! * (1 - pool.shrinkage);
      if (people <= 0) {
        const shut = nodes.filter((node) => visits[node]![hour]! > 0);
        if (shut.length > 0)
          use(
            shut.map((node) => shutQueue(node, model.nodes[node]!)),
            hour,
            p,
            0,
          );
        continue;
      }
      const work = nodes.map((node) => ({
        node,
        priority: pool.discipline === 'priority' ? model.nodes[node]!.priority : 0,
        perHour: visits[node]![hour]!,
        handleSeconds: model.nodes[node]!.handleSeconds * stretch,
        patienceSeconds: model.nodes[node]!.patienceSeconds,
        queueCap: model.nodes[node]!.queueCap,
      }));
      const servers = people * pool.concurrency;
      const queues = poolQueues(work, people, pool.concurrency, backlogErlangHours);
      const done = queues.reduce(
        (sum, { abandonedShare }, i) =>
          sum + ((1 - abandonedShare) * work[i]!.perHour * work[i]!.handleSeconds) / 3600,
        0,
      );
      backlogErlangHours = Math.max(0, backlogErlangHours + done - servers);
      use(queues, hour, p, Math.min(1, (done + backlogErlangHours) / servers));
    }
  });
}

/** Nobody is there: the impatient leave, the others wait for the morning (their wait is told apart by the engine only). */
const shutQueue = (node: number, { patienceSeconds }: ModelNode): NodeQueue => ({
  node,
  abandonedShare: patienceSeconds === Number.POSITIVE_INFINITY ? 0 : 1,
  servedLater: () => new Float64Array(waitGrid.length),
});

interface Work {
  readonly node: number;
  readonly priority: number;
  readonly perHour: number;
  readonly handleSeconds: number;
  readonly patienceSeconds: number;
  readonly queueCap: number;
}

/**
 * The queues of one pool in one hour. Everyone meets all servers busy alike; from then on a contact sees only the
 * work of its own priority and above. That is exact for the first class when handle times are exponential and alike.
 */
function poolQueues(
  work: readonly Work[],
  people: number,
  concurrency: number,
  backlogErlangHours: number,
): readonly NodeQueue[] {
  const floor = Math.floor(people + 1e-9);
  const part = people - floor < 1e-9 ? 0 : people - floor;
  const mixes = [
    ...(part < 1 ? [{ servers: floor * concurrency, weight: 1 - part }] : []),
    ...(part > 0 ? [{ servers: (floor + 1) * concurrency, weight: part }] : []),
  ];
  const queues = mixes.map(({ servers, weight }) => {
    const busy = together(work, servers, backlogErlangHours);
    return {
      weight,
      ofPriority: new Map(
        [...new Set(work.map((each) => each.priority))].map((priority) => {
          const ahead = work.filter((each) => each.priority <= priority);
          const own = ahead.length === work.length ? busy : together(ahead, servers, 0);
          // Given that all servers are busy the own class behaves as if alone; how often they are is decided by all.
          const scale = own.waitProbability > 0 ? busy.waitProbability / own.waitProbability : 0;
          return [priority, { own, scale }] as const;
        }),
      ),
    };
  });
  return work.map(({ node, priority, patienceSeconds }) => {
    const mean = (figure: (queue: JointQueue, scale: number) => number) =>
      queues.reduce((sum, { weight, ofPriority }) => {
        const { own, scale } = ofPriority.get(priority)!;
        return sum + weight * figure(own, scale);
      }, 0);
    const patient = patienceSeconds === Number.POSITIVE_INFINITY;
    return {
      node,
      abandonedShare: Math.min(
        1,
        mean((own, scale) => own.abandonedShare(patient) * scale),
      ),
      servedLater: () => {
        const shares = new Float64Array(waitGrid.length);
        for (const { weight, ofPriority } of queues) {
          const { own, scale } = ofPriority.get(priority)!;
          const later = own.servedLater(patient);
          for (let i = 0; i < shares.length; i++) shares[i]! += weight * scale * later[i]!;
        }
        return shares;
      },
    };
  });
}

interface JointQueue {
  readonly waitProbability: number;
  abandonedShare(patient: boolean): number;
  /** By time of the wait grid. */
  servedLater(patient: boolean): Float64Array;
}

/** Hours whose load comes near or over the servers are steady nowhere; above this the rest is taken as a backlog. */
const steadyOccupancy = 0.97;
/** A queue that slow is not steady within its hour; it gets about this far. */
const mostOfAnHour = 1800;

/** Several kinds of work as one: summed load, mean handle time, and the patience of those who have one. */
function together(work: readonly Work[], servers: number, backlogErlangHours: number): JointQueue {
  const perHour = work.reduce((sum, each) => sum + each.perHour, 0);
  const erlangs = work.reduce((sum, each) => sum + (each.perHour * each.handleSeconds) / 3600, 0);
  if (perHour === 0 || servers === 0) return idle;
  const handleSeconds = (erlangs * 3600) / perHour;
  const impatient = work.filter((each) => each.patienceSeconds !== Number.POSITIVE_INFINITY);
  const impatientPerHour = impatient.reduce((sum, each) => sum + each.perHour, 0);
  // Patience as a rate: those without one hold it down.
  const patienceSeconds =
    perHour / impatient.reduce((sum, each) => sum + each.perHour / each.patienceSeconds, 0);
  // Queues side by side before the same people: together they hold what each may hold.
  const queueCap = work.reduce((sum, each) => sum + each.queueCap, 0);
  if (queueCap !== Number.POSITIVE_INFINITY) {
    const queue = cappedQueue(erlangs, servers, handleSeconds, patienceSeconds, queueCap);
    const lostPatience =
      ((queue.abandonment - queue.turnedAway) * perHour) / Math.max(1e-9, impatientPerHour);
    return {
      waitProbability: queue.waitProbability,
      abandonedShare: (patient) => queue.turnedAway + (patient ? 0 : lostPatience),
      servedLater: (patient) => Float64Array.from(waitGrid, (seconds) => queue.servedLater(seconds, patient)),
    };
  }
  if (impatientPerHour > 0) {
    const queue = impatientQueue(erlangs, servers, handleSeconds, patienceSeconds);
    return {
      waitProbability: queue.waitProbability,
      // All of it falls on those who have a patience.
      abandonedShare: (patient) => (patient ? 0 : (queue.abandonment * perHour) / impatientPerHour),
      servedLater: (patient) => (patient ? queue.offeredTail(waitGrid) : queue.servedTail(waitGrid)),
    };
  }
  const steady = Math.min(erlangs, steadyOccupancy * servers);
  const waitProbability = delayShare(steady, servers);
  const meanOfDelayed = Math.min(handleSeconds / (servers - steady), mostOfAnHour);
  const standing = (backlogErlangHours * 3600) / servers + ((erlangs - steady) / servers) * 1800;
  const scale = standing > 0 ? 1 : waitProbability;
  return {
    waitProbability: scale,
    abandonedShare: () => 0,
    servedLater: () =>
      Float64Array.from(waitGrid, (seconds) =>
        seconds < standing ? 1 : scale * exp(-(seconds - standing) / meanOfDelayed),
      ),
  };
}

const idle: JointQueue = {
  waitProbability: 0,
  abandonedShare: () => 0,
  servedLater: () => new Float64Array(waitGrid.length),
};
