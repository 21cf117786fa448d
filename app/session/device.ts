import type { MapId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { PresencePerson } from '../../model/protocol/presence.ts';
import { DeviceDatabase } from './deviceDatabase.ts';
import { type LocalMaps, localMaps } from './localMaps.ts';
import { type OpenedMap, openMap } from './openMap.ts';
import { secureRandom } from './secureRandom.ts';

/** This browser: the maps it keeps, and the way to open one. Clock and randomness enter here. */
export interface Device {
  readonly database: DeviceDatabase;
  readonly maps: LocalMaps;
  readonly open: (id: MapId, access?: { readonly secret?: string; readonly password?: string }) => OpenedMap;
}

export interface DeviceOptions {
  /** What the library shows of a map without opening it. */
  readonly summarise: (map: JourneyMap) => unknown;
  /** Who I am as long as no server says so. */
  readonly me: () => PresencePerson;
  /** The title of a recovered copy, in the language of the interface. */
  readonly titleOfCopy: (title: string) => string;
  /** The origin of the server; left out when the app is served without one. */
  readonly server?: string;
  readonly databaseName?: string;
}

export function openDevice({ summarise, me, titleOfCopy, server, databaseName }: DeviceOptions): Device {
  const database = new DeviceDatabase(databaseName);
  const now = (): number => Date.now();
  return {
    database,
    maps: localMaps({ database, random: secureRandom, now, summarise }),
    open: (id, access) =>
      openMap({
        database,
        id,
        random: secureRandom,
        now,
        summarise,
        me: me(),
        titleOfCopy,
        ...(server === undefined ? {} : { server }),
        ...access,
      }),
  };
}
