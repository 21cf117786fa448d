/**
 * The future of a simulation: a 4-ary heap on typed arrays, ordered by time, then by the order of scheduling, so that
 * events at the same moment always come in the same order.
 */
export class EventHeap {
  #times = new Float64Array(1_024);
  #sequences = new Uint32Array(1_024);
  #payloads = new Int32Array(1_024);
  #length = 0;
  #nextSequence = 0;
  /** Time of the event that `pop` gave last. */
  time = 0;

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
    this.#nextSequence = 0;
    this.time = 0;
  }

  push(time: number, payload: number): void {
    let at = this.#length++;
    if (at === this.#times.length) this.#grow();
    const sequence = this.#nextSequence++;
    const times = this.#times;
    const sequences = this.#sequences;
    const payloads = this.#payloads;
    // A new event is the youngest: among equals it stays behind, so only a later time moves down.
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (times[parent]! <= time) break;
      times[at] = times[parent]!;
      sequences[at] = sequences[parent]!;
      payloads[at] = payloads[parent]!;
      at = parent;
    }
    times[at] = time;
    sequences[at] = sequence;
    payloads[at] = payload;
  }

  /** The payload of the next event. Precondition: not empty. */
  pop(): number {
    const times = this.#times;
    const sequences = this.#sequences;
    const payloads = this.#payloads;
    const top = payloads[0]!;
    this.time = times[0]!;
    const last = --this.#length;
    if (last === 0) return top;
    const time = times[last]!;
    const sequence = sequences[last]!;
    let at = 0;
    for (;;) {
      const first = 4 * at + 1;
      if (first >= last) break;
      const end = Math.min(first + 4, last);
      let least = first;
      let leastTime = times[first]!;
      for (let child = first + 1; child < end; child++) {
        const childTime = times[child]!;
        if (childTime > leastTime) continue;
        if (childTime === leastTime && sequences[child]! > sequences[least]!) continue;
        least = child;
        leastTime = childTime;
      }
      if (leastTime > time || (leastTime === time && sequences[least]! > sequence)) break;
      times[at] = times[least]!;
      sequences[at] = sequences[least]!;
      payloads[at] = payloads[least]!;
      at = least;
    }
    times[at] = time;
    sequences[at] = sequence;
    payloads[at] = payloads[last]!;
    return top;
  }

  #grow(): void {
    const size = 2 * this.#times.length;
    const times = new Float64Array(size);
    times.set(this.#times);
    const sequences = new Uint32Array(size);
    sequences.set(this.#sequences);
    const payloads = new Int32Array(size);
    payloads.set(this.#payloads);
    this.#times = times;
    this.#sequences = sequences;
    this.#payloads = payloads;
  }
}
