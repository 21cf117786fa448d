import { expect, it } from 'vitest';
import type { MapId } from '../map/ids.ts';
import { emptyMap } from '../map/journeyMap.ts';
import { measurementSchema } from '../map/measurement.ts';
import { mapSheets } from './mapSheets.ts';

it('[E33] the sheet of numbers holds shares in per cent, times in seconds and money in whole units', () => {
  const measured = (metric: string, value: number, target?: number) =>
    measurementSchema.parse({
      id: `measurement_${metric}`,
      metric,
      on: { map: true },
      value,
      ...(target === undefined ? {} : { target }),
      source: { kind: 'measured' },
    });
  const map = {
    ...emptyMap('map_a' as MapId, 'en'),
    currency: 'CNY',
    measurements: [
      measured('csat', 0.64, 0.7),
      measured('timeToResolution', 7_500),
      measured('costPerContact', 1_250),
    ],
  };
  const rows = mapSheets(map)
    .flatMap((sheet) => sheet.rows)
    .map((row) => row.map(({ value }) => value));
  const rowOf = (title: string) => rows.find((row) => row.includes(title));
  expect(rowOf('Satisfied customers (CSAT)')).toEqual(expect.arrayContaining([64, '%', 70]));
  expect(rowOf('Time to resolution')).toEqual(expect.arrayContaining([7_500, 's']));
  expect(rowOf('Cost per contact')).toEqual(expect.arrayContaining([12.5, 'CNY']));
});
