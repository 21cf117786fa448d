import { expect, it } from 'vitest';
import { assert } from '../../model/assert.ts';
import type { MeasurementId, StepId } from '../../model/map/ids.ts';
import { emptyMap } from '../../model/map/journeyMap.ts';
import type { MapId } from '../../model/map/ids.ts';
import { type Measurement, measurementSchema } from '../../model/map/measurement.ts';
import { type Draft, draftOf, measurementOf } from './measurementDraft.ts';

const map = emptyMap('map_test' as MapId, 'en');
const id = 'measurement_test' as MeasurementId;
const on = { stepId: 'step_wait' as StepId };
const empty = draftOf(map, undefined);

const read = (change: Partial<Draft>, before?: Measurement) =>
  measurementOf({ ...empty, ...change }, map, { id, on, before });

it('[U5] a share is typed in per cent and stored as a part of one', () => {
  const result = read({ metric: 'csat', value: '64', n: '212', target: '70' });
  assert(result.ok, 'sound');
  expect(result.value).toMatchObject({ value: 0.64, n: 212, target: 0.7, source: { kind: 'measured' } });
  expect(measurementSchema.safeParse(result.value).success).toBe(true);
});

it('[U5] an estimate needs low, likely and high in order', () => {
  expect(read({ kind: 'estimate', value: '60' })).toMatchObject({
    error: { field: 'low', reason: 'missing' },
  });
  expect(read({ kind: 'estimate', value: '60', low: '70', high: '80' })).toMatchObject({
    error: { field: 'value', reason: 'order' },
  });
  const sound = read({ kind: 'estimate', value: '60', low: '30', high: '90' });
  assert(sound.ok, 'sound');
  expect(sound.value).toMatchObject({ value: 60, low: 30, likely: 60, high: 90 });
  expect(sound.value.n).toBeUndefined();
});

it.each([
  [{ value: 'many' }, 'value', 'notANumber'],
  [{ value: '' }, 'value', 'missing'],
  [{ metric: 'csat', value: '120' }, 'value', 'outOfRange'],
  [{ value: '-5' }, 'value', 'outOfRange'],
  [{ value: '5', n: '2.5' }, 'n', 'outOfRange'],
  [{ value: '5', from: '2026-02-01', to: '2026-01-01' }, 'to', 'order'],
] as const)('[U5] %j is refused at its field', (change, field, reason) => {
  expect(read(change)).toEqual({ ok: false, error: { field, reason } });
});

it('[U5] what the form does not show is kept, and a distribution as long as its value is', () => {
  const before = measurementSchema.parse({
    id,
    metric: 'firstResponse',
    on,
    samples: [30, 60, 90],
    n: 3,
    segment: { channel: 'chat' },
    source: { kind: 'measured', ownerName: 'Lena', date: '2026-05-01' },
    series: [{ at: '2026-05-01', value: 60 }],
  });
  const draft = draftOf(map, before);
  expect(draft.value).toBe('60');
  const same = measurementOf({ ...draft, target: '45' }, map, { id, on, before });
  assert(same.ok, 'sound');
  expect(same.value).toEqual({ ...before, target: 45 });
  const changed = measurementOf({ ...draft, value: '50' }, map, { id, on, before });
  assert(changed.ok, 'sound');
  expect(changed.value.samples).toBeUndefined();
  expect(changed.value).toMatchObject({ value: 50, segment: { channel: 'chat' } });
});
