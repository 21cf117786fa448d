import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assert as ensure } from '../assert.ts';
import { uniforms } from './draws.ts';
import { entropyWeights } from './entropyWeights.ts';
import { groupJudgements, pairwiseWeights } from './pairwiseWeights.ts';
import { regressionWeights } from './regressionWeights.ts';

const house = [
  [1, 5, 3, 7, 6, 6, 1 / 3, 1 / 4],
  [1 / 5, 1, 1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
  [1 / 3, 3, 1, 6, 3, 4, 6, 1 / 5],
  [1 / 7, 1 / 5, 1 / 6, 1, 1 / 3, 1 / 4, 1 / 7, 1 / 8],
  [1 / 6, 1 / 3, 1 / 3, 3, 1, 1 / 2, 1 / 5, 1 / 6],
  [1 / 6, 1 / 3, 1 / 4, 4, 2, 1, 1 / 5, 1 / 6],
  [3, 5, 1 / 6, 7, 5, 5, 1, 1 / 2],
  [4, 7, 5, 8, 6, 6, 2, 1],
];
const drinks = [
  [1, 9, 5, 2, 1, 1, 1 / 2],
  [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
  [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
  [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
  [1, 9, 4, 2, 1, 2, 1 / 2],
  [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
  [2, 9, 9, 3, 2, 3, 1],
];

const ahp = (judgements: readonly (readonly number[])[]) => {
  const found = pairwiseWeights(judgements);
  ensure(found.ok, 'a sound matrix');
  return found.value;
};

describe('weights from pairwise comparisons', () => {
  it("[Q20] Saaty's house: eigenvalue 9.6689, index .2384, ratio .1691 (V14)", () => {
    const found = ahp(house);
    expect(found.largestEigenvalue).toBeCloseTo(9.668887, 5);
    expect(found.consistencyIndex).toBeCloseTo(0.238412, 5);
    expect(found.consistencyRatio).toBeCloseTo(0.169087, 5);
    expect(found.consistent).toBe(false);
    const published = [0.173, 0.054, 0.1881, 0.0175, 0.031, 0.0363, 0.1668, 0.3332];
    for (const [i, weight] of published.entries()) expect(found.weights[i]).toBeCloseTo(weight, 4);
  });

  it("[Q20] Saaty's drinks: weights .177 .019 .042 .116 .190 .129 .327, ratio .022 (V15)", () => {
    const found = ahp(drinks);
    expect(found.largestEigenvalue).toBeCloseTo(7.17663, 4);
    expect(found.consistencyRatio).toBeCloseTo(0.0223, 4);
    const published = [0.17746, 0.01915, 0.04183, 0.11642, 0.18957, 0.12878, 0.32679];
    for (const [i, weight] of published.entries()) expect(found.weights[i]).toBeCloseTo(weight, 5);
  });

  it('[Q20] names the judgements that contradict each other most', () => {
    const [first, ...rest] = ahp(house).worstTriads;
    // Neighbourhood 6 x condition, condition 1/2 x financing give 3 x, but financing was judged 5 times as important.
    expect(rest.length).toBe(2);
    expect(first!.contradiction).toBeGreaterThanOrEqual(rest[0]!.contradiction);
    expect(first!.items).toContain(2);
    expect(first!.items).toContain(6);
  });

  it('[Q20] consistent judgements give back the weights they were made of, and a group its geometric mean', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 8 }), (raw) => {
        const all = raw.reduce((sum, value) => sum + value, 0);
        const judgements = raw.map((a) => raw.map((b) => a / b));
        const found = ahp(groupJudgements([judgements, judgements]));
        for (const [i, value] of raw.entries()) expect(found.weights[i]).toBeCloseTo(value / all, 9);
        expect(found.consistencyRatio).toBeCloseTo(0, 9);
        expect(found.worstTriads).toEqual([]);
      }),
    );
  });

  it('[Q20] refuses matrices that are no comparisons, with the cell', () => {
    const error = (matrix: readonly (readonly number[])[]) => {
      const found = pairwiseWeights(matrix);
      return found.ok ? undefined : found.error;
    };
    expect(error([[1]])).toEqual({ type: 'TooFewItems', found: 1 });
    expect(error([[1, 2], [0.5]])).toEqual({ type: 'NotSquare', row: 1 });
    expect(
      error([
        [1, -2],
        [-0.5, 1],
      ]),
    ).toEqual({ type: 'NotPositive', row: 0, column: 1, found: -2 });
    expect(
      error([
        [1, 2],
        [2, 1],
      ]),
    ).toEqual({ type: 'NotReciprocal', row: 0, column: 1 });
    expect(error(Array.from({ length: 11 }, () => Array.from({ length: 11 }, () => 1)))).toMatchObject({
      type: 'TooManyItems',
    });
  });
});

