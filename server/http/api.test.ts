import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import type {
  JoinAnswer,
  LinkList,
  MapInfo,
  MapList,
  SearchAnswer,
  ServerInfo,
  VersionInfo,
  WorkspaceInfo,
} from '../../model/protocol/api.ts';
import { closeCodes } from '../../model/protocol/closeCodes.ts';
import { mapIdOfKey } from '../access/ownerKey.ts';
import type { Browser } from '../testing/browser.ts';
import { Client, until } from '../testing/client.ts';
import {
  claimed,
  newLink,
  newMap,
  startTestServer,
  type TestServer,
  ticketFor,
  stateOf,
} from '../testing/testServer.ts';

let server: TestServer;
let owner: Browser;
let time = Date.now();
beforeAll(async () => {
  server = await startTestServer([], { now: () => time });
  owner = await claimed(server);
});
afterAll(() => server.stop());

async function joinBy(secret: string, browser = server.browser()): Promise<Client> {
  const { ticket, document } = await ticketFor(browser, { secret });
  return new Client(server.address, document, ticket).synced();
}

describe('the first start', () => {
  it('[O5] a new server has a sample map and no owner; the printed link makes one, once', async () => {
    const fresh = await startTestServer();
    const visitor = fresh.browser();
    expect(await visitor.get<ServerInfo>('/api/server')).toMatchObject({ claimed: false, you: null });
    expect(await visitor.refusal(visitor.get('/api/maps'))).toMatchObject({
      type: 'throughline:sign-in-needed',
    });
    expect(await visitor.refusal(visitor.post('/api/claim', { secret: 'x'.repeat(22) }))).toMatchObject({
      type: 'throughline:claim-unknown',
    });
    const info = await visitor.post<ServerInfo>('/api/claim', { secret: fresh.claimSecret, name: 'Ada' });
    expect(info).toMatchObject({ claimed: true, you: { name: 'Ada', administrator: true, mayCreate: true } });
    const { maps } = await visitor.get<MapList>('/api/maps');
    expect(maps).toMatchObject([{ title: 'A wrong parcel', role: 'owner' }]);
    const other = fresh.browser();
    expect(await other.refusal(other.post('/api/claim', { secret: fresh.claimSecret }))).toMatchObject({
      type: 'throughline:claim-unknown',
    });
    const { ticket } = await ticketFor(visitor, { document: maps[0]!.id });
    const client = await new Client(fresh.address, maps[0]!.id, ticket).synced();
    expect(client.doc.getMap('cards').size).toBeGreaterThan(5);
    client.leave();
    await fresh.stop();
  });
});

describe('requests from elsewhere', () => {
  it('[R6] whatever changes something must come from a page of this server', async () => {
    const ask = (headers: Record<string, string>) =>
      owner.refusal(owner.request('POST', '/api/maps', {}, headers));
    expect(await ask({ Origin: 'http://evil.example' })).toMatchObject({ type: 'throughline:wrong-origin' });
    expect(await ask({ Origin: 'null' })).toMatchObject({ type: 'throughline:wrong-origin' });
    expect(await ask({ Origin: server.address.replace('http', 'https') })).toMatchObject({ status: 403 });
    const byName = server.address.replace('127.0.0.1', 'localhost');
    expect(await ask({ Origin: byName })).toMatchObject({ status: 403 });
  });

  it('[R6] a body that is no JSON, or not what was expected, is refused with a path', async () => {
    const mapId = await newMap(owner);
    expect(await owner.refusal(owner.post(`/api/maps/${mapId}/links`, { role: 'king' }))).toMatchObject({
      type: 'throughline:bad-request',
      values: { path: 'role' },
    });
    expect(await owner.refusal(owner.post('/api/maps', { surprise: 1 }))).toMatchObject({ status: 400 });
    expect(await owner.refusal(owner.get('/api/nothing'))).toMatchObject({ type: 'throughline:not-found' });
  });
});

