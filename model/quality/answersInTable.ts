import type { Row } from '../formats/delimited.ts';
import { err, ok, type Result } from '../result.ts';
import { numberInCell } from './numberInCell.ts';

/** Answers of respondents, a row each: what they gave each indicator, and last their judgement of the whole. */
export interface Answers {
  readonly predictors: readonly (readonly number[])[];
  readonly outcome: readonly number[];
}

/** Rows and columns count from 1, as a spreadsheet shows them. */
export type AnswersError =
  | { readonly type: 'WrongColumns'; readonly row: number; readonly found: number; readonly expected: number }
  | { readonly type: 'NotANumber'; readonly row: number; readonly column: number; readonly found: string };

/** Reads a pasted table; a first row of titles and empty rows are passed over. */
export function answersInTable(rows: readonly Row[], indicators: number): Result<Answers, AnswersError> {
  const predictors: (readonly number[])[] = [];
  const outcome: number[] = [];
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const values = cells.map((cell) => numberInCell(cell, undefined, false));
    if (i === 0 && values.every((value) => value === undefined)) continue;
    if (cells.length !== indicators + 1)
      return err({ type: 'WrongColumns', row: i + 1, found: cells.length, expected: indicators + 1 });
    const wrong = values.indexOf(undefined);
    if (wrong >= 0) return err({ type: 'NotANumber', row: i + 1, column: wrong + 1, found: cells[wrong]! });
    // None is undefined any more.
    const numbers = values as readonly number[];
    predictors.push(numbers.slice(0, indicators));
    outcome.push(numbers.at(-1)!);
  }
  return ok({ predictors, outcome });
}
