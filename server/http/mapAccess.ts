import type { FastifyRequest } from 'fastify';
import { type MapId, mapIdSchema } from '../../model/map/ids.ts';
import { may, type Right, type Role } from '../../model/protocol/roles.ts';
import type { Person } from '../access/people.ts';
import type { StoredMap } from '../storage/mapStore.ts';
import { forbidden, noSuchMap } from './refusal.ts';
import type { Services } from './services.ts';

/** The map of a route `/api/maps/:id...` and this browser's role on it, when it has the right that is asked for. */
export async function mapWithRight(
  { visitors, maps, membership }: Services,
  request: FastifyRequest,
  right: Right,
): Promise<MapAccess> {
  const mapId = mapIdSchema.safeParse((request.params as { id?: string }).id);
  if (!mapId.success) throw noSuchMap('with this name');
  const person = await visitors.known(request);
  const map = await maps.find(mapId.data);
  const role = map && (await membership.roleOnMap(person.id, map.id));
  if (map === undefined || (map.isTrashed && role !== 'owner')) throw noSuchMap(mapId.data);
  if (role === undefined || !may(role, right)) throw forbidden(neededFor[right]);
  return { mapId: map.id, map, person, role };
}

export interface MapAccess {
  readonly mapId: MapId;
  readonly map: StoredMap;
  readonly person: Person;
  readonly role: Role;
}

const neededFor = {
  readMap: 'membership of this map',
  writeMap: 'an editor’s role',
  readTalk: 'a commenter’s role',
  comment: 'a commenter’s role',
  moderateTalk: 'an editor’s role',
  readSession: 'membership of this map',
  contributeToSession: 'a participant’s role',
  runSession: 'an editor’s role',
  changeVersions: 'an editor’s role',
  manageMap: 'the owner’s role',
} as const satisfies Record<Right, string>;