describe('links', () => {
  it('[R7] a password is asked for, checked, and cannot be guessed quickly', async () => {
    const secret = await newLink(owner, await newMap(owner), { role: 'viewer', password: 'sesame' });
    const guest = server.browser();
    expect(await guest.refusal(ticketFor(guest, { secret }))).toMatchObject({
      type: 'throughline:password-needed',
    });
    expect((await ticketFor(guest, { secret, password: 'sesame' })).role).toBe('viewer');
    const answers = [];
    for (let i = 0; i < 12; i++)
      answers.push((await guest.refusal(ticketFor(guest, { secret, password: 'wrong' }))).type);
    expect(answers.slice(0, 5)).toEqual(Array(5).fill('throughline:password-wrong'));
    expect(answers.at(-1)).toBe('throughline:too-many-requests');
  });

  it('[R8] a link expires: no ticket after that, and none that outlives it', async () => {
    const expiresAt = time + 60_000;
    const secret = await newLink(owner, await newMap(owner), { role: 'editor', expiresAt });
    const guest = server.browser();
    expect((await ticketFor(guest, { secret })).expiresAt).toBe(expiresAt);
    time += 61_000;
    expect(await guest.refusal(ticketFor(guest, { secret }))).toMatchObject({
      type: 'throughline:link-expired',
    });
  });

  it('[R9] changing a link makes its tickets void; only the hash of the secret is stored', async () => {
    const mapId = await newMap(owner);
    const secret = await newLink(owner, mapId, { role: 'editor' });
    const client = await joinBy(secret);
    const { links } = await owner.get<LinkList>(`/api/maps/${mapId}/links`);
    await owner.patch(`/api/maps/${mapId}/links/${links[0]!.id}`, { password: 'now with one' });
    expect(await client.closed()).toMatchObject({ code: closeCodes.ticketExpired });
    client.leave();
    const tables = await server.services.database.rows('SELECT * FROM links');
    expect(JSON.stringify(tables)).not.toContain(secret);
    expect(JSON.stringify(tables)).not.toContain('now with one');
  });

  it('[R10] guests cannot list links, make maps or manage what they came to by a link', async () => {
    const mapId = await newMap(owner);
    const guest = server.browser();
    await ticketFor(guest, { secret: await newLink(owner, mapId, { role: 'editor' }) });
    for (const asked of [
      guest.get(`/api/maps/${mapId}/links`),
      guest.post(`/api/maps/${mapId}/links`, { role: 'owner' }),
      guest.patch(`/api/maps/${mapId}`, { trashed: true }),
      guest.put(`/api/maps/${mapId}/content`, { state: stateOf('x') }),
      guest.post('/api/maps', { title: 'mine' }),
      guest.post('/api/workspaces', { name: 'mine' }),
    ])
      expect(await guest.refusal(asked)).toMatchObject({ type: 'throughline:forbidden' });
    expect((await guest.get<MapList>('/api/maps')).maps).toEqual([]);
  });
});

