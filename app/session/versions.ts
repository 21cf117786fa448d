import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { newId, type RandomSource } from '../../model/map/newId.ts';
import { readMap } from '../../model/sharedMap/mapReader.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import type { DeviceDatabase, LocalVersion } from './deviceDatabase.ts';

/** The versions of a map that this device keeps; the server keeps its own (model/protocol/api.ts). */
export interface Versions {
  /** The newest first, without their content. */
  readonly list: () => Promise<readonly Omit<LocalVersion, 'state'>[]>;
  readonly keep: (kind: LocalVersion['kind'], label: string) => Promise<string>;
  readonly read: (id: string) => Promise<JourneyMap | undefined>;
  readonly rename: (id: string, label: string) => Promise<void>;
  /** Keeps the present state as a version, then brings the map to the earlier one: an edit that can be undone. */
  readonly restore: (id: string) => Promise<boolean>;
  readonly close: () => void;
}

export interface VersionsOptions {
  readonly database: DeviceDatabase;
  readonly mapId: MapId;
  readonly doc: Y.Doc;
  readonly shared: SharedMap;
  readonly random: RandomSource;
  readonly now: () => number;
}

/** While somebody works, a version is kept this often ... */
const everyMs = 10 * 60_000;
/** ... and of these the newest so many stay. Named ones stay for ever. */
const mostAutomatic = 50;

export function mapVersions({ database, mapId, doc, shared, random, now }: VersionsOptions): Versions {
  let last = now();

  const keep: Versions['keep'] = async (kind, label) => {
    const id = `version${newId('map', random).slice('map'.length)}`;
    last = now();
    await database.versions.add({ id, mapId, kind, label, at: last, state: Y.encodeStateAsUpdate(doc) });
    return id;
  };

  const forgetOldest = async (): Promise<void> => {
    const automatic = await database.versions
      .where('mapId')
      .equals(mapId)
      .filter((version) => version.kind === 'automatic')
      .sortBy('at');
    await database.versions.bulkDelete(automatic.slice(0, -mostAutomatic).map((version) => version.id));
  };

  const stop = shared.subscribe(() => {
    if (now() - last < everyMs) return;
    // A device that is full keeps no versions; the edits themselves report it (keepDocument.ts).
    void keep('automatic', '').then(forgetOldest, () => undefined);
  });

  const read: Versions['read'] = async (id) => {
    const version = await database.versions.get(id);
    if (version === undefined) return undefined;
    const kept = new Y.Doc();
    Y.applyUpdate(kept, version.state);
    return readMap(kept);
  };

  return {
    list: async () =>
      (await database.versions.where('mapId').equals(mapId).toArray())
        .sort((a, b) => b.at - a.at)
        .map(({ id, kind, label, at }) => ({ id, mapId, kind, label, at })),
    keep,
    read,
    rename: async (id, label) => void (await database.versions.update(id, { label, kind: 'named' })),
    restore: async (id) => {
      const map = await read(id);
      if (map === undefined) return false;
      await keep('beforeRestore', '');
      return shared.run({ type: 'restoreMap', map }).ok;
    },
    close: stop,
  };
}
