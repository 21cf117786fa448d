import { digest } from 'lib0/hash/sha256';
import { expect, it } from 'vitest';
import { base64 } from './ownerKey.ts';
import { picturesOf } from './pictureShelf.ts';

it('[S59] a file brings pictures only under their own hash, so that it changes no picture of another map', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
  const page = new TextEncoder().encode('<svg onload="alert(1)"/>');
  const hashOf = (bytes: Uint8Array) =>
    Array.from(digest(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const picture = (hash: string, bytes: Uint8Array) =>
    ({ hash, bytes: base64(bytes), mime: 'image/jpeg', width: 1, height: 1, alt: '' }) as const;
  const brought = picturesOf({
    pictures: [
      picture(hashOf(png), png),
      picture(hashOf(Uint8Array.of(1)), png),
      picture(hashOf(page), page),
    ],
  });
  // The kind is that of the bytes, whatever the file says.
  expect(brought).toEqual([{ hash: hashOf(png), mime: 'image/png', bytes: png }]);
});
