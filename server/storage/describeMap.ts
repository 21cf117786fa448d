import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import { readMap } from '../../model/sharedMap/mapReader.ts';
import type { MapSearch } from '../search/mapSearch.ts';
import type { Room } from '../sync/room.ts';
import type { MapStore } from './mapStore.ts';
import type { PictureStore } from './pictureStore.ts';
import type { VersionStore } from './versionStore.ts';

/** Looks at an open map now and then: its title for the library, its texts for the search, the pictures it shows, a version by the clock. */
export function mapDescriber(
  maps: MapStore,
  search: MapSearch,
  versions: VersionStore,
  pictures: PictureStore,
  now: () => number,
): (room: Room) => Promise<void> {
  return async (room) => {
    if (room.kind !== 'map' || room.isBusy || room.closed) return;
    // The name of a map's own document is the map's id.
    const mapId = room.name as MapId;
    const map = readMap(room.doc);
    await maps.setTitle(mapId, map.title, map.language);
    await search.index(mapId, map);
    await pictures.sweep(mapId, new Set(map.pictures.map(({ hash }) => hash)), versions);
    const latest = await versions.latest(mapId);
    const isDue = latest === undefined || now() - latest.at > automaticEveryMs;
    if (!isDue || room.isBusy || room.closed || latest?.sequence === room.sequence) return;
    const { sequence } = room;
    const state = Y.encodeStateAsUpdate(room.doc);
    await versions.keep({ mapId, kind: 'automatic', label: '', personName: '', sequence, state });
  };
}

const automaticEveryMs = 30 * 60 * 1000;
