import { createHmac, timingSafeEqual } from 'node:crypto';
import { type TicketClaims, ticketClaimsSchema } from '../../model/protocol/tickets.ts';
import { err, ok, type Result } from '../../model/result.ts';

/** Signs tickets and reads them back: `<claims>.<HMAC-SHA-256>`, both in base64url. All processes share the key. */
export interface TicketSigner {
  sign(claims: TicketClaims): string;
  read(ticket: string, now: number): Result<TicketClaims, 'forged' | 'expired'>;
}

export function ticketSigner(key: Uint8Array): TicketSigner {
  const signature = (body: string) => createHmac('sha256', key).update(body).digest();
  return {
    sign: (claims) => {
      const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return `${body}.${signature(body).toString('base64url')}`;
    },
    read: (ticket, now) => {
      const [body = '', given = '', ...rest] = ticket.split('.');
      const found = Buffer.from(given, 'base64url');
      const expected = signature(body);
      if (rest.length > 0 || found.length !== expected.length || !timingSafeEqual(found, expected))
        return err('forged');
      const claims = ticketClaimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
      return claims.expiresAt <= now ? err('expired') : ok(claims);
    },
  };
}
