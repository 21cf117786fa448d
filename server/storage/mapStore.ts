import type { MapId } from '../../model/map/ids.ts';
import type { Language } from '../../model/map/language.ts';
import type { MapInfo } from '../../model/protocol/api.ts';
import { documentKinds, documentName } from '../../model/protocol/documentNames.ts';
import type { Role } from '../../model/protocol/roles.ts';
import { roles } from '../../model/protocol/roles.ts';
import { type Database, row } from './database.ts';

/** The list of maps: what stands in the library, not what stands on the maps. */
export interface MapStore {
  /** False when the id is taken: nothing is changed then. */
  create(map: NewMap): Promise<boolean>;
  find(mapId: MapId): Promise<StoredMap | undefined>;
  /** The maps this person is a member of, directly or by a workspace, with the stronger role. */
  listFor(personId: string, filter: { workspaceId?: string; trashed: boolean }): Promise<MapInfo[]>;
  infoFor(mapId: MapId, role: Role): Promise<MapInfo | undefined>;
  setTitle(mapId: MapId, title: string, language: Language): Promise<void>;
  setWorkspace(mapId: MapId, workspaceId: string): Promise<void>;
  setTrashed(mapId: MapId, trashed: boolean): Promise<void>;
  /** With those in the trash. */
  countIn(workspaceId: string): Promise<number>;
  idsIn(workspaceId: string): Promise<MapId[]>;
  /** What a workspace takes in the database: documents, versions and pictures, those of maps in the trash too. */
  bytesIn(workspaceId: string): Promise<number>;
  /** The part of it that one map takes. */
  bytesOf(mapId: MapId): Promise<number>;
  remove(mapId: MapId): Promise<void>;
}

export interface NewMap {
  readonly id: MapId;
  readonly title: string;
  readonly language: Language;
  readonly workspaceId: string;
  readonly ownerKey?: string;
  readonly ownerId?: string;
  readonly state?: Uint8Array;
}

export interface StoredMap {
  readonly id: MapId;
  readonly title: string;
  readonly workspaceId: string;
  readonly ownerKey: string | undefined;
  readonly isTrashed: boolean;
  readonly epoch: number;
}

export function mapStore(database: Database, now: () => number): MapStore {
  const infoColumns = `maps.id, maps.title, maps.language, maps.workspace AS "workspaceId", d.epoch,
    d.head AS sequence, maps.created_at AS "createdAt", d.changed_at AS "changedAt", maps.deleted_at AS "deletedAt"`;
  const bytesWhere = async (condition: string, value: string): Promise<number> =>
    (await row<{ bytes: number }>(
      database,
      `SELECT CAST(coalesce(sum(held.bytes), 0) AS BIGINT) AS bytes FROM (
         SELECT d.map, d.tail_bytes + coalesce((SELECT length(s.state) FROM snapshots s WHERE s.document = d.name), 0)
           AS bytes FROM documents d
         UNION ALL SELECT map, length(state) FROM versions
         UNION ALL SELECT map, size FROM pictures) held
       JOIN maps ON maps.id = held.map WHERE ${condition}`,
      [value],
    ))!.bytes;
  const best = `min(CASE r.role ${roles.map((role, index) => `WHEN '${role}' THEN ${index}`).join(' ')} END)`;

  return {
    create: (map) =>
      database.transaction(async (queries) => {
        const created = await queries.run(
          `INSERT INTO maps (id, workspace, title, language, owner_key, created_at)
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
          [map.id, map.workspaceId, map.title, map.language, map.ownerKey ?? null, now()],
        );
        if (created === 0) return false;
        for (const kind of documentKinds) {
          const name = documentName({ mapId: map.id, kind });
          const seed = kind === 'map' ? map.state : undefined;
          await queries.run(
            `INSERT INTO documents (name, map, epoch, head, tail_bytes, changed_at) VALUES ($1, $2, 1, $3, 0, $4)`,
            [name, map.id, seed === undefined ? 0 : 1, now()],
          );
          if (seed !== undefined)
            await queries.run('INSERT INTO snapshots (document, sequence, state) VALUES ($1, 1, $2)', [
              name,
              seed,
            ]);
        }
        if (map.ownerId !== undefined)
          await queries.run(
            "INSERT INTO map_members (map, person, role, since) VALUES ($1, $2, 'owner', $3)",
            [map.id, map.ownerId, now()],
          );
        return true;
      }),
    find: async (mapId) => {
      const found = await row<{
        title: string;
        workspace: string;
        owner_key: string | null;
        deleted_at: number | null;
        epoch: number;
      }>(
        database,
        `SELECT maps.title, maps.workspace, maps.owner_key, maps.deleted_at, d.epoch FROM maps
         JOIN documents d ON d.name = maps.id WHERE maps.id = $1`,
        [mapId],
      );
      if (found === undefined) return undefined;
      return {
        id: mapId,
        title: found.title,
        workspaceId: found.workspace,
        ownerKey: found.owner_key ?? undefined,
        isTrashed: found.deleted_at !== null,
        epoch: found.epoch,
      };
    },
    listFor: async (personId, { workspaceId, trashed }) => {
      const found = await database.rows<Omit<MapInfo, 'role'> & { best: number }>(
        `SELECT ${infoColumns}, r.best FROM (
           SELECT r.map, ${best} AS best FROM (
             SELECT map, role FROM map_members WHERE person = $1
             UNION ALL
             SELECT m.id AS map, w.role FROM workspace_members w JOIN maps m ON m.workspace = w.workspace
             WHERE w.person = $1) r GROUP BY r.map) r
         JOIN maps ON maps.id = r.map JOIN documents d ON d.name = maps.id
         WHERE maps.deleted_at IS ${trashed ? 'NOT NULL' : 'NULL'}
           AND ($2 = '' OR maps.workspace = $2)
         ORDER BY d.changed_at DESC, maps.id`,
        [personId, workspaceId ?? ''],
      );
      return found.map(({ best, ...info }) => ({ ...info, role: roles[best]! }));
    },
    infoFor: async (mapId, role) => {
      const found = await row<Omit<MapInfo, 'role'>>(
        database,
        `SELECT ${infoColumns} FROM maps JOIN documents d ON d.name = maps.id WHERE maps.id = $1`,
        [mapId],
      );
      return found && { ...found, role };
    },
    setTitle: async (mapId, title, language) => {
      await database.run('UPDATE maps SET title = $1, language = $2 WHERE id = $3', [title, language, mapId]);
    },
    setWorkspace: async (mapId, workspaceId) => {
      await database.run('UPDATE maps SET workspace = $1 WHERE id = $2', [workspaceId, mapId]);
    },
    setTrashed: async (mapId, trashed) => {
      await database.run('UPDATE maps SET deleted_at = $1 WHERE id = $2', [trashed ? now() : null, mapId]);
    },
    countIn: async (workspaceId) =>
      (await row<{ count: number }>(database, 'SELECT count(*) AS count FROM maps WHERE workspace = $1', [
        workspaceId,
      ]))!.count,
    idsIn: async (workspaceId) =>
      (await database.rows<{ id: MapId }>('SELECT id FROM maps WHERE workspace = $1', [workspaceId])).map(
        (each) => each.id,
      ),
    bytesIn: (workspaceId) => bytesWhere('maps.workspace = $1', workspaceId),
    bytesOf: (mapId) => bytesWhere('maps.id = $1', mapId),
    remove: async (mapId) => {
      await database.run('DELETE FROM maps WHERE id = $1', [mapId]);
    },
  };
}
