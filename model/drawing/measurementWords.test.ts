import { expect, it } from 'vitest';
import type { MapId, MeasurementId } from '../map/ids.ts';
import { emptyMap } from '../map/journeyMap.ts';
import { measurementWords } from './measurementWords.ts';

it('[E33] money stands on paper in whole units with its currency, as on screen', () => {
  const map = { ...emptyMap('map_a' as MapId, 'en'), currency: 'CNY' };
  const words = measurementWords(map, 'en')(
    {
      id: 'measurement_a' as MeasurementId,
      metric: 'costPerContact',
      on: { map: true },
      value: 1_250,
      source: { kind: 'measured', reference: '', ownerName: '' },
      series: [],
    },
    undefined,
  );
  expect(words).toMatchObject({ value: '12.5', unit: 'CNY' });
});
