/** One place of a text that changed: at `at`, `removed` characters went and `inserted` came. */
export interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** What changed from one text to another, as one splice. `cursor` is where the caret stands after it. */
export function spliceBetween(before: string, after: string, cursor: number): Splice {
  // What was inserted ends at the caret: of two equal letters the one before it is the new one.
  const most = Math.min(
    before.length,
    after.length,
    Math.max(0, cursor - Math.max(0, after.length - before.length)),
  );
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return {
    at: start,
    removed: before.length - start - end,
    inserted: after.slice(start, after.length - end),
  };
}

/**
 * What an input method composed against an older text, carried over to the text as others have made it meanwhile.
 * `moveCursor` is how their changes move a place in the text.
 */
export function rebase(
  splice: Splice,
  now: string,
  moveCursor: (at: number) => number,
): { readonly text: string; readonly cursor: number } {
  const from = moveCursor(splice.at);
  const to = Math.max(from, moveCursor(splice.at + splice.removed));
  return {
    text: now.slice(0, from) + splice.inserted + now.slice(to),
    cursor: from + splice.inserted.length,
  };
}
