import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../config.ts';
import { backupTo } from '../../storage/backup.ts';
import { openDatabase } from '../../storage/openDatabase.ts';
import { backupText } from '../backupText.ts';
import type { Command } from '../command.ts';
import { configErrorText } from '../configErrorText.ts';
import { serveText } from '../serveText.ts';

/** `throughline backup`: everything the server keeps, in one file, also while it runs. */
export const backup: Command = {
  name: 'backup',
  summary: {
    en: 'Saves all data of the server, also while it runs.',
    'zh-Hans': '备份服务器的全部数据，服务器运行时也可以。',
    'zh-Hant': '備份伺服器的全部資料，伺服器執行時也可以。',
  },
  usage: 'FILE.tar.gz [--data DIR | --database-url postgres://..]',
  async run(args, output) {
    const say = backupText[output.language];
    const [file, ...options] = args;
    const config = readConfig(options, process.env);
    if (file === undefined || file.startsWith('--')) {
      output.tell(say.expectedFile);
      return 2;
    }
    if (!config.ok) {
      output.tell(configErrorText(config.error, serveText[output.language]));
      return 2;
    }
    if (existsSync(file)) {
      output.tell(say.exists(file));
      return 1;
    }
    const { databaseUrl, data } = config.value;
    if (databaseUrl === undefined && !existsSync(join(data, 'throughline.db'))) {
      output.tell(say.noData(data));
      return 1;
    }
    const database = await openDatabase(config.value);
    try {
      const { rows } = await backupTo(file, database, Date.now());
      output.tell(say.saved(rows, file));
      return 0;
    } finally {
      await database.close();
    }
  },
};
