import type { FastifyReply, FastifyRequest } from 'fastify';
import { type People, type Person, sessionLifetimeMs } from '../access/people.ts';
import { signInNeeded } from './refusal.ts';

/** Recognises browsers by their session cookie. */
export interface Visitors {
  who(request: FastifyRequest): Promise<Person | undefined>;
  /** The person, or the refusal that asks to sign in. */
  known(request: FastifyRequest): Promise<Person>;
  /** Whoever has no session yet gets one, under this name. */
  welcome(request: FastifyRequest, reply: FastifyReply, name: string | undefined): Promise<Person>;
  setSession(reply: FastifyReply, secret: string): void;
  endSession(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

export const guestName = 'Guest';

/** Over TLS the cookie is bound to this very host (`__Host-`); on plain http at home browsers would refuse that. */
export function visitors(people: People, isSecure: boolean): Visitors {
  const cookieName = isSecure ? '__Host-throughline' : 'throughline';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const secretOf = (request: FastifyRequest) => cookieValue(request.headers.cookie, cookieName);
  const setSession = (reply: FastifyReply, secret: string) =>
    void reply.header(
      'Set-Cookie',
      `${cookieName}=${secret}; Max-Age=${sessionLifetimeMs / 1000}; ${attributes}`,
    );
  const who = async (request: FastifyRequest) => {
    const secret = secretOf(request);
    return secret === undefined ? undefined : people.ofSession(secret);
  };

  return {
    who,
    known: async (request) => {
      const person = await who(request);
      if (person === undefined) throw signInNeeded();
      return person;
    },
    welcome: async (request, reply, name) => {
      const known = await who(request);
      if (known === undefined) {
        const { person, sessionSecret } = await people.welcome(name ?? guestName);
        setSession(reply, sessionSecret);
        return person;
      }
      if (name === undefined || name === known.name) return known;
      await people.rename(known.id, name);
      return { ...known, name };
    },
    setSession,
    endSession: async (request, reply) => {
      const secret = secretOf(request);
      if (secret !== undefined) await people.endSession(secret);
      void reply.header('Set-Cookie', `${cookieName}=; Max-Age=0; ${attributes}`);
    },
  };
}

export function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key = '', ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}
