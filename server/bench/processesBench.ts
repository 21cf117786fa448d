import { socketProtocols } from '../../model/protocol/tickets.ts';
import { Browser } from '../testing/browser.ts';
import { postgresInstallation } from '../testing/installation.ts';
import { bundledServer, startProcess } from '../testing/serverProcess.ts';
import { addressOf } from '../testing/services.ts';
import { claimed, newLink, newMap, ticketFor } from '../testing/testServer.ts';
import { BenchClient } from './benchClient.ts';
import { option, quantile, wait } from './options.ts';

/**
 * From a writer at one process to watchers at another, on PostgreSQL and Redis: `node server/bench/run.js
 * processesBench --seconds 10`, with TEST_POSTGRES_URL and TEST_REDIS_URL set. The bar is 25 ms at p95.
 */
export async function main(args: readonly string[]): Promise<void> {
  const seconds = Number(option(args, 'seconds', '10'));
  const bundle = await bundledServer();
  const installation = await postgresInstallation();
  const flags = [...installation.flags, '--redis-url', addressOf('Redis')];
  const one = await startProcess(bundle.path, flags);
  const two = await startProcess(bundle.path, flags);
  try {
    const owner = await claimed(two);
    const mapId = await newMap(owner);
    const secret = await newLink(owner, mapId, { role: 'editor' });
    const { ticket } = await ticketFor(new Browser(two.address), { secret });
    const client = (address: string) =>
      new BenchClient(
        {
          url: `${address.replace('http', 'ws')}/sync/${mapId}`,
          protocols: socketProtocols(ticket),
          prefix: new Uint8Array(),
          greeting: [],
        },
        true,
      ).opened();
    const writers = await Promise.all(Array.from({ length: 20 }, () => client(one.address)));
    const watchers = await Promise.all(Array.from({ length: 10 }, () => client(two.address)));
    const timers = writers.map((writer, index) => setInterval(() => writer.write(`w${index}`), 200 + index));
    await wait(1_500);
    for (const watcher of watchers) watcher.latencies.length = 0;
    await wait(seconds * 1_000);
    for (const timer of timers) clearInterval(timer);
    const sorted = watchers.flatMap(({ latencies }) => latencies).sort((a, b) => a - b);
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(sorted, share).toFixed(1));
    process.stdout.write(`two processes: p50 ${p50}  p95 ${p95}  p99 ${p99} ms (${sorted.length} samples)\n`);
    for (const each of [...writers, ...watchers]) each.close();
  } finally {
    await one.end('SIGTERM');
    await two.end('SIGTERM');
    await installation.remove();
    await bundle.remove();
  }
}
