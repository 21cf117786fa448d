import type { FastifyRequest } from 'fastify';
import { type MapId, mapIdSchema } from '../../model/map/ids.ts';
import { type DocumentKind, documentName } from '../../model/protocol/documentNames.ts';
import type { TicketClaims } from '../../model/protocol/tickets.ts';
import { noSuchMap, Refusal } from './refusal.ts';
import type { Services } from './services.ts';

/** Who asks with `Authorization: Bearer <ticket>` for something of a document under `/api/maps/:id`, if the ticket is of this document and still holds. */
export async function ticketBearer(
  { signer, admission, now }: Services,
  request: FastifyRequest,
  kind: DocumentKind,
): Promise<{ readonly claims: TicketClaims; readonly mapId: MapId; readonly document: string }> {
  const mapId = mapIdSchema.safeParse((request.params as { id?: string }).id);
  if (!mapId.success) throw noSuchMap('with this name');
  const document = documentName({ mapId: mapId.data, kind });
  const ticket = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const claims = signer.read(ticket, now());
  if (!claims.ok || claims.value.document !== document) throw badTicket();
  const reason = await admission.whyNot(claims.value);
  if (reason === 'noSuchMap') throw noSuchMap(mapId.data);
  if (reason !== undefined) throw badTicket();
  return { claims: claims.value, mapId: mapId.data, document };
}

const badTicket = () =>
  new Refusal(
    'throughline:ticket-expired',
    'The ticket is not of this document or has run out. Get a new one and try again.',
  );
