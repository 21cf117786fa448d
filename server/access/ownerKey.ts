import { createHash, createPublicKey, verify } from 'node:crypto';
import { type MapId, mapIdSchema } from '../../model/map/ids.ts';
import type { OwnerProof } from '../../model/protocol/api.ts';

/**
 * The owner key of a map that was made without an account: its id is the hash of the public key, so only the holder
 * of the private key can publish it under this id, on any server.
 */
export function mapIdOfKey(publicKey: Uint8Array): MapId {
  const hash = createHash('sha256').update(publicKey).digest().subarray(0, 16);
  return mapIdSchema.parse(`map_${base32(hash)}`);
}

/** Whether the proof was made with the key of this map, for this challenge. */
export function isOwnerProof(mapId: MapId, proof: OwnerProof): boolean {
  const publicKey = Buffer.from(proof.publicKey, 'base64');
  if (mapIdOfKey(publicKey) !== mapId) return false;
  try {
    return verify(
      'sha256',
      Buffer.from(`${proof.challenge}.${mapId}`),
      { key: createPublicKey({ key: publicKey, format: 'der', type: 'spki' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(proof.signature, 'base64'),
    );
  } catch {
    // Bytes that are no key.
    return false;
  }
}

/** Lower case letters and 2-7, five bits each, the rest filled with zeros. */
function base32(bytes: Uint8Array): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  let text = '';
  for (let at = 0; at < bits.length; at += 5)
    text += letters.charAt(Number.parseInt(bits.slice(at, at + 5).padEnd(5, '0'), 2));
  return text;
}
