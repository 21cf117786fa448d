import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from '../testing/browser.ts';
import { Client, until } from '../testing/client.ts';
import type { Installation } from '../testing/installation.ts';
import { bundledServer, type ServerProcess, startProcess } from '../testing/serverProcess.ts';
import { writeAlong } from '../testing/writeAlong.ts';
import { claimed, newLink, newMap, ticketFor } from '../testing/testServer.ts';

/** The server is killed under load, again and again: nothing that anybody saw, or that was told "saved", is lost. */
export function killContract(name: string, installation: () => Promise<Installation>, rounds: number): void {
  describe(`killed under load: ${name}`, () => {
    let bundle: Awaited<ReturnType<typeof bundledServer>>;
    let installed: Installation;
    beforeAll(async () => {
      bundle = await bundledServer();
      installed = await installation();
    }, 60_000);
    afterAll(async () => {
      await installed.remove();
      await bundle.remove();
    });

    it(
      '[P10] nothing seen by another or shown as saved is lost by kill -9',
      { timeout: 120_000 },
      async () => {
        let server: ServerProcess = await startProcess(bundle.path, installed.flags);
        const firstOwner = await claimed(server);
        const secret = await newLink(firstOwner, await newMap(firstOwner), { role: 'editor' });
        const promised = new Set<string>();

        for (let round = 0; round < rounds; round++) {
          const clients = await Promise.all(Array.from({ length: 4 }, () => join(server, secret)));
          const stop = writeAlong(clients, promised, `round ${round}`);
          const enough = promised.size + 120;
          await until(() => promised.size >= enough, 'enough was seen and saved', 30_000);
          await server.end('SIGKILL');
          stop();
          for (const client of clients) client.leave();

          server = await startProcess(bundle.path, installed.flags);
          const reader = await join(server, secret);
          const lost = [...promised].filter((key) => !reader.cards().has(key));
          expect(lost).toEqual([]);
          reader.leave();
        }
        expect(promised.size).toBeGreaterThan(rounds * 100);
        await server.end('SIGTERM');
      },
    );
  });
}

async function join(server: ServerProcess, secret: string): Promise<Client> {
  const { ticket, document } = await ticketFor(new Browser(server.address), { secret });
  return new Client(server.address, document, ticket).synced();
}
