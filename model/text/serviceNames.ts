import type { LocalizedText } from '../map/language.ts';
import type { Pool } from '../map/pool.ts';
import type { Route, ServiceNode } from '../map/serviceNode.ts';

/** What the parts of the service behind a map are called. */

export const nodeKindNames: Readonly<Record<ServiceNode['kind'], LocalizedText>> = {
  contact: { en: 'Contact with a person', 'zh-Hans': '人工服务', 'zh-Hant': '真人服務' },
  selfService: { en: 'Self-service', 'zh-Hans': '自助服务', 'zh-Hant': '自助服務' },
  work: { en: 'Work out of sight', 'zh-Hans': '后台工作', 'zh-Hant': '後台工作' },
  delay: { en: 'Delay', 'zh-Hans': '延迟', 'zh-Hant': '延遲' },
};

export const outcomeNames: Readonly<Record<Route['outcome'], LocalizedText>> = {
  resolved: { en: 'Resolved', 'zh-Hans': '已解决', 'zh-Hant': '已解決' },
  unresolved: { en: 'Unresolved', 'zh-Hans': '未解决', 'zh-Hant': '未解決' },
  escalated: { en: 'Handed on', 'zh-Hans': '转交', 'zh-Hant': '轉交' },
  abandoned: { en: 'Gave up', 'zh-Hans': '放弃等待', 'zh-Hant': '放棄等候' },
};

export const disciplineNames: Readonly<Record<Pool['discipline'], LocalizedText>> = {
  fifo: { en: 'First come, first served', 'zh-Hans': '先到先服务', 'zh-Hant': '先到先服務' },
  priority: { en: 'Most urgent first', 'zh-Hans': '紧急优先', 'zh-Hant': '緊急優先' },
  smart: {
    en: 'Longest waiting among the skills at hand',
    'zh-Hans': '按技能匹配，等得最久的优先',
    'zh-Hant': '依技能配對，等最久的優先',
  },
};
