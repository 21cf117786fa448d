import type { JourneyMap } from '../map/journeyMap.ts';
import type { Measurement, MeasurementPlace } from '../map/measurement.ts';
import type { MetricKey } from '../map/metric.ts';
import type { Source } from '../map/source.ts';
import { isPossible } from './isPossible.ts';
import { metricOf } from './metricCatalogue.ts';
import { channelNamed, dayIn, metricNamed, named, placeNamed } from './namesInTable.ts';
import { mostAnswers, type NpsAnswers, samplesOfAnswers } from './npsAnswers.ts';
import { numberInCell } from './numberInCell.ts';

/**
 * Measurements from a table that somebody pasted or opened: a long one (a row for each number, with a column for its
 * metric) or a wide one (a row for each step, a column for each metric).
 */
export type ColumnRole =
  | { readonly role: 'ignore' }
  | { readonly role: 'place' | 'metric' | 'persona' | 'channel' }
  | { readonly role: 'value' | 'low' | 'high' | 'target' | 'n' }
  | { readonly role: (typeof answerRoles)[number] }
  | { readonly role: 'from' | 'to' | 'owner' | 'reference' }
  | { readonly role: 'valueOf'; readonly metric: MetricKey };

/** Columns of counts that make an NPS together. */
export const answerRoles = ['promoters', 'passives', 'detractors'] as const;

export interface TableMapping {
  /** One for each column. */
  readonly columns: readonly ColumnRole[];
  /** Rows above the data. */
  readonly headerRows: number;
  /** For rows without a place. */
  readonly place?: MeasurementPlace;
  /** For all rows; owner and reference of a row go before. */
  readonly source: Source;
}

/** A cell that cannot be read; row and column count from 0 in the whole table. */
export interface TableError {
  readonly row: number;
  readonly column: number;
  readonly type:
    | 'NoSuchPlace'
    | 'NoSuchMetric'
    | 'NoSuchPersona'
    | 'NoSuchChannel'
    | 'NotANumber'
    | 'OutOfRange'
    | 'NotADate'
    | 'NeedsRange'
    | 'NotAscending'
    | 'NoPlace'
    | 'NoMetric'
    | 'NoOutcome'
    | 'NotAWhole'
    | 'TooManyAnswers';
  readonly found: string;
}

export type NewMeasurement = Omit<Measurement, 'id'>;

export interface TableReading {
  readonly measurements: readonly NewMeasurement[];
  /** Numbers with an error are left out. */
  readonly errors: readonly TableError[];
}

export function measurementsFromTable(
  map: JourneyMap,
  rows: readonly (readonly string[])[],
  mapping: TableMapping,
): TableReading {
  const reader = tableReader(map, rows, mapping);
  const measurements: NewMeasurement[] = [];
  const errors: TableError[] = [];
  for (let row = mapping.headerRows; row < rows.length; row++) {
    if (rows[row]!.every((cell) => cell.trim() === '')) continue;
    for (const found of reader(row)) {
      if ('type' in found) errors.push(found);
      else measurements.push(found);
    }
  }
  return { measurements, errors };
}

