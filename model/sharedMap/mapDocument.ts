import * as Y from 'yjs';
import type { CollectionName, JourneyMap } from '../map/journeyMap.ts';
import { type FieldBag, fieldBag } from './fieldBag.ts';
import { wellFormed } from './graphemes.ts';
import { mapShape } from './mapFields.ts';
import { isFlatCollection, type RecordShape, recordShapes } from './recordShape.ts';
import { placeKey } from './place.ts';

/** One record of a collection, by its type. */
export type RecordOf<C extends CollectionName> = JourneyMap[C][number];

/** What a field belongs to: a record, or the map itself (then the id is empty). */
export type OwnerName = CollectionName | 'map';

/**
 * The shared document as named bags and texts: the only file that knows which root types there are. Singletons are
 * root types, because of two concurrent creations under one key of a map Yjs keeps only one.
 *
 *   map            Y.Map: the map's own fields
 *   <collection>   Y.Map: id -> Y.Map of fields (flat collections: `id/field` -> value)
 *   deletionDays   Y.Map: name of a deleted record -> the day its deletion was first seen, and the fingerprint (tidyDeleted.ts)
 *   <owner>/<id>/<field>   Y.Text: texts that most records do not have, and the map's own texts
 */
export interface MapDocument {
  readonly doc: Y.Doc;
  /** The fields of the map itself. */
  readonly top: FieldBag;
  readonly deletionDays: FieldBag;
  /** The ids of everything that stands in a collection, also of what is deleted. */
  readonly ids: (collection: CollectionName) => readonly string[];
  /** Whether something stands under the id. */
  readonly has: (collection: CollectionName, id: string) => boolean;
  /** The fields of a record; nothing when there is none. In a flat collection every id has a bag, perhaps an empty one. */
  readonly bag: (owner: OwnerName, id: string) => FieldBag | undefined;
  /** Puts a new record; it must not exist. */
  readonly create: (collection: CollectionName, id: string, values: ReadonlyMap<string, unknown>) => void;
  /** A text that people write together; one that stands as a root type is made by looking at it. */
  readonly text: (owner: OwnerName, id: string, field: string) => Y.Text | undefined;
  /** Removes a record for good: what others write in it meanwhile is lost. */
  readonly takeOut: (collection: CollectionName, id: string) => void;
  /** The text of a rare field without making it. */
  readonly rareTextString: (owner: OwnerName, id: string, field: string) => string;
}

export function mapDocument(doc: Y.Doc): MapDocument {
  const rootMap = (name: string): Y.Map<unknown> => doc.getMap(name);
  const rareName = (owner: OwnerName, id: string, field: string): string => `${owner}/${id}/${field}`;
  const own = (collection: OwnerName, id: string): Y.Map<unknown> | undefined => {
    const record = rootMap(collection).get(id);
    return record instanceof Y.Map ? (record as Y.Map<unknown>) : undefined;
  };

  return {
    doc,
    top: fieldBag(rootMap('map')),
    deletionDays: fieldBag(rootMap('deletionDays')),
    ids: (collection) => {
      const keys = [...rootMap(collection).keys()];
      if (!isFlatCollection(collection)) return keys;
      const end = `/${placeKey}`;
      return keys.filter((key) => key.endsWith(end)).map((key) => key.slice(0, -end.length));
    },
    has: (collection, id) => rootMap(collection).has(isFlatCollection(collection) ? `${id}/${placeKey}` : id),
    bag: (owner, id) => {
      if (owner === 'map') return fieldBag(rootMap('map'));
      if (isFlatCollection(owner)) return fieldBag(rootMap(owner), `${id}/`);
      const record = own(owner, id);
      return record === undefined ? undefined : fieldBag(record);
    },
    create: (collection, id, values) => {
      if (isFlatCollection(collection)) {
        for (const [key, value] of values) rootMap(collection).set(`${id}/${key}`, value);
      } else {
        rootMap(collection).set(id, new Y.Map(values));
      }
    },
    text: (owner, id, field) => {
      const kind = shapeOf(owner).fields.find((shape) => shape.name === field)?.kind;
      if (kind === 'rareText') return doc.getText(rareName(owner, id, field));
      const text = kind === 'text' ? own(owner, id)?.get(field) : undefined;
      return text instanceof Y.Text ? text : undefined;
    },
    takeOut: (collection, id) => {
      for (const { kind, name } of shapeOf(collection).fields) {
        const text = kind === 'rareText' ? doc.share.get(rareName(collection, id, name)) : undefined;
        if (text instanceof Y.Text) text.delete(0, text.length);
      }
      if (!isFlatCollection(collection)) return rootMap(collection).delete(id);
      const bag = fieldBag(rootMap(collection), `${id}/`);
      for (const key of bag.keys('')) bag.remove(key);
    },
    rareTextString: (owner, id, field) => {
      const name = rareName(owner, id, field);
      return doc.share.has(name) ? plainText(doc.getText(name)) : '';
    },
  };
}

export const shapeOf = (owner: OwnerName): RecordShape => (owner === 'map' ? mapShape : recordShapes[owner]);

/** The characters of a text; embedded objects and formats, which are not ours, are passed over. */
export function plainText(text: Y.Text): string {
  // Y.Text has a toString of its own, which its type does not tell.
  return wellFormed((text as { toString: () => string }).toString());
}
