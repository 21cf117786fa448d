import { err, ok, type Result } from '../result.ts';

/** Weights from pairwise comparisons (Saaty's analytic hierarchy process). */
export interface PairwiseWeights {
  /** Shares, in the order of the matrix; they sum to 1. */
  readonly weights: readonly number[];
  readonly largestEigenvalue: number;
  readonly consistencyIndex: number;
  /** Against random judgements; above .10 the judgements contradict themselves too much. */
  readonly consistencyRatio: number;
  readonly consistent: boolean;
  /** The three judgements that contradict each other most: i to j and j to k do not give i to k. */
  readonly worstTriads: readonly {
    readonly items: readonly [number, number, number];
    readonly contradiction: number;
  }[];
}

export type PairwiseError =
  | { readonly type: 'TooFewItems'; readonly found: number }
  | { readonly type: 'TooManyItems'; readonly found: number; readonly most: number }
  | { readonly type: 'NotSquare'; readonly row: number }
  | { readonly type: 'NotPositive'; readonly row: number; readonly column: number; readonly found: number }
  | { readonly type: 'NotReciprocal'; readonly row: number; readonly column: number };

/** Saaty's mean consistency index of random matrices, for 1 to 10 items. */
const randomIndex = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

const tolerance = 1e-12;
const mostIterations = 1_000;

/** `judgements[i][j]`: how many times as important i is as j (1/9..9). */
export function pairwiseWeights(
  judgements: readonly (readonly number[])[],
): Result<PairwiseWeights, PairwiseError> {
  const n = judgements.length;
  const wrong = errorOf(judgements);
  if (wrong !== undefined) return err(wrong);
  let weights = judgements.map(() => 1 / n);
  let largestEigenvalue = n;
  for (let i = 0; i < mostIterations; i++) {
    const product = judgements.map((row) => row.reduce((sum, value, j) => sum + value * weights[j]!, 0));
    largestEigenvalue = product.reduce((sum, value) => sum + value, 0);
    const next = product.map((value) => value / largestEigenvalue);
    const change = Math.max(...next.map((value, j) => Math.abs(value - weights[j]!)));
    weights = next;
    if (change < tolerance) break;
  }
  const consistencyIndex = n > 2 ? (largestEigenvalue - n) / (n - 1) : 0;
  const consistencyRatio = n > 2 ? consistencyIndex / randomIndex[n - 1]! : 0;
  return ok({
    weights,
    largestEigenvalue,
    consistencyIndex,
    consistencyRatio,
    consistent: consistencyRatio <= 0.1,
    worstTriads: triads(judgements).slice(0, 3),
  });
}

/** Judgements of a group: the geometric mean of each cell keeps the matrix reciprocal. Precondition: equal sizes. */
export function groupJudgements(
  matrices: readonly (readonly (readonly number[])[])[],
): readonly (readonly number[])[] {
  return matrices[0]!.map((row, i) =>
    row.map((_, j) => Math.exp(matrices.reduce((sum, m) => sum + Math.log(m[i]![j]!), 0) / matrices.length)),
  );
}

function errorOf(judgements: readonly (readonly number[])[]): PairwiseError | undefined {
  const n = judgements.length;
  if (n < 2) return { type: 'TooFewItems', found: n };
  if (n > randomIndex.length) return { type: 'TooManyItems', found: n, most: randomIndex.length };
  for (const [row, values] of judgements.entries()) {
    if (values.length !== n) return { type: 'NotSquare', row };
    for (const [column, found] of values.entries())
      if (!(found > 0)) return { type: 'NotPositive', row, column, found };
  }
  for (let row = 0; row < n; row++)
    for (let column = row; column < n; column++)
      if (Math.abs(judgements[row]![column]! * judgements[column]![row]! - 1) > 1e-6)
        return { type: 'NotReciprocal', row, column };
  return undefined;
}

function triads(judgements: readonly (readonly number[])[]): PairwiseWeights['worstTriads'] {
  const log = (i: number, j: number): number => Math.log(judgements[i]![j]!);
  const found: { items: readonly [number, number, number]; contradiction: number }[] = [];
  for (let i = 0; i < judgements.length; i++)
    for (let j = i + 1; j < judgements.length; j++)
      for (let k = j + 1; k < judgements.length; k++) {
        const contradiction = Math.abs(log(i, j) + log(j, k) - log(i, k));
        if (contradiction > 1e-9) found.push({ items: [i, j, k], contradiction });
      }
  return found.sort((a, b) => b.contradiction - a.contradiction);
}
