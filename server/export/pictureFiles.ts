import { decode as decodeWebp } from '@cwasm/webp';
import { Resvg } from '@resvg/resvg-js';
import { decode as decodePng, encode as encodePng } from 'fast-png';
import { imageSize } from 'image-size';
import type { Picture } from '../../model/map/picture.ts';

/** The pictures that a map's file carries. */
export interface PictureFiles {
  /** As PNG or JPEG; undefined where the bytes are missing or broken. */
  readonly bytes: (hash: string) => Uint8Array | undefined;
  /** The same as a data URL. */
  readonly url: (hash: string) => string | undefined;
  /** Those whose bytes are missing or broken. */
  readonly unreadable: readonly Picture[];
}

export function pictureFiles(pictures: readonly Picture[]): PictureFiles {
  const readable = new Map<string, Uint8Array>();
  const unreadable: Picture[] = [];
  for (const picture of pictures) {
    const bytes = printable(picture);
    if (bytes === undefined) unreadable.push(picture);
    else readable.set(picture.hash, bytes);
  }
  return {
    bytes: (hash) => readable.get(hash),
    url(hash) {
      const bytes = readable.get(hash);
      if (bytes === undefined) return undefined;
      const mime = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
      return `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
    },
    unreadable,
  };
}

/** PNG and JPEG as they are, once they could be read; WebP and GIF (its first picture) as PNG. */
function printable({ mime, bytes, ...size }: Picture): Uint8Array | undefined {
  if (bytes === undefined) return undefined;
  const content = new Uint8Array(Buffer.from(bytes, 'base64'));
  try {
    switch (mime) {
      case 'image/jpeg':
        return imageSize(content).type === 'jpg' ? content : undefined;
      case 'image/png':
        decodePng(content, { checkCrc: true });
        return content;
      case 'image/webp': {
        const { width, height, data } = decodeWebp(content);
        return encodePng({ width, height, data: new Uint8Array(data), channels: 4, depth: 8 });
      }
      case 'image/gif':
        return imageSize(content).type === 'gif' ? drawn(`data:${mime};base64,${bytes}`, size) : undefined;
    }
  } catch {
    return undefined;
  }
}

/** More dots than this no paper shows. */
const mostPixels = 4_000;

function drawn(
  url: string,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${url}"/></svg>`;
  const value = Math.min(1, mostPixels / Math.max(width, height));
  return new Resvg(svg, { fitTo: { mode: 'zoom', value } }).render().asPng();
}
