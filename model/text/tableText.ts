import type { Language, LocalizedText } from '../map/language.ts';
import type { ColumnRole, TableError } from '../quality/measurementTable.ts';

/** The words of reading numbers from a table. */

export const columnRoleNames: Readonly<Record<Exclude<ColumnRole['role'], 'valueOf'>, LocalizedText>> = {
  ignore: { en: 'left out', 'zh-Hans': '忽略', 'zh-Hant': '忽略' },
  place: { en: 'step or place', 'zh-Hans': '步骤或位置', 'zh-Hant': '步驟或位置' },
  metric: { en: 'metric', 'zh-Hans': '指标', 'zh-Hant': '指標' },
  value: { en: 'value', 'zh-Hans': '数值', 'zh-Hant': '數值' },
  low: { en: 'low', 'zh-Hans': '低', 'zh-Hant': '低' },
  high: { en: 'high', 'zh-Hans': '高', 'zh-Hant': '高' },
  target: { en: 'target', 'zh-Hans': '目标', 'zh-Hant': '目標' },
  n: { en: 'observations (n)', 'zh-Hans': '样本量（n）', 'zh-Hant': '樣本數（n）' },
  promoters: { en: 'promoters (NPS)', 'zh-Hans': '推荐者人数（NPS）', 'zh-Hant': '推薦者人數（NPS）' },
  passives: { en: 'passives (NPS)', 'zh-Hans': '被动者人数（NPS）', 'zh-Hant': '被動者人數（NPS）' },
  detractors: { en: 'detractors (NPS)', 'zh-Hans': '贬损者人数（NPS）', 'zh-Hant': '批評者人數（NPS）' },
  from: { en: 'from (date)', 'zh-Hans': '开始日期', 'zh-Hant': '開始日期' },
  to: { en: 'to (date)', 'zh-Hans': '结束日期', 'zh-Hant': '結束日期' },
  owner: { en: 'owner', 'zh-Hans': '负责人', 'zh-Hant': '負責人' },
  reference: { en: 'source', 'zh-Hans': '来源', 'zh-Hant': '來源' },
  persona: { en: 'persona', 'zh-Hans': '用户画像', 'zh-Hant': '人物誌' },
  channel: { en: 'channel', 'zh-Hans': '渠道', 'zh-Hant': '管道' },
};

/** What is wrong with a cell, and what is expected there. */
export function tableErrorText({ type, found }: TableError, language: Language): string {
  return tableErrors[type](found)[language];
}

const tableErrors: Readonly<Record<TableError['type'], (found: string) => LocalizedText>> = {
  NoSuchPlace: (found) => ({
    en: `Expected the title or number of a step, or “map”; found “${found}”.`,
    'zh-Hans': `应为步骤的标题或编号，或“地图”；实际是“${found}”。`,
    'zh-Hant': `應為步驟的標題或編號，或「地圖」；實際是「${found}」。`,
  }),
  NoSuchMetric: (found) => ({
    en: `Expected a metric of the catalogue or of this map; found “${found}”.`,
    'zh-Hans': `应为目录或本地图中的指标；实际是“${found}”。`,
    'zh-Hant': `應為目錄或本地圖中的指標；實際是「${found}」。`,
  }),
  NoSuchPersona: (found) => ({
    en: `Expected the name of a persona of this map; found “${found}”.`,
    'zh-Hans': `应为本地图中的用户画像；实际是“${found}”。`,
    'zh-Hant': `應為本地圖中的人物誌；實際是「${found}」。`,
  }),
  NoSuchChannel: (found) => ({
    en: `Expected a channel such as phone or chat; found “${found}”.`,
    'zh-Hans': `应为渠道，如电话或在线聊天；实际是“${found}”。`,
    'zh-Hant': `應為管道，如電話或線上聊天；實際是「${found}」。`,
  }),
  NotANumber: (found) => ({
    en: `Expected a number such as 85 %, 2.5 min or 1,234; found “${found}”.`,
    'zh-Hans': `应为数字，如 85 %、2.5 分钟或 1,234；实际是“${found}”。`,
    'zh-Hant': `應為數字，如 85 %、2.5 分鐘或 1,234；實際是「${found}」。`,
  }),
  OutOfRange: (found) => ({
    en: `${found} is outside of what this metric can be.`,
    'zh-Hans': `${found} 超出该指标的取值范围。`,
    'zh-Hant': `${found} 超出該指標的取值範圍。`,
  }),
  NotADate: (found) => ({
    en: `Expected a date such as 2026-11-22; found “${found}”.`,
    'zh-Hans': `应为日期，如 2026-11-22；实际是“${found}”。`,
    'zh-Hant': `應為日期，如 2026-11-22；實際是「${found}」。`,
  }),
  NeedsRange: () => ({
    en: 'An estimate needs a column for low and one for high.',
    'zh-Hans': '估计值需要“低”和“高”两列。',
    'zh-Hant': '估計值需要「低」和「高」兩欄。',
  }),
  NotAscending: () => ({
    en: 'Expected low, value and high in ascending order.',
    'zh-Hans': '低、数值、高应依次递增。',
    'zh-Hant': '低、數值、高應依次遞增。',
  }),
  NoPlace: () => ({
    en: 'No step stands in this row. Name one, or “map” for the whole.',
    'zh-Hans': '此行没有步骤。请填写步骤，或以“地图”表示整体。',
    'zh-Hant': '此列沒有步驟。請填寫步驟，或以「地圖」表示整體。',
  }),
  NotAWhole: (found) => ({
    en: `Expected a whole number of answers, 0 or more; found “${found}”.`,
    'zh-Hans': `应为不小于 0 的整数人数；实际是“${found}”。`,
    'zh-Hant': `應為不小於 0 的整數人數；實際是「${found}」。`,
  }),
  TooManyAnswers: () => ({
    en: 'More than 20,000 answers. Give score and n instead.',
    'zh-Hans': '答卷超过 20,000 份。请改为填写得分和 n。',
    'zh-Hant': '答卷超過 20,000 份。請改為填寫得分和 n。',
  }),
  NoOutcome: (found) => ({
    en: `Expected “answered” or “gave up”; found “${found}”.`,
    'zh-Hans': `应为“接通”或“放弃”；实际是“${found}”。`,
    'zh-Hant': `應為「接通」或「放棄」；實際是「${found}」。`,
  }),
  NoMetric: () => ({
    en: 'No metric stands in this row. Choose the column that names it.',
    'zh-Hans': '此行没有指标。请选择写有指标的列。',
    'zh-Hant': '此列沒有指標。請選擇寫有指標的欄。',
  }),
};
