import type { Language } from '../map/language.ts';

/** The headings of a map written out as a report. */
interface ReportTexts {
  readonly goal: string;
  readonly start: string;
  readonly end: string;
  readonly owner: string;
  readonly personas: string;
  readonly numbers: string;
  readonly metric: string;
  readonly place: string;
  readonly value: string;
  readonly source: string;
  readonly wholeMap: string;
  readonly plans: string;
  readonly tray: string;
  readonly severity: string;
  readonly impact: string;
  readonly effort: string;
}

export const reportTexts: Readonly<Record<Language, ReportTexts>> = {
  en: {
    goal: 'Goal',
    start: 'Begins when',
    end: 'Ends when',
    owner: 'Owner',
    personas: 'Personas',
    numbers: 'Numbers',
    metric: 'Metric',
    place: 'Where',
    value: 'Value',
    source: 'Source',
    wholeMap: 'whole map',
    plans: 'Plans',
    tray: 'Not placed yet',
    severity: 'severity',
    impact: 'impact',
    effort: 'effort',
  },
  'zh-Hans': {
    goal: '目标',
    start: '起点',
    end: '终点',
    owner: '负责人',
    personas: '人物画像',
    numbers: '数值',
    metric: '指标',
    place: '位置',
    value: '值',
    source: '来源',
    wholeMap: '整张地图',
    plans: '计划',
    tray: '尚未放置',
    severity: '严重程度',
    impact: '影响',
    effort: '投入',
  },
  'zh-Hant': {
    goal: '目標',
    start: '起點',
    end: '終點',
    owner: '負責人',
    personas: '人物誌',
    numbers: '數值',
    metric: '指標',
    place: '位置',
    value: '值',
    source: '來源',
    wholeMap: '整張地圖',
    plans: '計畫',
    tray: '尚未放置',
    severity: '嚴重程度',
    impact: '影響',
    effort: '投入',
  },
};
