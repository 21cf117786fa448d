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
  [{ value: '1e99' }, 'value', 'outOfRange'],
  [{ metric: 'costPerContact', target: '1e11', value: '5' }, 'target', 'outOfRange'],
  [{ value: '5', n: '2.5' }, 'n', 'notAWhole'],
  [{ value: '5', n: '1e20' }, 'n', 'notAWhole'],
  [{ value: '5', n: '-1' }, 'n', 'notAWhole'],
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

it('[Q34] three counts make an NPS and its n, kept answer by answer; taken out, the score stands alone', () => {
  const counts = { metric: 'nps', promoters: '50', passives: '30', detractors: '20' };
  const result = read(counts);
  assert(result.ok, 'sound');
  expect(result.value.n).toBe(100);
  expect(result.value.samples).toHaveLength(100);
  expect(measurementSchema.safeParse(result.value).success).toBe(true);
  const draft = draftOf(map, result.value);
  expect(draft).toMatchObject({ value: '30', promoters: '50', passives: '30', detractors: '20' });
  const bare = read({ ...draft, promoters: '', passives: '', detractors: '' }, result.value);
  assert(bare.ok, 'sound');
  expect(bare.value).toMatchObject({ value: 30, n: 100 });
  expect(bare.value.samples).toBeUndefined();
});

it.each([
  [{ metric: 'nps', promoters: '1.5' }, 'promoters', 'notAWhole'],
  [{ metric: 'nps', passives: 'many' }, 'passives', 'notAWhole'],
  [{ metric: 'nps', promoters: '0' }, 'promoters', 'missing'],
  [{ metric: 'nps', promoters: '20,001' }, 'promoters', 'tooMany'],
  [{ metric: 'patience', waits: '30\tanswered' }, 'waits', 'nobodyLeft'],
  [{ metric: 'patience', waits: '30\tmaybe' }, 'waits', 'cells'],
  [{ metric: 'csat', value: '64', series: '2026-01-31\tgood' }, 'series', 'cells'],
  [{ metric: 'csat', value: '64', series: '2026-01-31\t62\t100000000000000000000' }, 'series', 'cells'],
] as const)('[Q34] %j is refused at its field', (change, field, reason) => {
  expect(read(change)).toMatchObject({ ok: false, error: { field, reason } });
});

it('[Q16] pasted waits make a patience, with those who gave up as its n', () => {
  const result = read({ metric: 'patience', waits: '30\tanswered\n120\tgave up\n90\tanswered\n45\tgave up' });
  assert(result.ok, 'sound');
  expect(result.value).toMatchObject({ value: 142.5, n: 2 });
});

it('[Q35] owner, date, evidence and series of a number are entered in its form', () => {
  const result = read({
    metric: 'csat',
    value: '64',
    ownerName: 'Mei',
    date: '2026-05-01',
    evidenceId: 'evidence_a',
    series: '2026-04-30\t62\t180\n2026-03-31\t60',
  });
  assert(result.ok, 'sound');
  expect(result.value).toMatchObject({
    source: { ownerName: 'Mei', date: '2026-05-01', evidenceId: 'evidence_a' },
    series: [
      { at: '2026-03-31', value: 0.6 },
      { at: '2026-04-30', value: 0.62, n: 180 },
    ],
  });
  expect(draftOf(map, result.value).series).toBe('2026-03-31\t60\n2026-04-30\t62\t180');
});

it('[U5] money is typed in whole units and kept in minor ones', () => {
  const result = read({ metric: 'costPerContact', value: '12.5' });
  assert(result.ok, 'sound');
  expect(result.value.value).toBe(1_250);
  expect(draftOf(map, result.value).value).toBe('12.5');
});

it('[Q37] pasted observations make mean, n and distribution', () => {
  const result = read({ metric: 'firstResponse', observations: '30\n60\n90' });
  assert(result.ok, 'sound');
  expect(result.value).toMatchObject({ samples: [30, 60, 90], n: 3 });
  expect(result.value.value).toBeUndefined();
  expect(read({ metric: 'firstResponse', observations: '30\nlong' })).toMatchObject({
    error: { field: 'observations', reason: 'cells', cells: [{ row: 1, column: 0 }] },
  });
});

it('[U5] first-contact resolution names the days in which nobody came back; other numbers have no window', () => {
  const fcr = read({ metric: 'firstContactResolution', value: '71', windowDays: '14' });
  assert(fcr.ok, 'sound');
  expect(fcr.value.windowDays).toBe(14);
  expect(draftOf(map, fcr.value).windowDays).toBe('14');
  const usual = read({ metric: 'fcr', value: '71' });
  assert(usual.ok, 'sound');
  expect(usual.value.windowDays).toBeUndefined();
  for (const windowDays of ['0', '1.5', 'a week', '400'])
    expect(read({ metric: 'fcr', value: '71', windowDays })).toEqual({
      ok: false,
      error: { field: 'windowDays', reason: 'notAWindow' },
    });
  const other = read({ metric: 'csat', value: '64', windowDays: '14' });
  assert(other.ok, 'sound');
  expect(other.value.windowDays).toBeUndefined();
});

it('[Q39] persona and channel of a number are chosen; a share of contacts needs its channel', () => {
  const chat = read({ metric: 'csat', value: '64', channel: 'chat', personaId: 'persona_anna' });
  assert(chat.ok, 'sound');
  expect(chat.value.segment).toEqual({ personaId: 'persona_anna', channel: 'chat' });
  expect(draftOf(map, chat.value)).toMatchObject({ personaId: 'persona_anna', channel: 'chat' });
  const everybody = read({ metric: 'csat', value: '64', channel: '' }, chat.value);
  assert(everybody.ok, 'sound');
  expect(everybody.value.segment).toBeUndefined();
  expect(read({ metric: 'channelMix', value: '40', n: '200' })).toEqual({
    ok: false,
    error: { field: 'channel', reason: 'noChannel' },
  });
  expect(read({ metric: 'channelMix', value: '40', n: '200', channel: 'chat' }).ok).toBe(true);
});
