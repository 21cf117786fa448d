import { strToU8, zipSync } from 'fflate';
import { mapToJson } from '../../model/map/mapJson.ts';
import { fileNameOf } from '../library/fileNameOf.ts';
import type { LocalMap } from '../session/deviceDatabase.ts';
import type { LocalMaps } from '../session/localMaps.ts';

/** All maps as one ZIP of map files, each importable by itself. Two maps of one name get a number. */
export async function backUpMaps(
  list: readonly LocalMap[],
  maps: Pick<LocalMaps, 'read'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, Uint8Array> = {};
  for (const { id } of list) {
    const map = await maps.read(id);
    if (map === undefined) continue;
    const name = fileNameOf(map.title);
    let file = `${name}.json`;
    for (let number = 2; file in files; number++) file = `${name} ${number}.json`;
    files[file] = strToU8(mapToJson(map));
  }
  return zipSync(files);
}
