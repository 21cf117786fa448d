import type { Grade } from '../map/fields.ts';
import type { LocalizedText } from '../map/language.ts';
import type { MetricKey } from '../map/metric.ts';

/** share: 0..1, shown as per cent; score: 0..100; points: -100..100; rating7: 1..7; gap: -6..6; the rest as the word says. */
export type MetricUnit =
  | 'share'
  | 'seconds'
  | 'score'
  | 'points'
  | 'rating7'
  | 'gap'
  | 'perDay'
  | 'people'
  | 'money'
  | 'factor'
  | 'shapeByHour';

/**
 * How a value and its n become an interval: Wilson for proportions, Dirichlet for the parts of a whole, Garwood for counts, adjusted Wald for NPS, a log
 * scale for times, Student's t for means; exact values have none.
 */
export type Estimator = 'proportion' | 'mix' | 'count' | 'nps' | 'time' | 'mean' | 'censoredTime' | 'exact';

export interface CatalogueMetric {
  readonly id: MetricKey;
  readonly title: LocalizedText;
  readonly unit: MetricUnit;
  readonly range: { readonly min?: number; readonly max?: number };
  readonly direction: 'higher' | 'lower' | 'none';
  readonly estimator: Estimator;
  /** 0 is no value of it: work and patience take time. */
  readonly positive?: true;
  /** The wait before an answer: felt at the step where the node's wait is shown. */
  readonly feltAsWait?: true;
  /** Used where a map says nothing, with where it comes from. */
  readonly usual?: { readonly value: number; readonly source: string; readonly grade: Grade };
  /** Other names in files and in the trade. */
  readonly aliases?: readonly string[];
}

