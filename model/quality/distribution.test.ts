import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Curve } from '../map/qualityModel.ts';
import { scoreFunction } from './curve.ts';
import { curveOf } from './defaultCurves.ts';
import { expectedScore } from './distribution.ts';
import { catalogueMetric } from './metricCatalogue.ts';

const phone = curveOf(catalogueMetric('firstResponse')!, 'default', undefined)!;
const score = scoreFunction(phone);

describe('curves', () => {
  it('[Q6] phone and chat: 30 s 85, 60 s 72.5, 90 s 60, flat outside', () => {
    expect([0, 30, 45, 60, 90, 9_999].map((seconds) => score.at(seconds))).toEqual([
      85, 85, 78.75, 72.5, 60, 60,
    ]);
  });

  it('[Q6] e-mail has hours, an unknown channel counts as phone and chat', () => {
    const mail = scoreFunction(curveOf(catalogueMetric('firstResponse')!, 'default', 'email')!);
    expect([3_600, 86_400, 259_200].map((seconds) => mail.at(seconds))).toEqual([85, 60, 30]);
    expect(curveOf(catalogueMetric('firstResponse')!, 'default', 'chat')).toEqual(phone);
  });

  it('[Q6] shares x 100, lower-is-better shares turned round, NPS (n + 100) / 2, times without a natural scale none', () => {
    const at = (metric: string, value: number) =>
      scoreFunction(curveOf(catalogueMetric(metric)!, 'none', undefined)!).at(value);
    expect([at('csat', 0.8), at('abandonment', 0.25), at('ces', 4)]).toEqual([80, 75, 50]);
    expect(at('nps', 10)).toBeCloseTo(55, 12);
    expect(curveOf(catalogueMetric('firstResponse')!, 'none', undefined)).toBeUndefined();
  });

  it('[Q6] flat keeps a quarter of the slope around the middle', () => {
    const flat = scoreFunction(curveOf(catalogueMetric('firstResponse')!, 'flat', undefined)!);
    expect([30, 60, 90].map((seconds) => flat.at(seconds))).toEqual([75.625, 72.5, 69.375]);
  });

  it('[Q6] a curve goes one way and never passes its knots, linear or pchip, plain or on a log scale', () => {
    const knots = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 100 })), {
        minLength: 2,
        maxLength: 6,
      })
      .map((pairs) => {
        const falling = pairs.map(([, y]) => y).sort((a, b) => b - a);
        let x = 0;
        return pairs.map(([step], i) => [(x += step), falling[i]!] as const);
      });
    fc.assert(
      fc.property(
        knots,
        fc.constantFrom('linear', 'pchip'),
        fc.constantFrom('none', 'log1p'),
        fc.array(fc.double({ min: 0, max: 4_000, noNaN: true }), { minLength: 2, maxLength: 20 }),
        (knots, interpolation, transform, values) => {
          const curve = { knots, interpolation, transform, source: '', grade: 'E' } satisfies Curve;
          const scored = [...values].sort((a, b) => a - b).map((value) => scoreFunction(curve).at(value));
          for (let i = 1; i < scored.length; i++)
            expect(scored[i]!).toBeLessThanOrEqual(scored[i - 1]! + 1e-9);
          expect(Math.max(...scored)).toBeLessThanOrEqual(knots[0]![1] + 1e-9);
          expect(Math.min(...scored)).toBeGreaterThanOrEqual(knots.at(-1)![1] - 1e-9);
        },
      ),
    );
  });
});

describe('a curve over a distribution', () => {
  it('[Q6] is the mean of the scores, not the score of the mean', () => {
    expect(expectedScore(score, { kind: 'samples', values: [0, 120] })).toBe(72.5);
    expect(expectedScore(score, { kind: 'samples', values: [0, 0, 180] })).toBeCloseTo(230 / 3, 10);
    expect(score.at(60)).toBe(72.5);
  });

  it('[Q6] contacts that gave up score 0', () => {
    expect(expectedScore(score, { kind: 'constant', value: 30, abandonedShare: 0.2 })).toBe(68);
  });

  it('[Q6] quantiles spread evenly in between: 0 to 120 s is 85 for a quarter, 60 for a quarter, and the slope', () => {
    const quantiles = [
      { p: 0, value: 0 },
      { p: 1, value: 120 },
    ];
    expect(expectedScore(score, { kind: 'quantiles', quantiles })).toBeCloseTo(72.5, 12);
  });

  it('[Q6] an exponential wait scores as its integral: 85 - (25 / 60) x 80 (e^-30/80 - e^-90/80)', () => {
    const shareLongerThan = (seconds: number): number => Math.exp(-seconds / 80);
    const exact = 85 - (25 / 60) * 80 * (Math.exp(-30 / 80) - Math.exp(-90 / 80));
    expect(expectedScore(score, { kind: 'tail', shareLongerThan })).toBeCloseTo(exact, 5);
    const values = Array.from({ length: 20_000 }, (_, i) => -80 * Math.log(1 - (i + 0.5) / 20_000));
    expect(expectedScore(score, { kind: 'samples', values })).toBeCloseTo(exact, 2);
  });
});
