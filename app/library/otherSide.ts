import type { MapId } from '../../model/map/ids.ts';
import type { LocalMap } from '../session/deviceDatabase.ts';
import type { MapSummary } from './mapSummary.ts';

/**
 * The map of the other side, as it is or as it shall be, among those of the device: the one that this map names, else
 * the one changed last of those that name this map. A map is made from the other, so only one of the two knows both.
 */
export function otherSide(
  map: { readonly id: MapId; readonly counterpartId?: MapId | undefined },
  maps: readonly LocalMap[],
): LocalMap | undefined {
  const here = maps.filter(({ id, deletedAt }) => id !== map.id && deletedAt === undefined);
  return (
    here.find(({ id }) => id === map.counterpartId) ??
    here
      .filter(({ summary }) => counterpartOf(summary) === map.id)
      .toSorted((a, b) => b.changedAt - a.changedAt)[0]
  );
}

// The device keeps what `summariseMap` made, of an older version perhaps.
const counterpartOf = (summary: unknown): MapId | undefined =>
  (summary as Partial<MapSummary> | undefined)?.counterpartId;
