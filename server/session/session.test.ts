import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MapId } from '../../model/map/ids.ts';
import { closeCodes } from '../../model/protocol/closeCodes.ts';
import { type Role, roles } from '../../model/protocol/roles.ts';
import type { JoinAnswer } from '../../model/protocol/api.ts';
import type {
  CodesAnswer,
  LeaseAnswer,
  SessionBlock,
  SessionState,
  Tally,
} from '../../model/protocol/session.ts';
import type { Comment } from '../../model/protocol/talk.ts';
import { Browser } from '../testing/browser.ts';
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
let count = 0;
const newId = () => `id_${String((count += 1)).padStart(8, '0')}`;
beforeAll(async () => {
  server = await startTestServer();
  owner = await claimed(server);
});
afterAll(() => server.stop());

type SaidAt = 'talk' | 'session' | 'session/lease' | 'session/codes';

/** Somebody with a role on a map, who can open its documents and send commands. */
class Guest {
  readonly browser = new Browser(server.address);
  readonly mapId: MapId;
  readonly secret: string;
  readonly name: string;

  constructor(mapId: MapId, secret: string, name: string) {
    this.mapId = mapId;
    this.secret = secret;
    this.name = name;
  }

  ticket(part: 'talk' | 'session') {
    return ticketFor(this.browser, {
      document: `${this.mapId}/${part}`,
      secret: this.secret,
      name: this.name,
    });
  }

  async open(part: 'talk' | 'session'): Promise<Client> {
    const { ticket, document } = await this.ticket(part);
    return new Client(server.address, document, ticket).synced();
  }

  async say<T>(part: SaidAt, body: unknown): Promise<T> {
    const { ticket } = await this.ticket(part === 'talk' ? 'talk' : 'session');
    return this.browser.request<T>('POST', `/api/maps/${this.mapId}/${part}`, body, {
      Authorization: `Bearer ${ticket}`,
    });
  }

  async refused(part: SaidAt, body: unknown): Promise<string> {
    return (await this.browser.refusal(this.say(part, body))).type;
  }
}

async function newGuests(mapId: MapId): Promise<Record<Role, Guest>> {
  const entries = await Promise.all(
    roles.map(async (role) => [role, new Guest(mapId, await newLink(owner, mapId, { role }), role)] as const),
  );
  return Object.fromEntries(entries) as Record<Role, Guest>;
}

