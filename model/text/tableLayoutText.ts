import type { Language, LocalizedText } from '../map/language.ts';
import type { FlatColumn } from '../formats/tableColumns.ts';
import type { LayoutError, TableLayout } from '../formats/tableLayout.ts';

/** The words of reading a table as a map. */

export const layoutKindNames: Readonly<Record<TableLayout['as'], LocalizedText>> = {
  grid: {
    en: 'a grid: stages, below them steps, then a row for each lane',
    'zh-Hans': '网格：先是阶段，其下是步骤，再是每条泳道一行',
    'zh-Hant': '網格：先是階段，其下是步驟，再是每條泳道一列',
  },
  list: {
    en: 'a list: a row for each card, number or emotion',
    'zh-Hans': '列表：每张卡片、每个数值或情绪一行',
    'zh-Hant': '清單：每張卡片、每個數值或情緒一列',
  },
  log: {
    en: 'an event log: a row for each event of a case',
    'zh-Hans': '事件日志：案例的每个事件一行',
    'zh-Hant': '事件紀錄：案例的每個事件一列',
  },
};

export const flatColumnNames: Readonly<Record<FlatColumn, LocalizedText>> = {
  map: { en: 'title of the map', 'zh-Hans': '地图标题', 'zh-Hant': '地圖標題' },
  stage: { en: 'stage', 'zh-Hans': '阶段', 'zh-Hant': '階段' },
  step: { en: 'step', 'zh-Hans': '步骤', 'zh-Hant': '步驟' },
  lane: { en: 'lane', 'zh-Hans': '泳道', 'zh-Hant': '泳道' },
  card: { en: 'text of the card', 'zh-Hans': '卡片文字', 'zh-Hant': '卡片文字' },
  type: { en: 'kind of lane', 'zh-Hans': '泳道类型', 'zh-Hant': '泳道類型' },
  emotion: { en: 'emotion', 'zh-Hans': '情绪', 'zh-Hant': '情緒' },
  metric: { en: 'metric', 'zh-Hans': '指标', 'zh-Hant': '指標' },
  value: { en: 'value', 'zh-Hans': '数值', 'zh-Hant': '數值' },
  unit: { en: 'unit', 'zh-Hans': '单位', 'zh-Hant': '單位' },
  persona: { en: 'persona', 'zh-Hans': '人物画像', 'zh-Hant': '人物誌' },
  owner: { en: 'owner', 'zh-Hans': '负责人', 'zh-Hant': '負責人' },
  channel: { en: 'channel', 'zh-Hans': '渠道', 'zh-Hant': '管道' },
};

export function layoutErrorText(error: LayoutError, language: Language): string {
  return layoutErrors[error][language];
}

const layoutErrors: Readonly<Record<LayoutError, LocalizedText>> = {
  ListNeedsPlace: {
    en: 'A list needs at least two columns, one of them stage, step or card. Say which column is which.',
    'zh-Hans': '列表至少需要两列，其中一列为阶段、步骤或卡片。请指定各列的含义。',
    'zh-Hant': '清單至少需要兩欄，其中一欄為階段、步驟或卡片。請指定各欄的含義。',
  },
  LogNeedsCaseAndActivity: {
    en: 'An event log needs a column for the case and one for the activity. Say which they are.',
    'zh-Hans': '事件日志需要案例列和活动列。请指定是哪两列。',
    'zh-Hant': '事件紀錄需要案例欄和活動欄。請指定是哪兩欄。',
  },
};
