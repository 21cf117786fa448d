import type { Channel } from '../map/channel.ts';
import type { Language } from '../map/language.ts';
import type { MarkerKind } from '../map/marker.ts';
import type { BlueprintLineKind } from '../layout/blueprintLines.ts';

/** The words that a drawn map needs beside its own texts: on screen and paper alike. */
export interface DrawingWords {
  readonly lines: Readonly<Record<BlueprintLineKind, string>>;
  readonly markers: Readonly<Record<MarkerKind, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly stage: string;
  readonly step: string;
  readonly lanes: string;
  readonly impact: string;
  readonly effort: string;
  readonly forecast: string;
  readonly estimate: string;
  readonly peak: string;
  readonly end: string;
  severity(of5: number): string;
  emotion(persona: string, value: string): string;
  curve(persona: string, values: string): string;
  connector(from: string, to: string, label: string): string;
  /** An arrow between two pages, and the other page. */
  offPage(connector: string, page: number): string;
}

export const drawingWords: Readonly<Record<Language, DrawingWords>> = {
  en: {
    lines: {
      interaction: 'Line of interaction',
      visibility: 'Line of visibility',
      internalInteraction: 'Line of internal interaction',
    },
    markers: {
      fail: 'Fail point',
      wait: 'Wait point',
      decision: 'Decision',
      momentOfTruth: 'Moment of truth',
    },
    channels: {
      phone: 'Phone',
      chat: 'Chat',
      email: 'E-mail',
      form: 'Form',
      web: 'Website',
      app: 'App',
      messaging: 'Messaging',
      social: 'Social media',
      sms: 'Text message',
      inPerson: 'In person',
      letter: 'Letter',
      kiosk: 'Kiosk',
      payment: 'Payment',
      other: 'Other channel',
    },
    stage: 'Stage',
    step: 'Step',
    lanes: 'Lanes',
    impact: 'Impact',
    effort: 'Effort',
    forecast: 'forecast',
    estimate: 'estimate',
    peak: 'peak',
    end: 'end',
    severity: (of5) => `severity ${of5} of 5`,
    emotion: (persona, value) => `${persona}: emotion ${value} (from −2 to +2)`,
    curve: (persona, values) => `Emotion curve of ${persona}, from −2 to +2: ${values}`,
    connector: (from, to, label) => `“${from}” leads to “${to}”${label === '' ? '' : ` (${label})`}`,
    offPage: (connector, page) => `${connector}, page ${page}`,
  },
  'zh-Hans': {
    lines: { interaction: '互动线', visibility: '可视线', internalInteraction: '内部互动线' },
    markers: { fail: '失败点', wait: '等待点', decision: '决策点', momentOfTruth: '关键时刻' },
    channels: {
      phone: '电话',
      chat: '在线聊天',
      email: '电子邮件',
      form: '表单',
      web: '网站',
      app: '应用',
      messaging: '即时消息',
      social: '社交媒体',
      sms: '短信',
      inPerson: '当面',
      letter: '信函',
      kiosk: '自助机',
      payment: '支付',
      other: '其他渠道',
    },
    stage: '阶段',
    step: '步骤',
    lanes: '泳道',
    impact: '影响',
    effort: '投入',
    forecast: '预测',
    estimate: '估计',
    peak: '峰值',
    end: '终值',
    severity: (of5) => `严重程度 ${of5}/5`,
    emotion: (persona, value) => `${persona}：情绪 ${value}（−2 至 +2）`,
    curve: (persona, values) => `${persona}的情绪曲线（−2 至 +2）：${values}`,
    connector: (from, to, label) => `“${from}”引出“${to}”${label === '' ? '' : `（${label}）`}`,
    offPage: (connector, page) => `${connector}，见第 ${page} 页`,
  },
  'zh-Hant': {
    lines: { interaction: '互動線', visibility: '可視線', internalInteraction: '內部互動線' },
    markers: { fail: '失敗點', wait: '等待點', decision: '決策點', momentOfTruth: '關鍵時刻' },
    channels: {
      phone: '電話',
      chat: '線上聊天',
      email: '電子郵件',
      form: '表單',
      web: '網站',
      app: '應用程式',
      messaging: '即時訊息',
      social: '社群媒體',
      sms: '簡訊',
      inPerson: '當面',
      letter: '信函',
      kiosk: '自助機',
      payment: '支付',
      other: '其他管道',
    },
    stage: '階段',
    step: '步驟',
    lanes: '泳道',
    impact: '影響',
    effort: '投入',
    forecast: '預測',
    estimate: '估計',
    peak: '峰值',
    end: '終值',
    severity: (of5) => `嚴重程度 ${of5}/5`,
    emotion: (persona, value) => `${persona}：情緒 ${value}（−2 至 +2）`,
    curve: (persona, values) => `${persona}的情緒曲線（−2 至 +2）：${values}`,
    connector: (from, to, label) => `「${from}」引出「${to}」${label === '' ? '' : `（${label}）`}`,
    offPage: (connector, page) => `${connector}，見第 ${page} 頁`,
  },
};
