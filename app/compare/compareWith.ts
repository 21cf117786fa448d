import type { MapId, PlanId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { ServerRefusal } from '../session/askServer.ts';
import type { KeptVersion, MapVersions } from '../session/mapVersions.ts';
import { device } from '../shell/device.ts';

/** What the map is held against: an earlier state of it, another map of this device, or the forecast of a plan. */
export type CompareWith =
  | { readonly kind: 'version'; readonly version: KeptVersion }
  | { readonly kind: 'map'; readonly mapId: MapId }
  | { readonly kind: 'plan'; readonly planId: PlanId }
  /** All plans beside each other. */
  | { readonly kind: 'plans' };

export type Side = Result<JourneyMap, ServerRefusal>;

/** The other side of the comparison as a map; a plan has none of its own. */
export async function readSide(versions: MapVersions, wanted: CompareWith): Promise<Side | undefined> {
  switch (wanted.kind) {
    case 'plan':
    case 'plans':
      return undefined;
    case 'version':
      return versions.read(wanted.version);
    case 'map': {
      const map = await device.maps.read(wanted.mapId);
      return map === undefined ? err({ type: 'throughline:not-found', values: {} }) : ok(map);
    }
  }
}
