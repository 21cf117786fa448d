/**
 * Random numbers by key instead of by order: the same customer at the same place draws the same luck in a baseline and
 * in a plan, however the two runs differ elsewhere. Integer arithmetic only, so every machine gives the same bytes.
 */

/** Final mixing of murmur3: every bit of the input moves half the bits of the output. */
export function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A key inside another key: customer inside replication inside seed. */
export const keyWithin = (key: number, part: number): number => keyOfPart(key, mixedPart(part));

/** A part that is asked for again and again, mixed once: `keyOfPart(key, mixedPart(part))` is `keyWithin(key, part)`. */
export const mixedPart = (part: number): number => mix(part + 0x7f4a7c15);

const keyOfPart = (key: number, mixed: number): number => mix(Math.imul(key, 0x9e3779b1) + mixed);

/** A key from an id, so that the order of records is no matter (FNV-1a). */
export function keyOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Uniform in (0, 1) for one purpose under a key. */
export const uniformAt = (key: number, purpose: number): number => uniformOfPart(key, mixedPart(purpose));

/** The same for a purpose that is mixed already. */
export const uniformOfPart = (key: number, mixed: number): number =>
  ((keyOfPart(key, mixed) >>> 0) + 0.5) / 0x100000000;