describe('members', () => {
  it('[R11] a member comes in without a link; taking the role away ends the connection', async () => {
    const mapId = await newMap(owner);
    const guest = server.browser();
    await ticketFor(guest, { secret: await newLink(owner, mapId, { role: 'viewer' }), name: 'Bo' });
    const { you } = await guest.get<ServerInfo>('/api/server');
    await owner.put(`/api/maps/${mapId}/members/${you!.id}`, { role: 'editor' });
    const answer = await ticketFor(guest, { document: mapId });
    expect(answer.role).toBe('editor');
    const client = await new Client(server.address, mapId, answer.ticket).synced();
    await owner.delete(`/api/maps/${mapId}/members/${you!.id}`);
    expect(await client.closed()).toMatchObject({ code: closeCodes.accessWithdrawn });
    client.leave();
  });

  it('[R12] a workspace: an invitation makes a member, whose role holds on all its maps; one owner stays', async () => {
    const workspace = await owner.post<WorkspaceInfo>('/api/workspaces', { name: '客户体验' });
    const map = await owner.post<MapInfo>('/api/maps', { title: 'In it', workspaceId: workspace.id });
    const { secret } = await owner.post<{ secret: string }>(`/api/workspaces/${workspace.id}/links`, {
      role: 'editor',
    });
    const colleague = server.browser();
    const joined = await colleague.post<JoinAnswer>('/api/join', { secret, name: 'Bo' });
    expect(joined).toMatchObject({
      to: 'workspace',
      workspace: { name: '客户体验', role: 'editor', members: 2 },
    });
    expect((await colleague.get<MapList>('/api/maps')).maps).toMatchObject([{ id: map.id, role: 'editor' }]);
    expect((await colleague.post<MapInfo>('/api/maps', { title: 'New' })).workspaceId).toBe(workspace.id);
    const { you } = await owner.get<ServerInfo>('/api/server');
    expect(
      await owner.refusal(owner.delete(`/api/workspaces/${workspace.id}/members/${you!.id}`)),
    ).toMatchObject({ type: 'throughline:not-now' });
    expect(await colleague.refusal(colleague.get(`/api/workspaces/${workspace.id}/members`))).toMatchObject({
      status: 403,
    });
  });
});

