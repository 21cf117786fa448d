import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { MapId } from '../../model/map/ids.ts';
import { Browser } from '../testing/browser.ts';
import { Client } from '../testing/client.ts';
import { sqliteInstallation } from '../testing/installation.ts';
import { bundledServer, type ServerProcess, startProcess } from '../testing/serverProcess.ts';
import { option } from './options.ts';
import { claimed, newLink, newMap, ticketFor } from '../testing/testServer.ts';

/**
 * People come, write, move about and go, for ten minutes: `node server/bench/run.js soak`. In the end every client of a map has the
 * same content, and the server's heap is back where it was (5 MB more at most), garbage collected by its inspector.
 */
export async function main(args: readonly string[]): Promise<void> {
  const minutes = Number(option(args, 'minutes', '10'));
  const bundle = await bundledServer();
  const installation = await sqliteInstallation();
  const server = await startProcess(bundle.path, installation.flags, ['--inspect=127.0.0.1:0']);
  try {
    const owner = await claimed(server);
    const places: { mapId: MapId; secret: string }[] = [];
    for (let i = 0; i < 10; i++) {
      const mapId = await newMap(owner);
      places.push({ mapId, secret: await newLink(owner, mapId, { role: 'editor' }) });
    }
    // Once around, so that what is kept for good is there before the first measurement.
    await load(server, places, 0.25);
    const before = await heapAfterRest(server);
    tell(`heap at rest: ${before.toFixed(1)} MB; now ${minutes} minutes of load`);
    const { joins, writes } = await load(server, places, minutes);
    const after = await heapAfterRest(server);
    tell(`${joins} joins, ${writes} writes; heap at rest ${before.toFixed(1)} -> ${after.toFixed(1)} MB`);
    if (after > before + 5) throw new Error('the heap did not come back');
  } finally {
    await server.end('SIGTERM');
    await installation.remove();
    await bundle.remove();
  }
}

async function load(
  server: ServerProcess,
  places: readonly { mapId: MapId; secret: string }[],
  minutes: number,
): Promise<{ joins: number; writes: number }> {
  const present: { client: Client; place: number }[] = [];
  let joins = 0;
  let writes = 0;
  const end = performance.now() + minutes * 60_000;
  while (performance.now() < end) {
    const dice = Math.random();
    const someone = present[Math.floor(Math.random() * present.length)];
    if (present.length < 5 || (dice < 0.05 && present.length < 40)) {
      const place = Math.floor(Math.random() * places.length);
      const { ticket, document } = await ticketFor(new Browser(server.address), {
        secret: places[place]!.secret,
      });
      present.push({ client: await new Client(server.address, document, ticket).synced(), place });
      joins += 1;
    } else if (dice < 0.09 && someone !== undefined) {
      someone.client.leave();
      present.splice(present.indexOf(someone), 1);
    } else if (someone !== undefined) {
      someone.client.cards().set(`card ${Math.floor(Math.random() * 200)}`, `text ${writes}`);
      someone.client.provider.awareness.setLocalStateField('cursor', writes);
      writes += 1;
    }
    await new Promise((rest) => setTimeout(rest, 15));
  }
  await Promise.all(present.map(({ client }) => client.saved()));
  for (const { place } of places.map((_, place) => ({ place })))
    await sameContent(
      server,
      places[place]!.secret,
      present.filter((each) => each.place === place).map((each) => each.client),
    );
  for (const { client } of present) client.leave();
  return { joins, writes };
}

async function sameContent(server: ServerProcess, secret: string, clients: readonly Client[]): Promise<void> {
  const { ticket, document } = await ticketFor(new Browser(server.address), { secret });
  const fresh = await new Client(server.address, document, ticket).synced();
  const sorted = (client: Client) =>
    JSON.stringify([...client.cards().entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
  const end = performance.now() + 10_000;
  while (clients.some((client) => sorted(client) !== sorted(fresh))) {
    if (performance.now() > end) throw new Error('clients of one map differ');
    await new Promise((rest) => setTimeout(rest, 20));
  }
  fresh.leave();
}

/** Half a minute after everybody left documents are unloaded; then the inspector collects what is garbage. */
async function heapAfterRest(server: ServerProcess): Promise<number> {
  await new Promise((rest) => setTimeout(rest, 35_000));
  const inspector = new WebSocket(server.inspector!);
  await once(inspector, 'open');
  let id = 0;
  const ask = async (method: string): Promise<{ usedSize?: number }> => {
    const mine = ++id;
    inspector.send(JSON.stringify({ id: mine, method }));
    for (;;) {
      const [data] = (await once(inspector, 'message')) as [Buffer];
      const answer = JSON.parse(data.toString()) as { id?: number; result?: { usedSize?: number } };
      if (answer.id === mine) return answer.result ?? {};
    }
  };
  await ask('HeapProfiler.collectGarbage');
  const { usedSize = 0 } = await ask('Runtime.getHeapUsage');
  inspector.terminate();
  return usedSize / 1024 / 1024;
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
