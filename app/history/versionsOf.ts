import { secureRandom } from '../session/secureRandom.ts';
import { type MapVersions, versionsOnDevice, versionsOnServer } from '../session/mapVersions.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { device } from '../shell/device.ts';

/** The kept states of an open map, wherever they are. */
export function versionsOf(opened: OpenedMap): MapVersions {
  const listed = device.maps.list.get()?.find((map) => map.id === opened.id);
  return listed?.onServer === false
    ? versionsOnDevice(device.database, opened.id, Date.now, newVersionId)
    : versionsOnServer(opened.id);
}

const newVersionId = () =>
  `version_${Math.floor(secureRandom() * 2 ** 32).toString(36)}${Date.now().toString(36)}`;
