import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { MapId } from '../../model/map/ids.ts';
import {
  changeLinkRequestSchema,
  type CreateLinkAnswer,
  createLinkRequestSchema,
  type LinkInfo,
  type LinkList,
  type MemberList,
  memberRequestSchema,
} from '../../model/protocol/api.ts';
import { mapWithRight } from './mapAccess.ts';
import { parsed, Refusal } from './refusal.ts';
import type { Services } from './services.ts';

/** `/api/maps/:id/links` and `/api/maps/:id/members`: the owner's Share dialog. Every change holds at once. */
export function linkRoutes(http: FastifyInstance, services: Services): void {
  const { links, membership, bus, audit } = services;
  const changed = (mapId: MapId) => bus.notify({ type: 'accessChanged', mapId });
  const part = (request: FastifyRequest, name: string) =>
    (request.params as Record<string, string>)[name] ?? '';

  http.get('/api/maps/:id/links', async (request): Promise<LinkList> => {
    const { mapId } = await mapWithRight(services, request, 'manageMap');
    return { links: await links.list({ map: mapId }) };
  });

  http.post('/api/maps/:id/links', async (request, reply): Promise<CreateLinkAnswer> => {
    const asked = parsed(createLinkRequestSchema, request.body);
    const { mapId, person } = await mapWithRight(services, request, 'manageMap');
    const created = await links.create({ map: mapId }, asked);
    await audit.record(person.id, 'link.created', mapId, `${created.link.id} ${created.link.role}`);
    void reply.code(201);
    return created;
  });

  http.patch('/api/maps/:id/links/:linkId', async (request): Promise<LinkInfo> => {
    const asked = parsed(changeLinkRequestSchema, request.body);
    const { mapId, person } = await mapWithRight(services, request, 'manageMap');
    const link = await links.change({ map: mapId }, part(request, 'linkId'), asked);
    if (link === undefined) throw noSuchLink();
    await audit.record(person.id, 'link.changed', mapId, link.id);
    changed(mapId);
    return link;
  });

  http.delete('/api/maps/:id/links/:linkId', async (request, reply) => {
    const { mapId, person } = await mapWithRight(services, request, 'manageMap');
    const linkId = part(request, 'linkId');
    if (!(await links.revoke({ map: mapId }, linkId))) throw noSuchLink();
    await audit.record(person.id, 'link.revoked', mapId, linkId);
    changed(mapId);
    return reply.code(204).send();
  });

  http.get('/api/maps/:id/members', async (request): Promise<MemberList> => {
    const { mapId } = await mapWithRight(services, request, 'manageMap');
    return { members: await membership.mapMembers(mapId) };
  });

  http.put('/api/maps/:id/members/:personId', async (request): Promise<MemberList> => {
    const { role } = parsed(memberRequestSchema, request.body);
    const { mapId, person } = await mapWithRight(services, request, 'manageMap');
    const personId = part(request, 'personId');
    if (!(await membership.isPerson(personId))) throw noSuchPerson();
    await membership.setMapMember(mapId, personId, role);
    await audit.record(person.id, 'member.set', mapId, `${personId} ${role}`);
    changed(mapId);
    return { members: await membership.mapMembers(mapId) };
  });

  http.delete('/api/maps/:id/members/:personId', async (request): Promise<MemberList> => {
    const { mapId, person } = await mapWithRight(services, request, 'manageMap');
    const personId = part(request, 'personId');
    if (!(await membership.removeMapMember(mapId, personId))) throw noSuchPerson();
    await audit.record(person.id, 'member.removed', mapId, personId);
    changed(mapId);
    return { members: await membership.mapMembers(mapId) };
  });
}

export const noSuchLink = () =>
  new Refusal('throughline:not-found', 'There is no such link here, or it was withdrawn before.');

export const noSuchPerson = () =>
  new Refusal('throughline:not-found', 'This person is not known here. They have to open a link first.');
