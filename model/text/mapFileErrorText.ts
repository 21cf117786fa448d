import type { Language } from '../map/language.ts';
import type { MapFileError } from '../map/mapJson.ts';

/** What a person reads when a file is not a map: what was expected, what was found, what to do. */
export function mapFileErrorText(error: MapFileError, language: Language): string {
  const say = texts[language];
  switch (error.type) {
    case 'NotJson':
      return say.notJson(error.detail);
    case 'NotAMap':
      return say.notAMap(shapeText(error.found, language));
    case 'NewerFormat':
      return say.newerFormat(error.found, error.newest);
    case 'WrongField':
      return say.wrongField(
        error.path,
        shapeText(error.expected, language),
        shapeText(error.found, language),
        error.more,
      );
  }
}

interface Texts {
  notJson(detail: string): string;
  notAMap(found: string): string;
  newerFormat(found: number, newest: number): string;
  wrongField(path: string, expected: string, found: string, more: number): string;
}

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    notJson: (detail) =>
      `Expected a map file in JSON, but the text is not JSON (${detail}). Open the file that "Save map" wrote.`,
    notAMap: (found) =>
      `Expected a map file with a formatVersion, found ${found}. Open the file that "Save map" wrote.`,
    newerFormat: (found, newest) =>
      `The map was written by a newer Throughline: its format is ${found}, this one reads up to ${newest}. Update Throughline.`,
    wrongField: (path, expected, found, more) =>
      `${path === '' ? 'In the map' : path}: expected ${expected}, found ${found}${more === 0 ? '' : ` (and ${more} more wrong ${more === 1 ? 'field' : 'fields'})`}. Correct the file and try again.`,
  },
  'zh-Hans': {
    notJson: (detail) =>
      `需要 JSON 格式的地图文件，但内容不是 JSON(${detail})。请打开由“保存地图”生成的文件。`,
    notAMap: (found) => `需要带 formatVersion 的地图文件，实际是${found}。请打开由“保存地图”生成的文件。`,
    newerFormat: (found, newest) =>
      `这张地图由更新版本的 Throughline 保存：格式版本为 ${found}，当前最高支持 ${newest}。请升级 Throughline。`,
    wrongField: (path, expected, found, more) =>
      `${path === '' ? '地图' : path}：应为 ${expected}，实际是 ${found}${more === 0 ? '' : `（另有 ${more} 处错误）`}。请修正文件后重试。`,
  },
  'zh-Hant': {
    notJson: (detail) =>
      `需要 JSON 格式的地圖檔案，但內容不是 JSON(${detail})。請開啟由「儲存地圖」產生的檔案。`,
    notAMap: (found) => `需要帶有 formatVersion 的地圖檔案，實際是${found}。請開啟由「儲存地圖」產生的檔案。`,
    newerFormat: (found, newest) =>
      `這張地圖由較新版本的 Throughline 儲存：格式版本為 ${found}，目前最高支援 ${newest}。請更新 Throughline。`,
    wrongField: (path, expected, found, more) =>
      `${path === '' ? '地圖' : path}：應為 ${expected}，實際是 ${found}${more === 0 ? '' : `（另有 ${more} 處錯誤）`}。請修正檔案後重試。`,
  },
};

/** The words for shapes of JSON values that parseMap uses, in the reader's language; values themselves stay. */
function shapeText(shape: string, language: Language): string {
  const list = /^a list of (\d+)$/.exec(shape);
  if (list !== null) return shapes[language].listOf(Number(list[1]));
  const extra = /^no field (.*)$/.exec(shape);
  if (extra !== null) return shapes[language].noField(extra[1]!);
  return shapes[language].words[shape] ?? shape;
}

interface Shapes {
  readonly words: Readonly<Record<string, string>>;
  listOf(count: number): string;
  noField(names: string): string;
}

const shapes: Readonly<Record<Language, Shapes>> = {
  en: {
    words: {
      string: 'a text',
      number: 'a number',
      int: 'a whole number',
      boolean: 'true or false',
      array: 'a list',
      object: 'an object',
    },
    listOf: (count) => `a list of ${count}`,
    noField: (names) => `no field ${names}`,
  },
  'zh-Hans': {
    words: {
      string: '文本',
      number: '数字',
      int: '整数',
      boolean: 'true 或 false',
      array: '列表',
      object: '对象',
      'an object': '对象',
      nothing: '空缺',
    },
    listOf: (count) => `含 ${count} 项的列表`,
    noField: (names) => `不含字段 ${names}`,
  },
  'zh-Hant': {
    words: {
      string: '文字',
      number: '數字',
      int: '整數',
      boolean: 'true 或 false',
      array: '清單',
      object: '物件',
      'an object': '物件',
      nothing: '空缺',
    },
    listOf: (count) => `含 ${count} 項的清單`,
    noField: (names) => `不含欄位 ${names}`,
  },
};
