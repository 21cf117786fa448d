import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyUpdate as applyUpdateInRust, encodeStateAsUpdate as encodeStateInRust, YDoc } from 'ywasm';
import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import { closeCodes } from '../../model/protocol/closeCodes.ts';
import { maxFrameBytes } from '../../model/protocol/wire.ts';
import type { Browser } from '../testing/browser.ts';
import { Client, until } from '../testing/client.ts';
import { RawClient } from '../testing/rawClient.ts';
import {
  claimed,
  newLink,
  newMap,
  startTestServer,
  type TestServer,
  ticketFor,
} from '../testing/testServer.ts';
import { awarenessFrame, syncFrame, syncTypes } from './frames.ts';

let server: TestServer;
let owner: Browser;
beforeAll(async () => {
  server = await startTestServer();
  owner = await claimed(server);
});
afterAll(() => server.stop());

interface Place {
  readonly mapId: MapId;
  readonly ticket: string;
}

async function newPlace(): Promise<Place> {
  const mapId = await newMap(owner);
  const secret = await newLink(owner, mapId, { role: 'editor' });
  return { mapId, ticket: (await ticketFor(server.browser(), { secret })).ticket };
}

const raw = ({ mapId, ticket }: Place) => RawClient.withTicket(server.address, mapId, ticket).opened();
const honest = ({ mapId, ticket }: Place) => new Client(server.address, mapId, ticket).synced();

/** The proof that the room still works: two honest clients, one edit. */
async function stillWorks(place: Place): Promise<void> {
  const [a, b] = [await honest(place), await honest(place)];
  const key = `still works ${Math.random()}`;
  a.cards().set(key, 'x');
  await until(() => b.cards().has(key), 'an honest edit passes');
  expect(b.cards().toJSON()).toEqual(a.cards().toJSON());
  a.leave();
  b.leave();
}

