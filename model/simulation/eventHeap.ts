/** Payloads take the low bits of a rank, the order of scheduling those above; together they stay whole numbers. */
const payloads = 2 ** 26;

/**
 * The future of a simulation: a 4-ary heap in one typed array, ordered by time, then by the order of scheduling, so that
 * events at the same moment always come in the same order. An entry is its time and its rank: the number of the
 * event and its payload in one. The four children of an entry lie in a row of 64 bytes.
 */
export class EventHeap {
  #entries = new Float64Array(2 * 1_024);
  /** Twice the number of events: entries are pairs. */
  #end = 0;
  #scheduled = 0;
  /** The first entry was popped and its place is not filled yet: what is pushed next takes it, at the cost of a pop alone. */
  #open = false;
  /** Time of the event that `pop` gave last. */
  time = 0;

  clear(): void {
    this.#end = 0;
    this.#scheduled = 0;
    this.#open = false;
    this.time = 0;
  }

  /** Time of the event that `pop` gives next; Infinity when there is none. */
  get nextTime(): number {
    if (this.#open) this.#close();
    return this.#end === 0 ? Number.POSITIVE_INFINITY : this.#entries[0]!;
  }

  /** Precondition: the payload is a whole number from 0 to below 2^26; up to 2^27 events are scheduled. */
  push(time: number, payload: number): void {
    if (this.#open) {
      this.#open = false;
      this.#sink(time, this.#scheduled++ * payloads + payload);
      return;
    }
    let at = this.#end;
    this.#end += 2;
    if (at === this.#entries.length) this.#grow();
    const entries = this.#entries;
    // A new event is the youngest: among equals it stays behind, so only a later time moves down.
    while (at > 0) {
      const parent = ((at - 2) >> 3) << 1;
      const parentTime = entries[parent]!;
      if (parentTime <= time) break;
      entries[at] = parentTime;
      entries[at + 1] = entries[parent + 1]!;
      at = parent;
    }
    entries[at] = time;
    entries[at + 1] = this.#scheduled++ * payloads + payload;
  }

  /** The payload of the next event. Precondition: not empty. */
  pop(): number {
    if (this.#open) this.#close();
    this.time = this.#entries[0]!;
    const rank = this.#entries[1]!;
    this.#open = true;
    // Of a whole number beyond 32 bits `&` takes the low ones.
    return rank & (payloads - 1);
  }

  /** The last entry takes the open place. */
  #close(): void {
    this.#open = false;
    const last = this.#end - 2;
    this.#end = last;
    if (last > 0) this.#sink(this.#entries[last]!, this.#entries[last + 1]!);
  }

  /** Puts an event at the first place, and from there down to where it belongs. */
  #sink(time: number, rank: number): void {
    const entries = this.#entries;
    const all = this.#end;
    let at = 0;
    for (let first = 2; first < all; first = 4 * at + 2) {
      const end = first + 8 < all ? first + 8 : all;
      let least = first;
      let leastTime = entries[first]!;
      for (let child = first + 2; child < end; child += 2) {
        const childTime = entries[child]!;
        if (childTime <= leastTime && (childTime < leastTime || entries[child + 1]! < entries[least + 1]!)) {
          least = child;
          leastTime = childTime;
        }
      }
      if (leastTime >= time && (leastTime > time || entries[least + 1]! > rank)) break;
      entries[at] = leastTime;
      entries[at + 1] = entries[least + 1]!;
      at = least;
    }
    entries[at] = time;
    entries[at + 1] = rank;
  }

  #grow(): void {
    const entries = new Float64Array(2 * this.#entries.length);
    entries.set(this.#entries);
    this.#entries = entries;
  }
}