describe('publishing', () => {
  const publish = async (key: ReturnType<typeof newKey>, id: MapId, challenge?: string) => {
    const fresh = challenge ?? (await owner.post<{ challenge: string }>('/api/challenges')).challenge;
    const signature = sign('sha256', Buffer.from(`${fresh}.${id}`), {
      key: key.privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    const proof = {
      publicKey: key.spki.toString('base64'),
      challenge: fresh,
      signature: signature.toString('base64'),
    };
    return owner.post<MapInfo>('/api/maps', { id, proof, title: 'Mine', state: stateOf('Mine') });
  };
  const newKey = () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return { privateKey, spki: publicKey.export({ type: 'spki', format: 'der' }) };
  };

  it('[R13] an id can be published only with its key, once, and a challenge serves once', async () => {
    const [key, other] = [newKey(), newKey()];
    const id = mapIdOfKey(key.spki);
    expect(await owner.refusal(publish(other, id))).toMatchObject({ type: 'throughline:signature-wrong' });
    expect(await owner.refusal(owner.post('/api/maps', { id }))).toMatchObject({
      type: 'throughline:signature-wrong',
    });
    expect(await publish(key, id)).toMatchObject({ id, role: 'owner' });
    expect(await owner.refusal(publish(key, id))).toMatchObject({ type: 'throughline:already-exists' });
    const { challenge } = await owner.post<{ challenge: string }>('/api/challenges');
    const third = newKey();
    await publish(third, mapIdOfKey(third.spki), challenge);
    const fourth = newKey();
    expect(await owner.refusal(publish(fourth, mapIdOfKey(fourth.spki), challenge))).toMatchObject({
      status: 401,
    });
  });

  it('[R13] a state that is no whole document is refused', async () => {
    for (const state of ['AAEC', Buffer.from('garbage that is no update').toString('base64')])
      expect(await owner.refusal(owner.post('/api/maps', { state }))).toMatchObject({
        type: 'throughline:bad-request',
      });
  });
});

describe('history', () => {
  /** Without those that the clock makes, whenever a test takes long. */
  const versionsByHand = async (mapId: MapId) => {
    const { versions } = await owner.get<{ versions: VersionInfo[] }>(`/api/maps/${mapId}/versions`);
    return versions.filter((version) => version.kind !== 'automatic');
  };

  it('[P12] a version keeps the state of its moment', async () => {
    const mapId = await newMap(owner);
    const client = await joinBy(await newLink(owner, mapId, { role: 'editor' }));
    client.cards().set('one', 'x');
    await client.saved();
    const version = await owner.post<VersionInfo>(`/api/maps/${mapId}/versions`, { label: 'First' });
    client.cards().set('two', 'x');
    await client.saved();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await owner.get<Uint8Array>(`/api/maps/${mapId}/versions/${version.id}`));
    expect(doc.getMap('cards').toJSON()).toEqual({ one: 'x' });
    await owner.patch(`/api/maps/${mapId}/versions/${version.id}`, { label: 'Renamed' });
    expect(await versionsByHand(mapId)).toMatchObject([
      { label: 'Renamed', kind: 'named', personName: 'Ada' },
    ]);
    client.leave();
  });

  it('[P13] replacing the content raises the epoch: old connections and copies are turned away, the old state stays', async () => {
    const mapId = await newMap(owner);
    const secret = await newLink(owner, mapId, { role: 'editor' });
    const client = await joinBy(secret);
    client.cards().set('old', 'x');
    await client.saved();
    const info = await owner.put<MapInfo>(`/api/maps/${mapId}/content`, { state: stateOf('Backup') });
    expect(info.epoch).toBe(2);
    expect(await client.closed()).toMatchObject({ code: closeCodes.epochDiffers });
    client.leave();
    const guest = server.browser();
    expect(await guest.refusal(guest.post('/api/tickets', { secret, epoch: 1 }))).toMatchObject({
      type: 'throughline:epoch-differs',
      values: { epoch: 2 },
    });
    const later = await joinBy(secret);
    expect(later.cards().has('old')).toBe(false);
    later.leave();
    expect(await versionsByHand(mapId)).toMatchObject([{ kind: 'beforeReplace' }]);
  });

  it('[P14] the trash: out of the library, closed to everybody, and back again; deletion is for good', async () => {
    const mapId = await newMap(owner, 'To be thrown away');
    const secret = await newLink(owner, mapId, { role: 'editor' });
    const client = await joinBy(secret);
    expect(await owner.refusal(owner.delete(`/api/maps/${mapId}`))).toMatchObject({
      type: 'throughline:not-now',
    });
    await owner.patch(`/api/maps/${mapId}`, { trashed: true });
    expect(await client.closed()).toMatchObject({ code: closeCodes.noSuchMap });
    client.leave();
    const isIn = async (path: string) =>
      (await owner.get<MapList>(path)).maps.some((map) => map.id === mapId);
    expect([await isIn('/api/maps'), await isIn('/api/maps?trash=1')]).toEqual([false, true]);
    const guest = server.browser();
    expect(await guest.refusal(ticketFor(guest, { secret }))).toMatchObject({
      type: 'throughline:no-such-map',
    });
    await owner.patch(`/api/maps/${mapId}`, { trashed: false });
    (await joinBy(secret)).leave();
    await owner.patch(`/api/maps/${mapId}`, { trashed: true });
    await owner.delete(`/api/maps/${mapId}`);
    expect([await isIn('/api/maps'), await isIn('/api/maps?trash=1')]).toEqual([false, false]);
  });
});

describe('search', () => {
  it('[P11] finds what stands on the maps I may read, also in Chinese, and nothing of others', async () => {
    const create = async (title: string) => {
      const map = await owner.post<MapInfo>('/api/maps', { title: '', state: stateOf(title) });
      const client = await joinBy(await newLink(owner, map.id, { role: 'viewer' }));
      await until(() => client.provider.synced, 'it is open');
      client.leave();
      return map.id;
    };
    const chinese = await create('大客户投诉旅程');
    await create('Something else');
    const find = async (query: string) =>
      (await owner.get<SearchAnswer>(`/api/search?query=${encodeURIComponent(query)}`)).hits;
    let hits = await find('客户');
    for (let i = 0; i < 200 && hits.length === 0; i++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      hits = await find('客户');
    }
    expect(hits).toMatchObject([
      { map: { id: chinese, title: '大客户投诉旅程' }, excerpt: expect.stringContaining('大客户投诉') },
    ]);
    const guest = server.browser();
    await ticketFor(guest, { secret: await newLink(owner, await newMap(owner), { role: 'viewer' }) });
    expect((await guest.get<SearchAnswer>('/api/search?query=%E5%AE%A2%E6%88%B7')).hits).toEqual([]);
  });
});