/** The catalogue itself. Chinese terms of the indicators follow the sources; `usual` values say where they come from. */
export const metricTable: readonly CatalogueMetric[] = [
  metric('volume', 'Contacts per day', '每日联系量', '每日聯繫量', {
    unit: 'perDay',
    range: { min: 0 },
    direction: 'none',
    estimator: 'count',
  }),
  share('channelMix', 'Share of contacts on a channel', '渠道占比', '管道占比', {
    direction: 'none',
    estimator: 'mix',
    aliases: ['channelShare'],
  }),
  metric('arrivalProfile', 'Arrivals by hour', '各小时到达量', '各小時到達量', {
    unit: 'shapeByHour',
    range: { min: 0 },
    direction: 'none',
    estimator: 'exact',
  }),
  seconds('handleTime', 'Handle time', '处理时长', '處理時間', { positive: true, aliases: ['aht', 'AHT'] }),
  seconds('firstResponse', 'First response time', '首次响应时间', '首次回應時間', {
    feltAsWait: true,
    aliases: ['frt', 'FRT', 'firstResponseTime'],
  }),
  seconds('botResponse', 'Response time of the bot', '机器人响应时间', '機器人回應時間'),
  seconds('wait', 'Wait in the queue', '排队等待时间', '排隊等候時間', {
    feltAsWait: true,
    aliases: ['waitTime'],
  }),
  seconds('timeToResolution', 'Time to resolution', '问题解决时间', '問題解決時間', {
    aliases: ['ttr', 'TTR', 'resolutionTime'],
  }),
  metric('patience', 'How long customers wait', '客户愿意等待的时间', '客戶願意等候的時間', {
    unit: 'seconds',
    range: { min: 0 },
    direction: 'none',
    estimator: 'censoredTime',
    positive: true,
    usual: { value: 240, source: 'Anonymous Bank, Feb 1999: MLE 232 s (phone)', grade: 'C' },
  }),
  share('serviceLevel', 'Answered within the target time', '目标时间内应答率', '目標時間內應答率', {
    feltAsWait: true,
  }),
  share('firstContactResolution', 'Resolved at first contact', '首次解决率', '首次解決率', {
    aliases: ['fcr', 'FCR'],
  }),
  share('resolutionRate', 'Resolved in the end', '解决率', '解決率'),
  share('successRate', 'Handled successfully', '问题处理成功率', '問題處理成功率'),
  share('containment', 'Served by the machine alone', '自助完成率', '自助完成率'),
  share('conversion', 'Conversion', '转化率', '轉換率'),
  share('abandonment', 'Gave up waiting', '放弃率', '放棄率', { direction: 'lower', feltAsWait: true }),
  share('dropoff', 'Dropped off', '中途离开率', '中途離開率', { direction: 'lower' }),
  share('errorRate', 'Errors', '差错率', '錯誤率', { direction: 'lower' }),
  share('reworkRate', 'Came back with the same matter', '重复联系率', '重複聯繫率', { direction: 'lower' }),
  share('transferRate', 'Transferred', '转接率', '轉接率', { direction: 'lower' }),
  share('csat', 'Satisfied customers (CSAT)', '客户满意度（CSAT）', '客戶滿意度（CSAT）', {
    aliases: ['CSAT'],
  }),
  metric('nps', 'Net promoter score (NPS)', '净推荐值（NPS）', '淨推薦值（NPS）', {
    unit: 'points',
    range: { min: -100, max: 100 },
    direction: 'higher',
    estimator: 'nps',
    aliases: ['NPS'],
  }),
  metric(
    'ces',
    'Ease of getting help (CES 1-7)',
    '客户轻松度（CES，1-7，7 为最轻松）',
    '客戶輕鬆度（CES，1-7，7 為最輕鬆）',
    { unit: 'rating7', range: { min: 1, max: 7 }, direction: 'higher', estimator: 'mean', aliases: ['CES'] },
  ),
  metric(
    'effort',
    'Effort (1-7, 7 is hardest)',
    '费力程度（1-7，7 为最费力）',
    '費力程度（1-7，7 為最費力）',
    { unit: 'rating7', range: { min: 1, max: 7 }, direction: 'lower', estimator: 'mean' },
  ),
  share('churn', 'Customers lost', '客户流失率', '客戶流失率', { direction: 'lower' }),
  share('retention', 'Customers kept', '客户留存率', '客戶留存率'),
  share('rebuy', 'Would buy again', '复购意愿', '回購意願'),
  metric('cltv', 'Customer lifetime value', '客户终身价值', '顧客終身價值', {
    unit: 'money',
    range: {},
    direction: 'higher',
    estimator: 'mean',
    aliases: ['CLTV'],
  }),
  metric('costPerContact', 'Cost per contact', '单次联系成本', '每次聯繫成本', {
    unit: 'money',
    range: { min: 0 },
    direction: 'lower',
    estimator: 'mean',
  }),
  metric('agents', 'Agents on roster', '排班人数', '排班人數', {
    unit: 'people',
    range: { min: 0 },
    direction: 'none',
    estimator: 'exact',
  }),
  metric('shrinkage', 'Shrinkage', '损耗率', '耗損率', {
    unit: 'share',
    range: { min: 0, max: 0.6 },
    direction: 'none',
    estimator: 'exact',
    usual: { value: 0.3, source: 'Usual planning figure', grade: 'E' },
  }),
  metric('concurrency', 'Contacts at once per agent', '每人同时处理量', '每人同時處理量', {
    unit: 'factor',
    range: { min: 1, max: 6 },
    direction: 'none',
    estimator: 'exact',
    usual: { value: 1, source: 'One contact at a time', grade: 'E' },
  }),
  score('politeness', 'Politeness', '礼貌程度', '禮貌程度'),
  score('agentPatience', 'Patience of the agent', '耐心程度', '耐心程度'),
  score('empathy', 'Empathy', '同理心', '同理心'),
  score('communication', 'Communication', '沟通能力', '溝通能力'),
  score('professionalKnowledge', 'Professional knowledge', '专业知识', '專業知識'),
  score('productKnowledge', 'Product knowledge', '产品知识', '產品知識'),
  score('industryKnowledge', 'Industry knowledge', '行业知识', '產業知識'),
  score('channelsOffered', 'Range of channels', '服务渠道', '服務管道'),
  score('hoursOpen', 'Opening hours', '服务时间', '服務時間'),
  score('contentComplete', 'Completeness of the service', '服务内容', '服務內容'),
  // Indicators of the further quality models.
  score('replyEfficiency', 'Quick and right answers', '回复效率', '回覆效率'),
  share('urgentAnswered', 'Urgent matters answered in time', '紧急问题及时响应率', '緊急問題及時回應率'),
  score('workflowQuality', 'Lean workflow', '流程优化程度', '流程最佳化程度'),
  score('channelConsistency', 'Same level on every channel', '多渠道一致性', '多管道一致性'),
  score('knowledgeBaseUse', 'Use of the knowledge base', '知识库使用效率', '知識庫使用效率'),
  score('goalEase', 'Goals reached with ease', '达成目标的难易', '達成目標的難易'),
  score('interfaceClarity', 'Clarity of the interface', '界面直观程度', '介面直覺程度'),
  score('needsMet', 'Meets real needs', '满足需求程度', '滿足需求程度'),
  score('consistentPerformance', 'Performs as expected', '表现稳定性', '表現穩定性'),
  score('peakReliability', 'Reliable in busy times', '高峰期可靠性', '尖峰時可靠性'),
  score('helpfulness', 'Helpfulness', '乐于助人', '樂於助人'),
  score('caring', 'Care', '关怀', '關懷'),
  score('feltRespected', 'Felt respected', '被尊重的感受', '被尊重的感受'),
  score('solutionComplete', 'Completeness of the solution', '解决方案完整性', '解決方案完整性'),
  share('solutionSatisfaction', 'Content with the solution', '对解决方式的满意度', '對解決方式的滿意度'),
  score('personalBond', 'Personal connection', '个人联系', '個人連結'),
  score('preferencesKnown', 'Preferences known', '了解客户喜好', '了解客戶喜好'),
  score('tailored', 'Made to measure', '量身定制程度', '量身打造程度'),
  score('listening', 'Listening', '倾听能力', '傾聽能力'),
  score('improvementPractice', 'Practice of improvement', '持续改进机制', '持續改進機制'),
  score('problemSolving', 'Problem solving', '问题解决能力', '問題解決能力'),
  score('respect', 'Respect', '尊重程度', '尊重程度'),
  score('feedbackAttention', 'Attention to feedback', '对反馈的关注', '對回饋的關注'),
  score('chatOffered', 'Chat offered', '提供聊天客服', '提供聊天客服'),
  score('phoneOffered', 'Phone offered', '提供电话客服', '提供電話客服'),
  share('agentsTrained', 'Agents trained', '受训客服比例', '受訓客服比例'),
  score('assessmentQuality', 'Quality of assessment', '考核制度完善程度', '考核制度完善程度'),
  // Only for the flagged model that takes the ratios of source 000 as printed (derivedMetrics.ts).
  metric(
    'responseRatio',
    'Response time over waiting time',
    '响应时间与等待时间之比',
    '回應時間與等待時間之比',
    { unit: 'share', range: { min: 0, max: 1 }, direction: 'higher', estimator: 'mean' },
  ),
  metric(
    'resolutionRatio',
    'Handle time over waiting time',
    '处理时间与等待时间之比',
    '處理時間與等待時間之比',
    { unit: 'share', range: { min: 0, max: 1 }, direction: 'higher', estimator: 'mean' },
  ),
  // SERVQUAL: perceived minus expected, each on 1 to 7.
  gap('servqual01', 'Tools and equipment are up to date', '设备与工具跟得上时代', '設備與工具跟得上時代'),
  gap('servqual02', 'The place looks inviting', '服务场所令人舒适', '服務場所令人舒適'),
  gap('servqual03', 'Staff look neat', '员工仪表整洁', '員工儀表整潔'),
  gap(
    'servqual04',
    'Leaflets and screens are pleasant to look at',
    '资料和界面美观易读',
    '資料和介面美觀易讀',
  ),
  gap('servqual05', 'Promised dates are kept', '承诺的时间能够兑现', '承諾的時間能夠兌現'),
  gap(
    'servqual06',
    'A problem meets real interest in resolving it',
    '遇到问题时真心帮助解决',
    '遇到問題時真心協助解決',
  ),
  gap('servqual07', 'It is done right the first time', '第一次就把事情做对', '第一次就把事情做對'),
  gap(
    'servqual08',
    'The service comes when it was announced',
    '服务按预告的时间提供',
    '服務按預告的時間提供',
  ),
  gap('servqual09', 'Records are free of errors', '记录准确无误', '紀錄準確無誤'),
  gap(
    'servqual10',
    'Customers are told when things will happen',
    '告知客户何时提供服务',
    '告知客戶何時提供服務',
  ),
  gap('servqual11', 'Service is prompt', '服务迅速', '服務迅速'),
  gap('servqual12', 'Staff are always willing to help', '员工始终乐意帮助', '員工始終樂意協助'),
  gap('servqual13', 'Staff are never too busy to answer', '再忙也会回应客户', '再忙也會回應客戶'),
  gap('servqual14', 'The behaviour of staff inspires trust', '员工的言行让人信任', '員工的言行讓人信任'),
  gap('servqual15', 'Customers feel safe in their dealings', '与企业往来让人放心', '與企業往來讓人放心'),
  gap('servqual16', 'Staff are polite every time', '员工始终有礼貌', '員工始終有禮貌'),
  gap(
    'servqual17',
    'Staff know enough to answer questions',
    '员工具备解答问题的知识',
    '員工具備解答問題的知識',
  ),
  gap('servqual18', 'Customers get individual attention', '给予客户个别关注', '給予客戶個別關注'),
  gap('servqual19', 'Hours suit the customers', '服务时间方便客户', '服務時間方便客戶'),
  gap(
    'servqual20',
    'Somebody cares for each customer in person',
    '有人亲自关心每位客户',
    '有人親自關心每位客戶',
  ),
  gap('servqual21', 'The customer’s interest comes first', '把客户的利益放在心上', '把客戶的利益放在心上'),
  gap('servqual22', 'Staff understand particular needs', '理解客户的特殊需求', '理解客戶的特殊需求'),
];

