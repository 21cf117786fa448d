import { personColours } from '../../../model/protocol/presence.ts';

/** Twelve hues for people, apart from the colours of emotion, pain and plan; white text is readable on each. */
const colours = [
  '#a3465f',
  '#2f6f9f',
  '#7a4fa3',
  '#4b7a3d',
  '#a34f9b',
  '#3f6b73',
  '#8a5a2b',
  '#5b5fa8',
  '#7d6a1f',
  '#96406f',
  '#3d7a5c',
  '#6b5a86',
] as const;

export function personColour(index: number): string {
  return colours[((index % personColours) + personColours) % personColours] ?? colours[0];
}

/** The last character of a Chinese name, or the first letters of the first and last word of another. */
export function initials(name: string): string {
  const trimmed = name.trim();
  const han = trimmed.match(/\p{Script=Han}/gu)?.at(-1);
  if (han !== undefined) return han;
  const words = trimmed.split(/\s+/);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
