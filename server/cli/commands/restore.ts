import { readConfig } from '../../config.ts';
import { restoreFrom } from '../../storage/backup.ts';
import { openDatabase } from '../../storage/openDatabase.ts';
import { backupText } from '../backupText.ts';
import type { Command } from '../command.ts';
import { configErrorText } from '../configErrorText.ts';
import { serveText } from '../serveText.ts';

/** `throughline restore`: a backup into an empty database, of either kind. */
export const restore: Command = {
  name: 'restore',
  summary: {
    en: 'Restores a backup into an empty database.',
    'zh-Hans': '把备份恢复到空数据库。',
    'zh-Hant': '把備份還原到空的資料庫。',
  },
  usage: 'FILE.tar.gz [--data DIR | --database-url postgres://..]',
  async run(args, output) {
    const say = backupText[output.language];
    const [file, ...options] = args;
    const config = readConfig(options, process.env);
    if (file === undefined || file.startsWith('--')) {
      output.tell(say.expectedFile.replace('backup', 'restore'));
      return 2;
    }
    if (!config.ok) {
      output.tell(configErrorText(config.error, serveText[output.language]));
      return 2;
    }
    const database = await openDatabase(config.value);
    try {
      const restored = await restoreFrom(file, database);
      output.tell(restored.ok ? say.restored(restored.value.rows, file) : say.refused(restored.error));
      return restored.ok ? 0 : 1;
    } finally {
      await database.close();
    }
  },
};