function tableReader(
  map: JourneyMap,
  rows: readonly (readonly string[])[],
  { columns, headerRows, place, source }: TableMapping,
): (row: number) => readonly (NewMeasurement | TableError)[] {
  const columnOf = (role: ColumnRole['role']): number => columns.findIndex((each) => each.role === role);
  const inPercent = percentColumns(map, rows, columns, headerRows);

  return (row) => {
    const cell = (column: number): string => (column < 0 ? '' : (rows[row]![column] ?? '').trim());
    const failures: TableError[] = [];
    const fail = (column: number, type: TableError['type']): undefined => {
      failures.push({ row, column: Math.max(0, column), type, found: cell(column) });
      return undefined;
    };

    const found = <T>(
      role: ColumnRole['role'],
      find: (text: string) => T | undefined,
      type: TableError['type'],
    ) => {
      const column = columnOf(role);
      return cell(column) === '' ? undefined : (find(cell(column)) ?? fail(column, type));
    };
    const on = found('place', (text) => placeNamed(map, text), 'NoSuchPlace') ?? place;
    const persona = found('persona', (text) => map.personas.find(named(text, 'name')), 'NoSuchPersona');
    const channel = found('channel', channelNamed, 'NoSuchChannel');
    const from = found('from', dayIn, 'NotADate');
    const to = found('to', dayIn, 'NotADate') ?? from;
    if (on === undefined && failures.length === 0) fail(columnOf('place'), 'NoPlace');
    if (on === undefined || failures.length > 0) return failures;

    const number = (column: number, metric: MetricKey | undefined): number | undefined => {
      if (cell(column) === '') return undefined;
      const unit = metric === undefined ? undefined : metricOf(map, metric)?.unit;
      const value = numberInCell(cell(column), unit, unit === 'share' && inPercent.has(column));
      if (value === undefined) return fail(column, 'NotANumber');
      // Without a metric it is a number of observations.
      const fits = metric === undefined ? value >= 0 : isPossible(metricOf(map, metric), value);
      return fits ? value : fail(column, 'OutOfRange');
    };

    const base = {
      on,
      source: {
        ...source,
        ownerName: cell(columnOf('owner')) || source.ownerName,
        reference: cell(columnOf('reference')) || source.reference,
      },
      series: [],
      ...(from === undefined || to === undefined ? {} : { period: { from, to } }),
      ...(persona === undefined && channel === undefined
        ? {}
        : {
            segment: {
              ...(persona === undefined ? {} : { personaId: persona.id }),
              ...(channel === undefined ? {} : { channel }),
            },
          }),
    };
    const n = number(columnOf('n'), undefined);
    const withN = n === undefined ? {} : { n: Math.round(n) };

    const wide = columns.flatMap((each, column): readonly (NewMeasurement | TableError)[] => {
      if (each.role !== 'valueOf' || cell(column) === '') return [];
      const value = number(column, each.metric);
      if (value === undefined) return [];
      if (source.kind === 'estimate') return [{ row, column, type: 'NeedsRange', found: cell(column) }];
      return [{ ...base, ...withN, metric: each.metric, value }];
    });
    const answers = answersIn(answerRoles.map((role) => cell(columnOf(role))));
    if (answers === 'NotAWhole' || answers === 'TooManyAnswers') {
      const wrong = answerRoles.find((role) => answersIn([cell(columnOf(role))]) === answers);
      fail(columnOf(wrong ?? 'promoters'), answers);
    }
    if (typeof answers === 'object')
      wide.push({
        ...base,
        metric: 'nps',
        samples: samplesOfAnswers(answers),
        n: answers.promoters + answers.passives + answers.detractors,
      });
    const valueColumn = columnOf('value');
    if (valueColumn < 0) return [...failures, ...wide];

    const metricColumn = columnOf('metric');
    const metric = found('metric', (text) => metricNamed(map, text), 'NoSuchMetric');
    if (metric === undefined) {
      if (failures.length === 0) fail(metricColumn, 'NoMetric');
      return [...failures, ...wide];
    }
    const value = number(valueColumn, metric);
    const low = number(columnOf('low'), metric);
    const high = number(columnOf('high'), metric);
    const target = number(columnOf('target'), metric);
    if (value === undefined || failures.length > 0) return [...failures, ...wide];
    const ranged = low !== undefined && high !== undefined;
    if (source.kind === 'estimate' && !ranged)
      fail(columnOf(low === undefined ? 'low' : 'high'), 'NeedsRange');
    if (ranged && !(low <= value && value <= high)) fail(valueColumn, 'NotAscending');
    if (failures.length > 0) return [...failures, ...wide];
    const long: NewMeasurement = {
      ...base,
      ...withN,
      metric,
      value,
      ...(ranged ? { low, likely: value, high } : {}),
      ...(target === undefined ? {} : { target }),
    };
    return [long, ...wide];
  };
}

/** Counts in the order of `answerRoles`; undefined: there are none. */
function answersIn(texts: readonly string[]): NpsAnswers | 'NotAWhole' | 'TooManyAnswers' | undefined {
  if (texts.every((text) => text === '')) return undefined;
  const counts = texts.map((text) => (text === '' ? 0 : numberInCell(text, undefined, false)));
  if (!counts.every((count) => count !== undefined && count >= 0 && Number.isInteger(count)))
    return 'NotAWhole';
  const [promoters = 0, passives = 0, detractors = 0] = counts;
  const n = promoters + passives + detractors;
  if (n === 0) return undefined;
  return n > mostAnswers ? 'TooManyAnswers' : { promoters, passives, detractors };
}

/** Columns of shares that hold a number above 1 without a sign: then all of the column is meant in per cent. */
function percentColumns(
  map: JourneyMap,
  rows: readonly (readonly string[])[],
  columns: readonly ColumnRole[],
  headerRows: number,
): ReadonlySet<number> {
  const metricColumn = columns.findIndex((each) => each.role === 'metric');
  const isShare = (role: ColumnRole, row: readonly string[]): boolean => {
    if (role.role === 'valueOf') return metricOf(map, role.metric)?.unit === 'share';
    if (!['value', 'low', 'high', 'target'].includes(role.role)) return false;
    const metric = metricNamed(map, row[metricColumn] ?? '');
    return metric !== undefined && metricOf(map, metric)?.unit === 'share';
  };
  const above = columns.flatMap((role, column) =>
    rows.slice(headerRows).some((row) => isShare(role, row) && Number(row[column]?.trim()) > 1)
      ? [column]
      : [],
  );
  const together = above.some((column) => columns[column]!.role !== 'valueOf');
  const numbers = columns.flatMap((role, column) =>
    ['value', 'low', 'high', 'target'].includes(role.role) ? [column] : [],
  );
  return new Set(together ? [...above, ...numbers] : above);
}
