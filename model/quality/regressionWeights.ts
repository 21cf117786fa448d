import { err, ok, type Result } from '../result.ts';
import { uniforms } from './draws.ts';
import { type Interval, usualLevel } from './intervals.ts';
import { bandOf } from './scoreWithBands.ts';

/**
 * Weights from answers of respondents: how much of the variance of an overall judgement each indicator explains.
 * Up to ten indicators by Shapley values (Lindeman, Merenda and Gold 1980), more by relative weights (Johnson 2000).
 */
export interface RegressionWeights {
  readonly method: 'shapley' | 'relativeWeights';
  /** Shares, in the order of the predictors; they sum to 1. */
  readonly weights: readonly number[];
  readonly bands: readonly Interval[];
  /** Share of the variance that all of them explain together. */
  readonly explained: number;
  readonly respondents: number;
}

export type RegressionError =
  | { readonly type: 'TooFewRespondents'; readonly found: number; readonly needed: number }
  | { readonly type: 'NoSpread'; readonly column: number | 'outcome' }
  | { readonly type: 'SameInformation' }
  | { readonly type: 'NothingExplained' };

export interface RegressionOptions {
  readonly seed?: number;
  readonly resamples?: number;
  readonly level?: number;
}

const respondentsPerPredictor = 10;
const mostForShapley = 10;

/** `predictors`: one row per respondent, one column per indicator; `outcome`: their overall judgement. */
export function regressionWeights(
  predictors: readonly (readonly number[])[],
  outcome: readonly number[],
  { seed = 1, resamples = 200, level = usualLevel }: RegressionOptions = {},
): Result<RegressionWeights, RegressionError> {
  const count = predictors[0]?.length ?? 0;
  const needed = Math.max(1, count) * respondentsPerPredictor;
  if (predictors.length < needed) return err({ type: 'TooFewRespondents', found: predictors.length, needed });
  const whole = sharesOf(predictors, outcome);
  if (!whole.ok) return whole;
  const samples: number[][] = whole.value.weights.map(() => []);
  for (let resample = 0; resample < resamples; resample++) {
    const uniform = uniforms(seed, resample);
    const picked = outcome.map((_, i) => Math.floor(uniform(`respondent ${i}`) * outcome.length));
    const shares = sharesOf(
      picked.map((i) => predictors[i]!),
      picked.map((i) => outcome[i]!),
    );
    // A resample may lack spread by chance; it says nothing then.
    if (shares.ok)
      for (const [column, weight] of shares.value.weights.entries()) samples[column]!.push(weight);
  }
  return ok({
    method: count <= mostForShapley ? 'shapley' : 'relativeWeights',
    ...whole.value,
    bands: whole.value.weights.map(
      (weight, i) => bandOf(samples[i]!, weight, level) ?? { low: weight, high: weight },
    ),
    respondents: outcome.length,
  });
}

function sharesOf(
  predictors: readonly (readonly number[])[],
  outcome: readonly number[],
): Result<{ readonly weights: readonly number[]; readonly explained: number }, RegressionError> {
  const columns = [...predictors[0]!.map((_, j) => predictors.map((row) => row[j]!)), outcome].map(
    standardised,
  );
  const flat = columns.findIndex((column) => column === undefined);
  if (flat >= 0) return err({ type: 'NoSpread', column: flat === columns.length - 1 ? 'outcome' : flat });
  const spread = columns as readonly (readonly number[])[];
  const target = spread.at(-1)!;
  const inputs = spread.slice(0, -1);
  const correlations = inputs.map((a) => inputs.map((b) => dot(a, b)));
  const withOutcome = inputs.map((a) => dot(a, target));
  const parts =
    inputs.length <= mostForShapley
      ? shapley(correlations, withOutcome)
      : relativeWeights(correlations, withOutcome);
  if (parts === undefined) return err({ type: 'SameInformation' });
  const explained = parts.reduce((sum, part) => sum + part, 0);
  if (explained < 1e-9) return err({ type: 'NothingExplained' });
  return ok({ weights: parts.map((part) => Math.max(0, part) / explained), explained });
}

