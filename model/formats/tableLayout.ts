import { err, ok, type Result } from '../result.ts';
import type { Row } from './delimited.ts';
import { eventLogFromTable, type LogColumn, logColumnOfHead } from './eventLogFromTable.ts';
import { isFlatTable } from './mapFromTable.ts';
import { columnOfHead, type FlatColumn } from './tableColumns.ts';

/** How a table is to be read as a map: which sheet, as what, and what each column is. */
export interface TableLayout {
  readonly sheet: number;
  readonly as: 'list' | 'grid' | 'log';
  /** One for each column, left out where it is of no use; a grid has none. */
  readonly columns: readonly (FlatColumn | LogColumn | undefined)[];
  /** The first row that is not empty holds the heads of the columns. */
  readonly hasHeads: boolean;
}

/** Why a layout cannot be read; each asks for columns. */
export type LayoutError = 'ListNeedsPlace' | 'LogNeedsCaseAndActivity';

/** What a sheet most probably is, by the heads of its columns. */
export function guessTableLayout(rows: readonly Row[], sheet: number, as?: TableLayout['as']): TableLayout {
  const heads = rows[firstRow(rows)] ?? [];
  const kind = as ?? (isFlatTable(rows) ? 'list' : eventLogFromTable(rows, {}, '').ok ? 'log' : 'grid');
  const columnOf = kind === 'log' ? logColumnOfHead : columnOfHead;
  const found = kind === 'grid' ? [] : heads.map((head) => columnOf(head));
  // What stands in two columns is meant once.
  const columns = found.map((column, i) => (found.indexOf(column) === i ? column : undefined));
  return { sheet, as: kind, columns, hasHeads: kind !== 'grid' };
}

/** Whether the heads say all by themselves: every column of a list or a log is known, or there is but one column. */
export function explainsItself(rows: readonly Row[], { as, columns }: TableLayout): boolean {
  const heads = rows[firstRow(rows)] ?? [];
  if (as === 'log') return true;
  if (as === 'list') return heads.every((head, i) => head.trim() === '' || columns[i] !== undefined);
  return rows.every((row) => row.slice(1).every((cell) => cell.trim() === ''));
}

/** The rows with heads that every reader knows. */
export function arrangedRows(rows: readonly Row[], layout: TableLayout): Result<readonly Row[], LayoutError> {
  const { as, columns, hasHeads } = layout;
  if (as === 'grid') return ok(rows);
  const known = new Set(columns);
  if (as === 'log' && !(known.has('case') && known.has('activity'))) return err('LogNeedsCaseAndActivity');
  known.delete(undefined);
  const hasPlace = known.has('step') || known.has('stage') || known.has('card');
  if (as === 'list' && !(hasPlace && known.size >= 2)) return err('ListNeedsPlace');
  const heads = columns.map((column) => column ?? '');
  const first = firstRow(rows);
  return ok([...rows.slice(0, first), heads, ...rows.slice(hasHeads ? first + 1 : first)]);
}

const firstRow = (rows: readonly Row[]): number =>
  Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => cell.trim() !== '')),
  );
