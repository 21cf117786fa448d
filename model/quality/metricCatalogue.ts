import type { JourneyMap } from '../map/journeyMap.ts';
import type { MetricKey } from '../map/metric.ts';
import { type CatalogueMetric, metricTable } from './metricTable.ts';

/** The metrics that every map knows: what they are called, in which unit they stand, which way is better. */

const byName: ReadonlyMap<string, CatalogueMetric> = new Map(
  metricTable.flatMap((metric) =>
    [metric.id, ...(metric.aliases ?? [])].map((name) => [name, metric] as const),
  ),
);

/** A metric of the catalogue by its key or one of its other names. */
export function catalogueMetric(key: MetricKey): CatalogueMetric | undefined {
  return byName.get(key);
}

/** The one key under which a metric's values are kept: `fcr` and `firstContactResolution` are the same. */
export function canonicalMetric(key: MetricKey): MetricKey {
  return byName.get(key)?.id ?? key;
}

/** What scoring needs to know of a metric, whether of the catalogue or defined by the map's users. */
export type KnownMetric = Pick<
  CatalogueMetric,
  'id' | 'unit' | 'range' | 'direction' | 'estimator' | 'feltAsWait' | 'positive'
>;

/** A metric of the map: one of its own definitions first, then the catalogue. */
export function metricOf(map: Pick<JourneyMap, 'metrics'>, key: MetricKey): KnownMetric | undefined {
  const own = map.metrics.find((metric) => metric.id === key);
  if (own === undefined) return catalogueMetric(key);
  return {
    id: own.id,
    unit: own.estimator === 'proportion' ? 'share' : own.estimator === 'count' ? 'perDay' : 'factor',
    range: {
      ...(own.range.min === undefined ? {} : { min: own.range.min }),
      ...(own.range.max === undefined ? {} : { max: own.range.max }),
    },
    direction: own.direction,
    estimator: own.estimator,
  };
}
