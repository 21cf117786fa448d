import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../../package.json' with { type: 'json' };
import { readConfig } from '../../config.ts';
import { startServer } from '../../startServer.ts';
import type { Command } from '../command.ts';
import { configErrorText } from '../configErrorText.ts';
import { serveText } from '../serveText.ts';

/** `throughline serve`: the app and its server on one port, until it is told to stop. */
export const serve: Command = {
  name: 'serve',
  summary: {
    en: 'Serves the app, and keeps and relays its maps.',
    'zh-Hans': '提供应用，保存并同步地图。',
    'zh-Hant': '提供應用程式，儲存並同步地圖。',
  },
  usage:
    '[--port 4400] [--host 127.0.0.1] [--data DIR] [--database-url postgres://..] [--redis-url redis://..]',
  async run(args, output) {
    const say = serveText[output.language];
    const config = readConfig(args, process.env);
    if (!config.ok) {
      output.tell(configErrorText(config.error, say));
      return 2;
    }
    try {
      const server = await startServer(config.value, {
        version: packageJson.version,
        appDirectory: appDirectory(),
        language: output.language,
        now: () => Date.now(),
      });
      const { host, publicUrls, databaseUrl, data } = config.value;
      const address = publicUrls[0] ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${server.port}`;
      const lines = [say.address(address), databaseUrl === undefined ? say.data(data) : say.dataInPostgres];
      if (server.claimSecret !== undefined)
        lines.push(say.ownerLink(`${address}/claim#${server.claimSecret}`));
      output.tell(lines.join('\n'));
      output.tell(say.stopping(await stopSignal()));
      await server.stop();
      return 0;
    } catch (error) {
      output.tell(say.failed(error instanceof Error ? error.message : String(error)));
      return 1;
    }
  },
};

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
}

/** Beside the bundle in dist/, or, when the sources run by themselves, in the checkout's dist/. */
function appDirectory(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.endsWith(join('dist', 'server')) ? join(here, '../app') : join(here, '../../../dist/app');
}
