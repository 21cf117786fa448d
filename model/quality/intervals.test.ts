import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  garwood,
  lognormalMeanInterval,
  lognormalMedianInterval,
  meanInterval,
  newcombe,
  npsInterval,
  quantileInterval,
  wilson,
} from './intervals.ts';
import { estimatePatience } from './patienceEstimate.ts';
import { pert } from './pert.ts';

describe('intervals of estimates', () => {
  it.each([
    [81, 263, 0.25529, 0.36621],
    [15, 148, 0.06239, 0.16049],
    [0, 20, 0, 0.16113],
    [1, 29, 0.00611, 0.17176],
  ])('[Q15] Wilson at 95 per cent of %i in %i is %f to %f (V13, Newcombe 1998)', (count, n, low, high) => {
    const interval = wilson(count / n, n, 0.95);
    expect(interval.low).toBeCloseTo(low, 5);
    expect(interval.high).toBeCloseTo(high, 5);
  });

  it('[Q15] Newcombe at 95 % of 56/70 - 48/80 is .0524 to .3339 (Newcombe 1998, method 10)', () => {
    const { low, high } = newcombe({ share: 56 / 70, n: 70 }, { share: 48 / 80, n: 80 }, 0.95);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('[Q15] Garwood at 95 % of 0 is 0 to 3.689, of 10 is 4.795 to 18.390', () => {
    expect(garwood(0, 0.95)).toEqual({ low: 0, high: expect.closeTo(3.6889, 4) });
    expect(garwood(10, 0.95)).toEqual({ low: expect.closeTo(4.7954, 4), high: expect.closeTo(18.3904, 4) });
  });

  it('[Q15] NPS by adjusted Wald at 95 %: 500/300/200 is 25.08 to 34.74, 19/13/4 is 16.71 to 60.21 (V17)', () => {
    const large = npsInterval({ promoters: 500, passives: 300, detractors: 200 }, 0.95);
    expect([large.low, large.high]).toEqual([expect.closeTo(25.08, 2), expect.closeTo(34.74, 2)]);
    const small = npsInterval({ promoters: 19, passives: 13, detractors: 4 }, 0.95);
    expect([small.low, small.high]).toEqual([expect.closeTo(16.71, 2), expect.closeTo(60.21, 2)]);
  });

  it('[Q15] a mean by t: 10 with deviation 2 from 16 at 95 % is 8.934 to 11.066', () => {
    expect(meanInterval(10, 2, 16, 0.95)).toEqual({
      low: expect.closeTo(8.93428, 4),
      high: expect.closeTo(11.06572, 4),
    });
  });

  it('[Q15] times on the log scale: the mean by Cox, the median by t', () => {
    // Cox: exp(ln 200 +- 1.644854 sqrt(.25/100 + .0625/198)), median: exp(ln 200 +- 1.660391 x .5 / 10).
    const mean = lognormalMeanInterval(200, 0.5, 100);
    expect([mean.low, mean.high]).toEqual([expect.closeTo(183.284, 3), expect.closeTo(218.2405, 3)]);
    const median = lognormalMedianInterval(200, 0.5, 100);
    expect([median.low, median.high]).toEqual([expect.closeTo(184.0666, 3), expect.closeTo(217.3126, 3)]);
  });

  it('[Q15] order statistics: the median of 1..20 at 95 % lies between the 6th and the 15th', () => {
    const observations = Array.from({ length: 20 }, (_, i) => 20 - i);
    expect(quantileInterval(observations, 0.5, 0.95)).toEqual({ low: 6, high: 15 });
    expect(quantileInterval([1, 2, 3], 0.5, 0.95)).toBeUndefined();
  });

  it('[Q15] order statistics of a large sample use the normal ranks', () => {
    const observations = Array.from({ length: 4_000 }, (_, i) => i + 1);
    const interval = quantileInterval(observations, 0.5, 0.95)!;
    expect(interval.low).toBeCloseTo(1_938, -1);
    expect(interval.high).toBeCloseTo(2_063, -1);
  });

  it('[Q15] PERT(2, 5, 14): mean 6, beta(2, 4), deviation 2.1381 (V16)', () => {
    const guess = pert(2, 5, 14);
    expect([guess.mean, guess.alpha, guess.beta]).toEqual([6, 2, 4]);
    expect(guess.deviation).toBeCloseTo(2.13809, 5);
    expect(pert(3, 3, 3).quantile(0.9)).toBe(3);
  });

  it('[Q15] an interval contains its point and grows with the level', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 400 }), (a, b) => {
        const n = Math.max(a, b);
        const share = Math.min(a, b) / n;
        const narrow = wilson(share, n, 0.9);
        const wide = wilson(share, n, 0.99);
        expect(narrow.low).toBeLessThanOrEqual(share + 1e-12);
        expect(narrow.high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(wide.low).toBeLessThanOrEqual(narrow.low + 1e-12);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high - 1e-12);
        const count = garwood(a);
        expect(count.low).toBeLessThanOrEqual(a);
        expect(count.high).toBeGreaterThanOrEqual(a);
      }),
    );
  });
});

describe('patience', () => {
  const waits = [
    { seconds: 10, abandoned: true },
    { seconds: 20, abandoned: false },
    { seconds: 30, abandoned: true },
    { seconds: 30, abandoned: true },
    { seconds: 60, abandoned: false },
  ];

  it('[Q16] is all waiting over the number who gave up, with an interval on the log scale', () => {
    const estimate = estimatePatience(waits, 0.95)!;
    expect(estimate.meanSeconds).toBe(50);
    expect(estimate.interval.low).toBeCloseTo(50 * Math.exp(-1.959964 / Math.sqrt(3)), 3);
  });

  it('[Q16] Kaplan and Meier count only who is still at risk', () => {
    const estimate = estimatePatience(waits)!;
    expect(estimate.survival).toEqual([
      { seconds: 10, share: expect.closeTo(0.8, 12) },
      { seconds: 30, share: expect.closeTo(0.8 / 3, 12) },
    ]);
    expect(estimate.medianSeconds).toBe(30);
  });

  it('[Q16] says nothing when nobody gave up', () => {
    expect(estimatePatience([{ seconds: 5, abandoned: false }])).toBeUndefined();
  });
});
