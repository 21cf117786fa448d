import { toBase64 } from 'lib0/buffer';
import type { Picture } from '../../model/map/picture.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes that were handed over, and those that a map from a file carries itself. */
export function pictureBytes(
  pictures: readonly Picture[],
  given: ReadonlyMap<string, Bytes>,
): ReadonlyMap<string, Bytes> {
  const all = new Map(given);
  for (const { hash, bytes } of pictures)
    if (bytes !== undefined && !all.has(hash))
      all.set(
        hash,
        Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)),
      );
  return all;
}

/** Addresses for pictures in an SVG that must stand alone: the bytes themselves. */
export function pictureUrls(
  pictures: readonly Picture[],
  bytes: ReadonlyMap<string, Bytes>,
): (hash: string) => string | undefined {
  const mimes = new Map(pictures.map((picture) => [picture.hash, picture.mime]));
  return (hash) => dataUrl(bytes.get(hash), mimes.get(hash));
}

const dataUrl = (content: Bytes | undefined, mime: string | undefined): string | undefined =>
  content === undefined || mime === undefined ? undefined : `data:${mime};base64,${toBase64(content)}`;

export interface PrintablePictures {
  /** As PNG or JPEG. */
  readonly bytes: (hash: string) => Bytes | undefined;
  /** The same as a data URL. */
  readonly url: (hash: string) => string | undefined;
  /** Those whose bytes are missing or broken. */
  readonly unreadable: readonly Picture[];
}

/** Pictures as PDF and slides can hold them: PNG and JPEG as they are, WebP and GIF drawn anew. */
export async function printablePictures(
  pictures: readonly Picture[],
  bytes: ReadonlyMap<string, Bytes>,
): Promise<PrintablePictures> {
  const ready = new Map<string, Bytes>();
  const unreadable: Picture[] = [];
  for (const picture of pictures) {
    const content = bytes.get(picture.hash);
    const fit = content === undefined ? undefined : await printable(content, picture.mime);
    if (fit === undefined) unreadable.push(picture);
    else ready.set(picture.hash, fit);
  }
  const url = (hash: string) => {
    const content = ready.get(hash);
    return dataUrl(content, content?.[0] === 0x89 ? 'image/png' : 'image/jpeg');
  };
  return { bytes: (hash) => ready.get(hash), url, unreadable };
}

async function printable(content: Bytes, mime: string): Promise<Bytes | undefined> {
  try {
    const bitmap = await createImageBitmap(new Blob([content], { type: mime }));
    if (mime === 'image/png' || mime === 'image/jpeg') return content;
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return undefined;
  }
}
