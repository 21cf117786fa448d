import type { Language } from '../../model/map/language.ts';
import type { RestoreError } from '../storage/backup.ts';

/** The sentences of `throughline backup` and `throughline restore`. */
export interface BackupText {
  readonly expectedFile: string;
  noData(folder: string): string;
  exists(file: string): string;
  saved(rows: number, file: string): string;
  restored(rows: number, file: string): string;
  refused(error: RestoreError): string;
}

export const backupText: Readonly<Record<Language, BackupText>> = {
  en: {
    expectedFile:
      'Expected a file: throughline backup FILE.tar.gz [--data DIR | --database-url postgres://..]',
    noData: (folder) => `There is no data in ${folder}. Name the folder that the server uses: --data DIR.`,
    exists: (file) => `${file} is there already and is not overwritten. Choose another name.`,
    saved: (rows, file) =>
      `Saved ${rows} rows in ${file}. It holds everything, links and sessions included: keep it safe.`,
    restored: (rows, file) => `Restored ${rows} rows from ${file}.`,
    refused: (error) => {
      switch (error.type) {
        case 'NotABackup':
          return `Expected a file that "throughline backup" wrote, but ${error.detail}. Nothing was changed.`;
        case 'NewerBackup':
          return `The backup is of a newer release (schema ${error.found}, this one knows ${error.newest}). Restore it with that release. Nothing was changed.`;
        case 'NotEmpty':
          return 'The database is not empty, and a restore overwrites nothing. Restore into an empty one: --data NEWDIR, or a fresh --database-schema.';
      }
    },
  },
  'zh-Hans': {
    expectedFile: '请指定文件：throughline backup FILE.tar.gz [--data DIR | --database-url postgres://..]',
    noData: (folder) => `${folder} 中没有数据。请用 --data DIR 指定服务器使用的文件夹。`,
    exists: (file) => `${file} 已存在，不会覆盖。请换一个文件名。`,
    saved: (rows, file) => `已将 ${rows} 行保存到 ${file}。其中包含全部内容，也包括链接和会话，请妥善保管。`,
    restored: (rows, file) => `已从 ${file} 恢复 ${rows} 行。`,
    refused: (error) => {
      switch (error.type) {
        case 'NotABackup':
          return `需要由“throughline backup”写出的文件，但此文件不是（${error.detail}）。没有改动任何内容。`;
        case 'NewerBackup':
          return `此备份来自更新的版本（结构 ${error.found}，本版本最多支持 ${error.newest}）。请用那个版本恢复。没有改动任何内容。`;
        case 'NotEmpty':
          return '数据库不是空的，恢复不会覆盖任何内容。请恢复到空数据库：--data 新文件夹，或新的 --database-schema。';
      }
    },
  },
  'zh-Hant': {
    expectedFile: '請指定檔案：throughline backup FILE.tar.gz [--data DIR | --database-url postgres://..]',
    noData: (folder) => `${folder} 裡沒有資料。請用 --data DIR 指定伺服器使用的資料夾。`,
    exists: (file) => `${file} 已存在，不會覆寫。請換一個檔名。`,
    saved: (rows, file) =>
      `已將 ${rows} 列存到 ${file}。其中包含全部內容，也包括連結和工作階段，請妥善保管。`,
    restored: (rows, file) => `已從 ${file} 還原 ${rows} 列。`,
    refused: (error) => {
      switch (error.type) {
        case 'NotABackup':
          return `需要由「throughline backup」寫出的檔案，但這個檔案不是（${error.detail}）。沒有變更任何內容。`;
        case 'NewerBackup':
          return `這份備份來自較新的版本（結構 ${error.found}，本版本最多支援 ${error.newest}）。請用那個版本還原。沒有變更任何內容。`;
        case 'NotEmpty':
          return '資料庫不是空的，還原不會覆寫任何內容。請還原到空的資料庫：--data 新資料夾，或新的 --database-schema。';
      }
    },
  },
};
