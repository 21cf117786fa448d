import type { MermaidError } from '../formats/mapFromMermaid.ts';
import type { Language } from '../map/language.ts';

/** What a person reads when a text is not a Mermaid journey. */
export function mermaidErrorText(error: MermaidError, language: Language): string {
  if (error.type === 'NotAJourney') return notAJourney[language](error.found.slice(0, 40));
  return tooManySteps[language](error.found, error.most);
}

const notAJourney: Readonly<Record<Language, (found: string) => string>> = {
  en: (found) =>
    `Expected a Mermaid diagram that begins with “journey”，found ${found === '' ? 'an empty file' : `“${found}”`}. Other diagrams have no steps with emotions.`,
  'zh-Hans': (found) =>
    `需要以“journey”开头的 Mermaid 图，实际是${found === '' ? '空文件' : `“${found}”`}。其他图没有带情绪的步骤。`,
  'zh-Hant': (found) =>
    `需要以「journey」開頭的 Mermaid 圖，實際是${found === '' ? '空檔案' : `「${found}」`}。其他圖沒有帶情緒的步驟。`,
};

const tooManySteps: Readonly<Record<Language, (found: number, most: number) => string>> = {
  en: (found, most) => `The journey has ${found} steps; a map holds up to ${most}. Split the file.`,
  'zh-Hans': (found, most) => `旅程有 ${found} 个步骤，一张地图最多 ${most} 个。请拆分文件。`,
  'zh-Hant': (found, most) => `旅程有 ${found} 個步驟，一張地圖最多 ${most} 個。請拆分檔案。`,
};
