import { z } from 'zod';
import { roleSchema } from './roles.ts';

/** What a ticket says. The server signs it; it opens one document for ten minutes, again and again until it runs out. */
export const ticketClaimsSchema = z
  .strictObject({
    /** The document's name on the wire. */
    document: z.string(),
    role: roleSchema,
    /** Set by the server: authorship and presence carry it. */
    person: z.strictObject({ id: z.string(), name: z.string(), colour: z.int() }).readonly(),
    /** The link it was issued for. Without one the person is a member. */
    link: z.string().optional(),
    /** The version of that grant: withdrawing or changing it raises the stored one, and the ticket is void. */
    grant: z.int(),
    epoch: z.int(),
    /** Milliseconds since 1970. */
    expiresAt: z.int(),
  })
  .readonly();
export type TicketClaims = z.infer<typeof ticketClaimsSchema>;

export const ticketLifetimeMs = 10 * 60 * 1000;

/**
 * The socket's subprotocols: the ticket travels here and not in the address, which ends in logs. A client that offers
 * `throughline.1` beside it is answered with that name; any other y-websocket client gets its ticket echoed.
 */
export const syncProtocol = 'throughline.1';
const ticketPrefix = 'ticket.';

export function socketProtocols(ticket: string): string[] {
  return [syncProtocol, `${ticketPrefix}${ticket}`];
}

export function ticketOfProtocols(protocols: Iterable<string>): string | undefined {
  for (const protocol of protocols)
    if (protocol.startsWith(ticketPrefix)) return protocol.slice(ticketPrefix.length);
  return undefined;
}