/** Centred, with length 1, so that a product of two is their correlation; undefined without spread. */
function standardised(column: readonly number[]): readonly number[] | undefined {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const centred = column.map((value) => value - mean);
  const length = Math.sqrt(dot(centred, centred));
  return length < 1e-9 ? undefined : centred.map((value) => value / length);
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Mean gain in explained variance over all orders in which the predictors may enter. */
function shapley(
  correlations: readonly (readonly number[])[],
  withOutcome: readonly number[],
): readonly number[] | undefined {
  const count = withOutcome.length;
  const explained: number[] = [0];
  for (let subset = 1; subset < 1 << count; subset++) {
    const members = withOutcome.flatMap((_, i) => ((subset >> i) & 1 ? [i] : []));
    const solved = solve(
      members.map((i) => members.map((j) => correlations[i]![j]!)),
      members.map((i) => withOutcome[i]!),
    );
    if (solved === undefined) return undefined;
    explained.push(members.reduce((sum, i, at) => sum + solved[at]! * withOutcome[i]!, 0));
  }
  const factorials = [1];
  for (let i = 1; i <= count; i++) factorials.push(factorials[i - 1]! * i);
  return withOutcome.map((_, i) => {
    let sum = 0;
    for (let subset = 0; subset < 1 << count; subset++) {
      if ((subset >> i) & 1) continue;
      const size = bits(subset);
      const weight = (factorials[size]! * factorials[count - size - 1]!) / factorials[count]!;
      sum += weight * (explained[subset | (1 << i)]! - explained[subset]!);
    }
    return sum;
  });
}

function bits(subset: number): number {
  let count = 0;
  for (let rest = subset; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** Cholesky; undefined when the columns repeat each other. */
function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] | undefined {
  const n = right.length;
  const lower: number[][] = matrix.map(() => Array.from({ length: n }, () => 0));
  const forward: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      if (i === j && sum < 1e-9) return undefined;
      lower[i]![j] = i === j ? Math.sqrt(sum) : sum / lower[j]![j]!;
    }
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i]![k]! * forward[k]!;
    forward.push(sum / lower[i]![i]!);
  }
  const solution = forward.map(() => 0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = forward[i]!;
    for (let k = i + 1; k < n; k++) sum -= lower[k]![i]! * solution[k]!;
    solution[i] = sum / lower[i]![i]!;
  }
  return solution;
}

/** Johnson: the square root of the correlation matrix links the predictors to their closest orthogonal counterparts. */
function relativeWeights(
  correlations: readonly (readonly number[])[],
  withOutcome: readonly number[],
): readonly number[] | undefined {
  const { values, vectors } = eigen(correlations);
  if (values.some((value) => value < 1e-9)) return undefined;
  const n = withOutcome.length;
  const power = (exponent: number): number[][] =>
    withOutcome.map((_, i) =>
      withOutcome.map((_, j) =>
        values.reduce((sum, value, k) => sum + vectors[i]![k]! * value ** exponent * vectors[j]![k]!, 0),
      ),
    );
  const root = power(0.5);
  const inverse = power(-0.5);
  const betas = inverse.map((row) => dot(row, withOutcome));
  return Array.from({ length: n }, (_, i) =>
    betas.reduce((sum, beta, k) => sum + root[i]![k]! ** 2 * beta ** 2, 0),
  );
}

/** Jacobi rotations for a symmetric matrix. */
function eigen(symmetric: readonly (readonly number[])[]): {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
} {
  const n = symmetric.length;
  const a = symmetric.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((_, j): number => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        off += a[p]![q]! ** 2;
        if (Math.abs(a[p]![q]!) < 1e-15) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const kp = a[k]![p]!;
          const kq = a[k]![q]!;
          a[k]![p] = c * kp - s * kq;
          a[k]![q] = s * kp + c * kq;
        }
        for (let k = 0; k < n; k++) {
          const pk = a[p]![k]!;
          const qk = a[q]![k]!;
          a[p]![k] = c * pk - s * qk;
          a[q]![k] = s * pk + c * qk;
          const vp = vectors[k]![p]!;
          const vq = vectors[k]![q]!;
          vectors[k]![p] = c * vp - s * vq;
          vectors[k]![q] = s * vp + c * vq;
        }
      }
    if (off < 1e-20) break;
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}
