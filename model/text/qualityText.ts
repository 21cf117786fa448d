import type { Language, LocalizedText } from '../map/language.ts';
import type { IndicatorScore, Scorecard } from '../quality/scoreMap.ts';

/** Words of scores and measurements that the interface, the command line and exports share. */

export const missingReasons: Readonly<Record<NonNullable<IndicatorScore['missing']>, LocalizedText>> = {
  NoMeasurement: { en: 'not measured', 'zh-Hans': '未测量', 'zh-Hant': '未測量' },
  NoCurve: { en: 'needs a scoring curve', 'zh-Hans': '缺少评分曲线', 'zh-Hant': '缺少評分曲線' },
  UnknownMetric: { en: 'unknown metric', 'zh-Hans': '未知指标', 'zh-Hant': '未知指標' },
};

export const stepWeightsNames: Readonly<Record<Scorecard['stepWeights'], LocalizedText>> = {
  measured: {
    en: 'Steps weigh by the contacts counted per day.',
    'zh-Hans': '各步骤按实测的每日联系量加权。',
    'zh-Hant': '各步驟按實測的每日聯繫量加權。',
  },
  simulated: {
    en: 'Steps weigh by simulated visits.',
    'zh-Hans': '各步骤按模拟的到访量加权。',
    'zh-Hant': '各步驟按模擬的到訪量加權。',
  },
  equal: {
    en: 'Steps weigh the same: their volumes are not all known.',
    'zh-Hans': '各步骤等权：并非所有步骤的联系量都已知。',
    'zh-Hant': '各步驟等權：並非所有步驟的聯繫量都已知。',
  },
};

interface QualityText {
  readonly index: string;
  readonly steps: string;
  readonly insufficient: string;
  coverage(percent: number): string;
  likely(low: number, high: number): string;
  unknownModel(found: string, known: readonly string[]): string;
  readonly noModel: string;
}

export const qualityText: Readonly<Record<Language, QualityText>> = {
  en: {
    index: 'Index',
    steps: 'Steps',
    insufficient: 'insufficient data',
    coverage: (percent) => `coverage ${percent} %`,
    likely: (low, high) => `likely between ${low} and ${high}`,
    unknownModel: (found, known) =>
      `There is no quality model "${found}". Name one of the map or of the library: ${known.join(', ')}.`,
    noModel: 'The map has no quality model of its own; scored by the five-dimension index of the library.',
  },
  'zh-Hans': {
    index: '指数',
    steps: '步骤',
    insufficient: '数据不足',
    coverage: (percent) => `覆盖率 ${percent} %`,
    likely: (low, high) => `很可能在 ${low} 到 ${high} 之间`,
    unknownModel: (found, known) => `没有质量模型“${found}”。请从地图或模型库中选择：${known.join('、')}。`,
    noModel: '地图没有自己的质量模型，改用模型库的五维服务质量指数评分。',
  },
  'zh-Hant': {
    index: '指數',
    steps: '步驟',
    insufficient: '資料不足',
    coverage: (percent) => `涵蓋率 ${percent} %`,
    likely: (low, high) => `很可能介於 ${low} 到 ${high} 之間`,
    unknownModel: (found, known) => `沒有品質模型「${found}」。請從地圖或模型庫中選擇：${known.join('、')}。`,
    noModel: '地圖沒有自己的品質模型，改用模型庫的五構面服務品質指數評分。',
  },
};
