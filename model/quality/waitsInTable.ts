import type { TableError } from './measurementTable.ts';
import { simple } from './namesInTable.ts';
import { numberInCell } from './numberInCell.ts';
import type { ObservedWait } from './patienceEstimate.ts';

export interface WaitsReading {
  readonly waits: readonly ObservedWait[];
  /** Rows with an error are left out. */
  readonly errors: readonly TableError[];
}

/** Waits from rows of two cells: how long, and whether the customer was answered or gave up. A row of heads is passed over. */
export function waitsInTable(rows: readonly (readonly string[])[]): WaitsReading {
  const waits: ObservedWait[] = [];
  const errors: TableError[] = [];
  rows.forEach((cells, row) => {
    const [time = '', outcome = ''] = cells.map((cell) => cell.trim());
    if (time === '' && outcome === '') return;
    const seconds = numberInCell(time, 'seconds', false);
    const abandoned = outcomeNamed(outcome);
    const isHead = waits.length === 0 && errors.length === 0 && seconds === undefined && !/\d/.test(time);
    if (isHead && abandoned === undefined) return;
    if (seconds === undefined || seconds < 0)
      errors.push({ row, column: 0, type: seconds === undefined ? 'NotANumber' : 'OutOfRange', found: time });
    else if (abandoned === undefined) errors.push({ row, column: 1, type: 'NoOutcome', found: outcome });
    else waits.push({ seconds, abandoned });
  });
  return { waits, errors };
}

const gaveUp = new Set(
  'gave up|abandoned|abandon|lost|left|hung up|1|yes|true|放弃|放棄|已放弃|已放棄|挂断|掛斷'.split('|'),
);
const answered = new Set(
  'answered|served|connected|handled|0|no|false|接通|已接通|接听|接聽|应答|應答|已服务|已服務'.split('|'),
);

function outcomeNamed(text: string): boolean | undefined {
  const word = simple(text.normalize('NFKC'));
  return gaveUp.has(word) ? true : answered.has(word) ? false : undefined;
}
