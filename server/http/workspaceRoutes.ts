import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type CreateLinkAnswer,
  createLinkRequestSchema,
  type JoinAnswer,
  joinRequestSchema,
  type LinkList,
  type MemberList,
  memberRequestSchema,
  type SearchAnswer,
  type WorkspaceInfo,
  type WorkspaceList,
  workspaceRequestSchema,
} from '../../model/protocol/api.ts';
import type { Person } from '../access/people.ts';
import { openLink } from './linkDoor.ts';
import { noSuchLink, noSuchPerson } from './linkRoutes.ts';
import { forbidden, noSuchMap, parsed, Refusal } from './refusal.ts';
import type { Services } from './services.ts';

/** `/api/workspaces`, `/api/join`, `/api/search`: people and their maps together. */
export function workspaceRoutes(http: FastifyInstance, services: Services): void {
  const { visitors, membership, links, maps, search, audit } = services;
  const open = openLink(services);
  const part = (request: FastifyRequest, name: string) =>
    (request.params as Record<string, string>)[name] ?? '';

  http.get('/api/workspaces', async (request): Promise<WorkspaceList> => {
    const person = await visitors.known(request);
    return { workspaces: await membership.workspacesOf(person.id) };
  });

  http.post('/api/workspaces', async (request, reply): Promise<WorkspaceInfo> => {
    const { name } = parsed(workspaceRequestSchema, request.body);
    const person = await visitors.known(request);
    const mine = await membership.workspacesOf(person.id);
    // Whoever came by a link to one map cannot fill the server.
    if (!person.administrator && !mine.some((each) => each.role === 'owner' || each.role === 'editor'))
      throw forbidden('an editor’s role in a workspace');
    const id = await membership.createWorkspace(name, person.id);
    await audit.record(person.id, 'workspace.created', id);
    void reply.code(201);
    return workspaceOf(person, id);
  });

  http.patch('/api/workspaces/:id', async (request): Promise<WorkspaceInfo> => {
    const { name } = parsed(workspaceRequestSchema, request.body);
    const { person, workspaceId } = await ownWorkspace(request);
    await membership.renameWorkspace(workspaceId, name);
    return workspaceOf(person, workspaceId);
  });

  http.get('/api/workspaces/:id/links', async (request): Promise<LinkList> => {
    const { workspaceId } = await ownWorkspace(request);
    return { links: await links.list({ workspace: workspaceId }) };
  });

  http.post('/api/workspaces/:id/links', async (request, reply): Promise<CreateLinkAnswer> => {
    const asked = parsed(createLinkRequestSchema, request.body);
    const { person, workspaceId } = await ownWorkspace(request);
    const created = await links.create({ workspace: workspaceId }, asked);
    await audit.record(person.id, 'link.created', workspaceId, `${created.link.id} ${created.link.role}`);
    void reply.code(201);
    return created;
  });

  http.delete('/api/workspaces/:id/links/:linkId', async (request, reply) => {
    const { person, workspaceId } = await ownWorkspace(request);
    if (!(await links.revoke({ workspace: workspaceId }, part(request, 'linkId')))) throw noSuchLink();
    await audit.record(person.id, 'link.revoked', workspaceId, part(request, 'linkId'));
    return reply.code(204).send();
  });

  http.get('/api/workspaces/:id/members', async (request): Promise<MemberList> => {
    const { workspaceId } = await ownWorkspace(request);
    return { members: await membership.workspaceMembers(workspaceId) };
  });

  http.put('/api/workspaces/:id/members/:personId', async (request): Promise<MemberList> => {
    const { role } = parsed(memberRequestSchema, request.body);
    const { person, workspaceId } = await ownWorkspace(request);
    const personId = part(request, 'personId');
    if (!(await membership.isPerson(personId))) throw noSuchPerson();
    await keepAnOwner(workspaceId, personId, role === 'owner');
    await membership.setWorkspaceMember(workspaceId, personId, role);
    await audit.record(person.id, 'member.set', workspaceId, `${personId} ${role}`);
    await accessChanged(workspaceId);
    return { members: await membership.workspaceMembers(workspaceId) };
  });

  http.delete('/api/workspaces/:id/members/:personId', async (request): Promise<MemberList> => {
    const { person, workspaceId } = await ownWorkspace(request);
    const personId = part(request, 'personId');
    await keepAnOwner(workspaceId, personId, false);
    if (!(await membership.removeWorkspaceMember(workspaceId, personId))) throw noSuchPerson();
    await audit.record(person.id, 'member.removed', workspaceId, personId);
    await accessChanged(workspaceId);
    return { members: await membership.workspaceMembers(workspaceId) };
  });

  http.post('/api/join', async (request, reply): Promise<JoinAnswer> => {
    const asked = parsed(joinRequestSchema, request.body);
    const link = await open(asked.secret, asked.password);
    const person = await visitors.welcome(request, reply, asked.name);
    if ('map' in link.target) {
      const map = await maps.find(link.target.map);
      if (map === undefined || map.isTrashed) throw noSuchMap(link.target.map);
      return { to: 'map', mapId: map.id, title: map.title, role: link.role };
    }
    const workspaceId = link.target.workspace;
    // A link never takes away what somebody has already.
    if ((await membership.roleInWorkspace(person.id, workspaceId)) === undefined) {
      await membership.setWorkspaceMember(workspaceId, person.id, link.role);
      await audit.record(person.id, 'workspace.joined', workspaceId, link.id);
    }
    return { to: 'workspace', workspace: await workspaceOf(person, workspaceId) };
  });

  http.get('/api/search', async (request): Promise<SearchAnswer> => {
    const { query = '' } = request.query as { query?: string };
    const person = await visitors.known(request);
    const mine = await maps.listFor(person.id, { trashed: false });
    const infos = new Map(mine.map((map) => [map.id, map]));
    const hits = await search.find(query.slice(0, 200), [...infos.keys()]);
    return { hits: hits.slice(0, 100).map(({ mapId, excerpt }) => ({ map: infos.get(mapId)!, excerpt })) };
  });

  async function ownWorkspace(request: FastifyRequest): Promise<{ person: Person; workspaceId: string }> {
    const person = await visitors.known(request);
    const workspaceId = part(request, 'id');
    if ((await membership.roleInWorkspace(person.id, workspaceId)) !== 'owner')
      throw forbidden('the owner’s role in this workspace');
    return { person, workspaceId };
  }

  async function workspaceOf(person: Person, workspaceId: string): Promise<WorkspaceInfo> {
    return (await membership.workspacesOf(person.id)).find((each) => each.id === workspaceId)!;
  }

  async function keepAnOwner(workspaceId: string, personId: string, staysOwner: boolean): Promise<void> {
    const owners = (await membership.workspaceMembers(workspaceId)).filter((each) => each.role === 'owner');
    if (!staysOwner && owners.length === 1 && owners[0]!.personId === personId)
      throw new Refusal(
        'throughline:not-now',
        'This is the workspace’s only owner. Make somebody else an owner first.',
      );
  }

  async function accessChanged(workspaceId: string): Promise<void> {
    for (const mapId of await maps.idsIn(workspaceId)) services.bus.notify({ type: 'accessChanged', mapId });
  }
}
