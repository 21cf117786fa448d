/**
 * Text changes at the borders of what people see as one character: an emoji family, a flag, a Hangul syllable, a letter
 * with its accents. Half an emoji in a Yjs text becomes U+FFFD, and other Yjs programs then differ for good.
 */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export const graphemesOf = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** A replacement of `removed` characters at `at` by `inserted`; both ends are grapheme borders before and after. */
export interface TextSplice {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** The smallest such replacement that makes `after` of `before`. It does not begin after `latestStart` (the cursor). */
export function spliceBetween(
  before: string,
  after: string,
  latestStart: number = before.length,
): TextSplice | undefined {
  if (before === after) return undefined;
  const old = graphemesOf(before);
  const now = graphemesOf(after);
  let start = 0;
  let at = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) {
    if (at + old[start]!.length > latestStart) break;
    at += old[start]!.length;
    start++;
  }
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return {
    at,
    removed: old.slice(start, old.length - end).join('').length,
    inserted: now.slice(start, now.length - end).join(''),
  };
}

/** Where a cursor stands after a replacement elsewhere in its text. */
export function cursorAfter(cursor: number, splice: TextSplice): number {
  if (cursor <= splice.at) return cursor;
  if (cursor >= splice.at + splice.removed) return cursor - splice.removed + splice.inserted.length;
  return splice.at + splice.inserted.length;
}

const halfPair = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Half a surrogate pair, which only a foreign program can leave, is shown as the replacement character. */
export const wellFormed = (text: string): string => text.replace(halfPair, '\uFFFD');

/** An edit that cut an emoji in half meant all of it. */
export const withoutHalves = (text: string): string => text.replace(halfPair, '');
