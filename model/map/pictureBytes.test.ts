import { expect, it } from 'vitest';
import { pictureKindOf } from './pictureBytes.ts';

it('[M24] the kind of a picture is told by its bytes, and SVG is none', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(pictureKindOf(bytes('\x89PNG\r\n\x1a\n....'))).toBe('image/png');
  expect(pictureKindOf(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg');
  expect(pictureKindOf(bytes('RIFF....WEBPVP8 '))).toBe('image/webp');
  expect(pictureKindOf(bytes('GIF89a'))).toBe('image/gif');
  for (const other of ['', '\x89PN', 'RIFF....WAVE', '<svg xmlns="x"/>', '%PDF-1.7'])
    expect(pictureKindOf(bytes(other))).toBeUndefined();
});