describe('weights by entropy', () => {
  it('[Q21] what does not differ gets no weight, a column of zeros neither', () => {
    const found = entropyWeights([
      [50, 10, 0],
      [50, 40, 0],
      [50, 90, 0],
    ]);
    ensure(found.ok, 'three steps');
    expect(found.value.weights).toEqual([
      expect.closeTo(0, 12),
      expect.closeTo(1, 12),
      expect.closeTo(0, 12),
    ]);
    expect(found.value.zeroColumns).toEqual([2]);
  });

  it('[Q21] by hand: shares .2 .3 .5 and .1 .1 .8 weigh .1354 to .8646', () => {
    const found = entropyWeights([
      [20, 10],
      [30, 10],
      [50, 80],
    ]);
    ensure(found.ok, 'three steps');
    const spread = [
      [0.2, 0.3, 0.5],
      [0.1, 0.1, 0.8],
    ].map((shares) => 1 + shares.reduce((sum, p) => sum + p * Math.log(p), 0) / Math.log(3));
    expect(found.value.weights[0]).toBeCloseTo(spread[0]! / (spread[0]! + spread[1]!), 12);
  });

  it('[Q21] refuses fewer than three steps, negative scores, and steps that are all alike', () => {
    expect(entropyWeights([[1], [2]])).toEqual({
      ok: false,
      error: { type: 'TooFewRows', found: 2, least: 3 },
    });
    expect(entropyWeights([[1], [-2], [3]])).toMatchObject({
      error: { type: 'Negative', row: 1, column: 0 },
    });
    expect(entropyWeights([[5], [5], [5]])).toMatchObject({ error: { type: 'NoSpread' } });
  });
});

/** Respondents with independent answers, and a judgement made of them. */
function answers(count: number, coefficients: readonly number[], noise: number) {
  const predictors = Array.from({ length: count }, (_, i) => {
    const uniform = uniforms(5, i);
    return coefficients.map((_, j) => uniform(`answer ${j}`));
  });
  const outcome = predictors.map(
    (row, i) =>
      row.reduce((sum, value, j) => sum + coefficients[j]! * value, 0) + noise * uniforms(6, i)('noise'),
  );
  return { predictors, outcome };
}

describe('weights from answers of respondents', () => {
  it('[Q22] Shapley values of independent answers are the squares of their effects', () => {
    const { predictors, outcome } = answers(4_000, [1, 2, 0], 0.5);
    const found = regressionWeights(predictors, outcome, { resamples: 20 });
    ensure(found.ok, 'enough answers');
    expect(found.value.method).toBe('shapley');
    // Variances 1 : 4 : 0, of 5.25 in all with the noise.
    expect(found.value.weights[0]).toBeCloseTo(0.2, 1);
    expect(found.value.weights[1]).toBeCloseTo(0.8, 1);
    expect(found.value.explained).toBeCloseTo(5 / 5.25, 1);
    for (const [i, { low, high }] of found.value.bands.entries()) {
      expect(low).toBeLessThanOrEqual(found.value.weights[i]!);
      expect(high).toBeGreaterThanOrEqual(found.value.weights[i]!);
    }
  });

  it('[Q22] two answers that go together share what they explain', () => {
    const { predictors, outcome } = answers(300, [1, 1, 0], 0.2);
    const twins = predictors.map(([a, b, c]) => [a! + 0.05 * c!, a! - 0.05 * c!, b!]);
    const found = regressionWeights(twins, outcome, { resamples: 0 });
    ensure(found.ok, 'enough answers');
    expect(found.value.weights[0]).toBeCloseTo(found.value.weights[1]!, 1);
  });

  it('[Q22] eleven indicators go by relative weights, which sum to the explained variance', () => {
    const coefficients = [3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    const { predictors, outcome } = answers(2_000, coefficients, 0.5);
    const found = regressionWeights(predictors, outcome, { resamples: 2 });
    ensure(found.ok, 'enough answers');
    expect(found.value.method).toBe('relativeWeights');
    expect(found.value.weights[0]).toBeCloseTo(9 / 14, 1);
    expect(found.value.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  it('[Q22] refuses fewer than ten respondents per indicator, columns without spread, and repeated columns', () => {
    const { predictors, outcome } = answers(30, [1, 1], 0.1);
    expect(regressionWeights(predictors.slice(0, 19), outcome.slice(0, 19))).toEqual({
      ok: false,
      error: { type: 'TooFewRespondents', found: 19, needed: 20 },
    });
    expect(
      regressionWeights(
        predictors.map(([a]) => [a!, 3]),
        outcome,
      ),
    ).toMatchObject({
      error: { type: 'NoSpread', column: 1 },
    });
    expect(
      regressionWeights(
        predictors,
        outcome.map(() => 4),
      ),
    ).toMatchObject({
      error: { type: 'NoSpread', column: 'outcome' },
    });
    expect(
      regressionWeights(
        predictors.map(([a]) => [a!, 2 * a!]),
        outcome,
      ),
    ).toMatchObject({
      error: { type: 'SameInformation' },
    });
  });
});
