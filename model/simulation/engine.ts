import { ArrivalStream } from './arrivalStream.ts';
import type { CompiledNode, CompiledRoutes, CompiledService } from './compiledService.ts';
import { Customers, queued, served, travelling } from './customers.ts';
import { countWait, type DayTally, emptyTally } from './dayTally.ts';
import { EventHeap } from './eventHeap.ts';
import { keyOfText, keyWithin, mixedPart, uniformAt, uniformOfPart } from './keyedRandom.ts';
import { sample } from './quantileTable.ts';

/** A run beyond this many events stops, and its tally says so. A day of a busy service has some ten thousand. */
export const usualEventCap = 50_000_000;

const day = 86_400;
const hour = 3_600;
/** By this day everyone who came on the measured day is out of the queues, or their pool never opens again. */
const lastDay = 6;

/** Kinds of event in the heap, the low bits of the payload; the others are a customer or nothing. */
const entry = 1;
const serviceEnd = 2;
const patienceEnd = 3;
const hourTick = 4;
const kindBits = 3;
const kindMask = (1 << kindBits) - 1;

/** What a draw is for: part of its key. */
const forHandle = 0;
const forPatience = 1;
const forContainment = 2;
const forRoute = 3;
const forAbandonedRoute = 4;
const forReopening = 5;
const purposes = 8;

/**
 * The event engine: customers walk through the nodes of a service, wait for people, give up, come back. It simulates
 * one warm-up day, measures the second, and goes on until everyone who came on the measured day is out of the queues.
 * Days that are only wanted in sum are counted `into` one tally.
 */
export function simulateDay(
  service: CompiledService,
  seed: number,
  replication: number,
  {
    eventCap = usualEventCap,
    into = emptyTally(service.nodes.length, service.pools.length),
  }: { readonly eventCap?: number; readonly into?: DayTally } = {},
): DayTally {
  return new Day(service, keyWithin(keyWithin(seed, 1), replication), eventCap, into).run();
}

interface Workspace {
  readonly heap: EventHeap;
  readonly customers: Customers;
  readonly mixed: Int32Array;
}

/** A day runs from its beginning to its end, so the days of a service take turns in one place: making it anew costs a fifth. */
const workspaces = new WeakMap<CompiledService, Workspace>();

function workspaceOf(service: CompiledService): Workspace {
  const known = workspaces.get(service);
  if (known === undefined) {
    const made = {
      heap: new EventHeap(),
      customers: new Customers(service.nodes.length),
      mixed: Int32Array.from({ length: service.nodes.length * purposes }, (_, part) => mixedPart(part)),
    };
    workspaces.set(service, made);
    return made;
  }
  known.heap.clear();
  known.customers.clear();
  return known;
}

class Day {
  readonly #nodes: readonly CompiledNode[];
  readonly #service: CompiledService;
  readonly #key: number;
  readonly #lastEvent: number;
  readonly #heap: EventHeap;
  readonly #customers: Customers;
  readonly #streams: readonly ArrivalStream[];
  /** By stream: its next arrival. They are few, and kept out of the heap they cost a look instead of a push and a pop. */
  readonly #arrivals: Float64Array;
  /** By node and purpose: the part of a draw's key, mixed. */
  readonly #purposes: Int32Array;
  #firstStream = 0;
  readonly #tally: DayTally;
  /** Servers: people x contacts at once. */
  readonly #busy: Int32Array;
  readonly #capacity: Int32Array;
  readonly #busySince: Float64Array;
  /** Visits of the measured day that still wait. */
  #stillWaiting = 0;
  #queuedNow = 0;
  #queueChangedAt = 0;

