import type { IdOfPrefix } from './ids.ts';

/** Gives uniform numbers in [0, 1); the edge (browser, server, test) hands it in. */
export type RandomSource = () => number;

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A fresh id: the prefix and 16 base-36 characters (82 bits), as `newId('card', random)`. */
export function newId<Prefix extends keyof IdOfPrefix>(
  prefix: Prefix,
  random: RandomSource,
): IdOfPrefix[Prefix] {
  let tail = '';
  for (let i = 0; i < 16; i++) tail += letters.charAt(Math.floor(random() * 36));
  // The text matches the id's pattern by construction.
  return `${prefix}_${tail}` as IdOfPrefix[Prefix];
}
