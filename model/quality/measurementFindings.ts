import type { MeasurementId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Measurement } from '../map/measurement.ts';
import { channelMix, sumOfMix } from './channelMix.ts';
import { distributionOf, meanValue } from './distribution.ts';
import { isPossible } from './isPossible.ts';
import { canonicalMetric, metricOf } from './metricCatalogue.ts';

/**
 * What a reader must know about a measurement before trusting it. Errors contradict themselves or the metric; badges
 * only say how far the number carries.
 */
export type MeasurementFinding = {
  readonly measurementId: MeasurementId;
  /** As in code: `measurements[3].value`. */
  readonly path: string;
} & (
  | { readonly kind: 'error'; readonly type: 'UnknownMetric'; readonly found: string }
  | { readonly kind: 'error'; readonly type: 'NoValue' }
  | {
      readonly kind: 'error';
      readonly type: 'ValueOutOfRange' | 'TargetOutOfRange';
      readonly found: number;
      readonly min: number | undefined;
      readonly max: number | undefined;
    }
  | { readonly kind: 'error'; readonly type: 'NotPositive'; readonly found: number }
  | { readonly kind: 'error'; readonly type: 'QuantilesNotAscending' }
  | {
      readonly kind: 'error';
      readonly type: 'ResolvedBelowFirstContact';
      readonly resolved: number;
      readonly firstContact: number;
    }
  | {
      readonly kind: 'error';
      readonly type: 'MoreThanAllContacts';
      readonly firstContact: number;
      readonly abandoned: number;
    }
  | { readonly kind: 'error'; readonly type: 'NoChannel' }
  | { readonly kind: 'error'; readonly type: 'MixAboveWhole'; readonly sum: number }
  | { readonly kind: 'badge'; readonly type: 'NoSampleSize' }
  | { readonly kind: 'badge'; readonly type: 'SmallSample'; readonly n: number }
  | { readonly kind: 'badge'; readonly type: 'Stale'; readonly end: string }
);

/** Below this many observations the badge "small sample" is shown. */
export const smallSample = 30;

/** [Q18] Findings of all measurements. `today` is a day, ISO 8601. */
export function measurementFindings(map: JourneyMap, today: string): readonly MeasurementFinding[] {
  return map.measurements.flatMap((measurement, i) =>
    findingsOf(map, measurement, today, `measurements[${i}]`),
  );
}

/** Findings of one measurement, by itself and against the others of its map. */
export function findingsOf(
  map: JourneyMap,
  measurement: Measurement,
  today: string,
  path = 'measurement',
): readonly MeasurementFinding[] {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return [...ofItself(map, measurement, path, yearAgo), ...againstOthers(map, measurement, path)];
}

function ofItself(
  map: JourneyMap,
  measurement: Measurement,
  path: string,
  yearAgo: string,
): readonly MeasurementFinding[] {
  const about = { measurementId: measurement.id, path };
  const metric = metricOf(map, measurement.metric);
  if (metric === undefined)
    return [
      { ...about, path: `${path}.metric`, kind: 'error', type: 'UnknownMetric', found: measurement.metric },
    ];
  const found: MeasurementFinding[] = [];
  const { min, max } = metric.range;
  const outside = (value: number): boolean => value < (min ?? -Infinity) || value > (max ?? Infinity);
  const range = (
    field: string,
    type: 'ValueOutOfRange' | 'TargetOutOfRange',
    value: number | undefined,
  ): void => {
    if (value !== undefined && outside(value))
      found.push({ ...about, path: `${path}.${field}`, kind: 'error', type, found: value, min, max });
    else if (value !== undefined && !isPossible(metric, value))
      found.push({ ...about, path: `${path}.${field}`, kind: 'error', type: 'NotPositive', found: value });
  };
  for (const field of ['value', 'low', 'likely', 'high'] as const)
    range(field, 'ValueOutOfRange', measurement[field]);
  range(
    'samples',
    'ValueOutOfRange',
    measurement.samples?.find((value) => !isPossible(metric, value)),
  );
  range('quantiles', 'ValueOutOfRange', measurement.quantiles?.find(({ value }) => outside(value))?.value);
  range('target', 'TargetOutOfRange', measurement.target);
  const quantiles = measurement.quantiles ?? [];
  if (
    quantiles.some(
      ({ p, value }, i) => i > 0 && (p <= quantiles[i - 1]!.p || value < quantiles[i - 1]!.value),
    )
  )
    found.push({ ...about, path: `${path}.quantiles`, kind: 'error', type: 'QuantilesNotAscending' });
  if (distributionOf(measurement) === undefined) found.push({ ...about, kind: 'error', type: 'NoValue' });
  const n = measurement.samples?.length ?? measurement.n;
  const counted = measurement.source.kind === 'measured' || measurement.source.kind === 'survey';
  if (counted && metric.estimator !== 'exact') {
    if (n === undefined) found.push({ ...about, kind: 'badge', type: 'NoSampleSize' });
    else if (n < smallSample) found.push({ ...about, kind: 'badge', type: 'SmallSample', n });
  }
  const end = measurement.period?.to ?? measurement.source.date;
  if (counted && end !== undefined && end < yearAgo)
    found.push({ ...about, kind: 'badge', type: 'Stale', end });
  return found;
}

/** Pairs that cannot both be true at the same place, in the same segment. */
function againstOthers(
  map: JourneyMap,
  measurement: Measurement,
  path: string,
): readonly MeasurementFinding[] {
  switch (canonicalMetric(measurement.metric)) {
    case 'firstContactResolution':
      return againstOtherOutcomes(map, measurement, path);
    case 'channelMix':
      return againstOtherChannels(map, measurement, path);
    default:
      return [];
  }
}

/** [Q39] Shares of one whole. */
function againstOtherChannels(
  map: JourneyMap,
  measurement: Measurement,
  path: string,
): readonly MeasurementFinding[] {
  const about = { measurementId: measurement.id, path, kind: 'error' } as const;
  if (measurement.segment?.channel === undefined)
    return [{ ...about, path: `${path}.segment`, type: 'NoChannel' }];
  const sum = sumOfMix(channelMix(map.measurements, measurement));
  // Shares rounded to whole per cent may add up to a little more.
  return sum > 1.02 ? [{ ...about, type: 'MixAboveWhole', sum }] : [];
}

function againstOtherOutcomes(
  map: JourneyMap,
  measurement: Measurement,
  path: string,
): readonly MeasurementFinding[] {
  const firstContact = meanOf(measurement);
  if (firstContact === undefined) return [];
  const about = { measurementId: measurement.id, path, kind: 'error' } as const;
  const resolved = meanOf(beside(map, measurement, 'resolutionRate'));
  const abandoned = meanOf(beside(map, measurement, 'abandonment'));
  return [
    ...(resolved !== undefined && resolved < firstContact
      ? [{ ...about, type: 'ResolvedBelowFirstContact', resolved, firstContact } as const]
      : []),
    ...(abandoned !== undefined && abandoned + firstContact > 1
      ? [{ ...about, type: 'MoreThanAllContacts', firstContact, abandoned } as const]
      : []),
  ];
}

function beside(map: JourneyMap, measurement: Measurement, metric: string): Measurement | undefined {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  return map.measurements.findLast(
    (each) =>
      canonicalMetric(each.metric) === metric &&
      same(each.on, measurement.on) &&
      same(each.segment ?? {}, measurement.segment ?? {}),
  );
}

function meanOf(measurement: Measurement | undefined): number | undefined {
  const distribution = measurement && distributionOf(measurement);
  return distribution && meanValue(distribution);
}
