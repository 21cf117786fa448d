import type * as Y from 'yjs';
import type { Card } from '../map/card.ts';
import {
  collectionNames,
  type CollectionName,
  type JourneyMap,
  newestFormatVersion,
} from '../map/journeyMap.ts';
import type { RandomSource } from '../map/newId.ts';
import type { Step } from '../map/step.ts';
import { mapDocument } from './mapDocument.ts';
import { headerOf } from './mapFields.ts';
import { mapWriter } from './mapWriter.ts';
import { evenOrders } from './orderKeys.ts';
import { cardPlaceText, stepPlaceText } from './place.ts';

/**
 * Fills a fresh document with a map: from a template, a file, an import. A document is seeded exactly once, by whoever
 * makes its fresh id; one that merely looks empty is never filled.
 */
export function writeMap(doc: Y.Doc, map: JourneyMap, random: RandomSource): void {
  const document = mapDocument(doc);
  doc.transact(() => {
    const writer = mapWriter(document, random);
    document.top.set('formatVersion', newestFormatVersion);
    const header = headerOf(map);
    writer.update('map', '', header, Object.keys(header));
    for (const collection of collectionNames) {
      const orders = evenOrders(map[collection].length);
      map[collection].forEach((record, i) =>
        writer.create(collection, record, placeText(collection, record, orders[i]!)),
      );
    }
  });
}

/** The text that says where a record stands: its cell or stage, if it has one, and its order key. */
export function placeText(collection: CollectionName, record: object, order: string): string {
  // Records of these two collections carry their cell or stage.
  if (collection === 'steps') return stepPlaceText({ ...(record as Step), order });
  if (collection === 'cards') return cardPlaceText({ ...(record as Card), order });
  return order;
}
