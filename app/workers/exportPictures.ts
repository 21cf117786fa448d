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
  return (hash) => {
    const content = bytes.get(hash);
    const mime = mimes.get(hash);
    return content === undefined || mime === undefined ? undefined : `data:${mime};base64,${base64(content)}`;
  };
}

/** Pictures as PDF can hold them: PNG and JPEG as they are, WebP and GIF drawn anew. What cannot be read is left out. */
export async function picturesForPdf(
  pictures: readonly Picture[],
  bytes: ReadonlyMap<string, Bytes>,
): Promise<ReadonlyMap<string, Bytes>> {
  const ready = new Map<string, Bytes>();
  for (const { hash, mime } of pictures) {
    const content = bytes.get(hash);
    if (content === undefined) continue;
    const fit = mime === 'image/png' || mime === 'image/jpeg' ? content : await asPng(content, mime);
    if (fit !== undefined) ready.set(hash, fit);
  }
  return ready;
}

async function asPng(content: Bytes, mime: string): Promise<Bytes | undefined> {
  try {
    const bitmap = await createImageBitmap(new Blob([content], { type: mime }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return undefined;
  }
}

function base64(bytes: Bytes): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  return btoa(text);
}
