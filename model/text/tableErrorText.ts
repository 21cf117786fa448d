import type { TableError } from '../formats/mapFromTable.ts';
import type { Language } from '../map/language.ts';

/** What a person reads when a table cannot become a map. */
export function tableErrorText(error: TableError, language: Language): string {
  if (error.type === 'EmptyTable') return empty[language];
  return tooLong[language](error.found, error.most);
}

const empty: Readonly<Record<Language, string>> = {
  en: 'The table is empty. Expected a grid of stages, steps and lanes, or a list with columns such as stage, step, lane and card.',
  'zh-Hans': '表格是空的。需要由阶段、步骤和泳道组成的网格，或带有阶段、步骤、泳道、卡片等列的列表。',
  'zh-Hant': '表格是空的。需要由階段、步驟與泳道組成的網格，或帶有階段、步驟、泳道、卡片等欄位的清單。',
};

const tooLong: Readonly<Record<Language, (found: number, most: number) => string>> = {
  en: (found, most) => `The table has ${found} rows; up to ${most} can be imported. Split it.`,
  'zh-Hans': (found, most) => `表格有 ${found} 行，最多可导入 ${most} 行。请拆分表格。`,
  'zh-Hant': (found, most) => `表格有 ${found} 列，最多可匯入 ${most} 列。請拆分表格。`,
};
