import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as oidc from 'openid-client';
import { z } from 'zod';
import type { OidcConfig } from '../config.ts';
import { Refusal } from './refusal.ts';
import type { Services } from './services.ts';
import { cookieValue } from './visitor.ts';

/**
 * `/api/sign-in`: with the organisation's accounts (OpenID Connect, code flow with PKCE). What the browser's person
 * owned before moves to the account.
 */
export function signInRoutes(http: FastifyInstance, services: Services, options: SignInOptions): void {
  const { people, visitors, membership, log } = services;
  const { config, isSecure } = options;
  let discovered: Promise<oidc.Configuration> | undefined;

  http.get('/api/sign-in', async (_, reply) => {
    const issuer = await discover();
    const attempt = {
      verifier: oidc.randomPKCECodeVerifier(),
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
    };
    const address = oidc.buildAuthorizationUrl(issuer, {
      redirect_uri: callbackAddress(),
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      state: attempt.state,
      nonce: attempt.nonce,
    });
    setAttempt(reply, Buffer.from(JSON.stringify(attempt)).toString('base64url'), 600);
    return reply.redirect(address.href);
  });

  http.get('/api/sign-in/callback', async (request, reply) => {
    const attempt = readAttempt(request);
    setAttempt(reply, '', 0);
    const account = await accountOf(request, attempt);
    const before = await visitors.who(request);
    const person = await people.ofAccount(account.subject, account.name);
    if (before !== undefined && before.id !== person.id) await people.moveToAccount(before.id, person.id);
    if (config.role !== 'none') await membership.welcomeHome(person.id, config.role);
    visitors.setSession(reply, await people.startSession(person.id));
    return reply.redirect('/');
  });

  async function accountOf(request: FastifyRequest, attempt: Attempt) {
    try {
      const tokens = await oidc.authorizationCodeGrant(
        await discover(),
        new URL(request.url, callbackAddress()),
        { pkceCodeVerifier: attempt.verifier, expectedState: attempt.state, expectedNonce: attempt.nonce },
      );
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('no ID token');
      const name = [claims['name'], claims['preferred_username'], claims.sub].find(
        (each): each is string => typeof each === 'string' && each !== '',
      );
      return { subject: `${claims.iss}|${claims.sub}`, name: (name ?? claims.sub).slice(0, 80) };
    } catch (error) {
      log.warn({ error }, 'a sign-in was refused');
      throw signInFailed();
    }
  }

  /** Asked again after a failure, so that the server may start before its issuer. */
  async function discover(): Promise<oidc.Configuration> {
    discovered ??= oidc.discovery(
      new URL(config.issuer),
      config.clientId,
      config.clientSecret,
      undefined,
      // Plain http only for an issuer on this machine, as in tests.
      isLocal(config.issuer) ? { execute: [oidc.allowInsecureRequests] } : undefined,
    );
    try {
      return await discovered;
    } catch (error) {
      discovered = undefined;
      log.error({ error }, 'the issuer of accounts does not answer');
      throw signInFailed();
    }
  }

  function callbackAddress(): string {
    return `${options.publicUrl()}/api/sign-in/callback`;
  }

  function setAttempt(reply: FastifyReply, value: string, seconds: number): void {
    const secure = isSecure ? '; Secure' : '';
    const attributes = `Max-Age=${seconds}; Path=/api/sign-in; HttpOnly; SameSite=Lax${secure}`;
    // Added, not set: the session's cookie travels in the same answer.
    void reply.header('Set-Cookie', `${attemptCookie}=${value}; ${attributes}`);
  }
}

export interface SignInOptions {
  readonly config: OidcConfig;
  readonly isSecure: boolean;
  /** The address people come by, without a slash at the end. Known once the server listens. */
  publicUrl(): string;
}

const attemptCookie = 'throughline-sign-in';
const attemptSchema = z.object({ verifier: z.string(), state: z.string(), nonce: z.string() });
type Attempt = z.infer<typeof attemptSchema>;

function readAttempt(request: FastifyRequest): Attempt {
  try {
    const value = cookieValue(request.headers.cookie, attemptCookie) ?? '';
    return attemptSchema.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
  } catch {
    throw signInFailed();
  }
}

const isLocal = (issuer: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname);

const signInFailed = () =>
  new Refusal('throughline:sign-in-needed', 'Signing in did not work. Start again from the library.');
