import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { MapId } from '../../model/map/ids.ts';
import type { DocumentKind } from '../../model/protocol/documentNames.ts';
import { type JoinAnswer, joinSessionRequestSchema } from '../../model/protocol/api.ts';
import { may } from '../../model/protocol/roles.ts';
import {
  type CodesAnswer,
  codesRequestSchema,
  type LeaseAnswer,
  type LeaseRequest,
  leaseRequestSchema,
  sessionCommandSchema,
} from '../../model/protocol/session.ts';
import { talkCommandSchema } from '../../model/protocol/talk.ts';
import type { TicketClaims } from '../../model/protocol/tickets.ts';
import { applyTalkCommand } from '../session/talkCommands.ts';
import {
  applyContribution,
  applyFacilitatorCommand,
  castVote,
  sessionState,
  setFacilitator,
  tallyOf,
} from '../session/workshop.ts';
import type { Room } from '../sync/room.ts';
import { CodeTries } from './codeTries.ts';
import { forbidden, noSuchMap, parsed, Refusal } from './refusal.ts';
import type { Services } from './services.ts';
import { ticketBearer } from './ticketBearer.ts';

/**
 * `/api/maps/:id/talk`, `/session` and `/session/lease`: the commands by which the two documents change that only the
 * server writes. Each request carries the ticket of its document as `Authorization: Bearer`.
 */
