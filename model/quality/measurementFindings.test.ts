import { describe, expect, it } from 'vitest';
import { languages } from '../map/language.ts';
import type { Curve } from '../map/qualityModel.ts';
import { measurementFindingText, qualityModelErrorText } from '../text/qualityFindingText.ts';
import { measurementFindings } from './measurementFindings.ts';
import { curveErrors, qualityModelErrors } from './qualityModelErrors.ts';
import { dimension, fiveDimensions, mapOf, measured } from './testing/numericExample.ts';

const today = '2026-11-22';
const one = (metric: string, change: object): object => ({
  ...measured('a', { [metric]: 0 })[0],
  n: 100,
  ...change,
});
const findings = (...measurements: readonly object[]) => measurementFindings(mapOf(measurements), today);

describe('findings on measurements', () => {
  it('[Q18] a sound measurement has none', () => {
    const period = { from: '2026-01-01', to: '2026-03-31' };
    expect(findings(one('csat', { value: 0.8, period }))).toEqual([]);
  });

  it('[Q18] badges: no n, small sample below 30, stale after 12 months', () => {
    expect(findings(one('csat', { value: 0.8, n: undefined }))).toMatchObject([{ type: 'NoSampleSize' }]);
    expect(findings(one('csat', { value: 0.8, n: 29 }))).toMatchObject([{ type: 'SmallSample', n: 29 }]);
    const until = (to: string) => findings(one('csat', { value: 0.8, period: { from: '2025-01-01', to } }));
    expect(until('2025-11-21')).toMatchObject([{ kind: 'badge', type: 'Stale', end: '2025-11-21' }]);
    expect(until('2025-11-22')).toEqual([]);
  });

  it('[Q18] a value or target outside the metric is pointed at', () => {
    expect(findings(one('csat', { value: 80 }))).toMatchObject([
      { path: 'measurements[0].value', kind: 'error', type: 'ValueOutOfRange', found: 80, min: 0, max: 1 },
    ]);
    expect(findings(one('nps', { value: 10, target: 101 }))).toMatchObject([
      { path: 'measurements[0].target', type: 'TargetOutOfRange', found: 101 },
    ]);
    expect(findings(one('firstResponse', { value: undefined, samples: [3, -1] }))).toMatchObject([
      { path: 'measurements[0].samples', type: 'ValueOutOfRange', found: -1 },
      { type: 'SmallSample', n: 2 },
    ]);
  });

  it('[Q18] a handle time or a patience of 0 is an error, a wait of 0 is none', () => {
    for (const metric of ['handleTime', 'aht', 'patience'])
      expect(findings(one(metric, { value: 0 }))).toMatchObject([
        { path: 'measurements[0].value', kind: 'error', type: 'NotPositive', found: 0 },
      ]);
    expect(findings(one('wait', { value: 0 }))).toEqual([]);
  });

  it('[Q18] no value, unknown metrics and quantiles out of order are errors', () => {
    expect(findings(one('csat', { value: undefined }))).toMatchObject([{ type: 'NoValue' }]);
    expect(findings(one('nonsense', {}))).toMatchObject([{ type: 'UnknownMetric', found: 'nonsense' }]);
    const quantiles = [
      { p: 0.5, value: 40 },
      { p: 0.9, value: 30 },
    ];
    expect(findings(one('wait', { quantiles }))).toMatchObject([{ type: 'QuantilesNotAscending' }]);
  });

  it('[Q18] shares that cannot both be true are an error', () => {
    const fcr = one('firstContactResolution', { value: 0.8 });
    expect(findings(fcr, one('resolutionRate', { value: 0.7 }))).toMatchObject([
      { type: 'ResolvedBelowFirstContact', resolved: 0.7, firstContact: 0.8 },
    ]);
    expect(findings(fcr, one('abandonment', { value: 0.3 }))).toMatchObject([
      { type: 'MoreThanAllContacts', firstContact: 0.8, abandoned: 0.3 },
    ]);
    expect(findings(fcr, one('resolutionRate', { value: 0.7, on: { map: true } }))).toEqual([]);
  });

  it.each(languages)('[Q18] every finding has its sentence in %s', (language) => {
    const all = measurementFindings(
      mapOf([
        one('csat', { value: 80, n: 3, target: 2 }),
        one('firstContactResolution', { value: 0.8, n: undefined }),
        one('resolutionRate', { value: 0.7, period: { from: '2020-01-01', to: '2020-01-02' } }),
        one('abandonment', { value: 0.9 }),
        one('handleTime', { value: 0 }),
        one('nonsense', {}),
        one('nps', { value: undefined }),
        one('wait', {
          quantiles: [
            { p: 0.5, value: 2 },
            { p: 0.5, value: 1 },
          ],
        }),
      ]),
      today,
    );
    expect(new Set(all.map(({ type }) => type)).size).toBe(11);
    for (const finding of all) {
      const text = measurementFindingText(finding, language);
      expect(text).not.toMatch(/undefined|NaN/);
      expect(/\p{Script=Han}/u.test(text)).toBe(language !== 'en');
    }
  });
});

