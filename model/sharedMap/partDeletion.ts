import { canonicalText } from './canonicalText.ts';
import type { FieldBag } from './fieldBag.ts';
import { hashText } from './hashText.ts';
import { placeKey } from './place.ts';

/**
 * A part of a record (a dimension of a quality model, an indicator of it, a lever in a plan) is deleted as records are
 * (deletion.ts): by a fingerprint of what was seen. Who changes the part at the same time keeps it.
 */
export const goneKey = 'gone';

/** Whether the part is deleted and unchanged since. `part` holds its keys without their prefix. */
export function partDeletionSeen(part: FieldBag): boolean {
  const gone = part.get(goneKey);
  return gone !== undefined && gone === partFingerprint(part);
}

/** What a part looks like, without its order and without the order and the deletions of the parts within it. */
export function partFingerprint(part: FieldBag): string {
  const lastOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
  const values = part
    .keys('')
    .filter((key) => lastOf(key) !== placeKey && lastOf(key) !== goneKey)
    .sort()
    .map((key) => [key, part.get(key)]);
  return hashText(canonicalText(values));
}
