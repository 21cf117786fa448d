import type { Grade } from '../map/fields.ts';
import type { LocalizedText } from '../map/language.ts';
import type { MetricKey } from '../map/metric.ts';

/** share: 0..1, shown as per cent; score: 0..100; points: -100..100; rating7: 1..7; the rest as the word says. */
export type MetricUnit =
  | 'share'
  | 'seconds'
  | 'score'
  | 'points'
  | 'rating7'
  | 'perDay'
  | 'people'
  | 'money'
  | 'factor'
  | 'shapeByHour';

/**
 * How a value and its n become an interval: Wilson for proportions, Garwood for counts, adjusted Wald for NPS, a log
 * scale for times, Student's t for means; exact values have none.
 */
export type Estimator = 'proportion' | 'count' | 'nps' | 'time' | 'mean' | 'censoredTime' | 'exact';

export interface CatalogueMetric {
  readonly id: MetricKey;
  readonly title: LocalizedText;
  readonly unit: MetricUnit;
  readonly range: { readonly min?: number; readonly max?: number };
  readonly direction: 'higher' | 'lower' | 'none';
  readonly estimator: Estimator;
  /** The wait before an answer: felt at the step where the node's wait is shown. */
  readonly feltAsWait?: true;
  /** Used where a map says nothing, with where it comes from. */
  readonly usual?: { readonly value: number; readonly source: string; readonly grade: Grade };
  /** Other names in files and in the trade. */
  readonly aliases?: readonly string[];
}

const share = { min: 0, max: 1 };
const score = { min: 0, max: 100 };

