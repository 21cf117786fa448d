import type { JourneyMap } from '../map/journeyMap.ts';
import type { Language } from '../map/language.ts';
import type { MetricKey } from '../map/metric.ts';
import { catalogueMetric } from './metricCatalogue.ts';

/** What a metric is called: as the map's users named it, else as the catalogue does, else its key. */
export function metricTitle(map: Pick<JourneyMap, 'metrics'>, key: MetricKey, language: Language): string {
  const own = map.metrics.find(({ id }) => id === key);
  return own?.title ?? catalogueMetric(key)?.title[language] ?? key;
}