  constructor(service: CompiledService, key: number, eventCap: number, tally: DayTally) {
    this.#service = service;
    this.#nodes = service.nodes;
    this.#key = key;
    this.#lastEvent = tally.events + eventCap;
    const { heap, customers, mixed } = workspaceOf(service);
    this.#purposes = mixed;
    this.#heap = heap;
    this.#customers = customers;
    this.#streams = service.model.arrivals.map(
      (arrivals) => new ArrivalStream(arrivals, keyWithin(key, keyOfText(arrivals.id))),
    );
    this.#arrivals = Float64Array.from(this.#streams, (stream) => stream.next());
    this.#tally = tally;
    this.#busy = new Int32Array(service.pools.length);
    this.#capacity = new Int32Array(service.pools.length);
    this.#busySince = new Float64Array(service.pools.length);
  }

  run(): DayTally {
    const heap = this.#heap;
    heap.push(0, hourTick);
    this.#findFirstStream();
    const tally = this.#tally;
    let now = 0;
    for (;;) {
      const arriving = this.#arrivals[this.#firstStream]!;
      const isArrival = arriving < heap.nextTime;
      const payload = isArrival ? 0 : heap.pop();
      now = isArrival ? arriving : heap.time;
      if (now >= 2 * day && (this.#stillWaiting === 0 || now >= lastDay * day)) break;
      if (++tally.events > this.#lastEvent) {
        tally.cut = true;
        break;
      }
      if (isArrival) {
        this.#arrive(this.#firstStream, now);
        continue;
      }
      const subject = payload >> kindBits;
      switch (payload & kindMask) {
        case entry:
          this.#enter(subject, now);
          break;
        case serviceEnd:
          this.#endService(subject, now);
          break;
        case patienceEnd:
          this.#losePatience(subject, now);
          break;
        default:
          this.#tick(now);
      }
    }
    this.#changeQueued(0, now);
    tally.whole.inside += this.#customers.count;
    // Who still waits has waited until now: Little's law holds on the whole path.
    tally.whole.waitSeconds += this.#customers.waitingSeconds(now);
    return tally;
  }

  #arrive(s: number, now: number): void {
    const stream = this.#streams[s]!;
    const customer = this.#customers.create(stream.customerKey, this.#service.model.arrivals[s]!.node, now);
    this.#tally.whole.created++;
    this.#arrivals[s] = stream.next();
    this.#findFirstStream();
    this.#enter(customer, now);
  }

  #findFirstStream(): void {
    let first = 0;
    for (let s = 1; s < this.#arrivals.length; s++)
      if (this.#arrivals[s]! < this.#arrivals[first]!) first = s;
    this.#firstStream = first;
  }

  #enter(customer: number, now: number): void {
    const customers = this.#customers;
    const n = customers.node[customer]!;
    const node = this.#nodes[n]!;
    if (now >= day && now < 2 * day) {
      const tally = this.#tally.nodes[n]!;
      tally.visits++;
      tally.visitsByHour[((now - day) / hour) | 0]!++;
    }
    if (node.startsContact && customers.contactSince[customer]! < 0) {
      customers.contactSince[customer] = now;
      if (customers.matterSince[customer]! < 0) customers.matterSince[customer] = now;
    }
    if (node.pool < 0) {
      customers.state[customer] = served;
      this.#heap.push(now + this.#handleSeconds(customer, node), (customer << kindBits) | serviceEnd);
      return;
    }
    customers.queuedAt[customer] = now;
    const pool = this.#freePool(node);
    if (pool >= 0) {
      this.#serve(customer, pool, now);
      return;
    }
    if (customers.waiting[n]! >= node.queueCap) {
      this.#turnAway(customer, now);
      return;
    }
    customers.enqueue(customer, n);
    // The end of an earlier patience may still be in the heap.
    customers.deadline[customer] = -1;
    if (now >= day && now < 2 * day) this.#stillWaiting++;
    this.#changeQueued(1, now);
    if (node.patienceSeconds !== Number.POSITIVE_INFINITY) {
      const deadline =
        now + node.patienceSeconds * sample(node.patience, this.#uniform(customer, n, forPatience));
      customers.deadline[customer] = deadline;
      this.#heap.push(deadline, (customer << kindBits) | patienceEnd);
    }
  }

  /** A pool with someone free for this node, its own first; -1: none. */
  #freePool(node: CompiledNode): number {
    for (const pool of node.servedBy) if (this.#busy[pool]! < this.#capacity[pool]!) return pool;
    return -1;
  }

  #serve(customer: number, pool: number, now: number): void {
    const customers = this.#customers;
    const n = customers.node[customer]!;
    const wait = now - customers.queuedAt[customer]!;
    const measured = customers.queuedAt[customer]! >= day && customers.queuedAt[customer]! < 2 * day;
    this.#tally.whole.waitSeconds += wait;
    if (measured) {
      const tally = this.#tally.nodes[n]!;
      tally.waitSeconds += wait;
      const hourOfDay = ((customers.queuedAt[customer]! - day) / hour) | 0;
      tally.servedByHour[hourOfDay]!++;
      tally.waitSecondsByHour[hourOfDay]! += wait;
      countWait(tally.waits, wait);
      if (customers.contactSince[customer]! >= 0)
        countWait(tally.firstAnswers, now - customers.contactSince[customer]!);
    }
    customers.contactSince[customer] = -1;
    customers.state[customer] = served;
    customers.pool[customer] = pool;
    this.#changeBusy(pool, 1, now);
    this.#heap.push(
      now + this.#handleSeconds(customer, this.#nodes[n]!),
      (customer << kindBits) | serviceEnd,
    );
  }

  #endService(customer: number, now: number): void {
    const n = this.#customers.node[customer]!;
    const node = this.#nodes[n]!;
    if (node.pool >= 0) {
      const pool = this.#customers.pool[customer]!;
      this.#changeBusy(pool, -1, now);
      this.#serveQueues(pool, now);
    }
    if (node.containment > 0 && this.#uniform(customer, n, forContainment) < node.containment) {
      this.#leave(customer, now);
      return;
    }
    this.#route(customer, node.served, this.#uniform(customer, n, forRoute), now);
  }

  #losePatience(customer: number, now: number): void {
    const customers = this.#customers;
    // Events of an earlier wait are still in the heap: only the deadline of the present one counts.
    if (customers.state[customer] !== queued || customers.deadline[customer] !== now) return;
    const n = customers.node[customer]!;
    const since = customers.queuedAt[customer]!;
    const wait = now - since;
    this.#tally.whole.waitSeconds += wait;
    if (since >= day && since < 2 * day) {
      this.#stillWaiting--;
      this.#tally.nodes[n]!.waitSeconds += wait;
    }
    customers.dequeue(customer, n);
    this.#changeQueued(-1, now);
    this.#turnAway(customer, now);
  }

  /** Unserved, out of patience or before a full queue. */
  #turnAway(customer: number, now: number): void {
    const customers = this.#customers;
    const n = customers.node[customer]!;
    const since = customers.queuedAt[customer]!;
    if (since >= day && since < 2 * day) {
      const tally = this.#tally.nodes[n]!;
      tally.abandoned++;
      if (customers.contactSince[customer]! >= 0) tally.unanswered++;
    }
    customers.contactSince[customer] = -1;
    this.#route(customer, this.#nodes[n]!.abandoned, this.#uniform(customer, n, forAbandonedRoute), now);
  }

  #route(customer: number, routes: CompiledRoutes, uniform: number, now: number): void {
    const customers = this.#customers;
    let way = 0;
    while (way < routes.upTo.length && uniform >= routes.upTo[way]!) way++;
    const from = customers.node[customer]!;
    const resolved = routes.resolves[way] === true && this.#nodes[from]!.judges;
    if (resolved && customers.matterSince[customer]! >= 0) {
      if (now >= day && now < 2 * day)
        countWait(this.#tally.resolution, now - customers.matterSince[customer]!);
      customers.matterSince[customer] = -1;
    }
    const to = way < routes.to.length ? routes.to[way]! : -2;
    if (to < 0) {
      this.#leave(customer, now);
      return;
    }
    // Going back in the list is a new round: else a loop would draw the same luck for ever.
    if (to <= from) customers.startRound(customer);
    customers.node[customer] = to;
    customers.state[customer] = travelling;
    if (resolved) customers.contactSince[customer] = -1;
    const due = this.#due(customer, to, now, routes.afterSeconds[way]!);
    if (due === now) this.#enter(customer, now);
    else this.#heap.push(due, (customer << kindBits) | entry);
  }

  /** What is due while its pool is closed comes in the first two hours of the next opening. */
  #due(customer: number, to: number, now: number, afterSeconds: number): number {
    const due = now + afterSeconds;
    const node = this.#nodes[to]!;
    if (afterSeconds === 0 && !node.isWork) return due;
    let at = Math.floor(due / hour);
    if (node.open[at % 24]!) return due;
    const firstTried = at;
    while (!node.open[at % 24]!) if (++at > firstTried + 24) return due;
    return at * hour + this.#uniform(customer, to, forReopening) * 2 * hour;
  }

  #leave(customer: number, now: number): void {
    if (now >= day && now < 2 * day)
      countWait(this.#tally.sojourn, now - this.#customers.enteredAt[customer]!);
    this.#customers.remove(customer);
    this.#tally.whole.left++;
  }

  /** A new hour: who is on duty now. Nobody is sent home in the middle of a contact. */
  #tick(now: number): void {
    const at = Math.round(now / hour);
    const hourOfDay = at % 24;
    this.#service.pools.forEach((pool, p) => {
      this.#changeBusy(p, 0, now);
      let capacity = Math.floor(pool.onDuty[hourOfDay]! + 1e-9);
      const part = pool.onDuty[hourOfDay]! - capacity;
      if (part > 1e-9 && uniformAt(keyWithin(this.#key, pool.key), at) < part) capacity++;
      capacity *= pool.concurrency;
      this.#capacity[p] = capacity;
      if (now >= day && now < 2 * day)
        this.#tally.pools[p]!.capacitySecondsByHour[hourOfDay]! += capacity * hour;
    });
    this.#service.pools.forEach((_, p) => this.#serveQueues(p, now));
    this.#heap.push((at + 1) * hour, hourTick);
  }

  #serveQueues(pool: number, now: number): void {
    while (this.#busy[pool]! < this.#capacity[pool]!) {
      const node = this.#nextQueue(pool);
      if (node < 0) return;
      const customer = this.#customers.head[node]!;
      const since = this.#customers.queuedAt[customer]!;
      if (since >= day && since < 2 * day) this.#stillWaiting--;
      this.#customers.dequeue(customer, node);
      this.#changeQueued(-1, now);
      this.#serve(customer, pool, now);
    }
  }

  /** The queue whose first customer comes next: most urgent, then longest waiting. */
  #nextQueue(p: number): number {
    const pool = this.#service.pools[p]!;
    const { head, queuedAt } = this.#customers;
    let best = -1;
    let bestSince = Number.POSITIVE_INFINITY;
    let bestPriority = Number.POSITIVE_INFINITY;
    for (const n of pool.serves) {
      const first = head[n]!;
      if (first < 0) continue;
      const priority = pool.byPriority ? this.#nodes[n]!.priority : 0;
      const since = queuedAt[first]!;
      if (priority < bestPriority || (priority === bestPriority && since < bestSince)) {
        best = n;
        bestSince = since;
        bestPriority = priority;
      }
    }
    return best;
  }

  #changeBusy(p: number, by: number, now: number): void {
    const since = this.#busySince[p]!;
    // Ticks come at every hour, so no stretch crosses one.
    if (since >= day && since < 2 * day)
      this.#tally.pools[p]!.busySecondsByHour[((since - day) / hour) | 0]! += this.#busy[p]! * (now - since);
    this.#busySince[p] = now;
    this.#busy[p]! += by;
  }

  #changeQueued(by: number, now: number): void {
    this.#tally.whole.queueSeconds += this.#queuedNow * (now - this.#queueChangedAt);
    this.#queueChangedAt = now;
    this.#queuedNow += by;
  }

  #handleSeconds(customer: number, node: CompiledNode): number {
    const uniform = this.#uniform(customer, this.#customers.node[customer]!, forHandle);
    return node.handleSeconds * sample(node.handle, uniform);
  }

  #uniform(customer: number, node: number, purpose: number): number {
    return uniformOfPart(this.#customers.roundKey[customer]!, this.#purposes[node * purposes + purpose]!);
  }
}
