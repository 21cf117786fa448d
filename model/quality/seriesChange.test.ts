import { expect, it } from 'vitest';
import { catalogueMetric } from './metricCatalogue.ts';
import { seriesChange } from './seriesChange.ts';

const csat = catalogueMetric('csat');

it('[Q38] the last two shares of a series differ by so much, with the interval of Newcombe', () => {
  // Newcombe 1998, 56/70 against 48/80 by hybrid score: .0524 to .3339 at 95 %.
  const series = [
    { at: '2026-01-31', value: 0.1, n: 10 },
    { at: '2026-02-28', value: 48 / 80, n: 80 },
    { at: '2026-03-31', value: 56 / 70, n: 70 },
  ];
  const change = seriesChange({ series }, csat, 0.95)!;
  expect(change).toMatchObject({ since: '2026-02-28', isSure: true });
  expect(change.change).toBeCloseTo(0.2, 12);
  expect(change.interval.low).toBeCloseTo(0.0524, 4);
  expect(change.interval.high).toBeCloseTo(0.3339, 4);
});

it('[Q38] without n, with one value, or for other metrics nothing is said', () => {
  const two = [
    { at: '2026-01-31', value: 0.6, n: 5 },
    { at: '2026-02-28', value: 0.7, n: 5 },
  ];
  expect(seriesChange({ series: two }, csat)).toMatchObject({ isSure: false });
  expect(seriesChange({ series: two.slice(1) }, csat)).toBeUndefined();
  expect(seriesChange({ series: two }, catalogueMetric('firstResponse'))).toBeUndefined();
  expect(seriesChange({ series: two.map(({ at, value }) => ({ at, value })) }, csat)).toBeUndefined();
});
