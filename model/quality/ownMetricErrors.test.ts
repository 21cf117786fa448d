import { describe, expect, it } from 'vitest';
import type { MapId, MeasurementId } from '../map/ids.ts';
import { emptyMap, type JourneyMap } from '../map/journeyMap.ts';
import { languages } from '../map/language.ts';
import { type Metric, metricSchema } from '../map/metric.ts';
import { ownMetricErrorText } from '../text/ownMetricText.ts';
import { ownMetricErrors, ownMetricUses } from './ownMetricErrors.ts';

const own = (fields: Partial<Metric>): Metric =>
  metricSchema.parse({ id: 'own_a', title: 'Calm', ...fields });
const map: JourneyMap = {
  ...emptyMap('map_a' as MapId, 'en'),
  metrics: [own({}), own({ id: 'own_b', title: 'Trust' })],
  measurements: [
    {
      id: 'measurement_a' as MeasurementId,
      metric: 'own_a',
      on: { map: true },
      value: 7,
      source: { kind: 'measured', reference: '', ownerName: '' },
      series: [],
    },
  ],
};

describe('metrics that users define', () => {
  it('[Q33] are taken when nothing speaks against them', () => {
    expect(ownMetricErrors(map, own({ range: { min: 0, max: 10 } }))).toEqual([]);
  });

  it.each([
    [{ title: ' ' }, 'title', 'NoTitle'],
    [{ title: 'trust' }, 'title', 'TitleTaken'],
    [{ title: 'CSAT' }, 'title', 'TitleTaken'],
    [{ title: '首次响应时间' }, 'title', 'TitleTaken'],
    [{ range: { min: 5, max: 5 } }, 'max', 'RangeNotAscending'],
    [{ estimator: 'proportion', range: { max: 100 } }, 'max', 'NotAShare'],
    [{ estimator: 'count', range: { min: -1 } }, 'min', 'NegativeCount'],
    [{ range: { max: 5 } }, 'max', 'LeavesNumbersOut'],
    [{ range: { min: 8 } }, 'min', 'LeavesNumbersOut'],
    [{ estimator: 'proportion' }, 'max', 'LeavesNumbersOut'],
  ] as const)('[Q33] %j is refused at its field, in each language', (fields, field, type) => {
    const errors = ownMetricErrors(map, own(fields));
    expect(errors).toMatchObject([{ field, type }]);
    const sentences = languages.map((language) => ownMetricErrorText(errors[0]!, language));
    expect(new Set(sentences).size).toBeGreaterThan(1);
  });

  it('[Q33] know what rests on them', () => {
    expect(ownMetricUses(map, 'own_a')).toMatchObject({ measurements: [{ value: 7 }], keptBy: [] });
    const model = {
      id: 'model_a',
      title: 'Ours',
      dimensions: [{ indicators: [{ metric: 'own_b' }] }],
    } as unknown as JourneyMap['qualityModels'][number];
    expect(ownMetricUses({ ...map, qualityModels: [model] }, 'own_b').keptBy).toEqual(['Ours']);
  });
});
