import type { Language, LocalizedText } from '../map/language.ts';
import type { GapTableError } from '../quality/gapsInTable.ts';

/** Why a table of answers gives no gaps: what was expected, what was found, what to do. */
export function gapTableErrorText(error: GapTableError, language: Language): string {
  return textOf(error)[language];
}

function textOf(error: GapTableError): LocalizedText {
  switch (error.type) {
    case 'WrongColumns':
      return {
        en: `Row ${error.row} has ${error.found} cells, expected ${error.expected}: first every expectation, then every perception.`,
        'zh-Hans': `第 ${error.row} 行有 ${error.found} 个单元格，应为 ${error.expected} 个：先是全部期望，再是全部感知。`,
        'zh-Hant': `第 ${error.row} 列有 ${error.found} 個儲存格，應為 ${error.expected} 個：先是全部期望，再是全部感受。`,
      };
    case 'NotOneToSeven':
      return {
        en: `Row ${error.row}, column ${error.column}: expected a number from 1 to 7, found “${error.found}”. Correct it and paste again.`,
        'zh-Hans': `第 ${error.row} 行第 ${error.column} 列：应为 1 到 7 的数字，实际是“${error.found}”。请更正后重新粘贴。`,
        'zh-Hant': `第 ${error.row} 列第 ${error.column} 欄：應為 1 到 7 的數字，實際是「${error.found}」。請更正後重新貼上。`,
      };
    case 'NoAnswers':
      return {
        en: 'No respondent answered any item twice. Paste the answers below the titles.',
        'zh-Hans': '没有受访者对任何一项同时给出期望和感知。请把回答贴在标题下方。',
        'zh-Hant': '沒有受訪者對任何一項同時給出期望和感受。請把回答貼在標題下方。',
      };
  }
}
