import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { MeasurementId } from '../../model/map/ids.ts';
import type { Language } from '../../model/map/language.ts';
import type { Measurement, MeasurementPlace } from '../../model/map/measurement.ts';
import type { MetricKey } from '../../model/map/metric.ts';
import type { SourceKind } from '../../model/map/source.ts';
import { distributionOf } from '../../model/quality/measuredInputs.ts';
import { meanValue } from '../../model/quality/distribution.ts';
import { type KnownMetric, metricOf } from '../../model/quality/metricCatalogue.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { readNumber } from '../design/readNumber.ts';

/** What is typed into the form of a measurement, and how it becomes one: per cent for shares, seconds for times. */
export interface Draft {
  readonly metric: MetricKey;
  readonly kind: SourceKind;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly target: string;
  readonly n: string;
  readonly from: string;
  readonly to: string;
  readonly reference: string;
}

export interface DraftProblem {
  readonly field: keyof Draft;
  readonly reason: 'notANumber' | 'outOfRange' | 'order' | 'missing';
}

export function draftOf(map: JourneyMap, measurement: Measurement | undefined): Draft {
  const metric = measurement?.metric ?? 'firstResponse';
  const scale = typedScale(metricOf(map, metric));
  const typed = (value: number | undefined) =>
    value === undefined ? '' : String(Number((value * scale).toPrecision(12)));
  const distribution = measurement && distributionOf(measurement);
  return {
    metric,
    kind: measurement?.source.kind ?? 'measured',
    value: typed(distribution && meanValue(distribution)),
    low: typed(measurement?.low),
    high: typed(measurement?.high),
    target: typed(measurement?.target),
    n: measurement?.n === undefined ? '' : String(measurement.n),
    from: measurement?.period?.from ?? '',
    to: measurement?.period?.to ?? '',
    reference: measurement?.source.reference ?? '',
  };
}

export interface DraftContext {
  readonly id: MeasurementId;
  readonly on: MeasurementPlace;
  /** What the form does not show (segment, series, owner ...) is kept from here. */
  readonly before: Measurement | undefined;
}

export function measurementOf(
  draft: Draft,
  map: JourneyMap,
  { id, on, before }: DraftContext,
): Result<Measurement, DraftProblem> {
  const metric = metricOf(map, draft.metric);
  const scale = typedScale(metric);
  const numbers: Partial<Record<'value' | 'low' | 'high' | 'target' | 'n', number>> = {};
  for (const field of ['value', 'low', 'high', 'target', 'n'] as const) {
    if (draft[field].trim() === '') continue;
    const typed = readNumber(draft[field]);
    if (typeof typed !== 'number') return err({ field, reason: 'notANumber' });
    const value = field === 'n' ? typed : typed / scale;
    if (field === 'n' ? typed < 0 || !Number.isInteger(typed) : outOfRange(value, metric))
      return err({ field, reason: 'outOfRange' });
    numbers[field] = value;
  }
  const { value, low, high, target, n } = numbers;
  if (value === undefined) return err({ field: 'value', reason: 'missing' });
  const estimate = draft.kind === 'estimate';
  if (estimate && low === undefined) return err({ field: 'low', reason: 'missing' });
  if (estimate && high === undefined) return err({ field: 'high', reason: 'missing' });
  if (estimate && !(low! <= value && value <= high!)) return err({ field: 'value', reason: 'order' });
  if (!estimate && draft.from !== '' && draft.to !== '' && draft.from > draft.to)
    return err({ field: 'to', reason: 'order' });
  const period = draft.from === '' || draft.to === '' ? undefined : { from: draft.from, to: draft.to };
  return ok({
    id,
    on,
    metric: draft.metric,
    ...(value === valueOf(before) ? distributionIn(before) : { value }),
    ...(estimate ? { low: low!, likely: value, high: high! } : {}),
    ...withoutUndefined({ unit: before?.unit, segment: before?.segment, target }),
    ...(estimate ? {} : withoutUndefined({ n, period })),
    source: { ownerName: '', ...before?.source, kind: draft.kind, reference: draft.reference.trim() },
    series: before?.series ?? [],
  });
}

/** What one types is so many times what is stored. */
export function typedScale(metric: KnownMetric | undefined): number {
  return metric?.unit === 'share' ? 100 : 1;
}

export function typedUnit(metric: KnownMetric | undefined, map: JourneyMap, language: Language): string {
  const own = map.metrics.find((each) => each.id === metric?.id)?.unit ?? '';
  switch (metric?.unit) {
    case 'share':
      return '%';
    case 'seconds':
      return language === 'en' ? 's' : '秒';
    case 'money':
      return map.currency;
    default:
      return own;
  }
}

function outOfRange(value: number, metric: KnownMetric | undefined): boolean {
  const { min = -Infinity, max = Infinity } = metric?.range ?? {};
  return value < min || value > max;
}

function valueOf(measurement: Measurement | undefined): number | undefined {
  const distribution = measurement && distributionOf(measurement);
  return distribution && meanValue(distribution);
}

/** As long as its value is not changed, a distribution stays. */
function distributionIn(measurement: Measurement | undefined) {
  return withoutUndefined({
    value: measurement?.value ?? measurement?.likely,
    quantiles: measurement?.quantiles,
    samples: measurement?.samples,
  });
}

function withoutUndefined<R extends object>(record: R): { [K in keyof R]?: Exclude<R[K], undefined> } {
  // Only keys with a value stay: what the type says.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof R]?: Exclude<R[K], undefined>;
  };
}
