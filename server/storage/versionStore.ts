import type { MapId } from '../../model/map/ids.ts';
import type { VersionInfo } from '../../model/protocol/api.ts';
import { newServerId } from '../access/secrets.ts';
import { type Database, row } from './database.ts';
import { thinnedVersions } from './thinnedVersions.ts';

/** States of a map that are kept: named by people, or by the clock. Going back to one is an edit like any other. */
export interface VersionStore {
  list(mapId: MapId): Promise<VersionInfo[]>;
  keep(version: NewVersion): Promise<VersionInfo>;
  state(mapId: MapId, versionId: string): Promise<Uint8Array | undefined>;
  rename(mapId: MapId, versionId: string, label: string): Promise<VersionInfo | undefined>;
  /** The newest of any kind. */
  latest(mapId: MapId): Promise<{ readonly at: number; readonly sequence: number } | undefined>;
  /** Replaces the content of a map by another: the old one becomes a version, the epoch is raised, the log starts anew. */
  replaceContent(version: NewVersion, state: Uint8Array): Promise<void>;
}

export interface NewVersion {
  readonly mapId: MapId;
  readonly kind: VersionInfo['kind'];
  readonly label: string;
  readonly personName: string;
  readonly sequence: number;
  readonly state: Uint8Array;
}

export function versionStore(database: Database, now: () => number): VersionStore {
  const columns = `id, kind, label, person_name AS "personName", sequence, at, length(state) AS bytes`;
  const insert = `INSERT INTO versions (id, map, kind, label, person_name, sequence, at, state)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
  const valuesOf = (id: string, version: NewVersion) => [
    id,
    version.mapId,
    version.kind,
    version.label,
    version.personName,
    version.sequence,
    now(),
    version.state,
  ];
  const find = (id: string) =>
    row<VersionInfo>(database, `SELECT ${columns} FROM versions WHERE id = $1`, [id]);

  return {
    list: (mapId) =>
      database.rows<VersionInfo>(`SELECT ${columns} FROM versions WHERE map = $1 ORDER BY at DESC, id`, [
        mapId,
      ]),
    keep: async (version) => {
      const id = newServerId('version');
      await database.run(insert, valuesOf(id, version));
      // Those made by the clock are thinned out; what people named stays.
      const automatic = await database.rows<{ id: string; at: number }>(
        `SELECT id, at FROM versions WHERE map = $1 AND kind = 'automatic'`,
        [version.mapId],
      );
      for (const each of thinnedVersions(automatic, now()))
        await database.run(`DELETE FROM versions WHERE id = $1 AND kind = 'automatic'`, [each]);
      return (await find(id))!;
    },
    state: async (mapId, versionId) =>
      (
        await row<{ state: Uint8Array }>(database, 'SELECT state FROM versions WHERE map = $1 AND id = $2', [
          mapId,
          versionId,
        ])
      )?.state,
    rename: async (mapId, versionId, label) => {
      // A version that somebody names is no longer the clock's.
      const changed = await database.run(
        `UPDATE versions SET label = $1, kind = CASE kind WHEN 'automatic' THEN 'named' ELSE kind END
         WHERE map = $2 AND id = $3`,
        [label, mapId, versionId],
      );
      return changed === 0 ? undefined : find(versionId);
    },
    latest: (mapId) =>
      row(database, 'SELECT at, sequence FROM versions WHERE map = $1 ORDER BY at DESC LIMIT 1', [mapId]),
    replaceContent: (version, state) =>
      database.transaction(async (queries) => {
        const { mapId } = version;
        await queries.run(insert, valuesOf(newServerId('version'), version));
        await queries.run(
          'UPDATE documents SET epoch = epoch + 1, head = 1, tail_bytes = 0, changed_at = $2 WHERE name = $1',
          [mapId, now()],
        );
        await queries.run('DELETE FROM updates WHERE document = $1', [mapId]);
        await queries.run('DELETE FROM snapshots WHERE document = $1', [mapId]);
        await queries.run('INSERT INTO snapshots (document, sequence, state) VALUES ($1, 1, $2)', [
          mapId,
          state,
        ]);
      }, `compact ${version.mapId}`),
  };
}
