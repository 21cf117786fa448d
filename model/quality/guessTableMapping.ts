import type { JourneyMap } from '../map/journeyMap.ts';
import type { ColumnRole, TableMapping } from './measurementTable.ts';
import { canonicalMetric } from './metricCatalogue.ts';
import { metricNamed, placeNamed, simple } from './namesInTable.ts';
import { numberInCell } from './numberInCell.ts';

/** What the columns probably are, from the words in the first row; an unknown word is left out. */
export function guessTableMapping(
  map: JourneyMap,
  rows: readonly (readonly string[])[],
): Pick<TableMapping, 'columns' | 'headerRows'> {
  const first = firstFilledRow(rows);
  const header = rows[first] ?? [];
  const known = header.map((text) => roleNamed(map, text));
  const numeric = header.map((text) => numberInCell(text, undefined, false) !== undefined);
  const hasWords = known.some((role) => role.role !== 'ignore') && !numeric.includes(true);
  if (hasWords || header.length === 0) return { columns: known, headerRows: hasWords ? first + 1 : first };
  // No header: text, text, number is the usual long table.
  const firstNumber = numeric.indexOf(true);
  return {
    headerRows: first,
    columns: header.map((text, column): ColumnRole => {
      if (column === firstNumber) return { role: 'value' };
      if (numeric[column] === true) return { role: 'ignore' };
      if (placeNamed(map, text) !== undefined) return { role: 'place' };
      return metricNamed(map, text) === undefined ? { role: 'ignore' } : { role: 'metric' };
    }),
  };
}

/** Sheets often begin with empty rows; 0 where all are empty. */
export function firstFilledRow(rows: readonly (readonly string[])[]): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => cell.trim() !== '')),
  );
}

const roleWords: readonly (readonly [
  Exclude<ColumnRole['role'], 'ignore' | 'valueOf'>,
  readonly string[],
])[] = [
  [
    'place',
    [
      'step',
      'place',
      'where',
      'stage step',
      'touchpoint',
      '步骤',
      '步驟',
      '环节',
      '環節',
      '位置',
      '地点',
      '地點',
    ],
  ],
  ['metric', ['metric', 'measure', 'indicator', 'kpi', '指标', '指標', '度量']],
  ['value', ['value', 'mean', 'average', 'result', '值', '数值', '數值', '平均', '平均值', '均值']],
  ['low', ['low', 'min', 'minimum', '低', '最低', '下限']],
  ['high', ['high', 'max', 'maximum', '高', '最高', '上限']],
  ['target', ['target', 'goal', '目标', '目標']],
  [
    'n',
    [
      'n',
      'sample',
      'sample size',
      'count',
      'responses',
      '样本',
      '樣本',
      '样本量',
      '樣本數',
      '样本数',
      '樣本量',
    ],
  ],
  ['promoters', ['promoters', '推荐者', '推薦者']],
  ['passives', ['passives', 'neutrals', '被动者', '被動者', '中立者']],
  ['detractors', ['detractors', '贬损者', '貶損者', '批評者', '批评者']],
  ['from', ['from', 'start', 'date', 'since', '开始', '開始', '起', '日期', '开始日期', '開始日期']],
  ['to', ['to', 'end', 'until', '结束', '結束', '止', '结束日期', '結束日期']],
  ['owner', ['owner', 'responsible', '负责人', '負責人']],
  ['reference', ['source', 'reference', 'system', '来源', '來源', '出处', '出處']],
  ['persona', ['persona', 'segment', '画像', '用户画像', '人物誌', '人物']],
  ['channel', ['channel', '渠道', '管道', '通路']],
];

function roleNamed(map: JourneyMap, text: string): ColumnRole {
  const word = simple(text);
  const role = roleWords.find(([, words]) => words.includes(word))?.[0];
  if (role !== undefined) return { role };
  const metric = word === '' ? undefined : metricNamed(map, text);
  return metric === undefined ? { role: 'ignore' } : { role: 'valueOf', metric: canonicalMetric(metric) };
}