export function sessionRoutes(http: FastifyInstance, services: Services): void {
  const { rooms, leases, links, codes, visitors, maps, bus, audit, database, now } = services;
  const tries = new CodeTries(now);

  http.post('/api/maps/:id/talk', async (request, reply) => {
    const command = parsed(talkCommandSchema, request.body);
    const { claims, room } = await admitted(request, 'talk');
    await room.edit(claims.person.id, (doc) => applyTalkCommand(doc, command, claims, now()));
    return reply.code(204).send();
  });

  http.post('/api/maps/:id/session', async (request, reply) => {
    const command = parsed(sessionCommandSchema, request.body);
    const { claims, room, mapId } = await admitted(request, 'session');
    if (!('term' in command)) {
      if (!may(claims.role, 'contributeToSession')) throw forbidden('a participant’s role');
      if (command.type === 'vote') await castVote(services, mapId, room.doc, command, claims.person.id);
      else await room.edit(claims.person.id, (doc) => applyContribution(doc, command, claims, now()));
      return reply.code(204).send();
    }
    await refuseUnlessFacilitator(claims, mapId, command.term);
    const tally =
      command.type === 'reveal' || command.type === 'endBlock'
        ? await tallyOf(services, mapId, room)
        : undefined;
    await room.edit(claims.person.id, (doc) => applyFacilitatorCommand(doc, command, tally, now()));
    if (command.type === 'startSession') await database.run('DELETE FROM votes WHERE map = $1', [mapId]);
    if (command.type === 'endSession') await closeSession(mapId, claims, command.term);
    return reply.code(204).send();
  });

  http.post('/api/maps/:id/session/lease', async (request): Promise<LeaseAnswer> => {
    const asked = parsed(leaseRequestSchema, request.body);
    const { claims, room, mapId } = await admitted(request, 'session');
    if (!may(claims.role, 'runSession')) throw forbidden('an editor’s role');
    const lease = await changeLease(mapId, claims, asked, room);
    // Who facilitates is told to all by the document itself.
    const holder = lease.expiresAt === 0 ? null : { personId: lease.personId ?? '', name: lease.personName };
    if (asked.type !== 'keep') await room.edit(claims.person.id, (doc) => setFacilitator(doc, holder));
    return lease;
  });

  http.post('/api/maps/:id/session/codes', async (request): Promise<CodesAnswer> => {
    const asked = parsed(codesRequestSchema, request.body);
    const { claims, room, mapId } = await admitted(request, 'session');
    await refuseUnlessFacilitator(claims, mapId, asked.term);
    if (!sessionState(room.doc).running)
      throw new Refusal('throughline:not-now', 'No session is running. Start one first.');
    await audit.record(claims.person.id, 'session.codesMade', mapId, asked.type);
    return {
      codes:
        asked.type === 'forAll' ? [await codes.replace(mapId)] : await codes.addForOne(mapId, asked.count),
    };
  });

  http.post('/api/session/join', async (request, reply): Promise<JoinAnswer> => {
    const { code, name } = parsed(joinSessionRequestSchema, request.body);
    tries.refuseIfTooMany(request.ip);
    // Nobody is made known to the server, or renamed, by a code that is wrong.
    const person = (await codes.isKnown(code)) ? await visitors.welcome(request, reply, name) : undefined;
    const mapId = person && (await codes.redeem(code, person.id));
    if (mapId === undefined) {
      tries.wrong(request.ip);
      throw new Refusal(
        'throughline:code-unknown',
        'This code opens nothing: it is mistyped, was used by somebody else, or the session is over. Ask whoever runs it.',
      );
    }
    const map = await maps.find(mapId);
    if (map === undefined || map.isTrashed) throw noSuchMap(mapId);
    return { to: 'map', mapId, title: map.title, role: 'participant' };
  });

  /** Also keeps the lease: who acts is there. */
  async function refuseUnlessFacilitator(
    { role, person }: TicketClaims,
    mapId: MapId,
    term: number,
  ): Promise<void> {
    if (!may(role, 'runSession')) throw forbidden('an editor’s role');
    if ((await leases.keep(mapId, person.id, term)) === undefined) throw termIsOver();
  }

  async function changeLease(
    mapId: MapId,
    { person, role }: TicketClaims,
    asked: LeaseRequest,
    room: Room,
  ): Promise<LeaseAnswer> {
    if (asked.type === 'take') {
      const lease = await leases.take(mapId, person, role === 'owner');
      if (lease === undefined)
        throw new Refusal(
          'throughline:lease-taken',
          'Somebody else facilitates. Ask them to hand over, or wait until they have been away for a minute.',
        );
      await audit.record(person.id, 'session.leaseTaken', mapId, String(lease.term));
      return lease;
    }
    const lease =
      asked.type === 'give'
        ? await leases.give(mapId, person.id, asked.term, receiver(asked.personId, room))
        : await leases[asked.type](mapId, person.id, asked.term);
    if (lease === undefined) throw termIsOver();
    return lease;
  }

  /** The ticket's bearer, when the ticket is of this document and still holds. */
  async function admitted(
    request: FastifyRequest,
    kind: DocumentKind,
  ): Promise<{ claims: TicketClaims; room: Room; mapId: MapId }> {
    const { claims, mapId, document } = await ticketBearer(services, request, kind);
    const room = rooms.open(document);
    if (room === undefined)
      throw new Refusal('throughline:draining', 'The server has too many maps open. Try again in a minute.');
    await room.loaded();
    return { claims, room, mapId };
  }

  /** Guests came for the session: their links and codes end with it. */
  async function closeSession(mapId: MapId, { person }: TicketClaims, term: number): Promise<void> {
    await leases.release(mapId, person.id, term);
    await codes.end(mapId);
    for (const link of await links.list({ map: mapId }))
      if (link.role === 'participant' && link.revokedAt === null) await links.revoke({ map: mapId }, link.id);
    bus.notify({ type: 'accessChanged', mapId });
  }
}

/** The lease is given to somebody who is here, on whichever process: presence tells the name. */
function receiver(personId: string, room: Room): { id: string; name: string } {
  const person = room.presence.people().get(personId);
  if (person !== undefined) return person;
  throw new Refusal('throughline:not-found', 'This person is not in the session. Choose somebody who is.');
}

const termIsOver = () =>
  new Refusal(
    'throughline:term-is-over',
    'Somebody else took over facilitating. Take the lease again to go on.',
  );
