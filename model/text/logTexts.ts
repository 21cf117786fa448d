import type { Language } from '../map/language.ts';

/** The words of a map that was discovered in an event log. */
interface LogTexts {
  readonly caseCoverage: string;
  readonly secondsToNext: string;
  readonly resources: string;
  path(count: number, cases: number, path: readonly string[]): string;
}

const percent = (count: number, cases: number): number => Math.round((count / cases) * 100);

export const logTexts: Readonly<Record<Language, LogTexts>> = {
  en: {
    caseCoverage: 'Share of cases that come here',
    secondsToNext: 'Time until the next step',
    resources: 'People involved',
    path: (count, cases, path) => `${percent(count, cases)} % (${count}): ${path.join(' → ')}`,
  },
  'zh-Hans': {
    caseCoverage: '经过此处的案例占比',
    secondsToNext: '到下一步的时间',
    resources: '参与人数',
    path: (count, cases, path) => `${percent(count, cases)}%(${count} 例）：${path.join(' → ')}`,
  },
  'zh-Hant': {
    caseCoverage: '經過此處的案例占比',
    secondsToNext: '到下一步的時間',
    resources: '參與人數',
    path: (count, cases, path) => `${percent(count, cases)}%(${count} 例）：${path.join(' → ')}`,
  },
};
