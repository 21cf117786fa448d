import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../map/journeyMap.ts';
import { uniforms } from './draws.ts';
import { measuredInputs } from './measuredInputs.ts';
import type { Score, Scorecard } from './scoreMap.ts';
import { bandOf, type DrawOptions, scoreWithBands } from './scoreWithBands.ts';
import { example, exampleMeasurements, mapOf, measured } from './testing/numericExample.ts';

const score = (map: JourneyMap, options?: DrawOptions): Scorecard =>
  scoreWithBands(map, map.qualityModels[0]!, measuredInputs(map), options);

const certainWeights = { weightConcentration: Infinity };
const width = ({ band }: Score): number => band!.high - band!.low;

/** The example with `n` observations behind every number. */
const withN = (n: number): JourneyMap => mapOf(exampleMeasurements.map((each) => ({ ...each, n })));

const scores = (card: Scorecard): readonly Score[] => [
  card.index,
  ...card.dimensions,
  ...card.dimensions.flatMap((each) => each.indicators),
  ...card.steps,
];

describe('bands', () => {
  it('[Q8] every band holds its point, at every level and also at the edge of a range', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('politeness', 'empathy', 'agentPatience'), fc.nat(100), { minKeys: 1 }),
        fc.constantFrom(0, 0.5, 1),
        fc.integer({ min: 1, max: 1_000 }),
        fc.constantFrom(0.5, 0.9, 0.99),
        (values, csat, n, level) => {
          const measurements = measured('a', { ...values, csat }).map((each) => ({ ...each, n }));
          for (const { value, band } of scores(score(mapOf(measurements), { level, draws: 40 }))) {
            if (value === null) expect(band).toBeUndefined();
            else {
              expect(band!.low).toBeLessThanOrEqual(value);
              expect(band!.high).toBeGreaterThanOrEqual(value);
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('[Q8] the same seed gives the same bands, another seed others', () => {
    const one = score(example, { draws: 50 });
    expect(score(example, { draws: 50 })).toEqual(one);
    expect(score(example, { draws: 50, seed: 2 }).index.band).not.toEqual(one.index.band);
  });

  it('[Q40] how often a step is the lowest: surely when it is far below, about half the time among equals', () => {
    const steps = (a: number, b: number) =>
      score(
        mapOf(
          [...measured('a', { csat: a }), ...measured('b', { csat: b })].map((each) => ({ ...each, n: 200 })),
        ),
        { draws: 2_000, ...certainWeights },
      ).steps.map(({ lowestIn }) => lowestIn!);
    expect(steps(0.5, 0.9)).toEqual([1, 0]);
    const [a, b] = steps(0.7, 0.7);
    expect(a! + b!).toBeCloseTo(1, 10);
    expect(a).toBeGreaterThan(0.45);
    expect(a).toBeLessThan(0.55);
    const alone = score(mapOf(measured('a', { csat: 0.5 })), { draws: 20 });
    expect(alone.steps[0]).not.toHaveProperty('lowestIn');
  });

  it('[Q8] a proportion draws from its beta posterior: csat .8 with n 100 at step A scores 73 to 86', () => {
    const map = mapOf(measured('a', { csat: 0.8 }).map((each) => ({ ...each, n: 100 })));
    const { band } = score(map, { draws: 4_000, ...certainWeights }).index;
    // Beta(80.5, 20.5): 5 % at .7283, 95 % at .8584.
    expect(band!.low).toBeCloseTo(72.83, 0);
    expect(band!.high).toBeCloseTo(85.84, 0);
  });

  it('[Q8] more observations make the band narrower; an exact number has none', () => {
    const few = score(withN(30), certainWeights).index;
    const many = score(withN(3_000), certainWeights).index;
    expect(width(many)).toBeLessThan(width(few) / 5);
  });

  it('[Q8] uncertain weights alone make a band too', () => {
    const certain = score(withN(10_000_000), certainWeights);
    expect(width(certain.index)).toBeLessThan(0.1);
    expect(width(score(withN(10_000_000)).index)).toBeGreaterThan(0.5);
  });

  it('[Q8] a wider range of an estimate makes a wider band', () => {
    const guess = (low: number, high: number): JourneyMap =>
      mapOf([
        {
          ...measured('a', { csat: 0.6 })[0],
          low,
          likely: 0.6,
          high,
          source: { kind: 'estimate' },
        },
      ]);
    expect(width(score(guess(0.55, 0.65)).index)).toBeLessThan(width(score(guess(0.3, 0.9)).index) / 4);
  });

  it('[Q8] a large sample is drawn by its shape: thousands of waits give the mean of their scores', () => {
    const samples = Array.from({ length: 5_000 }, (_, i) => -80 * Math.log(1 - (i + 0.5) / 5_000));
    const map = mapOf([{ ...measured('a', { firstResponse: 0 })[0], value: undefined, samples }]);
    const { value, band } = score(map, certainWeights).dimensions[0]!.indicators[0]!;
    expect(value).toBeCloseTo(85 - (25 / 60) * 80 * (Math.exp(-30 / 80) - Math.exp(-90 / 80)), 2);
    expect(width({ value, band: band! })).toBeGreaterThan(0.1);
    expect(width({ value, band: band! })).toBeLessThan(2);
  });
});

describe('draws', () => {
  it('[Q8] are uniform, and known by seed, draw and key alone', () => {
    const values = Array.from({ length: 20_000 }, (_, draw) => uniforms(7, draw)('measurement_x'));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean).toBeCloseTo(0.5, 2);
    const bins = Array.from({ length: 20 }, () => 0);
    for (const value of values) bins[Math.floor(value * 20)]!++;
    // Chi-square with 19 degrees of freedom stays below 43.8 in 999 of 1,000 cases.
    expect(bins.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)).toBeLessThan(43.8);
    expect(uniforms(7, 3)('measurement_x')).toBe(values[3]);
  });

  it('[Q8] of two keys are unrelated', () => {
    const pairs = Array.from({ length: 20_000 }, (_, draw) => {
      const uniform = uniforms(1, draw);
      return (uniform('measurement_a') - 0.5) * (uniform('measurement_b') - 0.5);
    });
    // Standard deviation of the mean product is (1/12) / sqrt(20,000) = .00059.
    expect(Math.abs(pairs.reduce((sum, value) => sum + value, 0) / pairs.length)).toBeLessThan(0.002);
  });

  it('[Q8] a band is the middle share of the draws', () => {
    const values = Array.from({ length: 101 }, (_, i) => i);
    expect(bandOf(values, 50, 0.9)).toEqual({ low: expect.closeTo(5, 9), high: 95 });
    expect(bandOf(values, 99, 0.9)).toEqual({ low: expect.closeTo(5, 9), high: 99 });
    expect(bandOf([], 1)).toBeUndefined();
  });
});
