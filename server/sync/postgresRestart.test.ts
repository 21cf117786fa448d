import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import { documentStore } from '../storage/documentStore.ts';
import { openDatabase } from '../storage/openDatabase.ts';
import { Browser } from '../testing/browser.ts';
import { Client, until } from '../testing/client.ts';
import { type OwnPostgres, ownPostgres, postgresPrograms } from '../testing/ownPostgres.ts';
import { bundledServer, type ServerProcess, startProcess } from '../testing/serverProcess.ts';
import { claimed, newLink, newMap, testConfig, ticketFor } from '../testing/testServer.ts';
import { writeAlong } from '../testing/writeAlong.ts';

const programs = postgresPrograms();

/** A PostgreSQL that really dies under load and comes back, three times: the server outlives it. */
describe.skipIf(programs === undefined)(
  programs === undefined
    ? 'a PostgreSQL that dies: no PostgreSQL server to start on this machine'
    : 'a PostgreSQL that dies',
  () => {
    let bundle: Awaited<ReturnType<typeof bundledServer>>;
    let postgres: OwnPostgres;
    let server: ServerProcess;
    let mapId: MapId;
    let clients: Client[];
    const promised = new Set<string>();

    beforeAll(async () => {
      bundle = await bundledServer();
      postgres = await ownPostgres(programs!);
      server = await startProcess(bundle.path, ['--database-url', postgres.address]);
      const owner = await claimed(server);
      mapId = await newMap(owner);
      const secret = await newLink(owner, mapId, { role: 'editor' });
      clients = await Promise.all(
        Array.from({ length: 3 }, async () => {
          const { ticket } = await ticketFor(new Browser(server.address), { secret });
          return new Client(server.address, mapId, ticket).synced();
        }),
      );
    }, 60_000);
    afterAll(async () => {
      for (const client of clients) client.leave();
      await server.end('SIGTERM');
      await postgres.remove();
      await bundle.remove();
    });

    it(
      '[O15] what was seen or acknowledged is in its tables after each crash, and work goes on by itself',
      { timeout: 120_000 },
      async () => {
        const stop = writeAlong(clients, promised, 'all along', 10);
        for (let round = 0; round < 3; round++) {
          const enough = promised.size + 60;
          await until(() => promised.size >= enough, 'more is seen and saved', 30_000);
          await postgres.crash();
          const kept = [...promised];
          await new Promise((away) => setTimeout(away, 1_000));
          await postgres.start();
          const database = await openDatabase(testConfig(['--database-url', postgres.address]));
          const stored = new Y.Doc();
          for (const state of (await documentStore(database).load(mapId))!.states)
            Y.applyUpdate(stored, state);
          await database.close();
          expect(kept.filter((key) => !stored.getMap('cards').has(key))).toEqual([]);
        }
        const enough = promised.size + 60;
        await until(() => promised.size >= enough, 'work goes on', 30_000);
        stop();
        await Promise.all(clients.map((client) => client.saved()));
        await until(
          () => clients.every((client) => client.cards().size === clients[0]!.cards().size),
          'all have the same',
          30_000,
        );
        expect(promised.size).toBeGreaterThan(200);
      },
    );
  },
);
