import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCodes } from '../../model/protocol/closeCodes.ts';
import type { Browser } from '../testing/browser.ts';
import { Client, until } from '../testing/client.ts';
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
beforeAll(async () => {
  server = await startTestServer();
  owner = await claimed(server);
});
afterAll(() => server.stop());

async function join(secret: string, name = 'Guest'): Promise<Client> {
  const { ticket, document } = await ticketFor(server.browser(), { secret, name });
  return new Client(server.address, document, ticket).synced();
}

describe('two people on one map', () => {
  it('[W5] what one writes the other sees, and who comes later sees both', async () => {
    const secret = await newLink(owner, await newMap(owner), { role: 'editor' });
    const [a, b] = await Promise.all([join(secret), join(secret)]);
    a.cards().set('one', 'by a');
    b.cards().set('two', 'by b');
    await until(() => a.cards().size === 2 && b.cards().size === 2, 'both see both cards');
    const c = await join(secret);
    expect(c.cards().toJSON()).toEqual({ one: 'by a', two: 'by b' });
    for (const client of [a, b, c]) client.leave();
  });

  it('[P1] "saved" comes after the database has it', async () => {
    const mapId = await newMap(owner);
    const a = await join(await newLink(owner, mapId, { role: 'editor' }));
    a.cards().set('one', 'kept');
    await a.saved();
    const stored = await server.services.database.rows('SELECT 1 FROM updates WHERE document = $1', [mapId]);
    expect(stored).toHaveLength(1);
    a.leave();
  });

  it('[W6] presence: the person is the ticket’s, whatever the client claims, and leaves with the connection', async () => {
    const secret = await newLink(owner, await newMap(owner), { role: 'editor' });
    const [a, b] = await Promise.all([join(secret, 'Ann'), join(secret, 'Bo')]);
    a.provider.awareness.setLocalState({ person: { id: 'x', name: 'Bo', colour: 3 }, cursor: 'card_1' });
    const stateOfA = () => b.provider.awareness.getStates().get(a.doc.clientID);
    await until(() => stateOfA()?.['cursor'] === 'card_1', 'b sees the cursor of a');
    expect(stateOfA()!['person']).toMatchObject({ name: 'Ann' });
    a.leave();
    await until(() => stateOfA() === undefined, 'a is gone');
    b.leave();
  });
});

describe('who comes in', () => {
  it('[R3] a viewer sees everything and writes nothing', async () => {
    const mapId = await newMap(owner);
    const editor = await join(await newLink(owner, mapId, { role: 'editor' }));
    const viewer = await join(await newLink(owner, mapId, { role: 'viewer' }));
    editor.cards().set('one', 'by the editor');
    await until(() => viewer.cards().get('one'), 'the viewer sees the card');
    viewer.cards().set('two', 'by the viewer');
    editor.cards().set('three', 'after it');
    await until(() => viewer.cards().get('three'), 'the viewer is still served');
    expect(editor.cards().has('two')).toBe(false);
    const late = await join(await newLink(owner, mapId, { role: 'viewer' }));
    expect(late.cards().has('two')).toBe(false);
    for (const client of [editor, viewer, late]) client.leave();
  });

  it('[R4] a wrong secret gets no ticket, and a forged or foreign ticket no document', async () => {
    const problem = await owner.refusal(ticketFor(server.browser(), { secret: 'A'.repeat(22) }));
    expect(problem).toMatchObject({ type: 'throughline:link-unknown', status: 401 });

    const [mine, other] = [await newMap(owner), await newMap(owner)];
    const { ticket } = await ticketFor(owner, { document: mine });
    const [body, signature] = ticket.split('.') as [string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const better = Buffer.from(JSON.stringify({ ...claims, document: other })).toString('base64url');
    for (const [document, bad] of [
      [other, ticket],
      [other, `${better}.${signature}`],
      [mine, `${body}.${signature.slice(1)}`],
      [mine, 'nonsense'],
    ] as const) {
      const client = new Client(server.address, document, bad);
      expect(await client.closed()).toMatchObject({ code: closeCodes.noAccess });
      client.leave();
    }
  });

  it('[R5] a link that is withdrawn ends its connections at once, and only those', async () => {
    const mapId = await newMap(owner);
    const stays = await join(await newLink(owner, mapId, { role: 'editor' }));
    const goes = await join(await newLink(owner, mapId, { role: 'editor', label: 'goes' }));
    const { links } = await owner.get<{ links: { id: string; label: string }[] }>(`/api/maps/${mapId}/links`);
    await owner.delete(`/api/maps/${mapId}/links/${links.find((link) => link.label === 'goes')!.id}`);
    expect(await goes.closed()).toMatchObject({ code: closeCodes.accessWithdrawn });
    expect(stays.provider.wsconnected).toBe(true);
    for (const client of [stays, goes]) client.leave();
  });

  it('[W7] an unknown map closes with 4404, an expired ticket with 4501', async () => {
    const mapId = await newMap(owner);
    const { ticket } = await ticketFor(owner, { document: mapId });
    const signer = server.services.signer;
    const claims = signer.read(ticket, Date.now());
    if (!claims.ok) throw new Error('the ticket is good');
    const missing = { ...claims.value, document: 'map_nobodyHasThis' };
    const gone = new Client(server.address, missing.document, signer.sign(missing));
    expect(await gone.closed()).toMatchObject({ code: closeCodes.noSuchMap });
    const old = new Client(
      server.address,
      mapId,
      signer.sign({ ...claims.value, expiresAt: Date.now() - 1 }),
    );
    expect(await old.closed()).toMatchObject({ code: closeCodes.ticketExpired });
    for (const client of [gone, old]) client.leave();
  });
});
