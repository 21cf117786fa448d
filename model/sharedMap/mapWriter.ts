import * as Y from 'yjs';
import type { CollectionName } from '../map/journeyMap.ts';
import type { RandomSource } from '../map/newId.ts';
import { canonicalText } from './canonicalText.ts';
import { fingerprint } from './deletion.ts';
import { goneKey, partDeletionSeen, partFingerprint } from './partDeletion.ts';
import { bagWithin, type FieldBag } from './fieldBag.ts';
import { spliceBetween, withoutHalves } from './graphemes.ts';
import { type MapDocument, type OwnerName, plainText, shapeOf } from './mapDocument.ts';
import { placeKey } from './place.ts';
import { encodeFields, keysOfField } from './recordFields.ts';
import { type FieldShape, idNameOf, isFlatCollection, recordShapes } from './recordShape.ts';

/** What a transaction did to one key or one text, so that it can be undone. */
export type Change =
  | {
      readonly kind: 'value';
      readonly owner: OwnerName;
      readonly id: string;
      readonly key: string;
      readonly before: unknown;
      readonly after: unknown;
    }
  | {
      readonly kind: 'text';
      readonly owner: OwnerName;
      readonly id: string;
      readonly field: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'created';
      readonly collection: CollectionName;
      readonly id: string;
      /** What it looked like (see deletion.ts). */
      readonly seen: string;
    };

type Plain = Readonly<Record<string, unknown>>;

/** Writes records into the shared document inside a transaction, as few keys as possible, and notes each change. */
export interface MapWriter {
  /** Puts a record with its place; one that was deleted under this id comes back with the new content. */
  readonly create: (collection: CollectionName, record: Plain, place: string) => void;
  /** Brings the named fields (left out: all) of a record, or of the map, to the values they have in `record`. */
  readonly update: (owner: OwnerName, id: string, record: Plain, fields?: readonly string[]) => void;
  readonly move: (collection: CollectionName, id: string, place: string) => void;
  /** Gives a record another order key in its row; not an act of the user, so undo leaves it. */
  readonly reorder: (collection: CollectionName, id: string, place: string) => void;
  readonly remove: (collection: CollectionName, id: string) => void;
  /** Brings a text that people write together to what it shall say, by one splice. */
  readonly setText: (owner: OwnerName, id: string, field: string, after: string) => void;
  readonly changes: readonly Change[];
}