describe('comments', () => {
  it('[R14] the matrix: who reads, who comments, who resolves and deletes what', async () => {
    const mapId = await newMap(owner);
    const { editor, commenter, viewer, participant } = await newGuests(mapId);
    for (const shut of [viewer, participant])
      expect((await shut.browser.refusal(shut.ticket('talk'))).type).toBe('throughline:forbidden');
    const reader = new Guest(
      mapId,
      await newLink(owner, mapId, { role: 'viewer', withComments: true }),
      'reader',
    );
    expect(await reader.refused('talk', { type: 'comment', id: newId(), text: 'no' })).toBe(
      'throughline:forbidden',
    );

    const [mine, theirs] = [newId(), newId()];
    await commenter.say('talk', {
      type: 'comment',
      id: mine,
      text: ' First ',
      anchor: { collection: 'steps', recordId: 'step_1' },
    });
    await editor.say('talk', { type: 'comment', id: theirs, text: 'Answer', threadId: mine });
    const seen = (await reader.open('talk')).doc.getMap<Comment>('comments');
    expect(seen.get(mine)).toMatchObject({ text: 'First', personName: 'commenter', threadId: null });
    expect(seen.get(theirs)).toMatchObject({
      personName: 'editor',
      threadId: mine,
      anchor: { recordId: 'step_1' },
    });

    expect(await commenter.refused('talk', { type: 'deleteComment', id: theirs })).toBe(
      'throughline:forbidden',
    );
    expect(await commenter.refused('talk', { type: 'resolveComment', id: theirs, resolved: true })).toBe(
      'throughline:forbidden',
    );
    expect(await editor.refused('talk', { type: 'editComment', id: mine, text: 'forged' })).toBe(
      'throughline:forbidden',
    );
    await commenter.say('talk', { type: 'resolveComment', id: mine, resolved: true });
    await until(() => seen.get(mine)?.resolved, 'it is resolved');
    await editor.say('talk', { type: 'deleteComment', id: mine });
    await until(() => seen.size === 0, 'the thread is gone with its first comment');
  });

  it('[R15] a command sent twice does no harm, and an id of somebody else is not overwritten', async () => {
    const { commenter, editor } = await newGuests(await newMap(owner));
    const command = { type: 'comment', id: newId(), text: 'once' };
    await commenter.say('talk', command);
    await commenter.say('talk', command);
    expect(await editor.refused('talk', { ...command, text: 'mine now' })).toBe('throughline:already-exists');
    const talk = await editor.open('talk');
    expect([...talk.doc.getMap<Comment>('comments').values()]).toMatchObject([{ text: 'once' }]);
    talk.leave();
  });

  it('[R24] reactions: who may comment sets and takes back their own, once of a kind, sent twice or not', async () => {
    const mapId = await newMap(owner);
    const { commenter, editor } = await newGuests(mapId);
    const id = newId();
    await commenter.say('talk', { type: 'comment', id, text: 'Look' });
    const react = (kind: string, on: boolean) => ({ type: 'react', id, kind, on });
    for (let i = 0; i < 2; i++) await editor.say('talk', react('heart', true));
    await commenter.say('talk', react('heart', true));
    await commenter.say('talk', react('eyes', true));
    const talk = await editor.open('talk');
    const shown = () =>
      talk.doc
        .getMap<Comment>('comments')
        .get(id)
        ?.reactions.map(({ kind, personName }) => `${personName} ${kind}`)
        .join();
    await until(() => shown() === 'editor heart,commenter heart,commenter eyes', 'all three are there');
    // Taking back takes one's own only.
    for (let i = 0; i < 2; i++) await commenter.say('talk', react('heart', false));
    await until(() => shown() === 'editor heart,commenter eyes', 'the one is gone');
    expect(await editor.refused('talk', react('poison', true))).toBe('throughline:bad-request');
    expect(await editor.refused('talk', { ...react('eyes', true), id: newId() })).toBe(
      'throughline:not-found',
    );
    const reader = new Guest(
      mapId,
      await newLink(owner, mapId, { role: 'viewer', withComments: true }),
      'reader',
    );
    expect(await reader.refused('talk', react('eyes', true))).toBe('throughline:forbidden');
    talk.leave();
  });

  it('[R16] nobody writes talk or session by socket: one denial, then the connection ends with 4403', async () => {
    const guests = await newGuests(await newMap(owner));
    for (const part of ['talk', 'session'] as const) {
      const forger = await guests.owner.open(part);
      forger.doc.getMap('comments').set('x', 'forged');
      forger.doc.getMap('session').set('state', 'forged');
      expect(await forger.closed()).toMatchObject({ code: closeCodes.accessWithdrawn });
      forger.leave();
      const reader = await guests.editor.open(part);
      expect(reader.doc.getMap('comments').size + reader.doc.getMap('session').size).toBe(0);
      reader.leave();
    }
  });
});

