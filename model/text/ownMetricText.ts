import type { Language, LocalizedText } from '../map/language.ts';
import type { Metric } from '../map/metric.ts';
import type { OwnMetricError } from '../quality/ownMetricErrors.ts';

/** The words of metrics that users define. */

export const directionNames: Readonly<Record<Metric['direction'], LocalizedText>> = {
  higher: { en: 'Higher is better', 'zh-Hans': '越高越好', 'zh-Hant': '越高越好' },
  lower: { en: 'Lower is better', 'zh-Hans': '越低越好', 'zh-Hant': '越低越好' },
  none: { en: 'Neither is better', 'zh-Hans': '高低无优劣', 'zh-Hant': '高低無優劣' },
};

export const estimatorNames: Readonly<Record<Metric['estimator'], LocalizedText>> = {
  mean: { en: 'Mean (Student’s t)', 'zh-Hans': '均值（t 区间）', 'zh-Hant': '平均值（t 區間）' },
  proportion: {
    en: 'Share in per cent (Wilson)',
    'zh-Hans': '百分比（Wilson 区间）',
    'zh-Hant': '百分比（Wilson 區間）',
  },
  count: {
    en: 'Count per day (Garwood)',
    'zh-Hans': '每日计数（Garwood 区间）',
    'zh-Hant': '每日計數（Garwood 區間）',
  },
};

/** What is wrong with a field, and what is expected there. */
export function ownMetricErrorText(error: OwnMetricError, language: Language): string {
  return sentence(error)[language];
}

function sentence(error: OwnMetricError): LocalizedText {
  switch (error.type) {
    case 'NoTitle':
      return {
        en: 'A metric needs a name.',
        'zh-Hans': '请为指标填写名称。',
        'zh-Hant': '請為指標填寫名稱。',
      };
    case 'TitleTaken':
      return {
        en: `There is a metric “${error.found}” already. Use it, or choose another name.`,
        'zh-Hans': `已有指标“${error.found}”。请直接使用，或换一个名称。`,
        'zh-Hant': `已有指標「${error.found}」。請直接使用，或換一個名稱。`,
      };
    case 'RangeNotAscending':
      return {
        en: 'The greatest value must be above the least.',
        'zh-Hans': '最大值应大于最小值。',
        'zh-Hant': '最大值應大於最小值。',
      };
    case 'NotAShare':
      return {
        en: 'A share lies between 0 and 100 %.',
        'zh-Hans': '百分比应在 0 到 100 % 之间。',
        'zh-Hant': '百分比應在 0 到 100 % 之間。',
      };
    case 'NegativeCount':
      return {
        en: 'A count cannot be below 0.',
        'zh-Hans': '计数不能小于 0。',
        'zh-Hant': '計數不能小於 0。',
      };
    case 'LeavesNumbersOut':
      return {
        en: `${error.count} of the map’s numbers would lie outside. Widen the range, or change them first.`,
        'zh-Hans': `地图中有 ${error.count} 个数值会超出范围。请放宽范围，或先修改这些数值。`,
        'zh-Hant': `地圖中有 ${error.count} 個數值會超出範圍。請放寬範圍，或先修改這些數值。`,
      };
  }
}
