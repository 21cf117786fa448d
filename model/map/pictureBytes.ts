import type { Picture } from './picture.ts';

/** What is known of a picture by its bytes alone: names and types that come with a file are never believed. */

/** A stored picture is at most this large; the app makes larger ones smaller before it stores them. */
export const mostPictureBytes = 3_000_000;

/** Told by the first bytes; undefined when it is none of the kinds a map holds (SVG can carry scripts and is none). */
export function pictureKindOf(bytes: Uint8Array): Picture['mime'] | undefined {
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, 0, riff) && startsWith(bytes, 8, webp)) return 'image/webp';
  if (startsWith(bytes, 0, gif)) return 'image/gif';
  return undefined;
}

const riff = [0x52, 0x49, 0x46, 0x46];
const webp = [0x57, 0x45, 0x42, 0x50];
/** GIF8: of 87 and 89. */
const gif = [0x47, 0x49, 0x46, 0x38];

const startsWith = (bytes: Uint8Array, at: number, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[at + i] === byte);
