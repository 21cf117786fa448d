import type { Row } from '../formats/delimited.ts';
import { err, ok, type Result } from '../result.ts';
import type { GapAnswer } from './gap.ts';
import { numberInCell } from './numberInCell.ts';

/** Rows and columns count from 1, as a spreadsheet shows them. */
export type GapTableError =
  | { readonly type: 'WrongColumns'; readonly row: number; readonly found: number; readonly expected: number }
  | { readonly type: 'NotOneToSeven'; readonly row: number; readonly column: number; readonly found: string }
  | { readonly type: 'NoAnswers' };

/**
 * The questionnaire of SERVQUAL as a table, a row for each respondent: what they expect of each item, then how they
 * find it, in the same order. Answers are 1 to 7; an item that somebody left empty on one side has no pair from them.
 * Gives the pairs of each item.
 */
export function gapsInTable(
  rows: readonly Row[],
  items: number,
): Result<readonly (readonly GapAnswer[])[], GapTableError> {
  const pairs: GapAnswer[][] = Array.from({ length: items }, () => []);
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const values = cells.map((cell) =>
      cell.trim() === '' ? undefined : (numberInCell(cell, undefined, false) ?? Number.NaN),
    );
    if (i === 0 && values.every((value) => value === undefined || Number.isNaN(value))) continue;
    if (cells.length !== 2 * items)
      return err({ type: 'WrongColumns', row: i + 1, found: cells.length, expected: 2 * items });
    const wrong = values.findIndex((value) => value !== undefined && !(value >= 1 && value <= 7));
    if (wrong >= 0)
      return err({ type: 'NotOneToSeven', row: i + 1, column: wrong + 1, found: cells[wrong]! });
    for (const [item, of] of pairs.entries()) {
      const expected = values[item];
      const perceived = values[items + item];
      if (expected !== undefined && perceived !== undefined) of.push({ expected, perceived });
    }
  }
  return pairs.every((of) => of.length === 0) ? err({ type: 'NoAnswers' }) : ok(pairs);
}
