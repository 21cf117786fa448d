import type { z } from 'zod';
import type * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import type {
  contributionSchema,
  FacilitatorCommand,
  RevealedCurve,
  RevealedNote,
  SessionState,
  Tally,
} from '../../model/protocol/session.ts';
import type { TicketClaims } from '../../model/protocol/tickets.ts';
import { forbidden, Refusal } from '../http/refusal.ts';
import type { Database } from '../storage/database.ts';
import type { Room } from '../sync/room.ts';
import type { JoinCodes } from './joinCodes.ts';

/** A running workshop, as it stands in the session document: only this file writes there. */

const noSession: SessionState = {
  running: false,
  startedAt: 0,
  facilitator: null,
  agenda: [],
  block: null,
  lockedLaneIds: [],
  summon: null,
};

export function sessionState(doc: Y.Doc): SessionState {
  return doc.getMap<SessionState>('session').get('state') ?? noSession;
}

export function setFacilitator(doc: Y.Doc, facilitator: SessionState['facilitator']): void {
  setState(doc, { ...sessionState(doc), facilitator });
}

/** `tally` is what was voted in the present block so far: written when the block is revealed or ends. */
export function applyFacilitatorCommand(
  doc: Y.Doc,
  command: FacilitatorCommand,
  tally: Tally | undefined,
  now: number,
): void {
  const state = sessionState(doc);
  if (command.type === 'startSession') {
    for (const name of ['notes', 'curves', 'tallies']) doc.getMap(name).clear();
    const { facilitator } = state;
    return setState(doc, {
      ...noSession,
      running: true,
      startedAt: now,
      facilitator,
      agenda: command.agenda,
    });
  }
  if (!state.running) throw notNow('No session is running. Start one first.');
  switch (command.type) {
    case 'setAgenda':
      return setState(doc, { ...state, agenda: command.agenda });
    case 'startBlock': {
      const block = state.agenda.find((each) => each.id === command.blockId);
      if (block === undefined) throw notNow('This block is not on the agenda any more. Choose another.');
      const timer = block.seconds === 0 ? null : now + block.seconds * 1000;
      return setState(doc, {
        ...state,
        block: { id: block.id, phase: 'collecting', endsAt: timer, leftMs: null },
      });
    }
    case 'addTime': {
      const block = presentBlock(state);
      const { endsAt, leftMs } = block;
      const added = command.seconds * 1000;
      return setState(doc, {
        ...state,
        block: {
          ...block,
          endsAt: leftMs !== null ? null : Math.max(now, (endsAt ?? now) + added),
          leftMs: leftMs === null ? null : Math.max(0, leftMs + added),
        },
      });
    }
    case 'pauseTimer': {
      const block = presentBlock(state);
      if (command.paused && block.endsAt !== null)
        return setState(doc, {
          ...state,
          block: { ...block, endsAt: null, leftMs: Math.max(0, block.endsAt - now) },
        });
      if (!command.paused && block.leftMs !== null)
        return setState(doc, { ...state, block: { ...block, endsAt: now + block.leftMs, leftMs: null } });
      return;
    }
    case 'reveal':
    case 'endBlock': {
      const block = presentBlock(state);
      if (tally !== undefined) doc.getMap<Tally>('tallies').set(block.id, tally);
      const phase = command.type === 'reveal' ? 'revealed' : 'done';
      return setState(doc, { ...state, block: { ...block, phase, endsAt: null, leftMs: null } });
    }
    case 'lockLanes':
      return setState(doc, { ...state, lockedLaneIds: command.laneIds });
    case 'summon':
      return setState(doc, {
        ...state,
        summon: { count: (state.summon?.count ?? 0) + 1, view: command.view },
      });
    case 'endSession':
      return setState(doc, {
        ...state,
        running: false,
        facilitator: null,
        block: null,
        lockedLaneIds: [],
        summon: null,
      });
  }
}

