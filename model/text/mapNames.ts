import type { Card, CardColour } from '../map/card.ts';
import type { Channel } from '../map/channel.ts';
import type { Connector } from '../map/connector.ts';
import type { Grade } from '../map/fields.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { LocalizedText } from '../map/language.ts';
import type { MarkerKind } from '../map/marker.ts';
import type { SourceKind } from '../map/source.ts';

/** What the choices on the records of a map are called. */

export const mapKindNames: Readonly<Record<JourneyMap['kind'], LocalizedText>> = {
  journey: { en: 'Journey map', 'zh-Hans': '客户旅程图', 'zh-Hant': '顧客旅程圖' },
  blueprint: { en: 'Service blueprint', 'zh-Hans': '服务蓝图', 'zh-Hant': '服務藍圖' },
};

export const mapStateNames: Readonly<Record<JourneyMap['scope']['state'], LocalizedText>> = {
  asIs: { en: 'As it is', 'zh-Hans': '现状', 'zh-Hant': '現況' },
  toBe: { en: 'As it shall be', 'zh-Hans': '目标状态', 'zh-Hant': '目標狀態' },
};

export const channelNames: Readonly<Record<Channel, LocalizedText>> = {
  phone: { en: 'Phone', 'zh-Hans': '电话', 'zh-Hant': '電話' },
  chat: { en: 'Chat', 'zh-Hans': '在线聊天', 'zh-Hant': '線上聊天' },
  email: { en: 'E-mail', 'zh-Hans': '电子邮件', 'zh-Hant': '電子郵件' },
  form: { en: 'Form', 'zh-Hans': '表单', 'zh-Hant': '表單' },
  web: { en: 'Website', 'zh-Hans': '网站', 'zh-Hant': '網站' },
  app: { en: 'App', 'zh-Hans': '手机应用', 'zh-Hant': '行動應用程式' },
  messaging: { en: 'Messaging', 'zh-Hans': '即时通讯', 'zh-Hant': '即時通訊' },
  social: { en: 'Social media', 'zh-Hans': '社交媒体', 'zh-Hant': '社群媒體' },
  sms: { en: 'Text message', 'zh-Hans': '短信', 'zh-Hant': '簡訊' },
  inPerson: { en: 'In person', 'zh-Hans': '面对面', 'zh-Hant': '面對面' },
  letter: { en: 'Letter', 'zh-Hans': '信函', 'zh-Hant': '信函' },
  kiosk: { en: 'Self-service machine', 'zh-Hans': '自助终端', 'zh-Hant': '自助服務機' },
  payment: { en: 'Payment', 'zh-Hans': '支付', 'zh-Hant': '付款' },
  other: { en: 'Other', 'zh-Hans': '其他', 'zh-Hant': '其他' },
};

export const markerKindNames: Readonly<Record<MarkerKind, LocalizedText>> = {
  fail: { en: 'Fail point', 'zh-Hans': '失误点', 'zh-Hant': '失誤點' },
  wait: { en: 'Wait point', 'zh-Hans': '等待点', 'zh-Hant': '等候點' },
  decision: { en: 'Decision', 'zh-Hans': '决策点', 'zh-Hant': '決策點' },
  momentOfTruth: { en: 'Moment of truth', 'zh-Hans': '关键时刻', 'zh-Hant': '關鍵時刻' },
};

export const connectorKindNames: Readonly<Record<Connector['kind'], LocalizedText>> = {
  triggers: { en: 'Triggers', 'zh-Hans': '触发', 'zh-Hant': '觸發' },
  needs: { en: 'Needs', 'zh-Hans': '依赖', 'zh-Hant': '依賴' },
};

export const sourceKindNames: Readonly<Record<SourceKind, LocalizedText>> = {
  measured: { en: 'Measured', 'zh-Hans': '实测', 'zh-Hant': '實測' },
  survey: { en: 'Survey', 'zh-Hans': '调查', 'zh-Hant': '調查' },
  benchmark: { en: 'Benchmark', 'zh-Hans': '行业基准', 'zh-Hant': '業界基準' },
  published: { en: 'Published', 'zh-Hans': '公开资料', 'zh-Hant': '公開資料' },
  estimate: { en: 'Estimate', 'zh-Hans': '估计', 'zh-Hant': '估計' },
};

export const gradeNames: Readonly<Record<Grade, LocalizedText>> = {
  A: { en: 'own controlled test', 'zh-Hans': '自有对照试验', 'zh-Hant': '自有對照試驗' },
  B: { en: 'peer-reviewed causal study', 'zh-Hans': '同行评审的因果研究', 'zh-Hant': '經同儕審查的因果研究' },
  C: { en: 'vendor or observational study', 'zh-Hans': '厂商或观察性研究', 'zh-Hant': '廠商或觀察性研究' },
  D: { en: 'claim without a source', 'zh-Hans': '无出处的说法', 'zh-Hant': '無出處的說法' },
  E: { en: 'the team’s guess', 'zh-Hans': '团队猜测', 'zh-Hant': '團隊推測' },
};

type OpportunityStatus = NonNullable<Card['opportunity']>['status'];

export const opportunityStatusNames: Readonly<Record<OpportunityStatus, LocalizedText>> = {
  idea: { en: 'Idea', 'zh-Hans': '想法', 'zh-Hant': '構想' },
  planned: { en: 'Planned', 'zh-Hans': '已计划', 'zh-Hant': '已規劃' },
  started: { en: 'Started', 'zh-Hans': '进行中', 'zh-Hant': '進行中' },
  done: { en: 'Done', 'zh-Hans': '已完成', 'zh-Hant': '已完成' },
  dropped: { en: 'Dropped', 'zh-Hans': '已放弃', 'zh-Hant': '已放棄' },
};

export const cardColourNames: Readonly<Record<CardColour, LocalizedText>> = {
  blue: { en: 'Blue', 'zh-Hans': '蓝色', 'zh-Hant': '藍色' },
  violet: { en: 'Violet', 'zh-Hans': '紫色', 'zh-Hant': '紫色' },
  teal: { en: 'Teal', 'zh-Hans': '青色', 'zh-Hant': '青色' },
  amber: { en: 'Amber', 'zh-Hans': '琥珀色', 'zh-Hant': '琥珀色' },
  orange: { en: 'Orange', 'zh-Hans': '橙色', 'zh-Hant': '橘色' },
  pink: { en: 'Pink', 'zh-Hans': '粉色', 'zh-Hant': '粉紅色' },
  green: { en: 'Green', 'zh-Hans': '绿色', 'zh-Hant': '綠色' },
  grey: { en: 'Grey', 'zh-Hans': '灰色', 'zh-Hant': '灰色' },
};

/** The ends and the middle of the emotion scale. */
export const emotionScaleNames: Readonly<Record<'delighted' | 'neutral' | 'frustrated', LocalizedText>> = {
  delighted: { en: 'Delighted', 'zh-Hans': '惊喜', 'zh-Hant': '驚喜' },
  neutral: { en: 'Neutral', 'zh-Hans': '平静', 'zh-Hant': '平靜' },
  frustrated: { en: 'Frustrated', 'zh-Hans': '沮丧', 'zh-Hant': '沮喪' },
};
