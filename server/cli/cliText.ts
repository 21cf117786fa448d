import type { Language } from '../../model/map/language.ts';

/** The sentences of the command line itself. Names of the trade and errors of the model stand in model/text. */
interface CliText {
  usage(line: string): string;
  tooFew(expected: number, found: number): string;
  tooMany(extra: string): string;
  unknownOption(option: string): string;
  badOption(option: string): string;
  badChoice(option: string, choices: readonly string[], found: string): string;
  noCommand(name: string): string;
  noFile(path: string): string;
  unreadable(path: string, reason: string): string;
  unwritable(path: string, reason: string): string;
  unknownTemplate(found: string, known: readonly string[]): string;
  unreadFormat(path: string, known: readonly string[]): string;
  unwrittenFormat(path: string, known: readonly string[]): string;
  unsoundMap(path: string, count: number, first: string): string;
  notAWorkbook(): string;
  brokenArchive(): string;
  discovered(cases: number, events: number, variants: number): string;
  activity(events: number, cases: number, median: string, p90: string, reworkPercent: number): string;
  paths(): string;
  wrote(path: string): string;
  checked(violations: number, advice: number): string;
}

export const cliText: Readonly<Record<Language, CliText>> = {
  en: {
    usage: (line) => `Usage: ${line}`,
    tooFew: (expected, found) =>
      `Expected ${expected} ${expected === 1 ? 'argument' : 'arguments'}, found ${found}.`,
    tooMany: (extra) => `There is one argument too many: "${extra}".`,
    unknownOption: (option) => `There is no option ${option} here.`,
    badOption: (option) => `The option ${option} is not used like this.`,
    badChoice: (option, choices, found) =>
      `Expected ${option} to be one of ${choices.join(', ')}, found "${found}".`,
    noCommand: (name) => `There is no command "${name}". These exist:`,
    noFile: (path) => `There is no file ${path}. Check the name and the folder.`,
    unreadable: (path, reason) => `${path} cannot be read (${reason}).`,
    unwritable: (path, reason) =>
      `${path} cannot be written (${reason}). Check the folder, its rights and the free space, and try again.`,
    unknownTemplate: (found, known) => `There is no template "${found}". These exist: ${known.join(', ')}.`,
    unreadFormat: (path, known) => `${path}: maps are read from files ending in ${known.join(', ')}.`,
    unwrittenFormat: (path, known) => `${path}: maps are written to files ending in ${known.join(', ')}.`,
    unsoundMap: (path, count, first) =>
      `${path} breaks ${count} ${count === 1 ? 'rule' : 'rules'} of a sound map; the first: ${first} "throughline check" lists them all.`,
    notAWorkbook: () => 'Expected an Excel workbook (.xlsx), but the file is none. Save it again as .xlsx.',
    brokenArchive: () => 'The compressed file is damaged or cut off. Copy or export it again.',
    discovered: (cases, events, variants) => `${cases} cases, ${events} events, ${variants} different paths.`,
    activity: (events, cases, median, p90, rework) =>
      `${events} times in ${cases} cases; to the next step ${median} (nine in ten within ${p90}); again in ${rework} % of the cases`,
    paths: () => 'The most common paths:',
    wrote: (path) => `Wrote ${path}.`,
    checked: (violations, advice) =>
      `${violations === 0 ? 'The map is sound' : `${violations} ${violations === 1 ? 'rule is' : 'rules are'} broken`}; ${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice.`,
  },
  'zh-Hans': {
    usage: (line) => `用法：${line}`,
    tooFew: (expected, found) => `需要 ${expected} 个参数，实际有 ${found} 个。`,
    tooMany: (extra) => `多了一个参数：“${extra}”。`,
    unknownOption: (option) => `这里没有选项 ${option}。`,
    badOption: (option) => `选项 ${option} 的用法不对。`,
    badChoice: (option, choices, found) => `${option} 应为 ${choices.join('、')} 之一，实际是“${found}”。`,
    noCommand: (name) => `没有“${name}”这个命令。现有命令：`,
    noFile: (path) => `找不到文件 ${path}。请检查文件名和目录。`,
    unreadable: (path, reason) => `无法读取 ${path}(${reason})。`,
    unwritable: (path, reason) => `无法写入 ${path}（${reason}）。请检查文件夹、权限和剩余空间后重试。`,
    unknownTemplate: (found, known) => `没有“${found}”这个模板。现有模板：${known.join('、')}。`,
    unreadFormat: (path, known) => `${path}：可读取的地图文件以 ${known.join('、')} 结尾。`,
    unwrittenFormat: (path, known) => `${path}：可写出的地图文件以 ${known.join('、')} 结尾。`,
    unsoundMap: (path, count, first) =>
      `${path} 违反了 ${count} 条地图规则，第一条：${first}用 "throughline check" 查看全部。`,
    notAWorkbook: () => '需要 Excel 工作簿（.xlsx），但文件不是。请另存为 .xlsx。',
    brokenArchive: () => '压缩文件已损坏或不完整。请重新复制或导出。',
    discovered: (cases, events, variants) => `${cases} 个案例，${events} 个事件，${variants} 种路径。`,
    activity: (events, cases, median, p90, rework) =>
      `${cases} 个案例中出现 ${events} 次；到下一步 ${median}（九成在 ${p90} 内）；${rework}% 的案例重复出现`,
    paths: () => '最常见的路径：',
    wrote: (path) => `已写入 ${path}。`,
    checked: (violations, advice) =>
      `${violations === 0 ? '地图完好' : `违反了 ${violations} 条规则`};${advice} 条建议。`,
  },
  'zh-Hant': {
    usage: (line) => `用法：${line}`,
    tooFew: (expected, found) => `需要 ${expected} 個參數，實際有 ${found} 個。`,
    tooMany: (extra) => `多了一個參數：「${extra}」。`,
    unknownOption: (option) => `這裡沒有選項 ${option}。`,
    badOption: (option) => `選項 ${option} 的用法不對。`,
    badChoice: (option, choices, found) => `${option} 應為 ${choices.join('、')} 之一，實際是「${found}」。`,
    noCommand: (name) => `沒有「${name}」這個指令。現有指令：`,
    noFile: (path) => `找不到檔案 ${path}。請檢查檔名與資料夾。`,
    unreadable: (path, reason) => `無法讀取 ${path}(${reason})。`,
    unwritable: (path, reason) => `無法寫入 ${path}（${reason}）。請檢查資料夾、權限和剩餘空間後再試一次。`,
    unknownTemplate: (found, known) => `沒有「${found}」這個範本。現有範本：${known.join('、')}。`,
    unreadFormat: (path, known) => `${path}：可讀取的地圖檔案以 ${known.join('、')} 結尾。`,
    unwrittenFormat: (path, known) => `${path}：可輸出的地圖檔案以 ${known.join('、')} 結尾。`,
    unsoundMap: (path, count, first) =>
      `${path} 違反了 ${count} 條地圖規則，第一條：${first}用 "throughline check" 查看全部。`,
    notAWorkbook: () => '需要 Excel 活頁簿（.xlsx），但檔案不是。請另存為 .xlsx。',
    brokenArchive: () => '壓縮檔已損壞或不完整。請重新複製或匯出。',
    discovered: (cases, events, variants) => `${cases} 個案例，${events} 個事件，${variants} 種路徑。`,
    activity: (events, cases, median, p90, rework) =>
      `${cases} 個案例中出現 ${events} 次；到下一步 ${median}（九成在 ${p90} 內）；${rework}% 的案例重複出現`,
    paths: () => '最常見的路徑：',
    wrote: (path) => `已寫入 ${path}。`,
    checked: (violations, advice) =>
      `${violations === 0 ? '地圖完好' : `違反了 ${violations} 條規則`};${advice} 則建議。`,
  },
};
