/**
 * Decides when logs are written. The first update after a pause is written at once; while updates keep coming they
 * are collected and written together, for all rooms in one go. How long they are collected follows from how long
 * writing and telling take, and from how many came: a quiet server answers at once, a busy one does less work.
 */
export class Committer {
  readonly #flush: (rooms: ReadonlySet<Committable>) => Promise<number>;
  #waiting = new Set<Committable>();
  #notBefore = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  #flushes = 0;
  /** Processor time of a flush, as measured last. */
  #workMs = 0;

  /** `flush` writes what these rooms have collected, tells how many updates that were, and never rejects. */
  constructor(flush: (rooms: ReadonlySet<Committable>) => Promise<number>) {
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
    // Asking for the processor's time costs as much as telling twenty clients: not every time.
    const before = this.#flushes++ % measureEvery === 0 ? process.cpuUsage() : undefined;
    void this.#flush(rooms).then((updates) => {
      if (before !== undefined) {
        // Processor time, not the clock's: on a crowded machine waiting longer would only make it worse.
        const { user, system } = process.cpuUsage(before);
        this.#workMs = (user + system) / 1_000;
      }
      const pause = this.#workMs * (updates < manyUpdates ? pausePerWork.few : pausePerWork.many);
      this.#notBefore = performance.now() + Math.min(longestPauseMs, pause);
    });
  }
}

export interface Committable {
  /** The document's name. */
  readonly name: string;
}

/** So many at once mean that it pays to wait longer: with few, people would only wait. */
const manyUpdates = 6;
const pausePerWork = { few: 1, many: 8 } as const;
const longestPauseMs = 35;
const measureEvery = 16;
