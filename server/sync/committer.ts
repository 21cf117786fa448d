/**
 * Decides when logs are written. The first update after a pause is written at once; while updates keep coming they
 * are collected and written together, for all rooms in one go. How long they are collected follows from how long
 * writing and telling took last: a quiet server answers at once, a busy one does less work.
 */
export class Committer {
  readonly #flush: (rooms: ReadonlySet<Committable>) => Promise<void>;
  #waiting = new Set<Committable>();
  #notBefore = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;

  /** `flush` writes what these rooms have collected and never rejects. */
  constructor(flush: (rooms: ReadonlySet<Committable>) => Promise<void>) {
    this.#flush = flush;
  }

  schedule(room: Committable): void {
    this.#waiting.add(room);
    if (this.#timer !== undefined) return;
    const rest = this.#notBefore - performance.now();
    // Even at once is after the present event: frames that arrived together are written together.
    this.#timer = rest <= 0 ? setImmediate(() => this.#start()) : setTimeout(() => this.#start(), rest);
  }

  #start(): void {
    this.#timer = undefined;
    const rooms = this.#waiting;
    this.#waiting = new Set();
    const before = process.cpuUsage();
    void this.#flush(rooms).then(() => {
      // Processor time, not the clock's: on a crowded machine waiting longer would only make it worse.
      const { user, system } = process.cpuUsage(before);
      const pauseMs = Math.min(longestPauseMs, (pausePerWork * (user + system)) / 1_000);
      this.#notBefore = performance.now() + pauseMs;
    });
  }
}

export interface Committable {
  /** The document's name. */
  readonly name: string;
}

/** While busy, writing and telling take at most a third of the time. */
const pausePerWork = 2;
const longestPauseMs = 25;
