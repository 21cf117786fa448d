import type { MetricUnit } from '../../model/quality/metricTable.ts';
import { readNumber } from '../design/readNumber.ts';

/** A cell of pasted text: a number, nothing, or something that is no number. */
export type PastedCell = number | undefined | 'unreadable';

export interface Paste {
  /** How many rows the text has; no more than `mostRows` of them are read. */
  readonly found: number;
  readonly rows: readonly (readonly PastedCell[])[];
  /** The same cells as they stood in the text. */
  readonly texts: readonly (readonly string[])[];
}

const mostRows = 2_000;

/** What a spreadsheet puts on the clipboard: rows by line, cells by tab. */
export function cellsOfPaste(text: string): Paste {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const texts = lines.slice(0, mostRows).map((line) => line.split('\t').map((cell) => cell.trim()));
  return { found: lines.length, rows: texts.map((cells) => cells.map(readNumber)), texts };
}

/** A stored value as the table shows it: shares in per cent, money in whole units. */
export function shownNumber(value: number, unit: MetricUnit): number {
  return round(value * factorOf(unit));
}

export function storedNumber(shown: number, unit: MetricUnit): number {
  return unit === 'money' ? Math.round(shown * 100) : round(shown / factorOf(unit));
}

const factorOf = (unit: MetricUnit): number => (unit === 'share' ? 100 : unit === 'money' ? 0.01 : 1);

/** Without the dust of binary fractions. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
