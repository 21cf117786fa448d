import type { Language } from '../map/language.ts';
import type { SourceKind } from '../map/source.ts';

/** The words of booklets and memos beside the map's own texts. */
export interface DocumentWords {
  readonly scenario: string;
  readonly goal: string;
  readonly starts: string;
  readonly ends: string;
  readonly owner: string;
  readonly review: string;
  readonly asIs: string;
  readonly toBe: string;
  readonly personas: string;
  readonly share: string;
  readonly map: string;
  readonly numbers: string;
  readonly step: string;
  readonly metric: string;
  readonly value: string;
  readonly source: string;
  readonly unit: string;
  readonly target: string;
  readonly reference: string;
  readonly numbersShort: string;
  readonly indicator: string;
  readonly weight: string;
  readonly coverage: string;
  readonly evidence: string;
  /** Of the file with the tree behind the numbers. */
  readonly trace: string;
  /** Of what stands beside the grid. */
  readonly beside: string;
  readonly comments: string;
  readonly noComments: string;
  /** What a comment is about; who said it and when; what was said. */
  readonly about: string;
  readonly saidBy: string;
  readonly comment: string;
  readonly resolved: string;
  /** Of a comment whose record is no longer in the map. */
  readonly gone: string;
  readonly claim: string;
  readonly quote: string;
  readonly grade: string;
  readonly date: string;
  readonly forecast: string;
  readonly quick: string;
  readonly index: string;
  readonly dimension: string;
  readonly today: string;
  readonly withPlan: string;
  readonly change: string;
  readonly assumptions: string;
  readonly lever: string;
  readonly effect: string;
  readonly believed: string;
  readonly moves: string;
  /** What budgets would buy. */
  readonly frontier: string;
  readonly waits: string;
  readonly second: string;
  readonly minute: string;
  readonly cost: string;
  readonly once: string;
  readonly perMonth: string;
  readonly firstYear: string;
  readonly problem: string;
  readonly options: string;
  readonly recommendation: string;
  readonly unknown: string;
  readonly pains: string;
  readonly unclear: string;
  readonly noPains: string;
  readonly noNumbers: string;
  readonly sources: Readonly<Record<SourceKind, string>>;
  page(n: number, of: number): string;
  severity(of5: number): string;
  sheet(row: string, column: number): string;
  worth(plan: string, change: string): string;
  notWorth(plan: string): string;
  netPresentValue(value: string, band: string, chance: string): string;
  readonly severityShort: string;
  estimates(count: number, of: number): string;
  weak(levers: readonly string[]): string;
  open(dimensions: readonly string[]): string;
}

