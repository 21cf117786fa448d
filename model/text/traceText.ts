import type { Language, LocalizedText } from '../map/language.ts';
import type { Assumption, TraceFormula } from '../quality/trace.ts';
import { curveSourceText } from './curveText.ts';
import { gradeNames } from './mapNames.ts';

/** The words of the tree behind a number. */

export const formulaNames: Readonly<Record<TraceFormula, LocalizedText>> = {
  weightedMean: {
    en: 'weighted mean of what is present',
    'zh-Hans': '现有各项的加权平均',
    'zh-Hant': '現有各項的加權平均',
  },
  geometricMean: {
    en: 'weighted geometric mean of what is present',
    'zh-Hans': '现有各项的加权几何平均',
    'zh-Hant': '現有各項的加權幾何平均',
  },
  weakestLink: {
    en: 'the least of what is present',
    'zh-Hans': '现有各项中的最低值',
    'zh-Hant': '現有各項中的最低值',
  },
  peakEnd: {
    en: 'half the most extreme step, half the last',
    'zh-Hans': '最极端的步骤与最后的步骤各占一半',
    'zh-Hant': '最極端的步驟與最後的步驟各占一半',
  },
  weightedByVolume: {
    en: 'mean of the steps, weighted by contacts',
    'zh-Hans': '各步骤按联系量加权平均',
    'zh-Hant': '各步驟按聯繫量加權平均',
  },
  equalSteps: {
    en: 'mean of the steps, all alike',
    'zh-Hans': '各步骤等权平均',
    'zh-Hant': '各步驟等權平均',
  },
  worstStep: { en: 'the worst step', 'zh-Hans': '取最差步骤', 'zh-Hant': '取最差步驟' },
  mapValue: { en: 'value of the whole map', 'zh-Hans': '整张地图的数值', 'zh-Hant': '整張地圖的數值' },
  curve: { en: 'scored by a curve', 'zh-Hans': '由评分曲线换算', 'zh-Hant': '由評分曲線換算' },
  measured: { en: 'as entered', 'zh-Hans': '录入的数值', 'zh-Hant': '輸入的數值' },
  queues: {
    en: 'computed by queue formulas',
    'zh-Hans': '由排队公式计算',
    'zh-Hant': '由排隊公式計算',
  },
  forecast: {
    en: 'what the plan would do, from the numbers below',
    'zh-Hans': '计划的预期效果，由下列数值得出',
    'zh-Hant': '計畫的預期效果，由下列數值得出',
  },
  planned: {
    en: 'as it is, moved by the effects',
    'zh-Hans': '现状经各项效果变动后',
    'zh-Hant': '現況經各項效果變動後',
  },
  believed: {
    en: 'what is believed of the claim',
    'zh-Hans': '对该主张的采信值',
    'zh-Hant': '對該主張的採信值',
  },
  discounted: {
    en: 'benefit less cost, discounted by month',
    'zh-Hans': '收益减成本，按月折现',
    'zh-Hant': '收益減成本，按月折現',
  },
  simulated: { en: 'computed by the simulation', 'zh-Hans': '由模拟计算', 'zh-Hant': '由模擬計算' },
};

/** What a number rests on besides its inputs. */
export function assumptionText(assumption: Assumption, language: Language): string {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  switch (assumption.type) {
    case 'curve': {
      const source = curveSourceText(assumption.source, language);
      const grade = `${assumption.grade}, ${gradeNames[assumption.grade][language]}`;
      return {
        en: `Curve: ${source} (grade ${grade}).`,
        'zh-Hans': `评分曲线：${source}（等级 ${grade}）。`,
        'zh-Hant': `評分曲線：${source}（等級 ${grade}）。`,
      }[language];
    }
    case 'equalSteps':
      return {
        en: 'All steps weigh the same, because not all volumes are known.',
        'zh-Hans': '各步骤等权，因为并非所有联系量都已知。',
        'zh-Hant': '各步驟等權，因為並非所有聯繫量都已知。',
      }[language];
    case 'partial':
      return {
        en: `Only ${percent(assumption.coverage)} of the weight has a value; the rest is left out.`,
        'zh-Hans': `只有 ${percent(assumption.coverage)} 的权重有数值，其余未计入。`,
        'zh-Hant': `只有 ${percent(assumption.coverage)} 的權重有數值，其餘未計入。`,
      }[language];
    case 'assumedWidth':
      return {
        en: 'No number of observations: the width of the interval is assumed.',
        'zh-Hans': '没有样本量：区间宽度为假定值。',
        'zh-Hant': '沒有樣本數：區間寬度為假定值。',
      }[language];
    case 'weights':
      return {
        en: `The weights are held as firmly as ${assumption.concentration} votes would (judgement).`,
        'zh-Hans': `权重的确定程度相当于 ${assumption.concentration} 票（判断）。`,
        'zh-Hant': `權重的確定程度相當於 ${assumption.concentration} 票（判斷）。`,
      }[language];
    case 'said': {
      const said = [assumption.low, assumption.likely, assumption.high].map(shortNumber).join(' … ');
      const grade = `${assumption.grade}, ${gradeNames[assumption.grade][language]}`;
      return {
        en: `The lever says ${said} (grade ${grade}).`,
        'zh-Hans': `举措声称 ${said}（等级 ${grade}）。`,
        'zh-Hant': `措施聲稱 ${said}（等級 ${grade}）。`,
      }[language];
    }
    case 'claim':
      return {
        en: `“${assumption.quote}” (${assumption.source}, grade ${assumption.grade})`,
        'zh-Hans': `“${assumption.quote}”（${assumption.source}，等级 ${assumption.grade}）`,
        'zh-Hant': `「${assumption.quote}」（${assumption.source}，等級 ${assumption.grade}）`,
      }[language];
    default:
      return assumption satisfies never;
  }
}

const shortNumber = (value: number): string => String(Number(value.toPrecision(3))).replace('-', '−');
