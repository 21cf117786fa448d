import * as Y from 'yjs';
import { BenchClient } from './benchClient.ts';
import { type Contender, contenderNames, startContender, usageOf } from './contenders.ts';
import { option, wait } from './options.ts';

/**
 * What opening costs, the three relays in turn: `node server/bench/run.js openBench --updates 100000 --documents 40`.
 * Cold open: many small edits, a restart, then one client: when it is told "synced", what it holds then, when it holds
 * all. Memory: documents of about 208 kB, a restart, then one client on each.
 */
export async function main(args: readonly string[]): Promise<void> {
  const updates = Number(option(args, 'updates', '100000'));
  const documents = Number(option(args, 'documents', '40'));
  for (const name of contenderNames) {
    const contender = await startContender(name);
    try {
      const cold = await coldOpen(contender, updates);
      process.stdout.write(
        `${name.padEnd(20)} ${updates} updates: synced after ${cold.syncedMs.toFixed(0)} ms with ${cold.keysAtSynced} of ${cards} cards, all after ${cold.completeMs.toFixed(0)} ms\n`,
      );
      const memory = await memoryPerDocument(contender, documents);
      process.stdout.write(
        `${name.padEnd(20)} ${documents} open documents of ${memory.kilobytes.toFixed(0)} kB: ${memory.megabytesEach.toFixed(2)} MB each\n`,
      );
    } finally {
      await contender.stop();
    }
  }
}

const cards = 960;
const writers = 20;

async function coldOpen(contender: Contender, updates: number) {
  const door = await contender.newDocument();
  const clients = await Promise.all(
    Array.from({ length: writers }, () => new BenchClient(door, true).opened()),
  );
  // A hundred a second from each: more would be a flood.
  for (let sent = 0; sent < updates; sent += writers * 10) {
    for (const [index, client] of clients.entries())
      for (let i = 0; i < 10; i++) client.write(`card ${((sent / writers + i) * writers + index) % cards}`);
    await wait(100);
  }
  await until(() => clients.every((client) => client.doc!.getMap('load').size === cards));
  // Hocuspocus writes up to ten seconds late.
  await wait(12_000);
  for (const client of clients) client.close();
  await wait(1_000);
  await contender.restart();

  const start = performance.now();
  const reader = new BenchClient(door, true);
  const held = () => reader.doc!.getMap('load').size;
  await reader.opened();
  const [syncedMs, keysAtSynced] = [performance.now() - start, held()];
  await until(() => held() === cards);
  const completeMs = performance.now() - start;
  reader.close();
  return { syncedMs, keysAtSynced, completeMs };
}

async function memoryPerDocument(contender: Contender, documents: number) {
  const doors = [];
  let kilobytes = 0;
  for (let i = 0; i < documents; i++) {
    const door = await contender.newDocument();
    doors.push(door);
    const client = await new BenchClient(door, true).opened();
    client.doc!.transact(() => {
      for (let card = 0; card < cards; card++)
        client.doc!.getMap('cards').set(`card_${card}`, `${'Where is my parcel? '.repeat(9)}${card}`);
    });
    kilobytes = Y.encodeStateAsUpdate(client.doc!).length / 1000;
    await wait(50);
    client.close();
  }
  await wait(12_000);
  await contender.restart();
  await wait(1_000);
  const before = usageOf(contender.pid).residentMb;
  const readers = [];
  for (const door of doors) readers.push(await new BenchClient(door, false).opened());
  await wait(2_000);
  const megabytesEach = (usageOf(contender.pid).residentMb - before) / documents;
  for (const reader of readers) reader.close();
  return { kilobytes, megabytesEach };
}

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 120_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error('the documents never became complete');
    await wait(5);
  }
}
