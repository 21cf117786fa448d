import type { ProjectFile } from './projectFiles.ts';

/** Words that the vocabulary has decided against, by catalogue, with the one to write (the plural of "you" may stand). */
const decided: Readonly<Record<string, readonly (readonly [found: RegExp, write: string])[]>> = {
  'zh-Hans.po': [
    [/顾客/, '客户'],
    [/你(?!们)/, '您'],
    [/用户画像/, '人物画像'],
  ],
  'zh-Hant.po': [
    [/客戶/, '顧客'],
    [/你(?!們)/, '您'],
    [/使用者畫像/, '人物誌'],
    [/服務器/, '伺服器'],
    [/默認/, '預設'],
  ],
};

/** Each translation that uses another word than docs/vocabulary.md, as `file:line: the word, the word to write`. */
export function checkChineseWords(catalogues: readonly ProjectFile[]): readonly string[] {
  return catalogues.flatMap((file) =>
    file.text.split('\n').flatMap((line, i) =>
      (decided[file.path.split('/').at(-1)!] ?? []).flatMap(([found, write]) => {
        const word = line.startsWith('msgid') ? undefined : found.exec(line)?.[0];
        return word === undefined ? [] : [`${file.path}:${i + 1}: ${word}, write ${write}`];
      }),
    ),
  );
}
