import type { MapId } from '../../model/map/ids.ts';
import { type Database, row } from './database.ts';
import type { VersionStore } from './versionStore.ts';

/**
 * Bytes of pictures by map and hash. Each map has its own: who may read one map learns nothing about another, and a
 * map that is deleted for good takes its pictures with it.
 */
export interface PictureStore {
  hashes(mapId: MapId): Promise<string[]>;
  find(mapId: MapId, hash: string): Promise<StoredPicture | undefined>;
  /** False when the map's quota is reached; keeping what is there already changes nothing. */
  keep(mapId: MapId, hash: string, picture: StoredPicture): Promise<boolean>;
  /** Notes which pictures the map shows no more; `daysUnused` later they go, unless a version still holds them. */
  sweep(mapId: MapId, shown: ReadonlySet<string>, versions: VersionStore): Promise<void>;
}

export interface StoredPicture {
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** As long as the content of deleted cards stays in the document, from where an undo can bring the picture back. */
export const daysUnused = 90;
const dayMs = 24 * 60 * 60 * 1000;

export function pictureStore(database: Database, now: () => number, mostBytesPerMap: number): PictureStore {
  const hashes = async (mapId: MapId) =>
    (
      await database.rows<{ hash: string }>('SELECT hash FROM pictures WHERE map = $1 ORDER BY hash', [mapId])
    ).map(({ hash }) => hash);
  return {
    hashes,
    find: (mapId, hash) =>
      row<StoredPicture>(database, 'SELECT mime, bytes FROM pictures WHERE map = $1 AND hash = $2', [
        mapId,
        hash,
      ]),
    keep: (mapId, hash, { mime, bytes }) =>
      database.transaction(async (queries) => {
        const held = await row<{ size: number; here: number }>(
          queries,
          `SELECT CAST(coalesce(sum(size), 0) AS BIGINT) AS size,
             CAST(coalesce(max(CASE hash WHEN $2 THEN 1 ELSE 0 END), 0) AS INTEGER) AS here
           FROM pictures WHERE map = $1`,
          [mapId, hash],
        );
        if (held?.here === 1) {
          // Somebody is just putting it on the map again.
          await queries.run('UPDATE pictures SET unused_since = NULL WHERE map = $1 AND hash = $2', [
            mapId,
            hash,
          ]);
          return true;
        }
        if ((held?.size ?? 0) + bytes.length > mostBytesPerMap) return false;
        await queries.run(
          'INSERT INTO pictures (map, hash, mime, size, at, unused_since, bytes) VALUES ($1, $2, $3, $4, $5, NULL, $6)',
          [mapId, hash, mime, bytes.length, now(), bytes],
        );
        return true;
      }, `pictures ${mapId}`),
    sweep: async (mapId, shown, versions) => {
      const stored = await database.rows<{ hash: string; unused_since: number | null }>(
        'SELECT hash, unused_since FROM pictures WHERE map = $1',
        [mapId],
      );
      const old: string[] = [];
      for (const { hash, unused_since: since } of stored) {
        const isShown = shown.has(hash);
        if (isShown === (since === null)) {
          if (since !== null && now() - since > daysUnused * dayMs) old.push(hash);
          continue;
        }
        await database.run('UPDATE pictures SET unused_since = $3 WHERE map = $1 AND hash = $2', [
          mapId,
          hash,
          isShown ? null : now(),
        ]);
      }
      if (old.length === 0) return;
      const held = await heldByVersions(mapId, old, versions);
      for (const hash of old)
        if (!held.has(hash))
          await database.run(
            'DELETE FROM pictures WHERE map = $1 AND hash = $2 AND unused_since IS NOT NULL',
            [mapId, hash],
          );
    },
  };
}

/** A document names a picture by its hash in plain letters, so a version that holds it contains them. */
async function heldByVersions(
  mapId: MapId,
  hashes: readonly string[],
  versions: VersionStore,
): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (const { id } of await versions.list(mapId)) {
    const state = Buffer.from((await versions.state(mapId, id)) ?? []);
    for (const hash of hashes) if (state.includes(hash)) held.add(hash);
  }
  return held;
}
