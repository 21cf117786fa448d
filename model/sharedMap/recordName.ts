import type { CollectionName } from '../map/journeyMap.ts';

/** A record of any collection by one text. */
export type RecordName = `${CollectionName}/${string}`;

export const nameOf = (collection: CollectionName, id: string): RecordName => `${collection}/${id}`;

export function partsOf(name: RecordName): { readonly collection: CollectionName; readonly id: string } {
  const at = name.indexOf('/');
  // Made by nameOf: what stands before the first stroke is a collection.
  return { collection: name.slice(0, at) as CollectionName, id: name.slice(at + 1) };
}
