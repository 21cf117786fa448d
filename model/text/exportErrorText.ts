import type { Language } from '../map/language.ts';
import type { Picture } from '../map/picture.ts';

/** What can be wrong with what was asked of an export. */
export type ExportError =
  | { readonly type: 'UnknownPaper'; readonly found: string }
  | { readonly type: 'BadLength'; readonly option: string; readonly found: string; readonly most: number }
  | {
      readonly type: 'UnknownId';
      readonly option: string;
      readonly found: string;
      readonly known: readonly string[];
    }
  | {
      readonly type: 'UnknownChoice';
      readonly option: string;
      readonly found: string;
      readonly known: readonly string[];
    }
  | { readonly type: 'BadComments'; readonly detail: string }
  | { readonly type: 'MissingFont'; readonly font: string; readonly reason: string };

export function exportErrorText(error: ExportError, language: Language): string {
  const say = texts[language];
  switch (error.type) {
    case 'UnknownPaper':
      return say.paper(error.found);
    case 'BadLength':
      return say.length(error.option, error.found, error.most);
    case 'UnknownId':
      return say.id(error.option, error.found, listed(error.known));
    case 'UnknownChoice':
      return say.choice(error.option, error.found, listed(error.known));
    case 'BadComments':
      return say.comments(error.detail);
    case 'MissingFont':
      return say.font(error.font, error.reason);
  }
}

/** What a picture is called in a sentence: what it shows, else the beginning of its hash. */
export const pictureName = ({ alt, hash }: Pick<Picture, 'alt' | 'hash'>): string =>
  alt === '' ? hash.slice(0, 8) : alt;

/** Of a file that was written without a picture of the map. */
export const pictureMissingText = (name: string, language: Language): string => texts[language].picture(name);

/** Enough to recognise, not a page. */
const listed = (known: readonly string[]): string =>
  known.slice(0, 12).join(', ') + (known.length > 12 ? ' …' : '');

interface Texts {
  paper(found: string): string;
  length(option: string, found: string, most: number): string;
  id(option: string, found: string, known: string): string;
  choice(option: string, found: string, known: string): string;
  comments(detail: string): string;
  font(font: string, reason: string): string;
  picture(name: string): string;
}

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    paper: (found) =>
      `The paper "${found}" is not known. Use A4, A3, A2, A1 or A0, or a size of 50 to 5080 mm such as 600x400mm.`,
    length: (option, found, most) =>
      `${option} is a length of 0 to ${most} mm such as 10mm, but found "${found}".`,
    id: (option, found, known) => `${option}: the map has no "${found}". It has ${known}.`,
    choice: (option, found, known) => `Expected ${option} to be one of ${known}, found "${found}".`,
    comments: (detail) =>
      `--comments expects a file of comments as Throughline saves it from the export dialog (JSON), but ${detail}. Save it again and retry.`,
    font: (font, reason) =>
      `The font ${font} cannot be loaded (${reason}). Check that the installation is complete and try again.`,
    picture: (name) =>
      `The picture "${name}" is missing or broken, so its place in the file is empty. Put the picture on its card again to have it.`,
  },
  'zh-Hans': {
    paper: (found) =>
      `不认识纸张“${found}”。请使用 A4、A3、A2、A1、A0，或 50 到 5080 毫米的尺寸，如 600x400mm。`,
    length: (option, found, most) => `${option} 应为 0 到 ${most} 毫米的长度，如 10mm，实际是“${found}”。`,
    id: (option, found, known) => `${option}：地图中没有“${found}”。现有：${known}。`,
    choice: (option, found, known) => `${option} 应为 ${known} 之一，实际是“${found}”。`,
    comments: (detail) =>
      `--comments 需要 Throughline 从导出对话框保存的评论文件（JSON），但 ${detail}。请重新保存后再试。`,
    font: (font, reason) => `无法加载字体 ${font}（${reason}）。请检查安装是否完整，然后重试。`,
    picture: (name) => `图片“${name}”缺失或已损坏，文件中它的位置留空。请把图片重新放到卡片上。`,
  },
  'zh-Hant': {
    paper: (found) =>
      `不認識紙張「${found}」。請使用 A4、A3、A2、A1、A0，或 50 到 5080 公釐的尺寸，如 600x400mm。`,
    length: (option, found, most) => `${option} 應為 0 到 ${most} 公釐的長度，如 10mm，實際是「${found}」。`,
    id: (option, found, known) => `${option}：地圖中沒有「${found}」。現有：${known}。`,
    choice: (option, found, known) => `${option} 應為 ${known} 之一，實際是「${found}」。`,
    comments: (detail) =>
      `--comments 需要 Throughline 從匯出對話框儲存的留言檔（JSON），但 ${detail}。請重新儲存後再試。`,
    font: (font, reason) => `無法載入字型 ${font}（${reason}）。請檢查安裝是否完整，然後再試一次。`,
    picture: (name) => `圖片「${name}」遺失或已損壞，檔案中它的位置留空。請將圖片重新放到卡片上。`,
  },
};