type Rest = Omit<CatalogueMetric, 'id' | 'title'>;

function metric(id: MetricKey, en: string, hans: string, hant: string, rest: Rest): CatalogueMetric {
  return { id, title: { en, 'zh-Hans': hans, 'zh-Hant': hant }, ...rest };
}

function share(
  id: MetricKey,
  en: string,
  hans: string,
  hant: string,
  rest: Partial<Rest> = {},
): CatalogueMetric {
  const usual: Rest = {
    unit: 'share',
    range: { min: 0, max: 1 },
    direction: 'higher',
    estimator: 'proportion',
  };
  return metric(id, en, hans, hant, { ...usual, ...rest });
}

function score(id: MetricKey, en: string, hans: string, hant: string): CatalogueMetric {
  const range = { min: 0, max: 100 };
  return metric(id, en, hans, hant, { unit: 'score', range, direction: 'higher', estimator: 'mean' });
}

function seconds(
  id: MetricKey,
  en: string,
  hans: string,
  hant: string,
  rest: Partial<Rest> = {},
): CatalogueMetric {
  const usual: Rest = { unit: 'seconds', range: { min: 0 }, direction: 'lower', estimator: 'time' };
  return metric(id, en, hans, hant, { ...usual, ...rest });
}

function gap(id: MetricKey, en: string, hans: string, hant: string): CatalogueMetric {
  const range = { min: -6, max: 6 };
  return metric(id, en, hans, hant, { unit: 'gap', range, direction: 'higher', estimator: 'mean' });
}
