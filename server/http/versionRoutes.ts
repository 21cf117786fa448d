import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import {
  type MapInfo,
  replaceContentRequestSchema,
  type VersionInfo,
  type VersionList,
  versionRequestSchema,
} from '../../model/protocol/api.ts';
import { mapWithRight } from './mapAccess.ts';
import { noSuchMap, parsed, Refusal } from './refusal.ts';
import type { Services } from './services.ts';
import { readableState } from './uploadedState.ts';
import { refuseOverQuota } from './workspaceQuota.ts';

/** `/api/maps/:id/versions` and `/content`: history, and replacing a map by a backup. */
export function versionRoutes(http: FastifyInstance, services: Services): void {
  const { versions, rooms, maps, bus, audit, limits } = services;
  const versionId = (request: FastifyRequest) => (request.params as { versionId?: string }).versionId ?? '';

  http.get('/api/maps/:id/versions', async (request): Promise<VersionList> => {
    const { mapId } = await mapWithRight(services, request, 'changeVersions');
    return { versions: await versions.list(mapId) };
  });

  http.post('/api/maps/:id/versions', async (request, reply): Promise<VersionInfo> => {
    const { label, kind } = parsed(versionRequestSchema, request.body);
    const { mapId, map, person } = await mapWithRight(services, request, 'changeVersions');
    const content = await present(mapId);
    await refuseOverQuota(services, map.workspaceId, content.state.length);
    void reply.code(201);
    return versions.keep({ mapId, kind, label, personName: person.name, ...content });
  });

  http.get('/api/maps/:id/versions/:versionId', async (request, reply) => {
    const { mapId } = await mapWithRight(services, request, 'changeVersions');
    const state = await versions.state(mapId, versionId(request));
    if (state === undefined) throw noSuchVersion();
    return reply.type('application/octet-stream').send(Buffer.from(state));
  });

  http.patch('/api/maps/:id/versions/:versionId', async (request): Promise<VersionInfo> => {
    const { label } = parsed(versionRequestSchema, request.body);
    const { mapId } = await mapWithRight(services, request, 'changeVersions');
    const renamed = await versions.rename(mapId, versionId(request), label);
    if (renamed === undefined) throw noSuchVersion();
    return renamed;
  });

  http.put('/api/maps/:id/content', { bodyLimit: limits.uploadBytes }, async (request): Promise<MapInfo> => {
    const asked = parsed(replaceContentRequestSchema, request.body);
    const { mapId, map, person, role } = await mapWithRight(services, request, 'manageMap');
    const state = readableState(asked.state, limits.documentBytes);
    await refuseOverQuota(services, map.workspaceId, state.length);
    const before = { mapId, kind: 'beforeReplace', label: '', personName: person.name } as const;
    await versions.replaceContent({ ...before, ...(await present(mapId)) }, state);
    await audit.record(person.id, 'map.contentReplaced', mapId);
    bus.notify({ type: 'documentGone', document: mapId });
    return (await maps.infoFor(mapId, role))!;
  });

  /** What is in the database now, with everything taken so far. */
  async function present(mapId: MapId): Promise<{ sequence: number; state: Uint8Array }> {
    const room = rooms.open(mapId);
    if (room === undefined)
      throw new Refusal('throughline:draining', 'The server has too many maps open. Try again in a minute.');
    await room.loaded().catch(() => {
      throw noSuchMap(mapId);
    });
    await new Promise<void>((committed) => room.whenCommitted(committed));
    return { sequence: room.sequence, state: Y.encodeStateAsUpdate(room.doc) };
  }
}

const noSuchVersion = () =>
  new Refusal('throughline:not-found', 'There is no such version of this map. Reload the list.');
