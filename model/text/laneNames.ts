import type { LaneKind, LaneRole } from '../map/lane.ts';
import type { LocalizedText } from '../map/language.ts';

/** What the rows of a map are called. */

export const laneKindNames: Readonly<Record<LaneKind, LocalizedText>> = {
  text: { en: 'Text', 'zh-Hans': '文本', 'zh-Hant': '文字' },
  thoughts: { en: 'Thoughts', 'zh-Hans': '想法', 'zh-Hant': '想法' },
  touchpoints: { en: 'Touchpoints', 'zh-Hans': '触点', 'zh-Hant': '接觸點' },
  emotion: { en: 'Emotion', 'zh-Hans': '情绪', 'zh-Hant': '情緒' },
  arc: { en: 'Dramatic arc', 'zh-Hans': '体验张力', 'zh-Hant': '體驗張力' },
  painPoints: { en: 'Pain points', 'zh-Hans': '痛点', 'zh-Hant': '痛點' },
  opportunities: { en: 'Opportunities', 'zh-Hans': '机会点', 'zh-Hant': '機會點' },
  solutions: { en: 'Solutions', 'zh-Hans': '解决方案', 'zh-Hant': '解決方案' },
  images: { en: 'Storyboard', 'zh-Hans': '故事板', 'zh-Hant': '分鏡圖' },
  metrics: { en: 'Metrics', 'zh-Hans': '指标', 'zh-Hant': '指標' },
  time: { en: 'Time', 'zh-Hans': '时长', 'zh-Hant': '時間長度' },
  evidence: { en: 'Evidence', 'zh-Hans': '有形展示', 'zh-Hant': '實體證據' },
  customerActions: { en: 'Customer actions', 'zh-Hans': '客户行为', 'zh-Hant': '顧客行為' },
  frontstagePeople: { en: 'Frontstage people', 'zh-Hans': '前台人员', 'zh-Hant': '前台人員' },
  frontstageTechnology: { en: 'Frontstage technology', 'zh-Hans': '前台技术', 'zh-Hant': '前台科技' },
  backstagePeople: { en: 'Backstage people', 'zh-Hans': '后台人员', 'zh-Hant': '後台人員' },
  backstageTechnology: { en: 'Backstage technology', 'zh-Hans': '后台技术', 'zh-Hant': '後台科技' },
  support: { en: 'Support', 'zh-Hans': '支持系统', 'zh-Hant': '支援系統' },
  policy: { en: 'Policy', 'zh-Hans': '规章政策', 'zh-Hant': '規章政策' },
  notes: { en: 'Notes', 'zh-Hans': '备注', 'zh-Hant': '備註' },
};

export const laneRoleNames: Readonly<Record<LaneRole, LocalizedText>> = {
  evidence: { en: 'Evidence', 'zh-Hans': '有形展示', 'zh-Hant': '實體證據' },
  customer: { en: 'Customer', 'zh-Hans': '客户', 'zh-Hant': '顧客' },
  frontstage: { en: 'Frontstage', 'zh-Hans': '前台', 'zh-Hant': '前台' },
  backstage: { en: 'Backstage', 'zh-Hans': '后台', 'zh-Hant': '後台' },
  support: { en: 'Support', 'zh-Hans': '支持', 'zh-Hant': '支援' },
  none: { en: 'None', 'zh-Hans': '无', 'zh-Hant': '無' },
};

export type BlueprintLine = 'interaction' | 'visibility' | 'internalInteraction';

/**
 * The three lines: interaction stands between customer and frontstage, visibility between frontstage and backstage,
 * internal interaction between backstage and support. (A widely copied Chinese article swaps the first two.)
 */
export const blueprintLineNames: Readonly<Record<BlueprintLine, LocalizedText>> = {
  interaction: { en: 'Line of interaction', 'zh-Hans': '互动线', 'zh-Hant': '互動線' },
  visibility: { en: 'Line of visibility', 'zh-Hans': '可视线', 'zh-Hant': '可視線' },
  internalInteraction: {
    en: 'Line of internal interaction',
    'zh-Hans': '内部互动线',
    'zh-Hant': '內部互動線',
  },
};
