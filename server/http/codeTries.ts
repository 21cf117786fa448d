import { TokenBucket } from '../sync/tokenBucket.ts';
import { Refusal } from './refusal.ts';

/**
 * Counts join codes that were wrong, an address and over all: with eight of 31 letters nobody finds one by trying. Right
 * ones are not counted, so that a whole room behind one address comes in at once.
 */
export class CodeTries {
  readonly #now: () => number;
  readonly #all: TokenBucket;
  readonly #ofAddress = new Map<string, TokenBucket>();

  constructor(now: () => number) {
    this.#now = now;
    this.#all = new TokenBucket(triesOfAll, triesOfAll / 60, now());
  }

  refuseIfTooMany(address: string): void {
    const now = this.#now();
    if (this.#all.has(1, now) && (this.#ofAddress.get(address)?.has(1, now) ?? true)) return;
    throw new Refusal(
      'throughline:too-many-requests',
      'Too many wrong codes were tried. Wait a minute and try again.',
      { seconds: 60 },
    );
  }

  wrong(address: string): void {
    const now = this.#now();
    this.#all.take(1, now);
    const bucket = this.#ofAddress.get(address) ?? new TokenBucket(triesOfOne, triesOfOne / 60, now);
    bucket.take(1, now);
    this.#ofAddress.set(address, bucket);
    // Addresses whose tries came back need not be remembered.
    if (this.#ofAddress.size > 10_000)
      for (const [each, held] of this.#ofAddress) if (held.has(triesOfOne, now)) this.#ofAddress.delete(each);
  }
}

const triesOfOne = 10;
const triesOfAll = 300;
