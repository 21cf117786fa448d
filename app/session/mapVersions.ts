import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { versionInfoSchema, versionListSchema } from '../../model/protocol/api.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { readMap } from '../../model/sharedMap/mapReader.ts';
import { askServer, type ServerRefusal } from './askServer.ts';
import type { DeviceDatabase } from './deviceDatabase.ts';
import { readDocument } from './keepDocument.ts';

/** A kept state of a map. Times are milliseconds since 1970. */
export interface KeptVersion {
  readonly id: string;
  readonly kind: 'named' | 'automatic' | 'beforeRestore' | 'beforeReplace' | 'beforeMigration';
  readonly label: string;
  readonly personName: string;
  readonly at: number;
}

/** The versions of one map: the server's for a map that is there, this device's for one that is not. */
export interface MapVersions {
  /** Newest first. */
  readonly list: () => Promise<Result<readonly KeptVersion[], ServerRefusal>>;
  /** Keeps the state of now. */
  readonly keep: (
    label: string,
    kind: 'named' | 'beforeRestore',
  ) => Promise<Result<KeptVersion, ServerRefusal>>;
  readonly read: (version: KeptVersion) => Promise<Result<JourneyMap, ServerRefusal>>;
}

const newestFirst = (a: KeptVersion, b: KeptVersion) => b.at - a.at;

export function versionsOnServer(mapId: MapId): MapVersions {
  const path = `/api/maps/${mapId}/versions` as const;
  return {
    list: async () => {
      const answer = await askServer(path, versionListSchema);
      return answer.ok ? ok(answer.value.versions.toSorted(newestFirst)) : answer;
    },
    keep: (label, kind) => askServer(path, versionInfoSchema, { method: 'POST', body: { label, kind } }),
    read: async ({ id }) => {
      const unreachable = err<ServerRefusal>({ type: 'unreachable', values: {} });
      try {
        const response = await fetch(`${path}/${id}`, { credentials: 'same-origin' });
        return response.ok ? ok(mapOfState(new Uint8Array(await response.arrayBuffer()))) : unreachable;
      } catch {
        return unreachable;
      }
    },
  };
}

export function versionsOnDevice(
  database: DeviceDatabase,
  mapId: MapId,
  now: () => number,
  newVersionId: () => string,
): MapVersions {
  const gone = err<ServerRefusal>({ type: 'throughline:not-found', values: {} });
  return {
    list: async () => {
      const versions = await database.versions.where('mapId').equals(mapId).toArray();
      return ok(versions.map((version) => ({ ...version, personName: '' })).sort(newestFirst));
    },
    keep: async (label, kind) => {
      const doc = await readDocument(database, mapId);
      if (doc === undefined) return gone;
      const version = { id: newVersionId(), mapId, kind, label, at: now() };
      await database.versions.add({ ...version, state: Y.encodeStateAsUpdate(doc) });
      return ok({ ...version, personName: '' });
    },
    read: async ({ id }) => {
      const version = await database.versions.get(id);
      return version === undefined ? gone : ok(mapOfState(version.state));
    },
  };
}

function mapOfState(state: Uint8Array): JourneyMap {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return readMap(doc);
}
