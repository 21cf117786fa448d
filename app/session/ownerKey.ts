import type { MapId } from '../../model/map/ids.ts';
import type { OwnerProof } from '../../model/protocol/api.ts';
import type { OwnerKey } from './deviceDatabase.ts';

/**
 * The owner key of a map made on this device (rights.md, "Without accounts"): the map's id is the first 128 bits of the
 * hash of the public key, so whoever can sign with the private key made the map.
 */

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A fresh key with the map id that goes with it; nothing where the page is not secure and browsers refuse to make keys. */
export async function makeOwnerKey(): Promise<OwnerKey | undefined> {
  // Undefined on plain http, whatever the type says.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return undefined;
  const { publicKey, privateKey } = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const spki = new Uint8Array(await subtle.exportKey('spki', publicKey));
  return {
    mapId: await mapIdOfKey(spki),
    publicKey: spki,
    privateKey: new Uint8Array(await subtle.exportKey('pkcs8', privateKey)),
  };
}

/** `map_` and the first 128 bits of the SHA-256 of the public key in base 32 (RFC 4648, lower case, no padding). */
export async function mapIdOfKey(publicKey: Uint8Array<ArrayBuffer>): Promise<MapId> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey));
  // The text matches the pattern of a map id by construction.
  return `map_${base32(hash.subarray(0, 16))}` as MapId;
}

/** Signs the server's challenge for publishing the map. */
export async function proveOwner(key: OwnerKey, challenge: string): Promise<OwnerProof> {
  const privateKey = await crypto.subtle.importKey('pkcs8', copied(key.privateKey), algorithm, false, [
    'sign',
  ]);
  const signed = new TextEncoder().encode(`${challenge}.${key.mapId}`);
  return {
    publicKey: base64(key.publicKey),
    challenge,
    signature: base64(new Uint8Array(await crypto.subtle.sign(signing, privateKey, signed))),
  };
}

/** The private key as a text for safe-keeping outside the browser. */
export const ownerKeyText = (key: OwnerKey): string => base64(key.privateKey);

export const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += letters.charAt((held >> bits) & 31);
    }
  }
  return bits === 0 ? text : text + letters.charAt((held << (5 - bits)) & 31);
}

/** WebCrypto takes bytes of an ArrayBuffer of their own. */
const copied = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);
