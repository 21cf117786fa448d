import type { Language } from '../map/language.ts';

/** Sentences about the best levers for a budget. */
export const optimiseText: Readonly<
  Record<
    Language,
    {
      wrongBudget(found: string): string;
      readonly noLevers: string;
      readonly noModel: string;
      readonly nothing: string;
      chosen(levers: string, cost: string, points: string): string;
      readonly optimal: string;
      within(percent: string): string;
      readonly surrogate: string;
      readonly simulated: string;
      band(value: string, low: string, high: string): string;
      readonly frontier: string;
    }
  >
> = {
  en: {
    wrongBudget: (found) =>
      `Expected --budget with a whole number of minor units (cents, fen), 0 or more, found "${found}".`,
    noLevers: 'This map has no levers to choose from. Add some from the library.',
    noModel: 'This map has no quality model, so there is nothing to improve by number. Choose one.',
    nothing: 'Nothing that fits the budget would raise the index.',
    chosen: (levers, cost, points) =>
      `${levers}: costs ${cost} in half a year, raises the index by ${points} points.`,
    optimal: 'Best possible: proven.',
    within: (percent) => `Within ${percent} % of the best possible.`,
    simulated: 'The best sets, simulated (points of the index, 90 % band), best first:',
    band: (value, low, high) => `${value} (${low} … ${high})`,
    frontier: 'What other budgets would buy: by formulas, then simulated:',
    surrogate: 'Found by formulas, not by simulation: simulate the plan before you decide.',
  },
  'zh-Hans': {
    wrongBudget: (found) => `--budget 应为不小于 0 的整数（货币最小单位，如分），实际为“${found}”。`,
    noLevers: '此地图没有可选的举措。请从库中添加。',
    noModel: '此地图没有质量模型，无法用数字衡量改进。请先选择一个。',
    nothing: '预算内没有能提升指数的举措。',
    chosen: (levers, cost, points) => `${levers}：半年花费 ${cost}，指数提升 ${points} 分。`,
    optimal: '已证明为最优。',
    within: (percent) => `与最优结果相差不超过 ${percent}%。`,
    simulated: '最佳组合的模拟结果（指数分数，90 % 区间），从好到差：',
    band: (value, low, high) => `${value}（${low} … ${high}）`,
    frontier: '其他预算能换来什么（先按公式，再按模拟）：',
    surrogate: '结果由公式得出，未经模拟：决定之前请先模拟该计划。',
  },
  'zh-Hant': {
    wrongBudget: (found) => `--budget 應為不小於 0 的整數（貨幣最小單位，如分），實際為「${found}」。`,
    noLevers: '此地圖沒有可選的措施。請從庫中加入。',
    noModel: '此地圖沒有品質模型，無法用數字衡量改善。請先選擇一個。',
    nothing: '預算內沒有能提升指數的措施。',
    chosen: (levers, cost, points) => `${levers}：半年花費 ${cost}，指數提升 ${points} 分。`,
    optimal: '已證明為最佳。',
    within: (percent) => `與最佳結果相差不超過 ${percent}%。`,
    simulated: '最佳組合的模擬結果（指數分數，90 % 區間），從好到差：',
    band: (value, low, high) => `${value}（${low} … ${high}）`,
    frontier: '其他預算能換來什麼（先依公式，再依模擬）：',
    surrogate: '結果由公式得出，未經模擬：決定之前請先模擬該計畫。',
  },
};
