import type { JourneyMap } from '../map/journeyMap.ts';
import type { Metric, MetricKey } from '../map/metric.ts';
import { meanValue } from './distribution.ts';
import { distributionOf } from './distribution.ts';
import { metricNamed } from './namesInTable.ts';

/** Why a metric that users define cannot be taken as it stands; each points at its field. */
export type OwnMetricError =
  | { readonly field: 'title'; readonly type: 'NoTitle' }
  /** Two metrics of one name could not be told apart in a table. */
  | { readonly field: 'title'; readonly type: 'TitleTaken'; readonly found: string }
  | { readonly field: 'max'; readonly type: 'RangeNotAscending' }
  | { readonly field: 'min' | 'max'; readonly type: 'NotAShare' }
  | { readonly field: 'min'; readonly type: 'NegativeCount' }
  /** Numbers of the map would lie outside. */
  | { readonly field: 'min' | 'max'; readonly type: 'LeavesNumbersOut'; readonly count: number };

export function ownMetricErrors(map: JourneyMap, metric: Metric): readonly OwnMetricError[] {
  const errors: OwnMetricError[] = [];
  const { min, max } = metric.range;
  const title = metric.title.trim();
  const others = { ...map, metrics: map.metrics.filter(({ id }) => id !== metric.id) };
  if (title === '') errors.push({ field: 'title', type: 'NoTitle' });
  else if (metricNamed(others, title) !== undefined)
    errors.push({ field: 'title', type: 'TitleTaken', found: title });
  if (min !== undefined && max !== undefined && min >= max)
    errors.push({ field: 'max', type: 'RangeNotAscending' });
  if (metric.estimator === 'proportion')
    for (const field of ['min', 'max'] as const) {
      const bound = metric.range[field];
      if (bound !== undefined && (bound < 0 || bound > 1)) errors.push({ field, type: 'NotAShare' });
    }
  if (metric.estimator === 'count' && min !== undefined && min < 0)
    errors.push({ field: 'min', type: 'NegativeCount' });
  if (errors.length > 0) return errors;
  const values = map.measurements
    .filter((each) => each.metric === metric.id)
    .flatMap((each) => {
      const distribution = distributionOf(each);
      const mean = distribution && meanValue(distribution);
      return mean === undefined ? [] : [mean];
    });
  const [least, most] = possible(metric);
  const below = values.filter((value) => value < least).length;
  const above = values.filter((value) => value > most).length;
  if (below > 0) errors.push({ field: 'min', type: 'LeavesNumbersOut', count: below });
  if (above > 0) errors.push({ field: 'max', type: 'LeavesNumbersOut', count: above });
  return errors;
}

function possible({ estimator, range: { min, max } }: Metric): readonly [number, number] {
  return [min ?? (estimator === 'mean' ? -Infinity : 0), max ?? (estimator === 'proportion' ? 1 : Infinity)];
}

/** What of the map rests on a metric of its own; while a model or a lever does, the metric cannot go. */
export interface OwnMetricUses {
  readonly measurements: readonly JourneyMap['measurements'][number][];
  /** Titles of quality models and levers. */
  readonly keptBy: readonly string[];
}

export function ownMetricUses(map: JourneyMap, key: MetricKey): OwnMetricUses {
  return {
    measurements: map.measurements.filter(({ metric }) => metric === key),
    keptBy: [
      ...map.qualityModels
        .filter(({ dimensions }) =>
          dimensions.some(({ indicators }) => indicators.some(({ metric }) => metric === key)),
        )
        .map(({ title }) => title),
      ...map.levers.filter(({ effects }) => effects.some(({ on }) => on === key)).map(({ title }) => title),
    ],
  };
}
