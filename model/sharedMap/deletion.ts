import * as Y from 'yjs';
import type { CollectionName } from '../map/journeyMap.ts';
import { canonicalText } from './canonicalText.ts';
import { hashText } from './hashText.ts';
import { type MapDocument, plainText } from './mapDocument.ts';
import { goneKey } from './partDeletion.ts';
import { placeKey, placeWithoutOrder } from './place.ts';
import { isFlatCollection, recordShapes } from './recordShape.ts';

/**
 * Deleting never takes away what the one who deletes has not seen. A deletion writes a fingerprint of the record under
 * the key `gone`; the record is hidden as long as it still looks like that. Whoever changes it at the same time, offline
 * for days perhaps, keeps it alive. Undo takes the fingerprint off again, and with it come the others' changes.
 */
/** Whether the record is deleted and unchanged since. */
export function deletionSeen(document: MapDocument, collection: CollectionName, id: string): boolean {
  const gone = document.bag(collection, id)?.get(goneKey);
  if (gone === undefined) return false;
  // Deletions of the first release are taken in the order of members in which the values stand here.
  return (
    gone === fingerprint(document, collection, id) ||
    gone === fingerprint(document, collection, id, JSON.stringify)
  );
}

/** What a record looks like: its keys, values and texts, without its order among its neighbours. */
export function fingerprint(
  document: MapDocument,
  collection: CollectionName,
  id: string,
  textOf: (value: unknown) => string = canonicalText,
): string {
  const bag = document.bag(collection, id);
  if (bag === undefined || isFlatCollection(collection)) return '';
  const parts = [...bag.keys('')]
    .filter((key) => key !== goneKey)
    .sort()
    .map((key) => {
      const value = bag.get(key);
      if (key === placeKey) return [key, placeWithoutOrder(collection, value)];
      if (value instanceof Y.Text) return [key, plainText(value)];
      return [key, value instanceof Y.AbstractType ? null : value];
    });
  const rare = recordShapes[collection].fields
    .filter((field) => field.kind === 'rareText')
    .map((field) => document.rareTextString(collection, id, field.name));
  return hashText(textOf([parts, rare]));
}
