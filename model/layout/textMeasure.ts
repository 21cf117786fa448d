import type { FontWeight } from './layoutSizes.ts';

/**
 * Width of a piece of text in em, without kerning. The browser measures with a canvas, Node with the metrics of
 * the font file; Han characters, full-width signs and emoji never reach it, their width is the same everywhere.
 */
export type MeasureRun = (text: string, weight: FontWeight) => number;

/** Widths of texts in em. One lives as long as its fonts do: it keeps what it has measured. */
export interface TextMeasure {
  widthInEm(text: string, weight: FontWeight): number;
}

/** Advance of an emoji in em; back ends scale the picture to it. */
export const emojiWidthInEm = 1.25;

const mostKeptRuns = 20_000;

export function createTextMeasure(measureRun: MeasureRun): TextMeasure {
  const characters: Record<FontWeight, Map<number, number>> = { 400: new Map(), 600: new Map() };
  const runs: Record<FontWeight, Map<string, number>> = { 400: new Map(), 600: new Map() };

  function character(codePoint: number, weight: FontWeight): number {
    const known = characters[weight].get(codePoint);
    if (known !== undefined) return known;
    const width = fixedWidthInEm(codePoint) ?? measureRun(String.fromCodePoint(codePoint), weight);
    characters[weight].set(codePoint, width);
    return width;
  }

  function run(text: string, weight: FontWeight): number {
    const known = runs[weight].get(text);
    if (known !== undefined) return known;
    const width = measureRun(text, weight);
    if (runs[weight].size >= mostKeptRuns) runs[weight].clear();
    runs[weight].set(text, width);
    return width;
  }

  return {
    widthInEm(text, weight) {
      let width = 0;
      let joined = '';
      for (let i = 0; i < text.length; i++) {
        const codePoint = text.codePointAt(i) ?? 0;
        if (codePoint > 0xffff) i++;
        if (standsAlone(codePoint)) width += character(codePoint, weight);
        else joined += String.fromCodePoint(codePoint);
      }
      return joined === '' ? width : width + run(joined, weight);
    },
  };
}

/**
 * Without kerning and ligatures the width of a text is the sum of its characters, except in scripts whose letters
 * join or stack (Arabic, Devanagari, combining marks): those are measured as runs.
 */
function standsAlone(codePoint: number): boolean {
  return (
    codePoint < 0x300 ||
    (codePoint >= 0x370 && codePoint < 0x590) ||
    (codePoint >= 0x2000 && codePoint < 0x20d0) ||
    (codePoint >= 0x2100 && codePoint < 0x2e80) ||
    fixedWidthInEm(codePoint) !== undefined
  );
}

/** The width that a character has in every face, or undefined when it must be measured. */
export function fixedWidthInEm(codePoint: number): number | undefined {
  if (isFullWidth(codePoint)) return 1;
  if (isEmoji(codePoint)) return emojiWidthInEm;
  if (isJoiner(codePoint)) return 0;
  return undefined;
}

/** Han, kana, Hangul, CJK punctuation and full-width forms: exactly 1 em wide. */
export function isFullWidth(codePoint: number): boolean {
  return (
    codePoint >= 0x1100 &&
    (codePoint <= 0x115f ||
      (codePoint >= 0x2e80 && codePoint <= 0x303e) ||
      (codePoint >= 0x3041 && codePoint <= 0xa4cf) ||
      (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
      (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
      (codePoint >= 0xfe30 && codePoint <= 0xfe4f) ||
      (codePoint >= 0xff01 && codePoint <= 0xff60) ||
      (codePoint >= 0xffe0 && codePoint <= 0xffe6) ||
      (codePoint >= 0x20000 && codePoint <= 0x3fffd))
  );
}

/** Pictures of the emoji blocks; digits and signs that only become emoji by a selector stay text. */
export function isEmoji(codePoint: number): boolean {
  return (
    (codePoint >= 0x1f000 && codePoint <= 0x1faff && !isSkinTone(codePoint)) ||
    (codePoint >= 0x2600 && codePoint <= 0x27bf) ||
    codePoint === 0x2b50 ||
    codePoint === 0x2b55 ||
    codePoint === 0x231a ||
    codePoint === 0x231b ||
    codePoint === 0x23f0 ||
    codePoint === 0x23f3
  );
}

const isSkinTone = (codePoint: number): boolean => codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;

/** Characters that show nothing themselves: joiners, variation selectors, skin tones, byte order mark. */
export function isJoiner(codePoint: number): boolean {
  return (
    codePoint === 0x200d ||
    codePoint === 0x200b ||
    codePoint === 0xfeff ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    isSkinTone(codePoint)
  );
}
