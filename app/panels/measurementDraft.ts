import type { Channel } from '../../model/map/channel.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { EvidenceId, MeasurementId, PersonaId } from '../../model/map/ids.ts';
import type { Language } from '../../model/map/language.ts';
import type { Measurement, MeasurementPlace } from '../../model/map/measurement.ts';
import type { MetricKey } from '../../model/map/metric.ts';
import type { SourceKind } from '../../model/map/source.ts';
import { distributionOf, meanValue } from '../../model/quality/distribution.ts';
import { isPossible } from '../../model/quality/isPossible.ts';
import type { TableError } from '../../model/quality/measurementTable.ts';
import { canonicalMetric, type KnownMetric, metricOf } from '../../model/quality/metricCatalogue.ts';
import { answersOfSamples, mostAnswers, samplesOfAnswers } from '../../model/quality/npsAnswers.ts';
import { estimatePatience } from '../../model/quality/patienceEstimate.ts';
import { hasObservations, observationsInTable } from '../../model/quality/observationsInTable.ts';
import { seriesInTable } from '../../model/quality/seriesInTable.ts';
import { waitsInTable } from '../../model/quality/waitsInTable.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { readNumber } from '../design/readNumber.ts';
import { rowsOfText } from '../quality/rowsOfText.ts';

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
  /** Days, of first-contact resolution. */
  readonly windowDays: string;
  readonly reference: string;
  readonly date: string;
  readonly ownerName: string;
  /** '' where the number is about all customers. */
  readonly personaId: string;
  /** '' where it is about all channels. */
  readonly channel: Channel | '';
  /** '' where the number rests on no evidence of the map. */
  readonly evidenceId: string;
  /** Answers behind an NPS. */
  readonly promoters: string;
  readonly passives: string;
  readonly detractors: string;
  /** Pasted waits behind a patience: a time and an outcome a line. */
  readonly waits: string;
  /** Single observations, pasted. */
  readonly observations: string;
  /** Earlier values: a day, a value and n a line. */
  readonly series: string;
}

export type DraftProblem =
  | {
      readonly field: keyof Draft;
      readonly reason:
        | 'notANumber'
        | 'outOfRange'
        | 'order'
        | 'missing'
        | 'notAWhole'
        | 'notAWindow'
        | 'tooMany'
        | 'noChannel'
        | 'nobodyLeft';
    }
  | {
      readonly field: 'waits' | 'series' | 'observations';
      readonly reason: 'cells';
      readonly cells: readonly TableError[];
    };

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
    windowDays: measurement?.windowDays === undefined ? '' : String(measurement.windowDays),
    reference: measurement?.source.reference ?? '',
    date: measurement?.source.date ?? '',
    ownerName: measurement?.source.ownerName ?? '',
    personaId: measurement?.segment?.personaId ?? '',
    channel: measurement?.segment?.channel ?? '',
    evidenceId: measurement?.source.evidenceId ?? '',
    ...answersTyped(measurement),
    waits: '',
    observations: '',
    series: (measurement?.series ?? [])
      .map(({ at, value, n }) => [at, typed(value), ...(n === undefined ? [] : [n])].join('\t'))
      .join('\n'),
  };
}

/** Whether a matter that comes back within some days counts against the metric. */
export const hasWindow = (metric: MetricKey): boolean => canonicalMetric(metric) === 'firstContactResolution';

/** Whether the metric is a channel's share of all contacts. */
const isPartOfMix = (metric: MetricKey): boolean => canonicalMetric(metric) === 'channelMix';

export const usualWindowDays = 7;

const isWindow = (days: ReturnType<typeof readNumber>): days is number =>
  typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= 365;

/** No survey and no log has more observations. */
export const mostObservations = 1_000_000_000;

const isCount = (typed: number): boolean =>
  Number.isInteger(typed) && typed >= 0 && typed <= mostObservations;

export interface DraftContext {
  readonly id: MeasurementId;
  readonly on: MeasurementPlace;
  /** What the form does not show (a distribution, a unit) is kept from here. */
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
    const value = field === 'n' ? typed : inUnit(typed / scale, metric);
    if (field === 'n' && !isCount(typed)) return err({ field, reason: 'notAWhole' });
    if (field !== 'n' && !isPossible(metric, value)) return err({ field, reason: 'outOfRange' });
    numbers[field] = value;
  }
  const counted = countedIn(draft, metric);
  if (!counted.ok) return counted;
  const { value, n } = counted.value ?? numbers;
  const { low, high, target } = numbers;
  if (value === undefined) return err({ field: 'value', reason: 'missing' });
  const estimate = draft.kind === 'estimate';
  if (estimate && low === undefined) return err({ field: 'low', reason: 'missing' });
  if (estimate && high === undefined) return err({ field: 'high', reason: 'missing' });
  if (estimate && !(low! <= value && value <= high!)) return err({ field: 'value', reason: 'order' });
  if (!estimate && draft.from !== '' && draft.to !== '' && draft.from > draft.to)
    return err({ field: 'to', reason: 'order' });
  const windowDays =
    hasWindow(draft.metric) && draft.windowDays.trim() !== '' ? readNumber(draft.windowDays) : undefined;
  if (windowDays !== undefined && !isWindow(windowDays))
    return err({ field: 'windowDays', reason: 'notAWindow' });
  if (isPartOfMix(draft.metric) && draft.channel === '')
    return err({ field: 'channel', reason: 'noChannel' });
  const { series, errors } = seriesInTable(rowsOfText(draft.series), metric);
  if (errors.length > 0) return err({ field: 'series', reason: 'cells', cells: errors });
  const period = draft.from === '' || draft.to === '' ? undefined : { from: draft.from, to: draft.to };
  return ok({
    id,
    on,
    metric: draft.metric,
    ...(counted.value?.samples !== undefined
      ? { samples: counted.value.samples }
      : value === valueOf(before) && !answersWereTakenOut(draft, before)
        ? distributionIn(before)
        : { value }),
    ...(estimate ? { low: low!, likely: value, high: high! } : {}),
    ...withoutUndefined({ unit: before?.unit, segment: segmentOf(draft), target }),
    ...withoutUndefined({ windowDays }),
    ...(estimate ? {} : withoutUndefined({ n, period })),
    source: {
      kind: draft.kind,
      reference: draft.reference.trim(),
      ownerName: draft.ownerName.trim(),
      ...(draft.date === '' ? {} : { date: draft.date }),
      // Ids of the map's own evidence: the form offers no others.
      ...(draft.evidenceId === '' ? {} : { evidenceId: draft.evidenceId as EvidenceId }),
    },
    series,
  });
}

