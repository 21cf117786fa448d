import { existsSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import serveStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Problem } from '../../model/protocol/problems.ts';
import { claimPage, claimScript } from './claimPage.ts';
import { linkRoutes } from './linkRoutes.ts';
import { mapRoutes } from './mapRoutes.ts';
import type { Origins } from './origins.ts';
import { pictureRoutes } from './pictureRoutes.ts';
import { Refusal } from './refusal.ts';
import { serverRoutes } from './serverRoutes.ts';
import type { Services } from './services.ts';
import { sessionRoutes } from './sessionRoutes.ts';
import { type SignInOptions, signInRoutes } from './signInRoutes.ts';
import { ticketRoutes } from './ticketRoutes.ts';
import { versionRoutes } from './versionRoutes.ts';
import { workspaceRoutes } from './workspaceRoutes.ts';

/** The HTTP side: the app's files, `/api`, and what every answer has in common. */
export async function httpServer(services: Services, options: HttpOptions): Promise<FastifyInstance> {
  const { log, origins, isSecure, trustProxy } = options;
  const http = fastify({
    // Requests are not logged: addresses can carry what should not lie in logs. Failures are, in problemOf.
    logger: false,
    trustProxy,
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
  });
  await http.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(isSecure) },
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
  await http.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_, { ttl }) =>
      new Refusal('throughline:too-many-requests', 'Too many requests from this address. Wait a moment.', {
        seconds: Math.ceil(ttl / 1000),
      }),
  });
  http.addHook('onRequest', async (request) => checkOrigin(request, origins));
  http.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('Cache-Control', 'no-store');
  });
  http.setErrorHandler((error, request, reply) => answerProblem(reply, problemOf(error, request, log)));

  serverRoutes(http, services, options.version, options.signIn === undefined ? 'links' : 'oidc');
  if (options.signIn !== undefined) signInRoutes(http, services, options.signIn);
  ticketRoutes(http, services);
  mapRoutes(http, services);
  linkRoutes(http, services);
  versionRoutes(http, services);
  pictureRoutes(http, services);
  sessionRoutes(http, services);
  workspaceRoutes(http, services);

  http.get('/health', () => ({ status: 'up' }));
  http.get('/ready', async (_, reply) => {
    const isReady = await options.isReady();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
  http.get('/claim', (_, reply) => reply.type('text/html; charset=utf-8').send(claimPage));
  http.get('/claim.js', (_, reply) => reply.type('text/javascript; charset=utf-8').send(claimScript));
  await serveApp(http, options.appDirectory);
  return http;
}

export interface HttpOptions {
  readonly version: string;
  /** The built app; the server runs without it and says so. */
  readonly appDirectory: string;
  readonly origins: Origins;
  /** Sign-in with accounts, where it is configured. */
  readonly signIn: SignInOptions | undefined;
  /** People come over https. */
  readonly isSecure: boolean;
  readonly trustProxy: boolean;
  readonly requestsPerMinute: number;
  /** The database answers and the server is not stopping. */
  isReady(): Promise<boolean>;
  readonly log: Logger;
}

/** Only our own files run. Inline styles are those that Radix and React Flow set. */
function contentPolicy(isSecure: boolean): Record<string, string[]> {
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'worker-src': ["'self'", 'blob:'],
    'connect-src': ["'self'", 'data:', 'blob:'],
    'frame-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    ...(isSecure ? { 'upgrade-insecure-requests': [] } : {}),
  };
}

/** Reading is protected by the browser; whatever changes something must come from a page of ours. */
function checkOrigin(request: FastifyRequest, origins: Origins): void {
  const { origin, host, cookie } = request.headers;
  if (!origins.isOwnHost(host))
    throw new Refusal(
      'throughline:wrong-origin',
      'This server does not answer to this name. Use the address it was started with, or start it with --public-url.',
    );
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
  // Programs send no origin; then a cookie, which only a browser keeps, has no business here.
  const isOwn = origin === undefined ? cookie === undefined : origins.isOwnOrigin(origin, host);
  if (!isOwn)
    throw new Refusal(
      'throughline:wrong-origin',
      'This request did not come from a page of this server. Start the server with --public-url when people reach it by another address.',
    );
}

function answerProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.values?.['seconds'] !== undefined) void reply.header('Retry-After', problem.values['seconds']);
  return reply.code(problem.status).type('application/problem+json').send(problem);
}

function problemOf(error: unknown, request: FastifyRequest, log: Logger): Problem {
  if (error instanceof Refusal) return error.problem;
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413)
    return new Refusal('throughline:too-large', 'The request is larger than this server takes.').problem;
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Refusal('throughline:bad-request', 'The request is not what was expected: send JSON.').problem;
  log.error({ error, route: request.routeOptions.url }, 'a request failed');
  return new Refusal(
    'throughline:internal',
    'Something went wrong in the server; its log tells more. Try again.',
  ).problem;
}

async function serveApp(http: FastifyInstance, directory: string): Promise<void> {
  const isBuilt = existsSync(join(directory, 'index.html'));
  if (isBuilt)
    await http.register(serveStatic, {
      root: directory,
      setHeaders: (reply, path) => {
        // Names in assets/ carry a hash of their content.
        const forGood = path.includes('/assets/');
        void reply.header('Cache-Control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  http.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!isPage || request.url.startsWith('/api/'))
      return answerProblem(
        reply,
        new Refusal('throughline:not-found', 'There is nothing under this address. Check its spelling.')
          .problem,
      );
    if (isBuilt) return reply.sendFile('index.html');
    return reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send('The app is not built yet: run "npm run build", then reload.\n');
  });
}
