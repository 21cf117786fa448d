import type { Language, LocalizedText } from '../map/language.ts';
import type { AnswersError } from '../quality/answersInTable.ts';
import type { EntropyError } from '../quality/entropyWeights.ts';
import type { RegressionError } from '../quality/regressionWeights.ts';

/** Why weights cannot be had from these numbers: what was expected, what was found, what to do. `titles` name the columns. */
export function weightErrorText(
  error: AnswersError | RegressionError | EntropyError,
  titles: readonly string[],
  language: Language,
): string {
  return textOf(error, titles)[language];
}

function textOf(
  error: AnswersError | RegressionError | EntropyError,
  titles: readonly string[],
): LocalizedText {
  switch (error.type) {
    case 'WrongColumns':
      return {
        en: `Row ${error.row} has ${error.found} cells, expected ${error.expected}: one for each indicator and the overall judgement last.`,
        'zh-Hans': `第 ${error.row} 行有 ${error.found} 个单元格，应为 ${error.expected} 个：每个评价项一个，最后是总体评价。`,
        'zh-Hant': `第 ${error.row} 列有 ${error.found} 個儲存格，應為 ${error.expected} 個：每個評估項目一個，最後是整體評價。`,
      };
    case 'NotANumber':
      return {
        en: `Row ${error.row}, column ${error.column}: expected a number, found “${error.found}”. Correct it and paste again.`,
        'zh-Hans': `第 ${error.row} 行第 ${error.column} 列：应为数字，实际是“${error.found}”。请更正后重新粘贴。`,
        'zh-Hant': `第 ${error.row} 列第 ${error.column} 欄：應為數字，實際是「${error.found}」。請更正後重新貼上。`,
      };
    case 'TooFewRespondents':
      return {
        en: `${error.found} answers are too few: ${error.needed} are needed, ten for each indicator. Ask more people, or weigh another way.`,
        'zh-Hans': `${error.found} 份回答太少：需要 ${error.needed} 份，即每个评价项十份。请收集更多回答，或换一种方式确定权重。`,
        'zh-Hant': `${error.found} 份回答太少：需要 ${error.needed} 份，即每個評估項目十份。請蒐集更多回答，或換一種方式決定權重。`,
      };
    case 'NoSpread': {
      if (!('column' in error))
        return {
          en: 'All steps score alike, so spread says nothing about weights. Weigh another way.',
          'zh-Hans': '各步骤得分相同，无法由差异得出权重。请换一种方式确定权重。',
          'zh-Hant': '各步驟得分相同，無法由差異得出權重。請換一種方式決定權重。',
        };
      if (error.column === 'outcome')
        return {
          en: 'Everybody gave the same overall judgement, so nothing explains it. Weigh another way.',
          'zh-Hans': '所有人的总体评价相同，无从解释。请换一种方式确定权重。',
          'zh-Hant': '所有人的整體評價相同，無從解釋。請換一種方式決定權重。',
        };
      const title = titles[error.column] ?? '';
      return {
        en: `Everybody gave “${title}” the same answer. Leave it out, or weigh another way.`,
        'zh-Hans': `所有人对“${title}”的回答相同。请去掉该项，或换一种方式确定权重。`,
        'zh-Hant': `所有人對「${title}」的回答相同。請去掉該項，或換一種方式決定權重。`,
      };
    }
    case 'SameInformation':
      return {
        en: 'Two columns say the same, so their shares cannot be told apart. Leave one of them out.',
        'zh-Hans': '有两列内容相同，无法区分各自的份额。请去掉其中一列。',
        'zh-Hant': '有兩欄內容相同，無法區分各自的份額。請去掉其中一欄。',
      };
    case 'NothingExplained':
      return {
        en: 'The indicators explain nothing of the overall judgement. Check that the last column is the judgement of the whole.',
        'zh-Hans': '这些评价项完全不能解释总体评价。请确认最后一列是总体评价。',
        'zh-Hant': '這些評估項目完全不能解釋整體評價。請確認最後一欄是整體評價。',
      };
    case 'TooFewRows':
      return {
        en: `Only ${error.found} steps have a number for each of these, and ${error.least} are needed. Measure more steps, or weigh another way.`,
        'zh-Hans': `只有 ${error.found} 个步骤对每一项都有数值，需要 ${error.least} 个。请测量更多步骤，或换一种方式确定权重。`,
        'zh-Hant': `只有 ${error.found} 個步驟對每一項都有數值，需要 ${error.least} 個。請量測更多步驟，或換一種方式決定權重。`,
      };
    case 'Negative':
      return {
        en: `A score below 0 was found (${error.found}). Spread works with scores of 0 or more.`,
        'zh-Hans': `发现低于 0 的得分（${error.found}）。差异法需要 0 或以上的得分。`,
        'zh-Hant': `發現低於 0 的得分（${error.found}）。差異法需要 0 或以上的得分。`,
      };
  }
}
