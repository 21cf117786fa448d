import type { JourneyMap } from '../map/journeyMap.ts';
import type { Language, LocalizedText } from '../map/language.ts';
import type { Effect } from '../map/lever.ts';
import { catalogueMetric } from '../quality/metricCatalogue.ts';

/** Parameters of the service that levers change; everything else a lever changes is a metric. */
const parameterNames: Readonly<Record<string, LocalizedText>> = {
  arrivalsPerDay: { en: 'contacts per day', 'zh-Hans': '每日联系量', 'zh-Hant': '每日聯繫量' },
  arrivalShape: { en: 'arrivals by hour', 'zh-Hans': '各小时到达量', 'zh-Hant': '各小時到達量' },
  handleSeconds: { en: 'handle time', 'zh-Hans': '处理时长', 'zh-Hant': '處理時間' },
  handleCv: { en: 'spread of the handle time', 'zh-Hans': '处理时长的波动', 'zh-Hant': '處理時間的波動' },
  patienceSeconds: { en: 'patience of customers', 'zh-Hans': '客户的耐心', 'zh-Hant': '顧客的耐心' },
  containment: { en: 'solved without a person', 'zh-Hans': '无人工解决', 'zh-Hant': '不經真人解決' },
  resolvedShare: { en: 'solved at first contact', 'zh-Hans': '首次解决', 'zh-Hant': '首次解決' },
  returnShare: { en: 'contacts that come back', 'zh-Hans': '再次来访比例', 'zh-Hant': '再次來訪比例' },
  returnAfterSeconds: {
    en: 'time until they come back',
    'zh-Hans': '再次来访的间隔',
    'zh-Hant': '再次來訪的間隔',
  },
  transferShare: { en: 'contacts handed on', 'zh-Hans': '转交比例', 'zh-Hant': '轉交比例' },
  agents: { en: 'people on duty', 'zh-Hans': '在岗人数', 'zh-Hant': '值班人數' },
  shrinkage: { en: 'time away from customers', 'zh-Hans': '非服务时间占比', 'zh-Hant': '非服務時間占比' },
  concurrency: { en: 'chats at a time', 'zh-Hans': '同时会话数', 'zh-Hant': '同時對話數' },
  discipline: { en: 'order of the queue', 'zh-Hans': '排队规则', 'zh-Hant': '排隊規則' },
  priority: { en: 'priority', 'zh-Hans': '优先级', 'zh-Hant': '優先順序' },
  skill: { en: 'skills', 'zh-Hans': '技能', 'zh-Hant': '技能' },
};

/** What an effect is on: "handle time", "politeness". */
export function effectName(on: Effect['on'], map: Pick<JourneyMap, 'metrics'>, language: Language): string {
  const parameter = parameterNames[on];
  if (parameter !== undefined) return parameter[language];
  const own = map.metrics.find((metric) => metric.id === on);
  const title = own?.title ?? catalogueMetric(on)?.title[language] ?? on;
  return title.charAt(0).toLocaleLowerCase(language) + title.slice(1);
}
