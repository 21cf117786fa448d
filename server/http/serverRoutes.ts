import type { FastifyInstance } from 'fastify';
import { claimRequestSchema, meRequestSchema, type ServerInfo } from '../../model/protocol/api.ts';
import type { Person } from '../access/people.ts';
import { parsed, Refusal } from './refusal.ts';
import type { Services } from './services.ts';

/** `/api/server`, `/api/claim`, `/api/me`: the server, and who this browser is on it. */
export function serverRoutes(
  http: FastifyInstance,
  services: Services,
  version: string,
  signIn: ServerInfo['signIn'],
): void {
  const { people, visitors, membership } = services;

  const info = async (person: Person | undefined): Promise<ServerInfo> => ({
    version,
    claimed: await people.isClaimed(),
    signIn,
    you:
      person === undefined
        ? null
        : {
            ...person,
            mayCreate: (await membership.workspacesOf(person.id)).some(
              (workspace) => workspace.role === 'owner' || workspace.role === 'editor',
            ),
          },
  });

  http.get('/api/server', async (request) => info(await visitors.who(request)));

  http.post('/api/claim', async (request, reply) => {
    const { secret, name } = parsed(claimRequestSchema, request.body);
    const person = await visitors.welcome(request, reply, name);
    if (!(await people.claim(secret, person.id)))
      throw new Refusal(
        'throughline:claim-unknown',
        'This owner link was used already or is not the one printed last. Start the server with --new-owner-link to get another.',
      );
    await membership.takeHome(person.id);
    return info({ ...person, administrator: true });
  });

  http.patch('/api/me', async (request) => {
    const { name } = parsed(meRequestSchema, request.body);
    const person = await visitors.known(request);
    await people.rename(person.id, name);
    return info({ ...person, name });
  });

  http.delete('/api/session', async (request, reply) => {
    await visitors.endSession(request, reply);
    return info(undefined);
  });
}
