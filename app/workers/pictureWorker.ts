import { imageSize } from 'image-size';
import * as sha256 from 'lib0/hash/sha256';
import { mostPictureBytes } from '../../model/map/pictureBytes.ts';
import type { PictureError, PictureReply, PreparedPicture } from './pictureMessages.ts';

/** Makes of a picture file what a map keeps: turned upright, at most 1,600 pixels long, without hidden data, small. */

/** The Worker's own scope; the page's types do not know it. */
const scope = globalThis as unknown as {
  addEventListener(type: 'message', listen: (event: { readonly data: Blob }) => void): void;
  postMessage(reply: PictureReply, moved: readonly ArrayBuffer[]): void;
};

scope.addEventListener('message', ({ data }) => {
  void prepared(data)
    .catch((): PictureReply => refusal({ type: 'NotAPicture' }))
    .then((reply) => scope.postMessage(reply, reply.ok ? [reply.value.bytes.buffer] : []));
});

/** As large as it is shown on an A3 sheet at 300 dots an inch. */
const longestEdge = 1_600;
/** More would need more memory than a phone has. */
const mostPixels = 100_000_000;
/** A PNG keeps letters sharp; up to this size, or half as much again as the JPEG, it is worth it. */
const smallPng = 200_000;

async function prepared(file: Blob): Promise<PictureReply> {
  const size = sizeOf(new Uint8Array(await file.arrayBuffer()));
  if (size === undefined) return refusal({ type: 'NotAPicture' });
  if (size.width * size.height > mostPixels)
    return refusal({ type: 'TooManyPixels', width: size.width, height: size.height });
  const bitmap = await createImageBitmap(file);
  let edge = longestEdge;
  for (;;) {
    const { blob, width, height } = await encoded(bitmap, edge, size.type === 'jpg');
    if (blob.size > mostPictureBytes) {
      edge = Math.floor(edge * 0.7);
      continue;
    }
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const value: PreparedPicture = {
      hash: hexOf(sha256.digest(bytes)),
      mime: blob.type === 'image/png' ? 'image/png' : 'image/jpeg',
      width,
      height,
      bytes,
    };
    return { ok: true, value };
  }
}

async function encoded(bitmap: ImageBitmap, edge: number, isPhoto: boolean) {
  const scale = Math.min(1, edge / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  if (isPhoto)
    return { blob: await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 }), width, height };
  const png = await canvas.convertToBlob({ type: 'image/png' });
  if (png.size <= smallPng || !isOpaque(context.getImageData(0, 0, width, height)))
    return { blob: png, width, height };
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  return { blob: png.size <= 1.5 * jpeg.size ? png : jpeg, width, height };
}

function isOpaque({ data }: ImageData): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return false;
  return true;
}

const types: readonly (string | undefined)[] = ['png', 'jpg', 'webp', 'gif'];

function sizeOf(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    const size = imageSize(bytes);
    return types.includes(size.type) ? size : undefined;
  } catch {
    // Of a kind that the library does not know, or cut.
    return undefined;
  }
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const refusal = (error: PictureError): PictureReply => ({ ok: false, error });
