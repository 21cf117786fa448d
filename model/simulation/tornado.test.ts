import { expect, it } from 'vitest';
import type { ForecastId } from '../map/ids.ts';
import { forecastSchema } from '../map/forecast.ts';
import type { Plan } from '../map/plan.ts';
import { frozenForecast, inputsHash, ledgerScore } from './ledger.ts';
import { planEffects } from './planEffects.ts';
import { quickForecast } from './quickForecast.ts';
import { wrongParcel } from './testing/wrongParcel.ts';
import { tornado } from './tornado.ts';

const map = wrongParcel();
const [plan] = map.plans as readonly [Plan];

it('[K17] the tornado has one bar for each uncertain effect, the widest first, around the forecast', () => {
  const bars = tornado(map, plan);
  const uncertain = planEffects(map, plan).filter(({ size }) => size.low < size.high);
  expect(bars).toHaveLength(uncertain.length);
  // The staffing shift is certain.
  expect(bars.some(({ on }) => on === 'agents')).toBe(false);
  const widths = bars.map(({ low, high }) => high - low);
  expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  expect(widths[0]).toBeGreaterThan(0.1);
  const point = quickForecast(map, plan, { draws: 0 }).index.difference!.value;
  for (const { low, high } of bars) {
    expect(low).toBeLessThanOrEqual(point + 1e-12);
    expect(high).toBeGreaterThanOrEqual(point - 1e-12);
  }
});

it('[K18] a frozen forecast is a record of the map, and its hash tells whether the numbers are still the same', () => {
  const forecast = quickForecast(map, plan, { draws: 20 });
  const at = { id: 'forecast_a' as ForecastId, moment: '2026-11-22T12:00:00Z' };
  const frozen = frozenForecast(map, forecast, at);
  expect(forecastSchema.parse(frozen)).toEqual(frozen);
  expect(frozen.results[0]).toEqual({ metric: 'index', ...forecast.index.plan });
  expect(inputsHash(map)).toBe(frozen.inputsHash);
  expect(inputsHash({ ...map, arrivals: [] })).not.toBe(frozen.inputsHash);
});

it('[K18] the ledger counts what came inside its band, by the last actual, and whether we hoped too much', () => {
  const at = { id: 'forecast_a' as ForecastId, moment: '2026-11-22T12:00:00Z' };
  const frozen = frozenForecast(map, quickForecast(map, plan, { draws: 20 }), at);
  expect(ledgerScore([frozen])).toBeUndefined();
  const { value, low } = frozen.results[0]!;
  const actuals = [
    { metric: 'index', value: low - 5, date: '2027-01-01' },
    { metric: 'index', value: value - 0.1, date: '2027-02-01' },
  ];
  expect(ledgerScore([{ ...frozen, actuals }])).toEqual({
    compared: 1,
    insideBand: 1,
    bias: expect.closeTo(0.1, 8),
  });
});
