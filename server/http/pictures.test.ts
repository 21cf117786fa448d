import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MapId } from '../../model/map/ids.ts';
import { mostPictureBytes } from '../../model/map/pictureBytes.ts';
import type { Browser } from '../testing/browser.ts';
import {
  claimed,
  newLink,
  newMap,
  startTestServer,
  type TestServer,
  ticketFor,
} from '../testing/testServer.ts';

let server: TestServer;
let owner: Browser;
let mapId: MapId;
beforeAll(async () => {
  server = await startTestServer();
  owner = await claimed(server);
  mapId = await newMap(owner);
});
afterAll(() => server.stop());

const png = (...rest: number[]) => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...rest]);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const ask = (method: string, path: string, ticket: string, body?: Uint8Array) =>
  fetch(`${server.address}/api/maps/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${ticket}`,
      ...(body === undefined ? {} : { 'content-type': 'application/octet-stream' }),
    },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
const ownTicket = async () => (await ticketFor(owner, { document: mapId })).ticket;
const guestTicket = async (role: 'editor' | 'viewer') =>
  (await ticketFor(server.browser(), { secret: await newLink(owner, mapId, { role }) })).ticket;

describe('pictures', () => {
  it('[R23] an editor sends a picture, a viewer fetches it and cannot send one', async () => {
    const bytes = png(1, 2, 3);
    const path = `${mapId}/pictures/${hashOf(bytes)}`;
    const viewer = await guestTicket('viewer');
    expect((await ask('GET', path, viewer)).status).toBe(404);
    expect((await ask('PUT', path, viewer, bytes)).status).toBe(403);
    expect((await ask('PUT', path, await guestTicket('editor'), bytes)).status).toBe(204);
    const got = await ask('GET', path, viewer);
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
    expect(await (await ask('GET', `${mapId}/pictures`, viewer)).json()).toEqual({ hashes: [hashOf(bytes)] });
  });

  it('[R23] without a ticket of this map nobody gets anything, cookie or not', async () => {
    const bytes = png(4);
    const path = `${mapId}/pictures/${hashOf(bytes)}`;
    await ask('PUT', path, await ownTicket(), bytes);
    const other = await newMap(owner);
    const { ticket } = await ticketFor(owner, { document: other });
    expect((await ask('GET', path, ticket)).status).toBe(401);
    expect((await ask('GET', path, '')).status).toBe(401);
    expect(await owner.refusal(owner.get(`/api/maps/${path}`))).toMatchObject({ status: 401 });
    expect((await ask('GET', `${other}/pictures/${hashOf(bytes)}`, ticket)).status).toBe(404);
  });

  it('[R23] what is no picture, another picture, or too large is refused', async () => {
    const ticket = await ownTicket();
    const refused = async (bytes: Uint8Array, hash = hashOf(bytes)) =>
      (await ask('PUT', `${mapId}/pictures/${hash}`, ticket, bytes)).status;
    expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBe(
      400,
    );
    expect(await refused(png(5), hashOf(png(6)))).toBe(400);
    // Its head promises 30,000 x 30,000 pixels.
    const size = [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 6, 0, 0, 0];
    expect(await refused(png(0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, ...size))).toBe(413);
    expect(await refused(png(7), '../secret')).toBe(404);
    expect(await refused(png(7), 'A'.repeat(64))).toBe(400);
    expect(await refused(Buffer.concat([png(), Buffer.alloc(mostPictureBytes)]))).toBe(413);
    expect(await refused(Buffer.concat([png(), Buffer.alloc(mostPictureBytes - 8)]))).toBe(204);
  });

  it('[R23] a picture opened by itself has the kind of its bytes and can run nothing', async () => {
    const bytes = png(8);
    const path = `${mapId}/pictures/${hashOf(bytes)}`;
    const ticket = await ownTicket();
    await ask('PUT', path, ticket, bytes);
    const { headers } = await ask('GET', path, ticket);
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
  });
});
