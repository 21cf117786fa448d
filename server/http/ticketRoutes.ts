import type { FastifyInstance } from 'fastify';
import type { MapId } from '../../model/map/ids.ts';
import { type TicketAnswer, ticketRequestSchema } from '../../model/protocol/api.ts';
import { documentName, parseDocumentName } from '../../model/protocol/documentNames.ts';
import { type Role, roles } from '../../model/protocol/roles.ts';
import { ticketLifetimeMs } from '../../model/protocol/tickets.ts';
import { mayOpen } from '../access/admission.ts';
import type { StoredLink } from '../access/links.ts';
import { openLink } from './linkDoor.ts';
import { forbidden, noSuchMap, parsed, Refusal, signInNeeded } from './refusal.ts';
import type { Services } from './services.ts';

/** `POST /api/tickets`: exchanges a link's secret, or the session cookie, for ten minutes of access to one document. */
export function ticketRoutes(http: FastifyInstance, services: Services): void {
  const { visitors, membership, maps, signer, now } = services;
  const open = openLink(services);

  http.post('/api/tickets', async (request, reply): Promise<TicketAnswer> => {
    const asked = parsed(ticketRequestSchema, request.body);
    const link = asked.secret === undefined ? undefined : await open(asked.secret, asked.password);
    const address = addressOf(asked.document, link);
    const person =
      link === undefined ? await visitors.who(request) : await visitors.welcome(request, reply, asked.name);
    if (person === undefined) throw signInNeeded();
    const map = await maps.find(address.mapId);
    if (map === undefined || map.isTrashed) throw noSuchMap(address.mapId);

    const asMember = await membership.roleOnMap(person.id, address.mapId);
    const byLink = link !== undefined && isStronger(link.role, asMember) ? link : undefined;
    const role = byLink?.role ?? asMember;
    if (role === undefined) throw forbidden('a link to this map');
    const withComments = byLink?.withComments ?? role === 'viewer';
    if (!mayOpen(address.kind, role, withComments)) throw forbidden('a role that may read this');
    if (asked.epoch !== undefined && asked.epoch !== map.epoch)
      throw new Refusal(
        'throughline:epoch-differs',
        'The owner replaced the content of this map. Keep your copy as a recovered one and load the map anew.',
        { epoch: map.epoch },
      );
    const expiresAt = Math.min(now() + ticketLifetimeMs, byLink?.expiresAt ?? Number.MAX_SAFE_INTEGER);
    const document = documentName(address);
    const shown = { id: person.id, name: person.name, colour: person.colour };
    return {
      ticket: signer.sign({
        document,
        role,
        person: shown,
        ...(byLink === undefined ? {} : { link: byLink.id }),
        grant: byLink?.grant ?? 0,
        epoch: map.epoch,
        expiresAt,
      }),
      expiresAt,
      document,
      mapId: address.mapId,
      title: map.title,
      role,
      withComments: mayOpen('talk', role, withComments),
      epoch: map.epoch,
      person: shown,
    };
  });
}

function addressOf(document: string | undefined, link: StoredLink | undefined) {
  const linked: MapId | undefined = link !== undefined && 'map' in link.target ? link.target.map : undefined;
  if (document === undefined && linked !== undefined) return { mapId: linked, kind: 'map' as const };
  const address = parseDocumentName(document ?? '');
  if (address === undefined)
    throw new Refusal(
      'throughline:bad-request',
      'Expected "document" to name a map: map_…, map_…/talk or map_…/session.',
    );
  if (link !== undefined && linked !== address.mapId) throw forbidden('a link to this map');
  return address;
}

function isStronger(role: Role, than: Role | undefined): boolean {
  return than === undefined || roles.indexOf(role) < roles.indexOf(than);
}