/** A note or a curve: only what was revealed is taken, so that nothing hidden ever passes the server. */
export function applyContribution(
  doc: Y.Doc,
  contribution: Exclude<z.output<typeof contributionSchema>, { type: 'vote' }>,
  { person }: TicketClaims,
  now: number,
): void {
  const state = sessionState(doc);
  const block = state.block?.id === contribution.blockId ? state.block : undefined;
  const isKnown = state.agenda.some((each) => each.id === contribution.blockId);
  if (!state.running || !isKnown)
    throw notNow('This block is over. Keep what you wrote, or put it on the map.');
  if (block?.phase === 'collecting')
    throw notNow('Contributions stay on the devices until they are revealed. Send it then.');
  const late = block?.phase !== 'revealed';
  if (contribution.type === 'curve') {
    const { id, blockId, values } = contribution;
    const curves = doc.getMap<RevealedCurve>('curves');
    if (!curves.has(id)) putCapped(curves, id, { id, blockId, values, late });
    return;
  }
  const { id, blockId, text, stepId, laneId } = contribution;
  const notes = doc.getMap<RevealedNote>('notes');
  if (!notes.has(id))
    putCapped(notes, id, { id, blockId, text, personName: person.name, stepId, laneId, at: now, late });
}

/** Votes stay in a table until the block ends; a person's points replace what the person gave before. */
export async function castVote(
  { database, codes }: VoteStores,
  mapId: MapId,
  doc: Y.Doc,
  vote: Extract<z.output<typeof contributionSchema>, { type: 'vote' }>,
  personId: string,
): Promise<void> {
  const state = sessionState(doc);
  const planned = state.agenda.find((each) => each.id === vote.blockId);
  if (
    !state.running ||
    planned?.kind !== 'vote' ||
    state.block?.id !== vote.blockId ||
    state.block.phase !== 'collecting'
  )
    throw notNow('This vote is not open.');
  if (planned.strict && !(await codes.hasOwnCode(mapId, personId)))
    throw forbidden('a code for one person, as this vote is a strict one');
  const given = Object.values(vote.points).reduce((sum, points) => sum + points, 0);
  if (given > planned.votesEach)
    throw new Refusal(
      'throughline:bad-request',
      `Each has ${planned.votesEach} points here; ${given} were given.`,
      {
        most: planned.votesEach,
        given,
      },
    );
  await database.transaction(async (queries) => {
    await queries.run('DELETE FROM votes WHERE map = $1 AND block = $2 AND person = $3', [
      mapId,
      vote.blockId,
      personId,
    ]);
    for (const [target, points] of Object.entries(vote.points))
      await queries.run(
        'INSERT INTO votes (map, block, person, target, points) VALUES ($1, $2, $3, $4, $5)',
        [mapId, vote.blockId, personId, target, points],
      );
  }, `votes ${mapId}`);
}

/** Undefined when the present block is no vote. */
export async function tallyOf(
  { database, codes }: VoteStores,
  mapId: MapId,
  { doc, presence }: Pick<Room, 'doc' | 'presence'>,
): Promise<Tally | undefined> {
  const { agenda, block } = sessionState(doc);
  const planned = agenda.find((each) => each.id === block?.id);
  if (block === null || planned?.kind !== 'vote') return undefined;
  const points = await database.rows<{ targetId: string; points: number }>(
    `SELECT target AS "targetId", CAST(sum(points) AS INTEGER) AS points FROM votes WHERE map = $1 AND block = $2
     GROUP BY target ORDER BY sum(points) DESC, target`,
    [mapId, block.id],
  );
  const [counted] = await database.rows<{ voters: number }>(
    'SELECT CAST(count(DISTINCT person) AS INTEGER) AS voters FROM votes WHERE map = $1 AND block = $2',
    [mapId, block.id],
  );
  const voters = counted?.voters ?? 0;
  // Somebody may have voted and left.
  const joined = Math.max(voters, planned.strict ? await codes.ownCodesUsed(mapId) : presence.people().size);
  return { blockId: block.id, points, voters, joined };
}

export interface VoteStores {
  readonly database: Database;
  readonly codes: JoinCodes;
}

function setState(doc: Y.Doc, state: SessionState): void {
  doc.getMap<SessionState>('session').set('state', state);
}

function presentBlock(state: SessionState): NonNullable<SessionState['block']> {
  if (state.block === null) throw notNow('No block is running. Start one first.');
  return state.block;
}

function putCapped<T>(map: Y.Map<T>, id: string, value: T): void {
  if (map.size >= mostContributions)
    throw new Refusal('throughline:quota-reached', `A session takes ${mostContributions} contributions.`, {
      most: mostContributions,
    });
  map.set(id, value);
}

const mostContributions = 5_000;

const notNow = (detail: string) => new Refusal('throughline:not-now', detail);