/** Whose contacts the number is about; undefined: everybody's. */
function segmentOf({ personaId, channel }: Draft): Measurement['segment'] {
  if (personaId === '' && channel === '') return undefined;
  return {
    // Ids of the map's own personas: the form offers no others.
    ...(personaId === '' ? {} : { personaId: personaId as PersonaId }),
    ...(channel === '' ? {} : { channel }),
  };
}

/** What the form can count a value from, instead of its being typed. */
interface Counted {
  readonly value: number;
  readonly n: number;
  readonly samples?: readonly number[];
}

/** From the answers behind an NPS, the waits behind a patience, or single observations; undefined: there are none. */
export function countedIn(
  draft: Draft,
  known: KnownMetric | undefined,
): Result<Counted | undefined, DraftProblem> {
  const metric = canonicalMetric(draft.metric);
  if (draft.kind === 'estimate') return ok(undefined);
  if (metric === 'nps') return npsIn(draft);
  if (metric === 'patience') return patienceIn(draft);
  return hasObservations(known) ? observedIn(draft, known) : ok(undefined);
}

function npsIn(draft: Draft): Result<Counted | undefined, DraftProblem> {
  const fields = ['promoters', 'passives', 'detractors'] as const;
  if (fields.every((field) => draft[field].trim() === '')) return ok(undefined);
  const answers = { promoters: 0, passives: 0, detractors: 0 };
  for (const field of fields) {
    const count = readNumber(draft[field]) ?? 0;
    if (count === 'unreadable' || !isCount(count)) return err({ field, reason: 'notAWhole' });
    answers[field] = count;
  }
  const n = answers.promoters + answers.passives + answers.detractors;
  if (n === 0) return err({ field: 'promoters', reason: 'missing' });
  if (n > mostAnswers) return err({ field: 'promoters', reason: 'tooMany' });
  const value = (100 * (answers.promoters - answers.detractors)) / n;
  return ok({ value, n, samples: samplesOfAnswers(answers) });
}

function observedIn(draft: Draft, known: KnownMetric | undefined): Result<Counted | undefined, DraftProblem> {
  if (draft.observations.trim() === '') return ok(undefined);
  const { samples, errors } = observationsInTable(rowsOfText(draft.observations), known);
  if (errors.length > 0) return err({ field: 'observations', reason: 'cells', cells: errors });
  if (samples.length === 0) return err({ field: 'observations', reason: 'missing' });
  if (samples.length > mostAnswers) return err({ field: 'observations', reason: 'tooMany' });
  const sum = samples.reduce((all, each) => all + each, 0);
  return ok({ value: sum / samples.length, n: samples.length, samples });
}

function patienceIn(draft: Draft): Result<Counted | undefined, DraftProblem> {
  if (draft.waits.trim() === '') return ok(undefined);
  const { waits, errors } = waitsInTable(rowsOfText(draft.waits));
  if (errors.length > 0) return err({ field: 'waits', reason: 'cells', cells: errors });
  const estimate = estimatePatience(waits);
  if (estimate === undefined) return err({ field: 'waits', reason: 'nobodyLeft' });
  // What is sure about a patience hangs on who gave up, not on who was answered.
  return ok({ value: Math.round(estimate.meanSeconds * 10) / 10, n: estimate.abandonments });
}

function answersTyped(measurement: Measurement | undefined) {
  const answers =
    measurement !== undefined && canonicalMetric(measurement.metric) === 'nps'
      ? answersOfSamples(measurement.samples)
      : undefined;
  const typed = (count: number | undefined): string => (count === undefined ? '' : String(count));
  return {
    promoters: typed(answers?.promoters),
    passives: typed(answers?.passives),
    detractors: typed(answers?.detractors),
  };
}

/** Somebody emptied the three counts: the score stands alone again. */
function answersWereTakenOut(draft: Draft, before: Measurement | undefined): boolean {
  return answersTyped(before).promoters !== '' && draft.promoters.trim() === '';
}

/** What one types is so many times what is stored. */
export function typedScale(metric: KnownMetric | undefined): number {
  return metric?.unit === 'share' ? 100 : metric?.unit === 'money' ? 0.01 : 1;
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

/** Money is kept in whole minor units. */
const inUnit = (value: number, metric: KnownMetric | undefined): number =>
  metric?.unit === 'money' ? Math.round(value) : value;

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
