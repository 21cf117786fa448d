import type { Language } from '../../model/map/language.ts';

/** The sentences of `throughline serve`. */
export interface ServeText {
  unknownOption(option: string, list: string): string;
  wrongOption(option: string, expected: string): string;
  address(address: string): string;
  data(folder: string): string;
  readonly dataInPostgres: string;
  ownerLink(link: string): string;
  stopping(signal: string): string;
  failed(reason: string): string;
}

export const serveText: Readonly<Record<Language, ServeText>> = {
  en: {
    unknownOption: (option, list) => `There is no option ${option}. These exist:\n${list}`,
    wrongOption: (option, expected) => `Expected --${option} to be ${expected}.`,
    address: (address) => `Throughline is at ${address}`,
    data: (folder) => `Its data lies in ${folder}`,
    dataInPostgres: 'Its data lies in PostgreSQL',
    ownerLink: (link) => `Open this once, in your own browser, to become the owner:\n  ${link}`,
    stopping: (signal) => `${signal}: writing what is open, then stopping.`,
    failed: (reason) => `The server could not start: ${reason}`,
  },
  'zh-Hans': {
    unknownOption: (option, list) => `没有 ${option} 这个选项。现有选项：\n${list}`,
    wrongOption: (option, expected) => `--${option} 应为：${expected}。`,
    address: (address) => `Throughline 已启动：${address}`,
    data: (folder) => `数据保存在 ${folder}`,
    dataInPostgres: '数据保存在 PostgreSQL',
    ownerLink: (link) => `请在自己的浏览器中打开一次这个链接，即成为所有者：\n  ${link}`,
    stopping: (signal) => `${signal}：正在写入打开的内容，随后停止。`,
    failed: (reason) => `服务器无法启动：${reason}`,
  },
  'zh-Hant': {
    unknownOption: (option, list) => `沒有 ${option} 這個選項。現有選項：\n${list}`,
    wrongOption: (option, expected) => `--${option} 應為：${expected}。`,
    address: (address) => `Throughline 已啟動：${address}`,
    data: (folder) => `資料儲存在 ${folder}`,
    dataInPostgres: '資料儲存在 PostgreSQL',
    ownerLink: (link) => `請在自己的瀏覽器開啟一次這個連結，即成為擁有者：\n  ${link}`,
    stopping: (signal) => `${signal}：正在寫入開啟的內容，隨後停止。`,
    failed: (reason) => `伺服器無法啟動：${reason}`,
  },
};
