import type { JourneyMap } from '../../model/map/journeyMap.ts';

/** The pictures that a map's file carries. */
export interface PictureFiles {
  readonly bytes: (hash: string) => Uint8Array | undefined;
  /** As a data URL, for SVG. */
  readonly url: (hash: string) => string | undefined;
}

export function pictureFiles(map: JourneyMap): PictureFiles {
  const pictures = new Map(map.pictures.map((picture) => [picture.hash, picture]));
  return {
    bytes(hash) {
      const base64 = pictures.get(hash)?.bytes;
      return base64 === undefined ? undefined : new Uint8Array(Buffer.from(base64, 'base64'));
    },
    url(hash) {
      const picture = pictures.get(hash);
      return picture?.bytes === undefined ? undefined : `data:${picture.mime};base64,${picture.bytes}`;
    },
  };
}
