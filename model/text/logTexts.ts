import type { Language } from '../map/language.ts';

/** The words of a map that was discovered in an event log. */
interface LogTexts {
  readonly caseCoverage: string;
  readonly secondsToNext: string;
  readonly resources: string;
  /** The unit of these. */
  readonly people: string;
  path(count: number, cases: number, path: readonly string[]): string;
  /** Told of an import: the rarest activities are no steps. */
  leftOut(count: number, most: number): string;
}

const percent = (count: number, cases: number): number => Math.round((count / cases) * 100);

export const logTexts: Readonly<Record<Language, LogTexts>> = {
  en: {
    caseCoverage: 'Share of cases that come here',
    secondsToNext: 'Time until the next step',
    resources: 'People involved',
    people: 'people',
    path: (count, cases, path) => `${percent(count, cases)} % (${count}): ${path.join(' → ')}`,
    leftOut: (count, most) =>
      `The log has ${count} more activities; the ${most} commonest became steps. The figures of the others are left out.`,
  },
  'zh-Hans': {
    caseCoverage: '经过此处的案例占比',
    secondsToNext: '到下一步的时间',
    resources: '参与人数',
    people: '人',
    path: (count, cases, path) => `${percent(count, cases)}%（${count} 例）：${path.join(' → ')}`,
    leftOut: (count, most) => `日志中另有 ${count} 种活动；最常见的 ${most} 种已成为步骤，其余的数据未导入。`,
  },
  'zh-Hant': {
    caseCoverage: '經過此處的案例占比',
    secondsToNext: '到下一步的時間',
    resources: '參與人數',
    people: '人',
    path: (count, cases, path) => `${percent(count, cases)}%（${count} 例）：${path.join(' → ')}`,
    leftOut: (count, most) => `紀錄中另有 ${count} 種活動；最常見的 ${most} 種已成為步驟，其餘的數據未匯入。`,
  },
};
