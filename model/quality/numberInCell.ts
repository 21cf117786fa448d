import type { MetricUnit } from './metricTable.ts';

/** Seconds of the units that people write behind a time. */
const timeUnits: readonly (readonly [number, readonly string[]])[] = [
  [1, ['s', 'sec', 'secs', 'second', 'seconds', '秒', '秒钟', '秒鐘']],
  [60, ['m', 'min', 'mins', 'minute', 'minutes', '分', '分钟', '分鐘']],
  [3_600, ['h', 'hr', 'hrs', 'hour', 'hours', '时', '時', '小时', '小時']],
  [86_400, ['d', 'day', 'days', '天', '日']],
];

/**
 * A number as people type it into a table, in the unit of its metric: `85 %`, `1,234.5`, `2.5 min`, `1:30` (minutes
 * and seconds); money in whole minor units. `percent`: a bare number of a share is meant in per cent. Undefined when it is none.
 */
export function numberInCell(
  text: string,
  unit: MetricUnit | undefined,
  percent: boolean,
): number | undefined {
  const clean = text.normalize('NFKC').trim().toLowerCase().replaceAll('−', '-');
  const clock = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/.exec(clean);
  if (clock !== null && unit === 'seconds') {
    const [, a, b, c] = clock;
    return c === undefined ? Number(a) * 60 + Number(b) : Number(a) * 3_600 + Number(b) * 60 + Number(c);
  }
  const parts = /^([+-]?\d[\d,' \u00a0\u202f]*(?:\.\d+)?|[+-]?\.\d+)\s*(\D*)$/.exec(clean);
  if (parts === null) return undefined;
  const [, digits, tail = ''] = parts;
  const plain = withoutThousands(digits!);
  if (plain === undefined) return undefined;
  const value = Number(plain);
  if (tail === '') return percent ? value / 100 : unit === 'money' ? Math.round(value * 100) : value;
  if (tail === '%') return unit === undefined || unit === 'share' ? value / 100 : undefined;
  if (unit !== 'seconds') return undefined;
  const factor = timeUnits.find(([, words]) => words.includes(tail))?.[0];
  return factor === undefined ? undefined : value * factor;
}

/** `1,234` and `1 234` are thousands; `1,5` is not a number here, because it would silently become 15. */
function withoutThousands(digits: string): string | undefined {
  const trimmed = digits.trim();
  if (/^[+-]?\d*(\.\d+)?$/.test(trimmed)) return trimmed;
  return /^[+-]?\d{1,3}([,' \u00a0\u202f]\d{3})+(\.\d+)?$/.test(trimmed)
    ? trimmed.replaceAll(/[,' \u00a0\u202f]/g, '')
    : undefined;
}
