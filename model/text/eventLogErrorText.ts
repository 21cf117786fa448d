import { assertNever } from '../assert.ts';
import type { LogColumn, LogTableError } from '../formats/eventLogFromTable.ts';
import type { XesError } from '../formats/eventLogFromXes.ts';
import type { Language, LocalizedText } from '../map/language.ts';

/** What a person reads when a file holds no event log. */
export function eventLogErrorText(error: XesError | LogTableError, language: Language): string {
  return sentence(error, language)[language];
}

/** What the columns of an event log are called. */
export const logColumnNames: Readonly<Record<LogColumn, LocalizedText>> = {
  case: { en: 'case', 'zh-Hans': '案例', 'zh-Hant': '案例' },
  activity: { en: 'activity', 'zh-Hans': '活动', 'zh-Hant': '活動' },
  time: { en: 'time', 'zh-Hans': '时间', 'zh-Hant': '時間' },
  start: { en: 'start', 'zh-Hans': '开始时间', 'zh-Hant': '開始時間' },
  resource: { en: 'resource', 'zh-Hans': '人员', 'zh-Hant': '人員' },
};

function sentence(error: XesError | LogTableError, language: Language): LocalizedText {
  switch (error.type) {
    case 'BrokenXml':
      return {
        en: `Expected an event log in XES, but line ${error.line} is no XML (${error.detail}). Export the log again.`,
        'zh-Hans': `需要 XES 格式的事件日志，但第 ${error.line} 行不是有效的 XML(${error.detail})。请重新导出日志。`,
        'zh-Hant': `需要 XES 格式的事件紀錄，但第 ${error.line} 行不是有效的 XML(${error.detail})。請重新匯出紀錄。`,
      };
    case 'NotALog':
      return {
        en: `Expected an XES file with a <log>, found <${error.found}>. Export the log as XES.`,
        'zh-Hans': `需要含 <log> 的 XES 文件，实际是 <${error.found}>。请把日志导出为 XES。`,
        'zh-Hant': `需要含 <log> 的 XES 檔案，實際是 <${error.found}>。請將紀錄匯出為 XES。`,
      };
    case 'EmptyLog':
      return {
        en: 'The log has no events with a case and an activity. Check the export.',
        'zh-Hans': '日志中没有带案例和活动的事件。请检查导出设置。',
        'zh-Hant': '紀錄中沒有帶案例與活動的事件。請檢查匯出設定。',
      };
    case 'NoColumn': {
      const column = logColumnNames[error.role][language];
      const heads = error.found.join(', ');
      const option = `--${error.role}`;
      return {
        en: `${error.asked === undefined ? `No column is known as the ${column}` : `There is no column “${error.asked}”`}; the file has: ${heads}. Name it with ${option}.`,
        'zh-Hans': `${error.asked === undefined ? `找不到表示${column}的列` : `没有“${error.asked}”这一列`}；文件中的列：${heads}。请用 ${option} 指定。`,
        'zh-Hant': `${error.asked === undefined ? `找不到表示${column}的欄位` : `沒有「${error.asked}」這個欄位`}；檔案中的欄位：${heads}。請用 ${option} 指定。`,
      };
    }
    default:
      return assertNever(error);
  }
}
