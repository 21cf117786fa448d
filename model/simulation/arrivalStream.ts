import type { ModelArrivals } from '../service/serviceModel.ts';
import { keyWithin, uniformAt } from './keyedRandom.ts';
import { dayFactor, exponentialTable, sample } from './quantileTable.ts';

const day = 86_400;
const hour = 3_600;

/**
 * When customers arrive: a Poisson process whose rate changes by the hour, by exact inversion of its cumulative rate.
 * One uniform number an arrival, so the k-th customer of a day is the same person in a baseline and in a plan.
 */
export class ArrivalStream {
  readonly #arrivals: ModelArrivals;
  readonly #key: number;
  readonly #gaps = exponentialTable();
  /** Expected arrivals of the present day up to each hour. */
  readonly #upTo = new Float64Array(25);
  #day = -1;
  #dayKey = 0;
  #number = 0;
  #sum = 0;
  /** Of the last arrival. */
  #hour = 0;

  constructor(arrivals: ModelArrivals, key: number) {
    this.#arrivals = arrivals;
    this.#key = key;
    this.#nextDay();
  }

  /** Key of the customer that `next` announced last. */
  get customerKey(): number {
    return keyWithin(this.#dayKey, this.#number + 1);
  }

  /** Moment of the next arrival; Infinity when nobody ever comes. */
  next(): number {
    if (!(this.#arrivals.perDay > 0)) return Number.POSITIVE_INFINITY;
    for (;;) {
      this.#number++;
      // Even purposes are times between arrivals, odd ones (customerKey) the customers.
      this.#sum += sample(this.#gaps, uniformAt(this.#dayKey, -2 * this.#number));
      if (this.#sum < this.#upTo[24]!) break;
      this.#nextDay();
    }
    while (this.#upTo[this.#hour + 1]! <= this.#sum) this.#hour++;
    const at = this.#hour;
    const part = (this.#sum - this.#upTo[at]!) / (this.#upTo[at + 1]! - this.#upTo[at]!);
    return this.#day * day + (at + part) * hour;
  }

  #nextDay(): void {
    this.#day++;
    this.#dayKey = keyWithin(this.#key, this.#day);
    this.#number = 0;
    this.#sum = 0;
    this.#hour = 0;
    const { perDay, profile, dayVariation } = this.#arrivals;
    const expected = perDay * dayFactor(dayVariation, uniformAt(this.#dayKey, 0));
    for (let at = 0; at < 24; at++) this.#upTo[at + 1] = this.#upTo[at]! + expected * profile[at]!;
  }
}
