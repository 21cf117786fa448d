import { keyWithin } from './keyedRandom.ts';

/** Where a customer is: on the way, in a queue, or being served. */
export const travelling = 1;
export const queued = 2;
export const served = 3;
const free = 0;

/** The customers inside a service, field by field in typed arrays; places are used again. Queues are linked lists by node. */
export class Customers {
  #size = 1_024;
  key = new Int32Array(this.#size);
  node = new Int32Array(this.#size);
  /** Counts how often a customer went back, so that a second time draws new luck. */
  round = new Int32Array(this.#size);
  /** Key of the present round: every draw of the round is under it. */
  roundKey = new Int32Array(this.#size);
  state = new Uint8Array(this.#size);
  /** Whose people serve. */
  pool = new Int32Array(this.#size);
  enteredAt = new Float64Array(this.#size);
  queuedAt = new Float64Array(this.#size);
  /** When patience ends, in the present queue. */
  deadline = new Float64Array(this.#size);
  /** Start of the contact that nobody has answered yet; -1: none. */
  contactSince = new Float64Array(this.#size);
  /** Start of the first contact of a matter that is not solved yet; -1: none. */
  matterSince = new Float64Array(this.#size);
  #next = new Int32Array(this.#size);
  #before = new Int32Array(this.#size);

  /** By node: first and last in the queue; -1: empty. */
  readonly head: Int32Array;
  readonly #tail: Int32Array;
  /** By node: how many wait. */
  readonly waiting: Int32Array;

  readonly #free: number[] = [];
  #used = 0;
  count = 0;

  constructor(nodes: number) {
    this.head = new Int32Array(nodes).fill(-1);
    this.#tail = new Int32Array(nodes).fill(-1);
    this.waiting = new Int32Array(nodes);
  }

  /** Nobody is inside any more; the places stay. */
  clear(): void {
    this.head.fill(-1);
    this.#tail.fill(-1);
    this.waiting.fill(0);
    this.#free.length = 0;
    this.#used = 0;
    this.count = 0;
  }

  create(key: number, node: number, now: number): number {
    const customer = this.#free.pop() ?? this.#used++;
    if (customer === this.#size) this.#grow();
    this.key[customer] = key;
    this.node[customer] = node;
    this.round[customer] = 0;
    this.roundKey[customer] = keyWithin(key, 0);
    this.state[customer] = travelling;
    this.enteredAt[customer] = now;
    this.contactSince[customer] = -1;
    this.matterSince[customer] = -1;
    this.deadline[customer] = -1;
    this.count++;
    return customer;
  }

  remove(customer: number): void {
    this.state[customer] = free;
    this.#free.push(customer);
    this.count--;
  }

  startRound(customer: number): void {
    const round = ++this.round[customer]!;
    this.roundKey[customer] = keyWithin(this.key[customer]!, round);
  }

  enqueue(customer: number, node: number): void {
    const last = this.#tail[node]!;
    this.state[customer] = queued;
    this.#next[customer] = -1;
    this.#before[customer] = last;
    if (last < 0) this.head[node] = customer;
    else this.#next[last] = customer;
    this.#tail[node] = customer;
    this.waiting[node]!++;
  }

  dequeue(customer: number, node: number): void {
    const before = this.#before[customer]!;
    const next = this.#next[customer]!;
    if (before < 0) this.head[node] = next;
    else this.#next[before] = next;
    if (next < 0) this.#tail[node] = before;
    else this.#before[next] = before;
    this.state[customer] = travelling;
    this.waiting[node]!--;
  }

  /** Time that those who wait now have waited, all together. */
  waitingSeconds(now: number): number {
    let sum = 0;
    for (const first of this.head)
      for (let customer = first; customer >= 0; customer = this.#next[customer]!)
        sum += now - this.queuedAt[customer]!;
    return sum;
  }

  #grow(): void {
    this.#size *= 2;
    this.key = grown(this.key, Int32Array);
    this.node = grown(this.node, Int32Array);
    this.round = grown(this.round, Int32Array);
    this.roundKey = grown(this.roundKey, Int32Array);
    this.state = grown(this.state, Uint8Array);
    this.pool = grown(this.pool, Int32Array);
    this.enteredAt = grown(this.enteredAt, Float64Array);
    this.queuedAt = grown(this.queuedAt, Float64Array);
    this.deadline = grown(this.deadline, Float64Array);
    this.contactSince = grown(this.contactSince, Float64Array);
    this.matterSince = grown(this.matterSince, Float64Array);
    this.#next = grown(this.#next, Int32Array);
    this.#before = grown(this.#before, Int32Array);
  }
}

function grown<A extends Int32Array | Uint8Array | Float64Array>(array: A, Type: new (size: number) => A): A {
  const larger = new Type(2 * array.length);
  larger.set(array);
  return larger;
}