/** Small, fast and seeded: the same mutations in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function editOf(client: number, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  change(doc);
  return Y.encodeStateAsUpdate(doc);
}

describe('other clients', () => {
  it('[W8] the Rust implementation of Yjs reads and writes the same document', async () => {
    const place = await newPlace();
    const js = await honest(place);
    js.cards().set('from js', 'x');
    await js.saved();
    const socket = await raw(place);
    const rust = new YDoc({ gc: true });
    socket.send(syncFrame(syncTypes.step1, Uint8Array.of(0)));
    const state = await until(() => socket.synced(syncTypes.step2)[0], 'the whole document comes');
    applyUpdateInRust(rust, state, 'server');
    const cards = rust.getMap('cards');
    expect(cards.toJson(undefined)).toEqual({ 'from js': 'x' });
    cards.set('from rust', 'y', undefined);
    socket.send(syncFrame(syncTypes.update, encodeStateInRust(rust)));
    await until(() => js.cards().get('from rust') === 'y', 'the edit of Rust arrives');
    socket.leave();
    js.leave();
  });

  it('[W9] frames of unknown kinds, as other servers have, are ignored', async () => {
    const place = await newPlace();
    const socket = await raw(place);
    for (const type of [4, 5, 6, 7, 8, 9, 10, 42, 127]) socket.send(Uint8Array.of(type, 3, 1, 2, 3));
    socket.send(Uint8Array.of(2, 0, 2, 104, 105));
    socket.send(syncFrame(syncTypes.step1, Uint8Array.of(0)));
    await until(() => socket.synced(syncTypes.step2).length > 0, 'it is still served');
    expect(socket.closeCode).toBeUndefined();
    socket.leave();
  });
});

describe('bad frames', () => {
  it('[W10] bytes that are no frame close with 4400 and harm nobody', async () => {
    const place = await newPlace();
    const update = editOf(7, (doc) => doc.getMap('cards').set('a', 'x'));
    const bad: (Uint8Array | string)[] = [
      new Uint8Array(),
      Uint8Array.of(255),
      Uint8Array.of(0, 9, 0),
      Uint8Array.of(0, 0, 200, 1),
      Uint8Array.of(0, 2, 5, 1),
      syncFrame(syncTypes.update, Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255)),
      syncFrame(syncTypes.update, update.subarray(0, update.length - 3)),
      syncFrame(syncTypes.step1, Uint8Array.of(255, 255)),
      awarenessFrame(Uint8Array.of(9, 1, 1)),
      awarenessFrame(Uint8Array.of(1, 5, 1, 3, 123, 123, 123)),
      'text',
    ];
    for (const frame of bad) {
      const socket = await raw(place);
      socket.send(frame);
      expect(await socket.closed(), String(frame)).toBe(closeCodes.badFrame);
    }
    await stillWorks(place);
  });

  it('[W11] a frame over 2 MiB closes with 4413', async () => {
    const place = await newPlace();
    const socket = await raw(place);
    socket.send(new Uint8Array(maxFrameBytes + 1));
    expect(await socket.closed()).toBe(closeCodes.tooLarge);
    await stillWorks(place);
  });

  it('[W12] thousands of mutated updates: each is refused or taken, all clients and the database agree', async () => {
    const place = await newPlace();
    const random = seeded(11);
    const good = Array.from({ length: 20 }, (_, i) =>
      editOf(1_000 + i, (doc) => {
        doc.getMap('cards').set(`card ${i}`, 'text');
        doc.getText('t').insert(0, '客户 😀');
        doc.getArray('list').push([{ a: 1 }, [2], null]);
        doc.getMap('cards').set('nested', new Y.Map([['k', 'v']]));
      }),
    );
    const count = Number(process.env['ABUSE_UPDATES'] ?? 2_000);
    const watcher = await honest(place);
    let socket = await raw(place);
    for (let i = 0; i < count; i++) {
      const update = Uint8Array.from(good[Math.floor(random() * good.length)]!);
      const changes = 1 + Math.floor(random() * 4);
      for (let c = 0; c < changes; c++)
        update[Math.floor(random() * update.length)] = Math.floor(random() * 256);
      if (socket.closeCode !== undefined || socket.socket.readyState !== socket.socket.OPEN)
        socket = await raw(place);
      socket.send(syncFrame(random() < 0.5 ? syncTypes.update : syncTypes.step2, update));
      if (i % 100 === 99) {
        // Give the limits of the connection no reason: a fresh one for each hundred.
        await new Promise((done) => socket.socket.ping(undefined, undefined, done));
        socket.leave();
        await until(() => socket.closeCode !== undefined, 'it is closed');
      }
    }
    const late = await honest(place);
    late.cards().set('the last word', 'x');
    await until(() => watcher.cards().has('the last word'), 'honest edits pass');
    expect(late.cards().toJSON()).toEqual(watcher.cards().toJSON());
    await late.saved();
    const stored = await server.services.database.rows<{ bytes: Uint8Array }>(
      'SELECT state AS bytes FROM snapshots WHERE document = $1 UNION ALL SELECT bytes FROM updates WHERE document = $1',
      [place.mapId],
    );
    const fromDatabase = new Y.Doc();
    for (const { bytes } of stored) Y.applyUpdate(fromDatabase, bytes);
    expect(fromDatabase.getMap('cards').toJSON()).toEqual(late.cards().toJSON());
    watcher.leave();
    late.leave();
  });
});

describe('too much', () => {
  it('[W13] a flood closes with 4529, and the others hardly notice', async () => {
    const place = await newPlace();
    const socket = await raw(place);
    const frame = awarenessFrame(Uint8Array.of(0));
    for (let i = 0; i < 2_000; i++) socket.send(frame);
    expect(await socket.closed()).toBe(closeCodes.tooFast);
    await stillWorks(place);
  });

  it('[W14] a client that does not read is left behind and catches up, or is closed; memory stays bounded', async () => {
    const place = await newPlace();
    const slow = await raw(place);
    slow.send(syncFrame(syncTypes.step1, Uint8Array.of(0)));
    slow.socket.pause();
    const writer = await honest(place);
    const block = 'x'.repeat(200_000);
    for (let i = 0; i < 60; i++) {
      writer.cards().set(`large ${i % 4}`, `${i}${block}`);
      await writer.saved();
    }
    const room = server.services.rooms.open(place.mapId)!;
    const lagging = [...room.connections].find((each) => each.isLagging);
    expect(lagging).toBeDefined();
    expect(lagging!.bufferedBytes).toBeLessThan(9 * 1024 * 1024);
    slow.socket.resume();
    const copy = new Y.Doc();
    let read = 0;
    await until(
      () => {
        for (; read < slow.frames.length; read++)
          for (const kind of [syncTypes.step2, syncTypes.update])
            for (const update of slow.synced(kind, read, read + 1)) Y.applyUpdate(copy, update);
        return copy.getMap<string>('cards').get('large 3')?.startsWith('59x');
      },
      'the slow client has everything',
      20_000,
    );
    expect(read).toBeLessThan(60);
    slow.leave();
    writer.leave();
  });

  it('[W15] a document over its limit closes with 4413 and keeps what it had', async () => {
    const small = await startTestServer([], { maxDocumentBytes: 300_000 });
    const boss = await claimed(small);
    const mapId = await newMap(boss);
    const { ticket } = await ticketFor(boss, { document: mapId });
    const client = await new Client(small.address, mapId, ticket).synced();
    client.cards().set('fits', 'x'.repeat(200_000));
    await client.saved();
    client.cards().set('too much', 'x'.repeat(200_000));
    expect(await client.closed()).toMatchObject({ code: closeCodes.tooLarge });
    client.leave();
    const reader = await new Client(small.address, mapId, ticket).synced();
    expect([...reader.cards().keys()]).toEqual(['fits']);
    reader.leave();
    await small.stop();
  });
});

describe('pretending', () => {
  it('[W16] an edit under the Yjs client id of somebody else who is here is refused', async () => {
    const place = await newPlace();
    const victim = await honest(place);
    await until(
      () => server.services.rooms.open(place.mapId)!.presence.holderOf(victim.doc.clientID),
      'it is bound',
    );
    const other = await ticketFor(server.browser(), {
      secret: await newLink(owner, place.mapId, { role: 'editor' }),
    });
    const forger = await RawClient.withTicket(server.address, place.mapId, other.ticket).opened();
    forger.send(
      syncFrame(
        syncTypes.update,
        editOf(victim.doc.clientID, (doc) => doc.getMap('cards').set('forged', 'x')),
      ),
    );
    expect(await forger.closed()).toBe(closeCodes.badFrame);
    victim.cards().set('own', 'x');
    await victim.saved();
    expect(victim.cards().has('forged')).toBe(false);
    victim.leave();
  });

  it('[W6] presence of others cannot be changed or removed, and a state over 4 kB is dropped', async () => {
    const place = await newPlace();
    const [victim, watcher] = [await honest(place), await honest(place)];
    victim.provider.awareness.setLocalStateField('cursor', 'here');
    const seen = () => watcher.provider.awareness.getStates().get(victim.doc.clientID);
    await until(() => seen()?.['cursor'] === 'here', 'the cursor is seen');
    const other = await ticketFor(server.browser(), {
      secret: await newLink(owner, place.mapId, { role: 'viewer' }),
    });
    const forger = await RawClient.withTicket(server.address, place.mapId, other.ticket).opened();
    const state = (clientId: number, clock: number, json: string) => {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
      return awarenessFrame(encoding.toUint8Array(encoder));
    };
    forger.send(state(victim.doc.clientID, 900, '{"cursor":"forged"}'));
    forger.send(state(victim.doc.clientID, 901, 'null'));
    forger.send(state(77, 1, '{"cursor":"mine"}'));
    forger.send(state(77, 2, JSON.stringify({ cursor: 'x'.repeat(5_000) })));
    forger.send(state(78, 1, '{"cursor":"second self"}'));
    await until(
      () => watcher.provider.awareness.getStates().get(77)?.['cursor'] === 'mine',
      'its own is seen',
    );
    forger.send(state(77, 3, '{"cursor":"later"}'));
    await until(() => watcher.provider.awareness.getStates().get(77)?.['cursor'] === 'later', 'and goes on');
    expect(seen()?.['cursor']).toBe('here');
    expect(watcher.provider.awareness.getStates().has(78)).toBe(false);
    forger.leave();
    await until(() => !watcher.provider.awareness.getStates().has(77), 'it is gone with its connection');
    victim.leave();
    watcher.leave();
  });

  it('[W17] sockets from foreign pages, to foreign names or odd paths are refused', async () => {
    const { mapId, ticket } = await newPlace();
    const protocols = ['throughline.1', `ticket.${ticket}`];
    for (const headers of [{ Origin: 'http://evil.example' }, { Host: 'evil.example' }]) {
      const socket = new RawClient(
        server.address,
        mapId,
        protocols,
        headers as unknown as Record<string, string>,
      );
      expect(await socket.closed()).toBe(1006);
    }
    for (const path of ['', '..%2f..%2fetc', `${mapId}/talk/..`, '%zz', `${mapId}%00`, 'constructor'])
      expect(await new RawClient(server.address, path, protocols).closed(), path).toBe(closeCodes.noAccess);
    expect(await new RawClient(server.address, mapId, []).closed()).toBe(closeCodes.noAccess);
  });
});
