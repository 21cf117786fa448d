import type { Measurement } from '../map/measurement.ts';
import type { NewMeasurement, TableError } from './measurementTable.ts';
import { isPossible } from './isPossible.ts';
import type { KnownMetric } from './metricCatalogue.ts';
import { canonicalMetric } from './metricCatalogue.ts';
import { dayIn } from './namesInTable.ts';
import { numberInCell } from './numberInCell.ts';

type Series = Measurement['series'];

export interface SeriesReading {
  /** Oldest first. */
  readonly series: Series;
  readonly errors: readonly TableError[];
}

/** A series from rows of day, value and, where it is known, n; shares are meant in per cent. A row of heads is passed over. */
export function seriesInTable(
  rows: readonly (readonly string[])[],
  metric: KnownMetric | undefined,
): SeriesReading {
  const series: Series[number][] = [];
  const errors: TableError[] = [];
  rows.forEach((cells, row) => {
    const [day = '', typed = '', count = ''] = cells.map((cell) => cell.trim());
    if (cells.every((cell) => cell.trim() === '')) return;
    const at = dayIn(day);
    const value = numberInCell(typed, metric?.unit, metric?.unit === 'share');
    const n = count === '' ? undefined : numberInCell(count, undefined, false);
    const fail = (column: number, type: TableError['type'], found: string): void => {
      errors.push({ row, column, type, found });
    };
    if (row === 0 && at === undefined && !/\d/.test(day + typed)) return;
    if (at === undefined) fail(0, 'NotADate', day);
    else if (value === undefined) fail(1, 'NotANumber', typed);
    else if (!isPossible(metric, value)) fail(1, 'OutOfRange', typed);
    else if (count !== '' && (n === undefined || n < 0 || !Number.isSafeInteger(n)))
      fail(2, 'NotANumber', count);
    else series.push({ at, value, ...(n === undefined ? {} : { n }) });
  });
  return { series: series.sort((a, b) => (a.at < b.at ? -1 : 1)), errors };
}

/**
 * Numbers of one metric, place and segment in several periods are one measurement: the newest, with all of them as its
 * series. What has no period stays alone.
 */
export function joinSeries(measurements: readonly NewMeasurement[]): readonly NewMeasurement[] {
  const groups = new Map<string, NewMeasurement[]>();
  for (const [i, each] of measurements.entries()) {
    const { metric, on, segment } = each;
    const alone = each.period === undefined || meanOf(each) === undefined;
    const key = alone ? `alone ${i}` : JSON.stringify([canonicalMetric(metric), on, segment ?? {}]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
    const newest = sorted.at(-1)!;
    if (sorted.length === 1) return newest;
    const series = sorted.map((each) => ({
      at: endOf(each),
      value: meanOf(each)!,
      ...(each.n === undefined ? {} : { n: each.n }),
    }));
    return { ...newest, series };
  });
}

/** An NPS in counts has its score as their mean. */
const meanOf = ({ value, samples }: NewMeasurement): number | undefined =>
  value ??
  (samples === undefined || samples.length === 0
    ? undefined
    : samples.reduce((sum, each) => sum + each, 0) / samples.length);

const endOf = ({ period }: NewMeasurement): string => period?.to ?? '';