export function mapWriter(document: MapDocument, random: RandomSource): MapWriter {
  const changes: Change[] = [];

  const setKey = (owner: OwnerName, id: string, key: string, value: unknown): void => {
    const after = withoutHalvesWithin(value);
    const bag = document.bag(owner, id);
    const before = bag?.get(key);
    if (bag === undefined || sameValue(before, after)) return;
    if (after === undefined) bag.remove(key);
    else bag.set(key, after);
    // A shared type where a value should be, which only a foreign program can leave, does not come back.
    const undoable = before instanceof Y.AbstractType ? undefined : before;
    changes.push({ kind: 'value', owner, id, key, before: undoable, after });
  };

  /** Whoever changes a deleted record wants it back. */
  const keepAlive = (owner: OwnerName, id: string): void => {
    if (owner !== 'map') setKey(owner, id, goneKey, undefined);
  };

  const setText: MapWriter['setText'] = (owner, id, field, after) => {
    const text = document.text(owner, id, field);
    if (text === undefined) return;
    const before = plainText(text);
    if (replaceText(text, after)) changes.push({ kind: 'text', owner, id, field, before, after });
  };

  const update: MapWriter['update'] = (owner, id, record, fields) => {
    const bag = document.bag(owner, id);
    if (bag === undefined) return;
    const shape = shapeOf(owner);
    const concerned = shape.fields.filter((field) => {
      const names = field.kind === 'pack' ? field.names : [field.name.split('.')[0]!];
      return fields === undefined || names.some((name) => fields.includes(name));
    });
    const entries = encodeFields(shape, record, bag, random, concerned);
    const count = changes.length;
    for (const field of concerned) {
      if (field.kind === 'text' || field.kind === 'rareText')
        setText(owner, id, field.name, textIn(record, field.name));
      const deleted = field.kind === 'list' ? deletedParts(field, bag, record, '') : [];
      for (const prefix of deleted) {
        const part = bagWithin(bag, prefix);
        if (!partDeletionSeen(part)) setKey(owner, id, prefix + goneKey, partFingerprint(part));
      }
      for (const key of keysOfField(field, bag))
        if (!entries.has(key) && !deleted.some((prefix) => key.startsWith(prefix)))
          setKey(owner, id, key, undefined);
    }
    for (const [key, value] of entries) setKey(owner, id, key, value);
    if (changes.length > count) keepAlive(owner, id);
  };

  return {
    changes,
    create: (collection, record, place) => {
      const id = String(record[idNameOf(collection)]);
      const shape = recordShapes[collection];
      if (document.has(collection, id)) {
        update(collection, id, record);
        setKey(collection, id, placeKey, place);
        keepAlive(collection, id);
        return;
      }
      const values = encodeFields(shape, record, undefined, random);
      values.set(placeKey, place);
      for (const [key, value] of values) values.set(key, withoutHalvesWithin(value));
      for (const field of shape.fields)
        if (field.kind === 'text') values.set(field.name, new Y.Text(textIn(record, field.name)));
      document.create(collection, id, values);
      for (const field of shape.fields)
        if (field.kind === 'rareText') {
          const text = textIn(record, field.name);
          if (text !== '') document.text(collection, id, field.name)?.insert(0, text);
        }
      if (isFlatCollection(collection)) {
        for (const [key, after] of values)
          changes.push({ kind: 'value', owner: collection, id, key, before: undefined, after });
      } else {
        changes.push({ kind: 'created', collection, id, seen: fingerprint(document, collection, id) });
      }
    },
    update,
    setText: (owner, id, field, after) => {
      setText(owner, id, field, after);
      keepAlive(owner, id);
    },
    move: (collection, id, place) => {
      setKey(collection, id, placeKey, place);
      keepAlive(collection, id);
    },
    reorder: (collection, id, place) => document.bag(collection, id)?.set(placeKey, place),
    remove: (collection, id) => {
      const bag = document.bag(collection, id);
      if (bag === undefined) return;
      if (isFlatCollection(collection))
        for (const key of bag.keys('')) setKey(collection, id, key, undefined);
      else setKey(collection, id, goneKey, fingerprint(document, collection, id));
    },
  };
}

/** The prefixes of the parts that stand in the document and not in the record, the outermost ones. */
function deletedParts(
  field: Extract<FieldShape, { readonly kind: 'list' }>,
  bag: FieldBag,
  record: Plain,
  outer: string,
): readonly string[] {
  const parts = (record[field.name] ?? []) as readonly Plain[];
  const partsById = new Map(parts.map((part) => [String(part[field.idName]), part]));
  const start = `${outer}${field.name}/`;
  const stored = new Set(bag.keys(start).map((key) => key.slice(start.length).split('/', 1)[0]!));
  return [...stored].flatMap((id) => {
    const part = partsById.get(id);
    const prefix = `${start}${id}/`;
    if (part === undefined) return [prefix];
    return field.shape.fields.flatMap((inner) =>
      inner.kind === 'list' ? deletedParts(inner, bag, part, prefix) : [],
    );
  });
}

/** Changes a text by one splice at grapheme borders; false when it said that already. */
export function replaceText(text: Y.Text, after: string, latestStart?: number): boolean {
  const splice = spliceBetween(plainText(text), withoutHalves(after), latestStart);
  if (splice === undefined) return false;
  if (splice.removed > 0) text.delete(splice.at, splice.removed);
  if (splice.inserted !== '') text.insert(splice.at, splice.inserted);
  return true;
}

/** The text under a name such as `scope.goal`; a missing one is empty. */
function textIn(record: Plain, name: string): string {
  const value = name
    .split('.')
    .reduce<unknown>((inside, key) => (inside as Plain | undefined)?.[key], record);
  return typeof value === 'string' ? withoutHalves(value) : '';
}

/** What is sent over the wire loses half character pairs; here they are lost before, so that all read the same. */
function withoutHalvesWithin(value: unknown): unknown {
  if (typeof value === 'string') return withoutHalves(value);
  if (Array.isArray(value)) return value.map(withoutHalvesWithin);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutHalvesWithin(inner)]));
}

/** Values are plain JSON. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' &&
    typeof b === 'object' &&
    !(a instanceof Y.AbstractType) &&
    canonicalText(a) === canonicalText(b));
