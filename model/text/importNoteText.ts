import { assertNever } from '../assert.ts';
import type { ImportNote } from '../formats/importNote.ts';
import type { Language, LocalizedText } from '../map/language.ts';

/** What an import did with a line that it could not take as it stands. */
export function importNoteText(note: ImportNote, language: Language): string {
  return { en: `Line ${note.line}: `, 'zh-Hans': `第 ${note.line} 行：`, 'zh-Hant': `第 ${note.line} 行：` }[
    language
  ].concat(sentence(note)[language]);
}

function sentence(note: ImportNote): LocalizedText {
  switch (note.type) {
    case 'BareKeyword':
      return {
        en: `“${note.keyword}” stands without a text; skipped.`,
        'zh-Hans': `“${note.keyword}”后面没有文字，已跳过。`,
        'zh-Hant': `「${note.keyword}」後面沒有文字，已略過。`,
      };
    case 'SignsInName':
      return {
        en: `“${note.name}” holds signs or words that Mermaid reads otherwise; taken as the name of the step.`,
        'zh-Hans': `“${note.name}”含有 Mermaid 会误读的符号或词，已整体作为步骤名称。`,
        'zh-Hant': `「${note.name}」含有 Mermaid 會誤讀的符號或字詞，已整體作為步驟名稱。`,
      };
    case 'FullWidthColon':
      return {
        en: `the full-width colon after “${note.name}” is read as a colon.`,
        'zh-Hans': `“${note.name}”后的全角冒号按半角冒号处理。`,
        'zh-Hant': `「${note.name}」後的全形冒號視為半形冒號。`,
      };
    case 'HashInText':
      return {
        en: 'Mermaid would take what follows “#” for a comment; kept as text.',
        'zh-Hans': 'Mermaid 会把“#”之后当作注释，这里保留为文字。',
        'zh-Hant': 'Mermaid 會把「#」之後當作註解，這裡保留為文字。',
      };
    case 'FullWidthComma':
      return {
        en: `the full-width commas at “${note.name}” separate people, too.`,
        'zh-Hans': `“${note.name}”中的全角逗号或顿号也用来分隔参与者。`,
        'zh-Hant': `「${note.name}」中的全形逗號或頓號也用來分隔參與者。`,
      };
    case 'SectionWithColon':
      return {
        en: `the section “${note.name}” holds a colon; taken as its whole name.`,
        'zh-Hans': `分段“${note.name}”含有冒号，已整体作为名称。`,
        'zh-Hant': `區段「${note.name}」含有冒號，已整體作為名稱。`,
      };
    case 'OldDescription':
      return {
        en: 'an old form of description; taken as the description of the map.',
        'zh-Hans': '旧写法的说明文字，已作为地图说明。',
        'zh-Hant': '舊寫法的說明文字，已作為地圖說明。',
      };
    case 'NoScore':
      return note.found === ''
        ? {
            en: `“${note.name}” has no score; the step has no emotion.`,
            'zh-Hans': `“${note.name}”没有分数，该步骤没有情绪值。`,
            'zh-Hant': `「${note.name}」沒有分數，該步驟沒有情緒值。`,
          }
        : {
            en: `“${note.name}”：expected a score from 1 to 5, found “${note.found}”；the step has no emotion.`,
            'zh-Hans': `“${note.name}”：应为 1 到 5 的分数，实际是“${note.found}”，该步骤没有情绪值。`,
            'zh-Hant': `「${note.name}」：應為 1 到 5 的分數，實際是「${note.found}」，該步驟沒有情緒值。`,
          };
    case 'ScoreOutside':
      return {
        en: `“${note.name}”：the score ${note.found} lies outside the scale; taken as ${note.taken}.`,
        'zh-Hans': `“${note.name}”：分数 ${note.found} 超出范围，按 ${note.taken} 处理。`,
        'zh-Hant': `「${note.name}」：分數 ${note.found} 超出範圍，視為 ${note.taken}。`,
      };
    case 'ScaleOfTen':
      return {
        en: 'a score above 5: all scores of the file are read as 1 to 10.',
        'zh-Hans': '有大于 5 的分数：整个文件按 1 到 10 分处理。',
        'zh-Hant': '有大於 5 的分數：整個檔案視為 1 到 10 分。',
      };
    case 'ExtraField':
      return {
        en: `“${note.text}” after the people is dropped by Mermaid; kept as a card on the emotion lane.`,
        'zh-Hans': `参与者之后的“${note.text}”会被 Mermaid 忽略，已作为情绪泳道上的卡片保留。`,
        'zh-Hant': `參與者之後的「${note.text}」會被 Mermaid 忽略，已作為情緒泳道上的卡片保留。`,
      };
    case 'UnknownColumn':
      return {
        en: `the column “${note.head}” is not known and was left out.`,
        'zh-Hans': `无法识别列“${note.head}”，已忽略。`,
        'zh-Hant': `無法辨識欄位「${note.head}」，已略過。`,
      };
    case 'NotANumber': {
      const column = columnNames[note.column];
      return {
        en: `expected a number as ${column.en}, found “${note.found}”；left out.`,
        'zh-Hans': `${column['zh-Hans']}应为数字，实际是“${note.found}”，已忽略。`,
        'zh-Hant': `${column['zh-Hant']}應為數字，實際是「${note.found}」，已略過。`,
      };
    }
    case 'EmotionScale':
      return {
        en: `emotions above 2: read as 1 to ${note.top}.`,
        'zh-Hans': `情绪值大于 2：按 1 到 ${note.top} 处理。`,
        'zh-Hant': `情緒值大於 2：視為 1 到 ${note.top}。`,
      };
    case 'Shortened':
      return {
        en: `a name longer than ${note.most} characters is cut.`,
        'zh-Hans': `名称超过 ${note.most} 个字符，已截断。`,
        'zh-Hant': `名稱超過 ${note.most} 個字元，已截斷。`,
      };
    default:
      return assertNever(note);
  }
}

const columnNames = {
  emotion: { en: 'emotion', 'zh-Hans': '情绪', 'zh-Hant': '情緒' },
  value: { en: 'value', 'zh-Hans': '数值', 'zh-Hant': '數值' },
} as const;