/** The catalogue itself. Chinese terms of the indicators follow source 000; `usual` values say where they come from. */
export const metricTable: readonly CatalogueMetric[] = [
  {
    id: 'volume',
    title: { en: 'Contacts per day', 'zh-Hans': '每日联系量', 'zh-Hant': '每日聯繫量' },
    unit: 'perDay',
    range: { min: 0 },
    direction: 'none',
    estimator: 'count',
  },
  {
    id: 'arrivalProfile',
    title: { en: 'Arrivals by hour', 'zh-Hans': '各小时到达量', 'zh-Hant': '各小時到達量' },
    unit: 'shapeByHour',
    range: { min: 0 },
    direction: 'none',
    estimator: 'exact',
  },
  {
    id: 'handleTime',
    title: { en: 'Handle time', 'zh-Hans': '处理时长', 'zh-Hant': '處理時間' },
    unit: 'seconds',
    range: { min: 0 },
    direction: 'lower',
    estimator: 'time',
    aliases: ['aht', 'AHT'],
  },
  {
    id: 'firstResponse',
    title: { en: 'First response time', 'zh-Hans': '首次响应时间', 'zh-Hant': '首次回應時間' },
    unit: 'seconds',
    range: { min: 0 },
    direction: 'lower',
    estimator: 'time',
    feltAsWait: true,
    aliases: ['frt', 'FRT', 'firstResponseTime'],
  },
  {
    id: 'botResponse',
    title: { en: 'Response time of the bot', 'zh-Hans': '机器人响应时间', 'zh-Hant': '機器人回應時間' },
    unit: 'seconds',
    range: { min: 0 },
    direction: 'lower',
    estimator: 'time',
  },
  {
    id: 'wait',
    title: { en: 'Wait in the queue', 'zh-Hans': '排队等待时间', 'zh-Hant': '排隊等候時間' },
    unit: 'seconds',
    range: { min: 0 },
    direction: 'lower',
    estimator: 'time',
    feltAsWait: true,
    aliases: ['waitTime'],
  },
  {
    id: 'timeToResolution',
    title: { en: 'Time to resolution', 'zh-Hans': '问题解决时间', 'zh-Hant': '問題解決時間' },
    unit: 'seconds',
    range: { min: 0 },
    direction: 'lower',
    estimator: 'time',
    aliases: ['ttr', 'TTR', 'resolutionTime'],
  },
  {
    id: 'patience',
    title: {
      en: 'How long customers wait',
      'zh-Hans': '客户愿意等待的时间',
      'zh-Hant': '客戶願意等候的時間',
    },
    unit: 'seconds',
    range: { min: 0 },
    direction: 'none',
    estimator: 'censoredTime',
    usual: { value: 240, source: 'Anonymous Bank, Feb 1999: MLE 232 s (phone)', grade: 'C' },
  },
  {
    id: 'serviceLevel',
    title: {
      en: 'Answered within the target time',
      'zh-Hans': '目标时间内应答率',
      'zh-Hant': '目標時間內應答率',
    },
    unit: 'share',
    range: share,
    direction: 'higher',
    estimator: 'proportion',
    feltAsWait: true,
  },
  {
    id: 'firstContactResolution',
    title: { en: 'Solved at first contact', 'zh-Hans': '首次解决率', 'zh-Hant': '首次解決率' },
    unit: 'share',
    range: share,
    direction: 'higher',
    estimator: 'proportion',
    aliases: ['fcr', 'FCR'],
  },
  {
    id: 'resolutionRate',
    title: { en: 'Solved in the end', 'zh-Hans': '解决率', 'zh-Hant': '解決率' },
    unit: 'share',
    range: share,
    direction: 'higher',
    estimator: 'proportion',
  },
  {
    id: 'successRate',
    title: { en: 'Handled successfully', 'zh-Hans': '问题处理成功率', 'zh-Hant': '問題處理成功率' },
    unit: 'share',
    range: share,
    direction: 'higher',
    estimator: 'proportion',
  },
  {
    id: 'containment',
    title: { en: 'Served by the machine alone', 'zh-Hans': '自助完成率', 'zh-Hant': '自助完成率' },
    unit: 'share',
    range: share,
    direction: 'higher',
    estimator: 'proportion',
  },
  {
    id: 'conversion',
    title: { en: 'Conversion', 'zh-Hans': '转化率', 'zh-Hant': '轉換率' },
    unit: 'share',
    range: share,
    direction: 'higher',
    estimator: 'proportion',
  },
  {
    id: 'abandonment',
    title: { en: 'Gave up waiting', 'zh-Hans': '放弃率', 'zh-Hant': '放棄率' },
    unit: 'share',
    range: share,
    direction: 'lower',
    estimator: 'proportion',
    feltAsWait: true,
  },
  {
    id: 'dropoff',
    title: { en: 'Dropped off', 'zh-Hans': '流失率(中途离开)', 'zh-Hant': '中途離開率' },
    unit: 'share',
    range: share,
    direction: 'lower',
    estimator: 'proportion',
  },
  {
    id: 'errorRate',
    title: { en: 'Errors', 'zh-Hans': '差错率', 'zh-Hant': '錯誤率' },
    unit: 'share',
    range: share,
    direction: 'lower',
    estimator: 'proportion',
  },
  {
    id: 'reworkRate',
    title: { en: 'Came back with the same matter', 'zh-Hans': '重复联系率', 'zh-Hant': '重複聯繫率' },
    unit: 'share',
    range: share,
    direction: 'lower',
    estimator: 'proportion',
  },
  {
    id: 'transferRate',
    title: { en: 'Transferred', 'zh-Hans': '转接率', 'zh-Hant': '轉接率' },
    unit: 'share',
    range: share,
    direction: 'lower',
    estimator: 'proportion',
  },
  {
    id: 'csat',
    title: { en: 'Satisfied customers (CSAT)', 'zh-Hans': '客户满意度(CSAT)', 'zh-Hant': '客戶滿意度(CSAT)' },
    unit: 'share',
    range: share,
    direction: 'higher',
    estimator: 'proportion',
    aliases: ['CSAT'],
  },
  {
    id: 'nps',
    title: { en: 'Net promoter score (NPS)', 'zh-Hans': '净推荐值(NPS)', 'zh-Hant': '淨推薦值(NPS)' },
    unit: 'points',
    range: { min: -100, max: 100 },
    direction: 'higher',
    estimator: 'nps',
    aliases: ['NPS'],
  },
  {
    id: 'ces',
    title: {
      en: 'Ease of getting help (CES 1-7)',
      'zh-Hans': '客户费力度得分(CES,7 为最轻松)',
      'zh-Hant': '客戶費力度得分(CES,7 為最輕鬆)',
    },
    unit: 'rating7',
    range: { min: 1, max: 7 },
    direction: 'higher',
    estimator: 'mean',
    aliases: ['CES'],
  },
  {
    id: 'effort',
    title: {
      en: 'Effort (1-7, 7 is hardest)',
      'zh-Hans': '费力程度(1-7,7 为最费力)',
      'zh-Hant': '費力程度(1-7,7 為最費力)',
    },
    unit: 'rating7',
    range: { min: 1, max: 7 },
    direction: 'lower',
    estimator: 'mean',
  },
  {
    id: 'churn',
    title: { en: 'Customers lost', 'zh-Hans': '客户流失率', 'zh-Hant': '客戶流失率' },
    unit: 'share',
    range: share,
    direction: 'lower',
    estimator: 'proportion',
  },
  {
    id: 'retention',
    title: { en: 'Customers kept', 'zh-Hans': '客户留存率', 'zh-Hant': '客戶留存率' },
    unit: 'share',
    range: share,
    direction: 'higher',
    estimator: 'proportion',
  },
  {
    id: 'rebuy',
    title: { en: 'Would buy again', 'zh-Hans': '复购意愿', 'zh-Hant': '回購意願' },
    unit: 'share',
    range: share,
    direction: 'higher',
    estimator: 'proportion',
  },
  {
    id: 'cltv',
    title: { en: 'Customer lifetime value', 'zh-Hans': '客户终身价值', 'zh-Hant': '顧客終身價值' },
    unit: 'money',
    range: {},
    direction: 'higher',
    estimator: 'mean',
    aliases: ['CLTV'],
  },
  {
    id: 'costPerContact',
    title: { en: 'Cost per contact', 'zh-Hans': '单次联系成本', 'zh-Hant': '每次聯繫成本' },
    unit: 'money',
    range: { min: 0 },
    direction: 'lower',
    estimator: 'mean',
  },
  {
    id: 'agents',
    title: { en: 'Agents on roster', 'zh-Hans': '排班人数', 'zh-Hant': '排班人數' },
    unit: 'people',
    range: { min: 0 },
    direction: 'none',
    estimator: 'exact',
  },
  {
    id: 'shrinkage',
    title: { en: 'Shrinkage', 'zh-Hans': '损耗率', 'zh-Hant': '耗損率' },
    unit: 'share',
    range: { min: 0, max: 0.6 },
    direction: 'none',
    estimator: 'exact',
    usual: { value: 0.3, source: 'Usual planning figure', grade: 'E' },
  },
  {
    id: 'concurrency',
    title: { en: 'Contacts at once per agent', 'zh-Hans': '每人同时处理量', 'zh-Hant': '每人同時處理量' },
    unit: 'factor',
    range: { min: 1, max: 6 },
    direction: 'none',
    estimator: 'exact',
    usual: { value: 1, source: 'One contact at a time', grade: 'E' },
  },
  {
    id: 'politeness',
    title: { en: 'Politeness', 'zh-Hans': '礼貌程度', 'zh-Hant': '禮貌程度' },
    unit: 'score',
    range: score,
    direction: 'higher',
    estimator: 'mean',
  },
  {
    id: 'agentPatience',
    title: { en: 'Patience of the agent', 'zh-Hans': '耐心程度', 'zh-Hant': '耐心程度' },
    unit: 'score',
    range: score,
    direction: 'higher',
    estimator: 'mean',
  },
  {
    id: 'empathy',
    title: { en: 'Empathy', 'zh-Hans': '同理心', 'zh-Hant': '同理心' },
    unit: 'score',
    range: score,
    direction: 'higher',
    estimator: 'mean',
  },
  {
    id: 'communication',
    title: { en: 'Communication', 'zh-Hans': '沟通能力', 'zh-Hant': '溝通能力' },
    unit: 'score',
    range: score,
    direction: 'higher',
    estimator: 'mean',
  },
  {
    id: 'professionalKnowledge',
    title: { en: 'Professional knowledge', 'zh-Hans': '专业知识', 'zh-Hant': '專業知識' },
    unit: 'score',
    range: score,
    direction: 'higher',
    estimator: 'mean',
  },
  {
    id: 'productKnowledge',
    title: { en: 'Product knowledge', 'zh-Hans': '产品知识', 'zh-Hant': '產品知識' },
    unit: 'score',
    range: score,
    direction: 'higher',
    estimator: 'mean',
  },
  {
    id: 'industryKnowledge',
    title: { en: 'Knowledge of the trade', 'zh-Hans': '行业知识', 'zh-Hant': '產業知識' },
    unit: 'score',
    range: score,
    direction: 'higher',
    estimator: 'mean',
  },
  {
    id: 'channelsOffered',
    title: { en: 'Range of channels', 'zh-Hans': '服务渠道', 'zh-Hant': '服務管道' },
    unit: 'score',
    range: score,
    direction: 'higher',
    estimator: 'mean',
  },
  {
    id: 'hoursOpen',
    title: { en: 'Opening hours', 'zh-Hans': '服务时间', 'zh-Hant': '服務時間' },
    unit: 'score',
    range: score,
    direction: 'higher',
    estimator: 'mean',
  },
  {
    id: 'contentComplete',
    title: { en: 'Completeness of the service', 'zh-Hans': '服务内容', 'zh-Hant': '服務內容' },
    unit: 'score',
    range: score,
    direction: 'higher',
    estimator: 'mean',
  },
];
