import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { MapId } from '../model/map/ids.ts';
import { closeCodes } from '../model/protocol/closeCodes.ts';
import { readConfig } from './config.ts';
import { Client, until } from './testing/client.ts';
import { claimed, newMap, startTestServer, stateOf, ticketFor } from './testing/testServer.ts';

describe('configuration', () => {
  it('[O6] a flag wins over the environment, and what is wrong is named with what was expected', () => {
    const read = (args: string[], environment = {}) => readConfig(args, environment);
    expect(read(['--port', '1'], { THROUGHLINE_PORT: '2' })).toMatchObject({ ok: true, value: { port: 1 } });
    expect(read([], { THROUGHLINE_DATABASE_URL: 'postgres://a@b/c' })).toMatchObject({
      value: { databaseUrl: 'postgres://a@b/c' },
    });
    expect(read(['--port=77'])).toMatchObject({ value: { port: 77 } });
    expect(read(['--trust-proxy'])).toMatchObject({ value: { trustProxy: true } });
    for (const [wrong, option] of [
      [['--port', 'many'], 'port'],
      [['--port'], 'port'],
      [['--database-url', 'mysql://x'], 'database-url'],
      [['--database-schema', 'a; drop'], 'database-schema'],
      [['--oidc-issuer', 'https://a.example'], 'oidc-client-id'],
    ] as const)
      expect(read([...wrong])).toMatchObject({ ok: false, error: { type: 'WrongOption', option } });
    expect(read(['--prot', '1'])).toMatchObject({
      ok: false,
      error: { type: 'UnknownOption', option: '--prot' },
    });
  });
});

describe('running', () => {
  it('[O7] health, readiness and metrics answer; every answer forbids foreign scripts and frames', async () => {
    const port = await freePort();
    const server = await startTestServer(['--metrics-port', String(port)]);
    const owner = await claimed(server);
    const mapId = await newMap(owner);
    const client = await new Client(
      server.address,
      mapId,
      (await ticketFor(owner, { document: mapId })).ticket,
    ).synced();
    client.cards().set('a', 'x');
    await client.saved();
    expect(await owner.get('/health')).toEqual({ status: 'up' });
    expect(await owner.get('/ready')).toEqual({ status: 'ready' });
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toMatch(/throughline_connections 1/);
    expect(text).toMatch(/throughline_updates_total 1/);
    expect((await fetch(`${server.address}/metrics`)).status).toBe(404);
    const { headers } = await fetch(`${server.address}/api/server`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    client.leave();
    await server.stop();
  });

  it('[O8] stopping sends everybody away with 4503, after everything was written', async () => {
    const server = await startTestServer();
    const owner = await claimed(server);
    const mapId = await newMap(owner);
    const client = await new Client(
      server.address,
      mapId,
      (await ticketFor(owner, { document: mapId })).ticket,
    ).synced();
    for (let i = 0; i < 50; i++) client.cards().set(`card ${i}`, 'x');
    const { database } = server.services;
    const rowsAtEnd = new Promise<number>((done) => {
      const close = database.close.bind(database);
      database.close = async () => {
        const [row] = await database.rows<{ head: number }>('SELECT head FROM documents WHERE name = $1', [
          mapId,
        ]);
        done(row!.head);
        await close();
      };
    });
    await until(() => server.services.rooms.open(mapId)!.sequence > 0, 'the first edits are written');
    await server.stop();
    expect(await client.closed()).toMatchObject({ code: closeCodes.draining });
    expect(await rowsAtEnd).toBeGreaterThan(0);
    client.leave();
  });

  it('[O12] connections are sent away a few at a time, and the others go on', async () => {
    const server = await startTestServer();
    const owner = await claimed(server);
    const mapId = await newMap(owner);
    const { ticket } = await ticketFor(owner, { document: mapId });
    const clients = await Promise.all(
      Array.from({ length: 60 }, () => new Client(server.address, mapId, ticket).synced()),
    );
    const last = clients.at(-1)!;
    const stopped = server.stop();
    await clients[0]!.closed();
    expect(clients.filter(({ closes }) => closes.length > 0).length).toBeLessThan(40);
    last.cards().set('late', 'x');
    await last.saved();
    for (const client of clients) expect(await client.closed()).toMatchObject({ code: closeCodes.draining });
    await stopped;
    for (const client of clients) client.leave();
  });

  it('[O13] a workspace that is full takes nothing large any more, and edits go on', async () => {
    const server = await startTestServer(['--workspace-megabytes', '1']);
    const owner = await claimed(server);
    const mapId = await newMap(owner);
    const { ticket } = await ticketFor(owner, { document: mapId });
    const client = await new Client(server.address, mapId, ticket).synced();
    const keep = () => owner.post(`/api/maps/${mapId}/versions`, { label: 'one', kind: 'named' });
    await keep();
    for (let i = 0; i < 4; i++) client.cards().set(`large ${i}`, 'x'.repeat(250_000));
    await client.saved();
    expect(await owner.refusal(keep())).toMatchObject({
      type: 'throughline:quota-reached',
      values: { most: 1_000_000 },
    });
    expect((await owner.refusal(newMap(owner))).type).toBe('throughline:quota-reached');
    // A picture, new content and a map of another workspace are held against it too.
    const { ticket: picturing } = await ticketFor(owner, { document: mapId });
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
    const picture = await fetch(
      `${server.address}/api/maps/${mapId}/pictures/${createHash('sha256').update(bytes).digest('hex')}`,
      {
        method: 'PUT',
        headers: { authorization: `Bearer ${picturing}`, 'content-type': 'application/octet-stream' },
        body: bytes,
      },
    );
    expect(await picture.json()).toMatchObject({ type: 'throughline:quota-reached' });
    const content = owner.put(`/api/maps/${mapId}/content`, { state: stateOf('x') });
    expect((await owner.refusal(content)).type).toBe('throughline:quota-reached');
    const { id: other } = await owner.post<{ id: string }>('/api/workspaces', { name: 'Other' });
    const { id: elsewhere } = await owner.post<{ id: MapId }>('/api/maps', { workspaceId: other });
    const [full] = (
      await owner.get<{ maps: { id: string; workspaceId: string }[] }>('/api/maps')
    ).maps.filter(({ id }) => id === mapId);
    const move = owner.patch(`/api/maps/${elsewhere}`, { workspaceId: full?.workspaceId });
    expect((await owner.refusal(move)).type).toBe('throughline:quota-reached');
    client.cards().set('small', 'x');
    await client.saved();
    client.leave();
    await server.stop();
  });

  it('[O9] a room that nobody looks at is unloaded, compacted, and comes back whole', async () => {
    const server = await startTestServer([], { idleMs: 0 });
    const owner = await claimed(server);
    const mapId = await newMap(owner);
    const open = async () =>
      new Client(server.address, mapId, (await ticketFor(owner, { document: mapId })).ticket).synced();
    const first = await open();
    for (let i = 0; i < 10; i++) {
      first.cards().set(`card ${i}`, 'x');
      await first.saved();
    }
    first.leave();
    await until(() => server.services.rooms.openDocuments === 0, 'it is unloaded');
    expect(await server.services.database.rows('SELECT 1 FROM updates WHERE document = $1', [mapId])).toEqual(
      [],
    );
    const again = await open();
    expect(again.cards().size).toBe(10);
    again.leave();
    await server.stop();
  });
});

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}
