import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SessionState } from '../../model/protocol/session.ts';
import { closeCodes } from '../../model/protocol/closeCodes.ts';
import type { MapId } from '../../model/map/ids.ts';
import type { Browser } from '../testing/browser.ts';
import { Client, until } from '../testing/client.ts';
import { Gate } from '../testing/gate.ts';
import { type Installation, postgresInstallation } from '../testing/installation.ts';
import { addressOf, describeWith } from '../testing/services.ts';
import {
  claimed,
  newLink,
  newMap,
  startTestServer,
  type TestServer,
  ticketFor,
} from '../testing/testServer.ts';

describeWith(['PostgreSQL', 'Redis'], 'two processes on PostgreSQL and Redis', () => {
  let installation: Installation;
  let gate: Gate;
  let one: TestServer;
  let two: TestServer;
  let owner: Browser;
  let mapId: MapId;
  let secret: string;
  beforeAll(async () => {
    installation = await postgresInstallation();
    gate = await Gate.before(new URL(addressOf('Redis')));
    const flags = [...installation.flags, '--redis-url', gate.address];
    one = await startTestServer(flags);
    two = await startTestServer(flags);
    // The owner link printed last is the one that counts.
    owner = await claimed({ address: one.address, claimSecret: two.claimSecret });
    mapId = await newMap(owner);
    secret = await newLink(owner, mapId, { role: 'editor' });
  });
  afterAll(async () => {
    await one.stop();
    await two.stop();
    gate.shut();
    await installation.remove();
  });

  const join = async (server: TestServer, name = 'Guest') => {
    const { ticket } = await ticketFor(server.browser(), { secret, name });
    return new Client(server.address, mapId, ticket).synced();
  };

  it('[O1] edits and presence pass between clients of both processes', async () => {
    const [a, b] = [await join(one, 'Ann'), await join(two, 'Bo')];
    a.provider.awareness.setLocalStateField('cursor', 'card_1');
    await until(
      () => b.provider.awareness.getStates().get(a.doc.clientID)?.['cursor'] === 'card_1',
      'b sees the cursor of a',
    );
    for (let i = 0; i < 50; i++) {
      a.cards().set(`a${i}`, 'x');
      b.cards().set(`b${i}`, 'x');
    }
    await until(() => a.cards().size >= 100 && b.cards().size >= 100, 'both have all');
    const c = await join(two);
    await until(
      () => c.provider.awareness.getStates().get(a.doc.clientID)?.['person'],
      'who comes later is told who is here',
    );
    a.leave();
    await until(() => !b.provider.awareness.getStates().has(a.doc.clientID), 'a has left for b, too');
    for (const client of [b, c]) client.leave();
  });

  it('[O2] while Redis is away edits arrive by way of the database, and nothing is lost', async () => {
    const [a, b] = [await join(one), await join(two)];
    gate.shut();
    a.cards().set('without Redis', 'x');
    await a.saved();
    await until(() => b.cards().has('without Redis'), 'b reads it from the database');
    b.cards().set('also', 'x');
    await gate.open();
    await until(() => a.cards().has('also'), 'a has it after Redis is back');
    a.cards().set('after', 'x');
    await until(() => b.cards().has('after'), 'the bus works again');
    for (const client of [a, b]) client.leave();
  });

  it('[O3] withdrawing a link ends its connections on the other process, too', async () => {
    const mine = await newLink(owner, mapId, { role: 'viewer', label: 'short' });
    const { ticket } = await ticketFor(two.browser(), { secret: mine });
    const viewer = await new Client(two.address, mapId, ticket).synced();
    const { links } = await owner.get<{ links: { id: string; label: string }[] }>(`/api/maps/${mapId}/links`);
    await owner.delete(`/api/maps/${mapId}/links/${links.find((link) => link.label === 'short')!.id}`);
    expect(await viewer.closed()).toMatchObject({ code: closeCodes.accessWithdrawn });
    viewer.leave();
  });

  it('[O11] the facilitator lease is given to somebody on the other process', async () => {
    const session = `${mapId}/session`;
    const at = async (server: TestServer, name: string) => {
      const browser = server.browser();
      const { ticket, person } = await ticketFor(browser, { document: session, secret, name });
      const client = await new Client(server.address, session, ticket).synced();
      const lease = (body: unknown) =>
        browser.request<{ term: number }>('POST', `/api/maps/${mapId}/session/lease`, body, {
          Authorization: `Bearer ${ticket}`,
        });
      return { browser, person, client, lease };
    };
    const [ann, bo] = [await at(one, 'Ann'), await at(two, 'Bo')];
    const { term } = await ann.lease({ type: 'take' });
    const nobody = ann.lease({ type: 'give', term, personId: 'person_who_is_not_here' });
    expect((await ann.browser.refusal(nobody)).type).toBe('throughline:not-found');
    await until(
      () => one.services.rooms.open(session)?.presence.people().has(bo.person.id),
      'the first process knows who is on the second',
    );
    const given = await ann.lease({ type: 'give', term, personId: bo.person.id });
    expect(given).toMatchObject({ personId: bo.person.id, personName: 'Bo', term: term + 1 });
    const facilitator = () => bo.client.doc.getMap<SessionState>('session').get('state')?.facilitator?.name;
    await until(() => facilitator() === 'Bo', 'it is told to all');
    await bo.lease({ type: 'keep', term: given.term });
    ann.client.leave();
    bo.client.leave();
  });

  it('[O4] compacting in one process does not disturb the other', async () => {
    const [a, b] = [await join(one), await join(two)];
    for (let i = 0; i < 30; i++) a.cards().set(`c${i}`, 'x');
    await a.saved();
    const room = one.services.rooms.open(mapId)!;
    await one.services.rooms.compact(room);
    b.cards().set('after compaction', 'x');
    await until(() => a.cards().has('after compaction'), 'a sees it');
    const c = await join(two);
    expect(c.cards().toJSON()).toEqual(a.cards().toJSON());
    for (const client of [a, b, c]) client.leave();
  });
});
