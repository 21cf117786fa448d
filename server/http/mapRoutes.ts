import type { FastifyInstance } from 'fastify';
import { type MapId, mapIdSchema } from '../../model/map/ids.ts';
import {
  changeMapRequestSchema,
  type ChallengeAnswer,
  createMapRequestSchema,
  type MapInfo,
  type MapList,
  ownerProofSchema,
} from '../../model/protocol/api.ts';
import { documentKinds, documentName } from '../../model/protocol/documentNames.ts';
import { isOwnerProof } from '../access/ownerKey.ts';
import { newSecret, newServerId } from '../access/secrets.ts';
import { mapWithRight } from './mapAccess.ts';
import { forbidden, noSuchMap, parsed, Refusal } from './refusal.ts';
import type { Services } from './services.ts';
import { readableState } from './uploadedState.ts';
import { refuseOverQuota } from './workspaceQuota.ts';

/** `/api/maps` and `/api/challenges`: the library, making, publishing, the trash. */
export function mapRoutes(http: FastifyInstance, services: Services): void {
  const { visitors, membership, maps, bus, now, audit, limits } = services;
  const challenges = new Map<string, number>();

  http.post('/api/challenges', async (): Promise<ChallengeAnswer> => {
    const challenge = newSecret();
    const expiresAt = now() + 5 * 60 * 1000;
    for (const [old, end] of challenges) if (end < now()) challenges.delete(old);
    challenges.set(challenge, expiresAt);
    return { challenge, expiresAt };
  });

  http.get('/api/maps', async (request): Promise<MapList> => {
    const { workspace, trash } = request.query as { workspace?: string; trash?: string };
    const person = await visitors.known(request);
    const filter = { trashed: trash === '1', ...(workspace === undefined ? {} : { workspaceId: workspace }) };
    return { maps: await maps.listFor(person.id, filter) };
  });

  http.post('/api/maps', { bodyLimit: limits.uploadBytes }, async (request, reply): Promise<MapInfo> => {
    const asked = parsed(createMapRequestSchema, request.body);
    const person = await visitors.known(request);
    const workspaceId = await workspaceFor(person.id, asked.workspaceId);
    if (asked.id !== undefined) checkProof(asked.id, asked.proof);
    const state = asked.state === undefined ? undefined : readableState(asked.state, limits.documentBytes);
    const id = asked.id ?? mapIdSchema.parse(newServerId('map'));
    await refuseOneMore(workspaceId, state?.length ?? 0);
    const created = await maps.create({
      id,
      title: asked.title,
      language: asked.language,
      workspaceId,
      ownerId: person.id,
      ...(asked.proof === undefined ? {} : { ownerKey: asked.proof.publicKey }),
      ...(state === undefined ? {} : { state }),
    });
    if (!created)
      throw new Refusal(
        'throughline:already-exists',
        'A map with this id is on this server already; nothing was changed. Open it, or publish your copy under a fresh id.',
        { mapId: id },
      );
    await audit.record(person.id, 'map.created', id);
    void reply.code(201);
    return (await maps.infoFor(id, 'owner'))!;
  });

  http.get('/api/maps/:id', async (request): Promise<MapInfo> => {
    const { mapId, role } = await mapWithRight(services, request, 'readMap');
    return (await maps.infoFor(mapId, role))!;
  });

  http.patch('/api/maps/:id', async (request): Promise<MapInfo> => {
    const { workspaceId, trashed } = parsed(changeMapRequestSchema, request.body);
    const { mapId, map, person, role } = await mapWithRight(services, request, 'manageMap');
    if (workspaceId !== undefined) {
      const target = await workspaceFor(person.id, workspaceId);
      if (target !== map.workspaceId) await refuseOneMore(target, await maps.bytesOf(mapId));
      await maps.setWorkspace(mapId, target);
      await audit.record(person.id, 'map.moved', mapId, workspaceId);
    }
    if (trashed !== undefined) {
      await maps.setTrashed(mapId, trashed);
      await audit.record(person.id, trashed ? 'map.trashed' : 'map.untrashed', mapId);
    }
    bus.notify({ type: 'accessChanged', mapId });
    return (await maps.infoFor(mapId, role))!;
  });

  /** For good; only out of the trash. */
  http.delete('/api/maps/:id', async (request, reply) => {
    const { mapId, map, person } = await mapWithRight(services, request, 'manageMap');
    if (!map.isTrashed)
      throw new Refusal(
        'throughline:not-now',
        'Only maps in the trash are deleted for good. Move it there first.',
      );
    await maps.remove(mapId);
    await audit.record(person.id, 'map.deleted', mapId);
    for (const kind of documentKinds)
      bus.notify({ type: 'documentGone', document: documentName({ mapId, kind }) });
    return reply.code(204).send();
  });

  /** With the owner key: this browser becomes an owner again, wherever its session went. */
  http.post('/api/maps/:id/ownership', async (request, reply): Promise<MapInfo> => {
    const proof = parsed(ownerProofSchema, request.body);
    const mapId = mapIdSchema.safeParse((request.params as { id: string }).id);
    const map = mapId.success ? await maps.find(mapId.data) : undefined;
    if (map === undefined) throw noSuchMap('with this name');
    checkProof(map.id, proof);
    const person = await visitors.welcome(request, reply, undefined);
    await membership.setMapMember(map.id, person.id, 'owner');
    await audit.record(person.id, 'map.ownershipTaken', map.id);
    return (await maps.infoFor(map.id, 'owner'))!;
  });

  function checkProof(id: MapId, proof: Parameters<typeof isOwnerProof>[1] | undefined): void {
    const expiresAt = proof === undefined ? undefined : challenges.get(proof.challenge);
    if (proof !== undefined) challenges.delete(proof.challenge);
    if (proof === undefined || expiresAt === undefined || expiresAt < now() || !isOwnerProof(id, proof))
      throw new Refusal(
        'throughline:signature-wrong',
        'This id belongs to an owner key, and the signature is not of that key for a fresh challenge. Publish from the device that has the key, or leave the id out.',
      );
  }

  /** A workspace takes one more map only while it has room for it. */
  async function refuseOneMore(workspaceId: string, bytes: number): Promise<void> {
    if ((await maps.countIn(workspaceId)) >= limits.mapsPerWorkspace)
      throw new Refusal(
        'throughline:quota-reached',
        `This workspace holds ${limits.mapsPerWorkspace} maps, which is as many as it may. Empty the trash, or use another workspace.`,
        { most: limits.mapsPerWorkspace },
      );
    await refuseOverQuota(services, workspaceId, bytes);
  }

  async function workspaceFor(personId: string, asked: string | undefined): Promise<string> {
    const mine = (await membership.workspacesOf(personId)).filter(
      (workspace) => workspace.role === 'owner' || workspace.role === 'editor',
    );
    const chosen = asked === undefined ? mine[0] : mine.find((workspace) => workspace.id === asked);
    if (chosen === undefined) throw forbidden('an editor’s role in a workspace');
    return chosen.id;
  }
}
