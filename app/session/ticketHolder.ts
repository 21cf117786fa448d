import { type TicketAnswer, ticketAnswerSchema, type TicketRequest } from '../../model/protocol/api.ts';
import { ok, type Result } from '../../model/result.ts';
import { askServer, type ServerRefusal } from './askServer.ts';
import type { Settable } from './observable.ts';

/** A ticket that ends within this time is renewed before it is used. */
const renewMs = 30_000;

/** Gives the ticket of a document for a request, a fresh one where the held one is about to end. */
export function ticketHolder(
  request: TicketRequest,
  held: Settable<TicketAnswer | undefined>,
  now: () => number,
): () => Promise<Result<string, ServerRefusal>> {
  return async () => {
    const ticket = held.get();
    if (ticket !== undefined && ticket.expiresAt > now() + renewMs) return ok(ticket.ticket);
    const asked = await askServer('/api/tickets', ticketAnswerSchema, { method: 'POST', body: request });
    if (!asked.ok) return asked;
    held.set(asked.value);
    return ok(asked.value.ticket);
  };
}