export const documentWords: Readonly<Record<Language, DocumentWords>> = {
  en: {
    scenario: 'Scenario',
    goal: 'Goal',
    starts: 'Starts when',
    ends: 'Ends when',
    owner: 'Owner',
    review: 'Review on',
    asIs: 'As it is',
    toBe: 'As it shall be',
    personas: 'Personas',
    share: 'Share',
    map: 'Map',
    numbers: 'Numbers and where they come from',
    step: 'Step',
    metric: 'Metric',
    value: 'Value',
    source: 'Source',
    unit: 'Unit',
    target: 'Target',
    reference: 'Reference',
    numbersShort: 'Metrics',
    indicator: 'Indicator',
    weight: 'Weight',
    coverage: 'Coverage',
    evidence: 'Evidence',
    trace: 'Where the numbers come from: formulas, inputs, sources and assumptions',
    beside: 'Beside the map',
    comments: 'Comments',
    noComments: 'Nobody has commented on this map.',
    about: 'About',
    saidBy: 'By',
    comment: 'Comment',
    resolved: 'resolved',
    gone: 'no longer in the map',
    claim: 'Claim',
    quote: 'Passage',
    grade: 'Grade',
    date: 'Date',
    forecast: 'Forecast',
    quick: 'Quick estimate by formulas, not calibrated; bands hold 90 % of 500 draws.',
    index: 'Index',
    dimension: 'Dimension',
    today: 'Today',
    withPlan: 'With the plan',
    change: 'Change',
    assumptions: 'What the forecast assumes',
    lever: 'Lever',
    effect: 'Works on',
    believed: 'Believed size (low to high)',
    moves: 'What moves the index most',
    frontier: 'What a budget for half a year would buy',
    waits: 'Waits by hour',
    second: 's',
    minute: 'min',
    cost: 'Cost',
    once: 'Once',
    perMonth: 'Per month',
    firstYear: 'First year',
    problem: 'The problem',
    options: 'The plan',
    recommendation: 'Recommendation',
    unknown: 'What we do not know',
    pains: 'The heaviest pains',
    unclear: 'smaller than the noise',
    noPains: 'No pain point is on the map yet.',
    noNumbers: 'Nothing of the quality model is measured yet.',
    sources: {
      measured: 'measured',
      survey: 'survey',
      benchmark: 'benchmark',
      published: 'published',
      estimate: 'estimate',
    },
    page: (n, of) => `${n} / ${of}`,
    severity: (of5) => `severity ${of5} of 5`,
    sheet: (row, column) => `Row ${row}, column ${column}`,
    worth: (plan, change) =>
      `Go ahead with “${plan}”: the forecast moves the index by ${change}, and the band leaves out no change.`,
    notWorth: (plan) =>
      `Do not decide on “${plan}” by this forecast alone: its effect on the index is smaller than the noise. Measure first, or change the plan.`,
    netPresentValue: (value, band, chance) =>
      `Over three years the plan is worth ${value} (${band}) in present value; the chance that it pays for itself is ${chance}.`,
    severityShort: 'Severity',
    estimates: (count, of) => `${count} of ${of} numbers on the map are estimates of the team.`,
    weak: (levers) =>
      `The effect of ${levers.join(', ')} rests on unsourced claims or guesses (grade D or E).`,
    open: (dimensions) =>
      `Whether the plan moves ${dimensions.join(', ')} cannot be told from what is known.`,
  },
  'zh-Hans': {
    scenario: '场景',
    goal: '目标',
    starts: '起点',
    ends: '终点',
    owner: '负责人',
    review: '复查日期',
    asIs: '现状',
    toBe: '目标状态',
    personas: '用户画像',
    share: '占比',
    map: '地图',
    numbers: '数据及其来源',
    step: '步骤',
    metric: '指标',
    value: '数值',
    source: '来源',
    unit: '单位',
    target: '目标值',
    reference: '出处',
    numbersShort: '指标',
    indicator: '指标项',
    weight: '权重',
    coverage: '覆盖率',
    evidence: '证据',
    trace: '数字的来源：公式、输入、出处与假设',
    beside: '地图旁',
    comments: '评论',
    noComments: '还没有人评论这张地图。',
    about: '位置',
    saidBy: '评论者',
    comment: '评论',
    resolved: '已解决',
    gone: '已不在地图中',
    claim: '结论',
    quote: '原文',
    grade: '等级',
    date: '日期',
    forecast: '预测',
    quick: '按公式快速估算，未经校准；区间包含 500 次抽样中的 90%。',
    index: '指数',
    dimension: '维度',
    today: '现在',
    withPlan: '采用方案后',
    change: '变化',
    assumptions: '预测的假设',
    lever: '措施',
    effect: '作用于',
    believed: '采信的幅度（低至高）',
    moves: '什么最影响指数',
    frontier: '半年预算能换来什么',
    waits: '各小时的等待',
    second: '秒',
    minute: '分',
    cost: '成本',
    once: '一次性',
    perMonth: '每月',
    firstYear: '首年',
    problem: '问题',
    options: '方案',
    recommendation: '建议',
    unknown: '尚不清楚的地方',
    pains: '最严重的痛点',
    unclear: '小于误差',
    noPains: '地图上还没有痛点。',
    noNumbers: '质量模型中还没有任何测量数据。',
    sources: { measured: '实测', survey: '调查', benchmark: '基准', published: '已发表', estimate: '估计' },
    page: (n, of) => `${n} / ${of}`,
    severity: (of5) => `严重程度 ${of5}/5`,
    sheet: (row, column) => `第 ${row} 行，第 ${column} 列`,
    worth: (plan, change) => `建议实施“${plan}”：预测指数变化 ${change}，区间不含零。`,
    netPresentValue: (value, band, chance) =>
      `三年内方案的净现值为 ${value}（${band}），收回成本的概率为 ${chance}。`,
    notWorth: (plan) => `不要仅凭这次预测决定“${plan}”：它对指数的影响小于误差。请先测量，或调整方案。`,
    severityShort: '严重程度',
    weak: (levers) => `${levers.join('、')}的效果依据的是无来源的说法或猜测（等级 D 或 E）。`,
    open: (dimensions) => `方案是否改变${dimensions.join('、')}，以现有信息无法判断。`,
    estimates: (count, of) => `地图上的 ${of} 个数字中有 ${count} 个是团队估计。`,
  },
  'zh-Hant': {
    scenario: '情境',
    goal: '目標',
    starts: '起點',
    ends: '終點',
    owner: '負責人',
    review: '複查日期',
    asIs: '現況',
    toBe: '目標狀態',
    personas: '人物誌',
    share: '占比',
    map: '地圖',
    numbers: '數據及其來源',
    step: '步驟',
    metric: '指標',
    value: '數值',
    source: '來源',
    unit: '單位',
    target: '目標值',
    reference: '出處',
    numbersShort: '指標',
    indicator: '指標項',
    weight: '權重',
    coverage: '涵蓋率',
    evidence: '證據',
    trace: '數字的來源：公式、輸入、出處與假設',
    beside: '地圖旁',
    comments: '留言',
    noComments: '還沒有人在這張地圖留言。',
    about: '位置',
    saidBy: '留言者',
    comment: '留言',
    resolved: '已解決',
    gone: '已不在地圖中',
    claim: '結論',
    quote: '原文',
    grade: '等級',
    date: '日期',
    forecast: '預測',
    quick: '依公式快速估算，未經校準；區間包含 500 次抽樣中的 90%。',
    index: '指數',
    dimension: '構面',
    today: '現在',
    withPlan: '採用方案後',
    change: '變化',
    assumptions: '預測的假設',
    lever: '措施',
    effect: '作用於',
    believed: '採信的幅度（低至高）',
    moves: '什麼最影響指數',
    frontier: '半年預算能換來什麼',
    waits: '各小時的等待',
    second: '秒',
    minute: '分',
    cost: '成本',
    once: '一次性',
    perMonth: '每月',
    firstYear: '首年',
    problem: '問題',
    options: '方案',
    recommendation: '建議',
    unknown: '尚不清楚的地方',
    pains: '最嚴重的痛點',
    unclear: '小於誤差',
    noPains: '地圖上還沒有痛點。',
    noNumbers: '品質模型中還沒有任何測量數據。',
    sources: { measured: '實測', survey: '調查', benchmark: '基準', published: '已發表', estimate: '估計' },
    page: (n, of) => `${n} / ${of}`,
    severity: (of5) => `嚴重程度 ${of5}/5`,
    sheet: (row, column) => `第 ${row} 列，第 ${column} 欄`,
    worth: (plan, change) => `建議實施「${plan}」：預測指數變化 ${change}，區間不含零。`,
    netPresentValue: (value, band, chance) =>
      `三年內方案的淨現值為 ${value}（${band}），回本的機率為 ${chance}。`,
    notWorth: (plan) => `不要僅憑這次預測決定「${plan}」：它對指數的影響小於誤差。請先測量，或調整方案。`,
    severityShort: '嚴重程度',
    weak: (levers) => `${levers.join('、')}的效果依據的是無來源的說法或猜測（等級 D 或 E）。`,
    open: (dimensions) => `方案是否改變${dimensions.join('、')}，以現有資訊無法判斷。`,
    estimates: (count, of) => `地圖上的 ${of} 個數字中有 ${count} 個是團隊估計。`,
  },
};
