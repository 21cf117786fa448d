import { digest } from 'lib0/hash/sha256';
import type { MapId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { pictureKindOf } from '../../model/map/pictureBytes.ts';
import type { DeviceDatabase } from './deviceDatabase.ts';
import { base64 } from './ownerKey.ts';

/** The pictures of this device: each stands once, and knows the maps that show it. */

export interface PictureBytes {
  readonly hash: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function keepPicture(database: DeviceDatabase, mapId: MapId, picture: PictureBytes): Promise<void> {
  return database.transaction('rw', [database.pictures], async () => {
    const known = await database.pictures.get(picture.hash);
    const mapIds = new Set(known?.mapIds ?? []).add(mapId);
    await database.pictures.put({ ...picture, mapIds: [...mapIds] });
  });
}

/** A copy of a map shows the same pictures. */
export async function sharePictures(database: DeviceDatabase, from: MapId, to: MapId): Promise<void> {
  await database.pictures
    .where('mapIds')
    .equals(from)
    .modify((picture, row) => {
      row.value = { ...picture, mapIds: [...picture.mapIds, to] };
    });
}

/** A map is gone: so are the pictures that only it showed. */
export async function releasePictures(database: DeviceDatabase, mapId: MapId): Promise<void> {
  for (const picture of await database.pictures.where('mapIds').equals(mapId).toArray()) {
    const mapIds = picture.mapIds.filter((id) => id !== mapId);
    if (mapIds.length === 0) await database.pictures.delete(picture.hash);
    else await database.pictures.put({ ...picture, mapIds });
  }
}

/**
 * Takes the bytes out of a map from a file, to stand on the shelf. Those that are no picture, or not of the hash they
 * stand under, are left out: every map of this device that names the hash would show them.
 */
export function picturesOf({ pictures }: Pick<JourneyMap, 'pictures'>): readonly PictureBytes[] {
  return pictures.flatMap(({ hash, bytes: text }) => {
    if (text === undefined) return [];
    const bytes = bytesOf(text);
    const mime = pictureKindOf(bytes);
    return mime === undefined || hexOf(digest(bytes)) !== hash ? [] : [{ hash, mime, bytes }];
  });
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The map as a file has it: with the bytes of its pictures, as far as they are at hand. */
export function withPictures(
  map: JourneyMap,
  held: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): JourneyMap {
  if (map.pictures.length === 0) return map;
  return {
    ...map,
    pictures: map.pictures.map((picture) => {
      const bytes = held.get(picture.hash);
      return bytes === undefined ? picture : { ...picture, bytes: base64(bytes) };
    }),
  };
}
