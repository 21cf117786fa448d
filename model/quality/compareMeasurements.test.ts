import { expect, it } from 'vitest';
import type { StepId } from '../map/ids.ts';
import { compareMeasurements } from './compareMeasurements.ts';
import { mapOf, measured } from './testing/numericExample.ts';

const at = (id: 'a' | 'b') => `step_${id}` as StepId;
const newer = (value: number) => ({
  ...measured('a', { csat: value })[0],
  id: 'measurement_a-csat-later',
  period: { from: '2026-01-01', to: '2026-03-31' },
});

it('[S79] numbers differ metric by metric at each step, by the measurement that counts on each side', () => {
  const before = mapOf([...measured('a', { csat: 0.8, nps: 10 }), ...measured('map', { nps: 3 })]);
  const after = mapOf([
    ...measured('a', { csat: 0.8, volume: 300 }),
    newer(0.9),
    ...measured('map', { nps: 4 }),
  ]);
  expect(compareMeasurements(before, after)(at('a'))).toMatchObject([
    { metric: 'csat', change: 'changed', before: { value: 0.8 }, after: { value: 0.9 } },
    { metric: 'nps', change: 'removed', before: { value: 10 }, after: undefined },
    { metric: 'volume', change: 'added', before: undefined, after: { value: 300 } },
  ]);
  expect(compareMeasurements(before, after)(at('b'))).toEqual([]);
  expect(compareMeasurements(before, before)(at('a')).map(({ change }) => change)).toEqual(['same', 'same']);
});

it('[S79] a number that looks the same and has another source has changed', () => {
  const one = measured('a', { csat: 0.8 });
  const other = one.map((each) => ({ ...each, source: { kind: 'survey' } }));
  expect(compareMeasurements(mapOf(one), mapOf(other))(at('a'))).toMatchObject([{ change: 'changed' }]);
});
