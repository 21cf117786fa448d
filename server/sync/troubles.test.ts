import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import { documentStore } from '../storage/documentStore.ts';
import { openDatabase } from '../storage/openDatabase.ts';
import type { Database } from '../storage/database.ts';
import { Browser } from '../testing/browser.ts';
import { Client, until } from '../testing/client.ts';
import { Gate } from '../testing/gate.ts';
import { type Installation, postgresInstallation } from '../testing/installation.ts';
import { bundledServer, type ServerProcess, startProcess } from '../testing/serverProcess.ts';
import { addressOf, describeWith } from '../testing/services.ts';
import { claimed, newLink, newMap, testConfig, ticketFor } from '../testing/testServer.ts';
import { writeAlong } from '../testing/writeAlong.ts';

/** Two real processes behind a door like a proxy's, clients that write all the time, and what befalls servers. */
describeWith(['PostgreSQL', 'Redis'], 'two processes in trouble', () => {
  let bundle: Awaited<ReturnType<typeof bundledServer>>;
  let installation: Installation;
  let database: Database;
  let redis: Gate;
  let postgres: Gate;
  let door: Gate;
  let one: ServerProcess;
  let two: ServerProcess;
  let mapId: MapId;
  let clients: Client[];
  let newcomer: () => Promise<Client>;
  let stop: () => void;
  const promised = new Set<string>();

  beforeAll(async () => {
    bundle = await bundledServer();
    installation = await postgresInstallation();
    redis = await Gate.before(new URL(addressOf('Redis')));
    postgres = await Gate.before(new URL(addressOf('PostgreSQL')));
    const flags = [...installation.flags, '--database-url', postgres.address, '--redis-url', redis.address];
    one = await startProcess(bundle.path, flags);
    two = await startProcess(bundle.path, flags);
    door = await Gate.before(new URL(one.address));
    database = await openDatabase(testConfig(installation.flags));
    const owner = await claimed(two);
    mapId = await newMap(owner);
    const secret = await newLink(owner, mapId, { role: 'editor' });
    const join = async (address: string) => {
      const { ticket } = await ticketFor(new Browser(two.address), { secret });
      return new Client(address, mapId, ticket).synced();
    };
    newcomer = () => join(two.address);
    clients = await Promise.all([door.address, two.address, door.address, two.address].map(join));
    stop = writeAlong(clients, promised, 'all along', 20);
  }, 60_000);
  afterAll(async () => {
    stop();
    for (const client of clients) client.leave();
    // Also where the test stopped half-way; ending what has ended does no harm.
    for (const server of [one, two]) await server.end('SIGTERM');
    for (const gate of [redis, postgres, door]) gate.shut();
    await database.close();
    await installation.remove();
    await bundle.remove();
  });

  const moreIsPromised = () => {
    const enough = promised.size + 60;
    return until(() => promised.size >= enough, 'more is seen and saved', 30_000);
  };
  /** Straight from the tables, so that no client can have brought back what a server had lost. */
  const lost = async (kept: readonly string[]) => {
    const stored = new Y.Doc();
    for (const state of (await documentStore(database).load(mapId))!.states) Y.applyUpdate(stored, state);
    return kept.filter((key) => !stored.getMap('cards').has(key));
  };

  it(
    '[O14] one process is killed, Redis is away, PostgreSQL restarts: all converge, nothing is lost',
    {
      timeout: 120_000,
    },
    async () => {
      await moreIsPromised();
      await one.end('SIGKILL');
      expect(await lost([...promised])).toEqual([]);
      door.leadTo(new URL(two.address));
      await until(() => clients.every(({ provider }) => provider.wsconnected), 'all are back', 30_000);
      await moreIsPromised();

      one = await startProcess(bundle.path, [...installation.flags, '--redis-url', redis.address]);
      door.leadTo(new URL(one.address));
      door.shut();
      await door.open();
      await until(
        () => clients.every(({ provider }) => provider.synced),
        'half are at the new process',
        30_000,
      );
      await moreIsPromised();

      redis.shut();
      await new Promise((tenSeconds) => setTimeout(tenSeconds, 10_000));
      expect(await lost([...promised])).toEqual([]);
      await redis.open();
      await moreIsPromised();

      postgres.shut();
      await new Promise((restart) => setTimeout(restart, 2_000));
      expect(await lost([...promised])).toEqual([]);
      await postgres.open();
      await moreIsPromised();

      stop();
      const late = await newcomer();
      const allKeys = () => new Set([...clients, late].flatMap((client) => [...client.cards().keys()]));
      await until(
        () => {
          const { size } = allKeys();
          return [...clients, late].every((client) => client.cards().size === size);
        },
        'all have the same',
        30_000,
      );
      for (const client of clients) expect(client.cards().toJSON()).toEqual(late.cards().toJSON());
      await Promise.all(clients.map((client) => client.saved()));
      expect(await lost([...promised])).toEqual([]);
      expect(await lost([...late.cards().keys()])).toEqual([]);
      late.leave();
    },
  );
});
