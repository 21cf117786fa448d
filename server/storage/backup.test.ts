import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../testing/client.ts';
import { openTestPostgres } from '../testing/postgres.ts';
import { describeWith } from '../testing/services.ts';
import {
  claimed,
  newLink,
  newMap,
  startTestServer,
  type TestServer,
  ticketFor,
} from '../testing/testServer.ts';
import { backupTo, restoreFrom } from './backup.ts';
import type { Database } from './database.ts';
import { documentStore } from './documentStore.ts';
import { tables } from './migrations.ts';
import { openSqlite } from './sqlite.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'throughline-backup-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function contentOf(database: Database): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of tables) {
    const rows = await database.rows<object>(`SELECT * FROM ${table}`);
    const text = rows.map((row) =>
      JSON.stringify(
        Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)),
        (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value),
      ),
    );
    all[table] = text.sort((a, b) => (a < b ? -1 : 1));
  }
  return all;
}

function restoreContract(name: string, open: () => Promise<Database>): void {
  it(`[P15] a backup made while people write restores completely: to ${name}`, async () => {
    const owner = await claimed(server).catch(() => undefined);
    const path = join(folder, `${name}.tar.gz`);
    if (owner !== undefined) {
      const mapId = await newMap(owner, '客户旅程');
      const { ticket } = await ticketFor(owner, { document: mapId });
      await newLink(owner, mapId, { role: 'viewer' });
      const picture = { mime: 'image/png', bytes: Uint8Array.of(0, 137, 255) };
      await server.services.pictures.keep(mapId, 'a'.repeat(64), picture);
      const client = await new Client(server.address, mapId, ticket).synced();
      for (let i = 0; i < 20; i++) client.cards().set(`card ${i}`, '😀');
      await client.saved();
      client.leave();
    }
    // The backup opens the file a second time, as the command does.
    const second = openSqlite(join(server.data, 'throughline.db'));
    await backupTo(path, second, 1);
    const before = await contentOf(second);
    await second.close();
    const fresh = await open();
    expect(await restoreFrom(path, fresh)).toMatchObject({ ok: true });
    expect(await contentOf(fresh)).toEqual(before);
    const documents = await fresh.rows<{ name: string; head: number }>('SELECT name, head FROM documents');
    for (const { name, head } of documents) expect((await documentStore(fresh).load(name))!.head).toBe(head);
    expect(await restoreFrom(path, fresh)).toEqual({ ok: false, error: { type: 'NotEmpty' } });
    await fresh.close();
  });
}

restoreContract('SQLite', async () => openSqlite(':memory:'));
describeWith(['PostgreSQL'], 'to PostgreSQL', () => restoreContract('PostgreSQL', openTestPostgres));

describe('broken backups', () => {
  it('[P16] a broken, cut, foreign or newer archive is refused and leaves the database empty', async () => {
    const path = join(folder, 'good.tar.gz');
    await backupTo(path, server.services.database, 1);
    const good = await readFile(path);
    const tar = gunzipSync(good);
    const flipped = Uint8Array.from(tar);
    flipped[100] = 1;
    const newer = Buffer.from(tar);
    const schema = newer.indexOf('"schema":');
    newer.write('9', schema + '"schema":'.length);
    const cases: Record<string, Uint8Array> = {
      cut: good.subarray(0, good.length / 2),
      'no gzip': Buffer.from('hello'),
      'no tar': gzipSync(Buffer.from('hello')),
      flipped: gzipSync(flipped),
      newer: gzipSync(newer),
    };
    for (const [name, bytes] of Object.entries(cases)) {
      const bad = join(folder, 'bad.tar.gz');
      await writeFile(bad, bytes);
      const fresh = openSqlite(':memory:');
      const restored = await restoreFrom(bad, fresh);
      expect(restored, name).toMatchObject({
        ok: false,
        error: { type: name === 'newer' ? 'NewerBackup' : 'NotABackup' },
      });
      expect(await fresh.rows('SELECT id FROM maps'), name).toEqual([]);
      await fresh.close();
    }
  });
});
