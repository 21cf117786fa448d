import { type Interval, meanInterval, usualLevel } from './intervals.ts';

/** SERVQUAL: perceived minus expected, both answered by the same people on 1 to 7. */
export interface Gap {
  readonly meanGap: number;
  readonly meanExpected: number;
  readonly meanPerceived: number;
  readonly n: number;
  /** Paired t; undefined for fewer than two answers. */
  readonly interval: Interval | undefined;
  /** One gap per respondent: the samples of the measurement. */
  readonly gaps: readonly number[];
}

export interface GapAnswer {
  readonly expected: number;
  readonly perceived: number;
}

/** Undefined without answers. */
export function gapOf(answers: readonly GapAnswer[], level = usualLevel): Gap | undefined {
  const n = answers.length;
  if (n === 0) return undefined;
  const mean = (of: (answer: GapAnswer) => number): number =>
    answers.reduce((sum, answer) => sum + of(answer), 0) / n;
  const gaps = answers.map(({ expected, perceived }) => perceived - expected);
  const meanGap = mean(({ expected, perceived }) => perceived - expected);
  const squares = gaps.reduce((sum, gap) => sum + (gap - meanGap) ** 2, 0);
  return {
    meanGap,
    meanExpected: mean(({ expected }) => expected),
    meanPerceived: mean(({ perceived }) => perceived),
    n,
    interval: n < 2 ? undefined : meanInterval(meanGap, Math.sqrt(squares / (n - 1)), n, level),
    gaps,
  };
}

/** Weights of dimensions from points that respondents allocate (usually 100 each): the mean of their shares. */
export function allocatedWeights(allocations: readonly (readonly number[])[]): readonly number[] {
  const shares = allocations
    .map((points) => ({ points, all: points.reduce((sum, value) => sum + value, 0) }))
    .filter(({ all }) => all > 0)
    .map(({ points, all }) => points.map((value) => value / all));
  return (shares[0] ?? []).map((_, i) => shares.reduce((sum, each) => sum + each[i]!, 0) / shares.length);
}
