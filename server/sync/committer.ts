/**
 * Decides when logs are written. The first update after a pause is written at once; while updates keep coming they
 * are collected for a few milliseconds and written together, for all rooms in one go.
 */
export class Committer {
  readonly #windowMs: number;
  readonly #flush: (rooms: ReadonlySet<Committable>) => Promise<void>;
  #waiting = new Set<Committable>();
  #lastStart = Number.NEGATIVE_INFINITY;
  #scheduled = false;

  /** `flush` writes what these rooms have collected and never rejects. */
  constructor(windowMs: number, flush: (rooms: ReadonlySet<Committable>) => Promise<void>) {
    this.#windowMs = windowMs;
    this.#flush = flush;
  }

  schedule(room: Committable): void {
    this.#waiting.add(room);
    if (this.#scheduled) return;
    this.#scheduled = true;
    const rest = this.#lastStart + this.#windowMs - performance.now();
    // Even at once is after the present event: frames that arrived together are written together.
    if (rest <= 0) setImmediate(() => this.#start());
    else setTimeout(() => this.#start(), rest);
  }

  #start(): void {
    this.#scheduled = false;
    this.#lastStart = performance.now();
    const rooms = this.#waiting;
    this.#waiting = new Set();
    void this.#flush(rooms);
  }
}

export interface Committable {
  /** The document's name. */
  readonly name: string;
}
