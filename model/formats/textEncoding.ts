export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

/** How the bytes of a text file are written, by its mark or by what they can be; decoding itself is the platform's. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isUtf8(bytes)) return hasZerosAt(bytes, 1) ? 'utf-16le' : hasZerosAt(bytes, 0) ? 'utf-16be' : 'utf-8';
  if (hasZerosAt(bytes, 1)) return 'utf-16le';
  return isGb18030(bytes) ? 'gb18030' : 'windows-1252';
}

/** Text of mostly Latin signs in UTF-16 has a zero in every other byte. */
function hasZerosAt(bytes: Uint8Array, parity: 0 | 1): boolean {
  const length = Math.min(bytes.length, 2_000);
  let zeros = 0;
  for (let i = parity; i < length; i += 2) if (bytes[i] === 0) zeros++;
  return length >= 4 && zeros > length / 8;
}

function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i]!;
    const more =
      lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
    if (more < 0 || i + more >= bytes.length) return false;
    for (let k = 1; k <= more; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) return false;
    i += more + 1;
  }
  return true;
}

/** Every byte above ASCII belongs to a pair or a four-byte sign of GB 18030, and most pairs are common Han characters. */
function isGb18030(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const second = bytes[i + 1] ?? 0;
    if (lead === 0x80 || lead === 0xff) return false;
    if (second >= 0x30 && second <= 0x39) {
      i += 4;
      continue;
    }
    if (second < 0x40 || second === 0x7f || second === 0xff) return false;
    pairs++;
    if (lead >= 0xa1 && lead <= 0xf7 && second >= 0xa1) common++;
    i += 2;
  }
  return pairs > 0 && common * 2 >= pairs;
}
