import type { TableError } from './measurementTable.ts';
import { isPossible } from './isPossible.ts';
import type { KnownMetric } from './metricCatalogue.ts';
import { numberInCell } from './numberInCell.ts';

export interface ObservationsReading {
  readonly samples: readonly number[];
  readonly errors: readonly TableError[];
}

/** Single observations, in as many rows and columns as one likes. A row of heads is passed over. */
export function observationsInTable(
  rows: readonly (readonly string[])[],
  metric: KnownMetric | undefined,
): ObservationsReading {
  const samples: number[] = [];
  const errors: TableError[] = [];
  rows.forEach((cells, row) => {
    if (row === 0 && !cells.some((cell) => /\d/.test(cell))) return;
    cells.forEach((cell, column) => {
      const found = cell.trim();
      if (found === '') return;
      const value = numberInCell(found, metric?.unit, false);
      if (value === undefined) errors.push({ row, column, type: 'NotANumber', found });
      else if (!isPossible(metric, value)) errors.push({ row, column, type: 'OutOfRange', found });
      else samples.push(value);
    });
  });
  return { samples, errors };
}

/** Whether single observations say more of a metric than their mean: times, scores, ratings, sums. */
export const hasObservations = (metric: KnownMetric | undefined): boolean =>
  metric?.estimator === 'time' || metric?.estimator === 'mean';
