import { err, ok, type Result } from '../result.ts';

/** Weights by Shannon entropy: what differs most between the steps weighs most. It measures spread, not importance. */
export interface EntropyWeights {
  readonly weights: readonly number[];
  /** Columns without any value above 0 get weight 0. */
  readonly zeroColumns: readonly number[];
}

export type EntropyError =
  | { readonly type: 'TooFewRows'; readonly found: number; readonly least: number }
  | { readonly type: 'Negative'; readonly row: number; readonly column: number; readonly found: number }
  | { readonly type: 'NoSpread' };

/** `rows`: one per step, its scores by indicator. */
export function entropyWeights(rows: readonly (readonly number[])[]): Result<EntropyWeights, EntropyError> {
  const least = 3;
  if (rows.length < least) return err({ type: 'TooFewRows', found: rows.length, least });
  for (const [row, values] of rows.entries())
    for (const [column, found] of values.entries())
      if (!(found >= 0)) return err({ type: 'Negative', row, column, found });
  const columns = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
  const spread = columns.map((values) => 1 - entropy(values));
  const all = spread.reduce((sum, value) => sum + value, 0);
  if (all < 1e-12) return err({ type: 'NoSpread' });
  return ok({
    weights: spread.map((value) => value / all),
    zeroColumns: columns.flatMap((values, j) => (values.every((value) => value === 0) ? [j] : [])),
  });
}

/** 0 (all in one row) .. 1 (all rows alike); a column of zeros counts as 1, so that it gets no weight. */
function entropy(values: readonly number[]): number {
  const all = values.reduce((sum, value) => sum + value, 0);
  if (all === 0) return 1;
  const sum = values.reduce((acc, value) => acc + (value > 0 ? (value / all) * Math.log(value / all) : 0), 0);
  return -sum / Math.log(values.length);
}