describe('the facilitator lease', () => {
  it('[R17] one holds it; an older term is refused; the owner may take it; a viewer never', async () => {
    const { owner: chief, editor, commenter, viewer } = await newGuests(await newMap(owner));
    for (const other of [commenter, viewer])
      expect(await other.refused('session/lease', { type: 'take' })).toBe('throughline:forbidden');
    const first = await editor.say<LeaseAnswer>('session/lease', { type: 'take' });
    const again = await editor.say<LeaseAnswer>('session/lease', { type: 'keep', term: first.term });
    expect(again.term).toBe(first.term);
    const second = new Guest(editor.mapId, editor.secret, 'second');
    expect(await second.refused('session/lease', { type: 'take' })).toBe('throughline:lease-taken');
    const taken = await chief.say<LeaseAnswer>('session/lease', { type: 'take' });
    expect(taken.term).toBe(first.term + 1);
    expect(await editor.refused('session', { type: 'startSession', term: first.term, agenda: [] })).toBe(
      'throughline:term-is-over',
    );
    await chief.say('session/lease', { type: 'release', term: taken.term });
    expect((await second.say<LeaseAnswer>('session/lease', { type: 'take' })).term).toBe(taken.term + 1);
  });

  it('[R17] of many who take it at once exactly one gets it', async () => {
    const { editor } = await newGuests(await newMap(owner));
    const many = Array.from({ length: 8 }, (_, i) => new Guest(editor.mapId, editor.secret, `e${i}`));
    const outcomes = await Promise.allSettled(
      many.map((guest) => guest.say('session/lease', { type: 'take' })),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  it('[R17] it is free a minute after its holder was last heard', async () => {
    const { editor } = await newGuests(await newMap(owner));
    await editor.say('session/lease', { type: 'take' });
    const second = new Guest(editor.mapId, editor.secret, 'second');
    await server.services.database.run('UPDATE leases SET expires_at = expires_at - 60001 WHERE map = $1', [
      editor.mapId,
    ]);
    expect((await second.say<LeaseAnswer>('session/lease', { type: 'take' })).personName).toBe('second');
  });
});

describe('a session', () => {
  const block = (kind: SessionBlock['kind'], extra: Partial<SessionBlock> = {}) =>
    ({
      id: newId(),
      kind,
      title: kind,
      seconds: 300,
      strict: false,
      votesEach: 3,
      ...extra,
    }) satisfies SessionBlock;

  it('[R18] hidden things are not taken before the reveal; votes are counted once each and shown only at the end', async () => {
    const { editor, participant, viewer, commenter } = await newGuests(await newMap(owner));
    const { term } = await editor.say<LeaseAnswer>('session/lease', { type: 'take' });
    const [notes, vote] = [block('notes'), block('vote')];
    await editor.say('session', { type: 'startSession', term, agenda: [notes, vote] });
    await editor.say('session', { type: 'startBlock', term, blockId: notes.id });
    const watching = await viewer.open('session');
    const state = () => watching.doc.getMap<SessionState>('session').get('state');
    await until(() => state()?.block?.phase === 'collecting', 'the block runs');
    expect(state()).toMatchObject({ running: true, facilitator: { name: 'editor' } });

    const note = { type: 'note', id: newId(), blockId: notes.id, text: 'The parcel is wrong' };
    expect(await participant.refused('session', note)).toBe('throughline:not-now');
    expect(await viewer.refused('session', note)).toBe('throughline:forbidden');
    await editor.say('session', { type: 'reveal', term });
    await participant.say('session', note);
    await participant.say('session', note);
    await editor.say('session', { type: 'endBlock', term });
    await participant.say('session', { ...note, id: newId(), text: 'Too late' });
    await until(() => watching.doc.getMap('notes').size === 2, 'both notes are shown');
    expect([...watching.doc.getMap('notes').values()]).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ late: false }),
        expect.objectContaining({ late: true }),
      ]),
    );

    await editor.say('session', { type: 'startBlock', term, blockId: vote.id });
    await participant.say('session', { type: 'vote', blockId: vote.id, points: { card_a: 3 } });
    await participant.say('session', { type: 'vote', blockId: vote.id, points: { card_a: 1, card_b: 2 } });
    await commenter.say('session', { type: 'vote', blockId: vote.id, points: { card_b: 2 } });
    expect(
      await commenter.refused('session', { type: 'vote', blockId: vote.id, points: { card_b: 4 } }),
    ).toBe('throughline:bad-request');
    expect(watching.doc.getMap('tallies').size).toBe(0);
    await editor.say('session', { type: 'endBlock', term });
    await until(() => watching.doc.getMap('tallies').has(vote.id), 'the tally is shown');
    expect(watching.doc.getMap<Tally>('tallies').get(vote.id)).toEqual({
      blockId: vote.id,
      points: [
        { targetId: 'card_b', points: 4 },
        { targetId: 'card_a', points: 1 },
      ],
      voters: 2,
      joined: 2,
    });
    expect(
      await participant.refused('session', { type: 'vote', blockId: vote.id, points: { card_a: 1 } }),
    ).toBe('throughline:not-now');
    watching.leave();
  });

  it('[R19] only the holder runs it; at the end guests are closed with 4403 and their links are void', async () => {
    const { editor, commenter, participant } = await newGuests(await newMap(owner));
    const { term } = await editor.say<LeaseAnswer>('session/lease', { type: 'take' });
    for (const [guest, refusal] of [
      [commenter, 'throughline:forbidden'],
      [participant, 'throughline:forbidden'],
      [new Guest(editor.mapId, editor.secret, 'other editor'), 'throughline:term-is-over'],
    ] as const)
      expect(await guest.refused('session', { type: 'startSession', term, agenda: [] })).toBe(refusal);
    await editor.say('session', { type: 'startSession', term, agenda: [] });
    const guest = await participant.open('session');
    await editor.say('session', { type: 'endSession', term });
    expect(await guest.closed()).toMatchObject({ code: closeCodes.accessWithdrawn });
    guest.leave();
    expect((await participant.browser.refusal(participant.ticket('session'))).type).toBe(
      'throughline:link-unknown',
    );
  });

  const codesOf = (guest: Guest, body: unknown) =>
    guest.say<CodesAnswer>('session/codes', body).then(({ codes }) => codes);
  const join = (browser: Browser, code: string, name: string) =>
    browser.post<JoinAnswer>('/api/session/join', { code, name });

  it('[R25] a code makes a participant while the session runs, and nothing afterwards', async () => {
    const { editor } = await newGuests(await newMap(owner, 'A map for guests'));
    const { mapId } = editor;
    const { term } = await editor.say<LeaseAnswer>('session/lease', { type: 'take' });
    expect(await editor.refused('session/codes', { type: 'forAll', term })).toBe('throughline:not-now');
    await editor.say('session', { type: 'startSession', term, agenda: [] });
    const [first] = await codesOf(editor, { type: 'forAll', term });
    expect(first).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);

    const guest = server.browser();
    const typed = ` ${first!.slice(0, 4).toLowerCase()}-${first!.slice(4)} `;
    expect(await join(guest, typed, 'Guest')).toEqual({
      to: 'map',
      mapId,
      title: 'A map for guests',
      role: 'participant',
    });
    const { ticket, role } = await ticketFor(guest, { document: `${mapId}/session` });
    expect(role).toBe('participant');
    const inside = await new Client(server.address, `${mapId}/session`, ticket).synced();

    const [second] = await codesOf(editor, { type: 'forAll', term });
    expect((await guest.refusal(join(server.browser(), first!, 'Late'))).type).toBe(
      'throughline:code-unknown',
    );
    expect(inside.closes).toEqual([]);
    await join(server.browser(), second!, 'In time');

    await editor.say('session', { type: 'endSession', term });
    expect(await inside.closed()).toMatchObject({ code: closeCodes.accessWithdrawn });
    inside.leave();
    expect((await guest.refusal(ticketFor(guest, { document: mapId }))).type).toBe('throughline:forbidden');
    expect((await guest.refusal(join(guest, second!, 'Too late'))).type).toBe('throughline:code-unknown');
    const stored = await server.services.database.rows('SELECT 1 FROM join_codes WHERE map = $1', [mapId]);
    expect(stored).toEqual([]);
  });

  it('[R25] codes cannot be tried: after ten wrong ones no further is looked at', async () => {
    const quiet = await startTestServer();
    const browser = quiet.browser();
    const tries = async (count: number) => {
      const types = [];
      for (let i = 0; i < count; i++)
        types.push((await browser.refusal(join(browser, `2345678${'ABCDEFGHJKM'.charAt(i)}`, 'Eve'))).type);
      return types;
    };
    expect(new Set(await tries(10))).toEqual(new Set(['throughline:code-unknown']));
    expect(await tries(1)).toEqual(['throughline:too-many-requests']);
    expect((await browser.refusal(join(browser, 'o0', 'Eve'))).type).toBe('throughline:bad-request');
    expect(browser.cookies.size).toBe(0);
    await quiet.stop();
  });

  it('[R26] a strict vote takes one set of points for each code', async () => {
    const { editor, participant } = await newGuests(await newMap(owner));
    const { mapId } = editor;
    const { term } = await editor.say<LeaseAnswer>('session/lease', { type: 'take' });
    const vote = block('vote', { votesEach: 3, strict: true });
    await editor.say('session', { type: 'startSession', term, agenda: [vote] });
    await editor.say('session', { type: 'startBlock', term, blockId: vote.id });
    const codes = await codesOf(editor, { type: 'forOne', term, count: 3 });
    expect(new Set(codes).size).toBe(3);
    const ballot = { type: 'vote', blockId: vote.id, points: { card_a: 1 } };
    expect(await participant.refused('session', ballot)).toBe('throughline:forbidden');

    const [ann, bo] = [server.browser(), server.browser()];
    await join(ann, codes[0]!, 'Ann');
    await join(ann, codes[0]!, 'Ann');
    await join(bo, codes[1]!, 'Bo');
    expect((await bo.refusal(join(server.browser(), codes[0]!, 'Ann again'))).type).toBe(
      'throughline:code-unknown',
    );
    const { ticket } = await ticketFor(ann, { document: `${mapId}/session` });
    await ann.request('POST', `/api/maps/${mapId}/session`, ballot, { Authorization: `Bearer ${ticket}` });
    await editor.say('session', { type: 'endBlock', term });
    const watching = await editor.open('session');
    expect(watching.doc.getMap<Tally>('tallies').get(vote.id)).toMatchObject({ voters: 1, joined: 2 });
    watching.leave();
  });

  it('[R18] the timer pauses, goes on and is given more time', async () => {
    const { editor } = await newGuests(await newMap(owner));
    const { term } = await editor.say<LeaseAnswer>('session/lease', { type: 'take' });
    const talk = block('talk', { seconds: 100 });
    await editor.say('session', { type: 'startSession', term, agenda: [talk] });
    await editor.say('session', { type: 'startBlock', term, blockId: talk.id });
    const watching = await editor.open('session');
    const running = () => watching.doc.getMap<SessionState>('session').get('state')?.block;
    await editor.say('session', { type: 'pauseTimer', term, paused: true });
    await until(() => running()?.leftMs, 'it is paused');
    expect(running()).toMatchObject({ endsAt: null });
    const left = running()!.leftMs!;
    await editor.say('session', { type: 'addTime', term, seconds: 60 });
    await until(() => running()?.leftMs === left + 60_000, 'it has a minute more');
    await editor.say('session', { type: 'pauseTimer', term, paused: false });
    await until(() => running()?.endsAt, 'it runs again');
    expect(running()!.endsAt! - Date.now()).toBeGreaterThan(left + 50_000);
    watching.leave();
  });
});