describe('errors of quality models', () => {
  const errorsOf = (dimensions: readonly object[]) => {
    const map = mapOf([], { qualityModels: [{ ...fiveDimensions, dimensions }] });
    return qualityModelErrors(map, map.qualityModels[0]!);
  };
  const withCurve = (metric: string, knots: Curve['knots']) => {
    const { indicators, ...rest } = dimension('d', 1, [metric]);
    return [{ ...rest, indicators: [{ ...indicators[0], curve: { knots, grade: 'E' } }] }];
  };

  it('[Q19] a sound model has none', () => {
    expect(errorsOf(fiveDimensions.dimensions)).toEqual([]);
  });

  it('[Q19] nothing to weigh: no dimension, no indicator, no positive weight', () => {
    expect(errorsOf([])).toMatchObject([{ type: 'NoDimensions' }]);
    expect(errorsOf([dimension('d', 1, [])])).toMatchObject([
      { type: 'NoIndicators', dimensionId: 'dimension_d' },
    ]);
    expect(errorsOf([dimension('d', 0, ['csat'])])).toMatchObject([
      { type: 'NoPositiveWeight', path: 'dimensions' },
    ]);
  });

  it('[Q19] metrics that do not exist, that have no curve, and ids that stand twice', () => {
    expect(errorsOf([dimension('d', 1, ['nonsense'])])).toMatchObject([
      { type: 'UnknownMetric', found: 'nonsense' },
    ]);
    expect(errorsOf([dimension('d', 1, ['handleTime'])])).toMatchObject([
      { type: 'NoCurve', path: 'dimensions[0].indicators[0].curve' },
    ]);
    expect(errorsOf([dimension('d', 1, ['csat', 'csat'])])).toMatchObject([
      { type: 'IdTwice', id: 'indicator_csat' },
    ]);
  });

  it('[Q19] curves whose values do not ascend, that turn round, or run against their metric', () => {
    const turning = [
      [0, 90],
      [10, 50],
      [20, 60],
    ] as const;
    expect(errorsOf(withCurve('wait', turning))).toMatchObject([{ type: 'CurveTurns', knot: 2 }]);
    expect(
      curveErrors(
        {
          knots: [
            [5, 90],
            [5, 50],
          ],
        },
        'lower',
      ),
    ).toEqual([{ type: 'KnotsNotAscending', knot: 1 }]);
    const rising = [
      [0, 10],
      [60, 90],
    ] as const;
    expect(errorsOf(withCurve('wait', rising))).toMatchObject([
      { type: 'CurveAgainstMetric', direction: 'lower' },
    ]);
    expect(errorsOf(withCurve('politeness', rising))).toEqual([]);
    expect(
      curveErrors(
        {
          knots: [
            [0, 50],
            [9, 50],
          ] as const,
        },
        'lower',
      ),
    ).toEqual([]);
  });

  it.each(languages)('[Q19] every error has its sentence in %s', (language) => {
    const all = [
      ...errorsOf([]),
      ...errorsOf([dimension('d', 0, [])]),
      ...errorsOf([dimension('d', 1, ['nonsense', 'handleTime', 'csat', 'csat'])]),
      ...errorsOf(
        withCurve('wait', [
          [5, 1],
          [5, 0],
        ] as const),
      ),
      ...errorsOf(
        withCurve('wait', [
          [0, 90],
          [10, 50],
          [20, 60],
        ] as const),
      ),
      ...errorsOf(
        withCurve('wait', [
          [0, 10],
          [60, 90],
        ] as const),
      ),
    ];
    expect(new Set(all.map(({ type }) => type)).size).toBe(9);
    for (const error of all)
      expect(qualityModelErrorText(error, language, (id) => id)).not.toMatch(/undefined/);
  });
});
