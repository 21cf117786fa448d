import type { RandomSource } from '../map/newId.ts';

/**
 * Order keys: base-62 fractions that compare as texts. Between any two there is room for another, chosen at random
 * in the middle (jitter), so that two people who insert at the same place rarely get the same key. Equal keys are
 * told apart by the record's id; keys that leave no room, or grow long, are given anew (see `placing.ts`).
 */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = 62n;

/** From this length on the keys of a row are given anew. */
export const longestOrderKey = 32;

/** Room that a new key looks for on both sides; below it, the key gets one digit more. */
const wantedRoom = 64n;
/** Digits of a key at the open end of a row: 62^5 / 64 keys can follow one another before a digit is added. */
const digitsAtTheEnd = 5;

export function isOrderKey(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9A-Za-z]{1,64}$/.test(value);
}

/** A key after `before` and ahead of `after` (either may be open); nothing when there is no room for a short key. */
export function orderBetween(
  before: string | undefined,
  after: string | undefined,
  random: RandomSource,
): string | undefined {
  const atAnEnd = (before === undefined) !== (after === undefined);
  for (let length = atAnEnd ? digitsAtTheEnd : 2; length < longestOrderKey; length++) {
    const low = before === undefined ? 0n : firstDigits(before, length);
    const high = after === undefined ? base ** BigInt(length) : firstDigits(after, length);
    const room = high - low;
    if (room < wantedRoom) continue;
    // In the middle half both neighbours keep room. At an open end a small step: halving would use up a key in 190 inserts.
    if (!atAnEnd) return keyText(low + room / 4n + below(room / 2n, random), length);
    const step = 1n + below(wantedRoom - 1n, random);
    return keyText(after === undefined ? low + step : high - step, length);
  }
  return undefined;
}

/** Keys for a row that is written at once, evenly spaced. */
export function evenOrders(count: number): readonly string[] {
  let length = 2;
  while (base ** BigInt(length) < BigInt(count + 1) * wantedRoom) length++;
  const gap = base ** BigInt(length) / BigInt(count + 1);
  return Array.from({ length: count }, (_, i) => keyText(gap * BigInt(i + 1), length));
}

/**
 * Keys that put the records in the given order and change as few as possible: those that already ascend keep theirs
 * (a longest ascending run), the others get new ones between them. Everything is keyed anew when there is no room.
 */
export function ordersFor(present: readonly (string | undefined)[], random: RandomSource): readonly string[] {
  const kept = longestAscending(present);
  if (kept.size === 0) return evenOrders(present.length);
  const orders: string[] = [];
  for (let i = 0; i < present.length; i++) {
    let next = i;
    while (next < present.length && !kept.has(next)) next++;
    const order = kept.has(i) ? present[i] : orderBetween(orders[i - 1], present[next], random);
    if (order === undefined) return evenOrders(present.length);
    orders.push(order);
  }
  return orders;
}

/** The places of a longest strictly ascending run of sound keys. */
function longestAscending(keys: readonly (string | undefined)[]): ReadonlySet<number> {
  // Patience sorting: `ends[n]` is the place that ends the best run of n + 1 keys.
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  keys.forEach((key, place) => {
    if (!isOrderKey(key) || key.length >= longestOrderKey) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[ends[middle]!]! < key) low = middle + 1;
      else high = middle;
    }
    before.set(place, ends[low - 1]);
    ends[low] = place;
  });
  const run = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before.get(place)) run.add(place);
  return run;
}

/** The first digits of a key as a number, filled up with zeros. */
function firstDigits(key: string, length: number): bigint {
  let value = 0n;
  for (let i = 0; i < length; i++)
    value = value * base + BigInt(Math.max(0, digits.indexOf(key.charAt(i) || '0')));
  return value;
}

function keyText(value: bigint, length: number): string {
  let text = '';
  for (let rest = value, i = 0; i < length; i++, rest /= base)
    text = digits.charAt(Number(rest % base)) + text;
  return text;
}

/** A whole number from 0 to below `limit`. */
function below(limit: bigint, random: RandomSource): bigint {
  const precision = 2 ** 50;
  return (limit * BigInt(Math.floor(random() * precision))) / BigInt(precision);
}
