import type * as Y from 'yjs';

/**
 * A flat set of named values inside a Y.Map: a whole record, or the part of one whose keys share a prefix.
 * Everything that people may change at the same time is a key of its own, so that both changes stay.
 */
export interface FieldBag {
  readonly get: (key: string) => unknown;
  readonly set: (key: string, value: unknown) => void;
  readonly remove: (key: string) => void;
  /** Whether this device, since it opened the document, wrote the value that stands under the key. */
  readonly isOwn: (key: string) => boolean;
  /** The keys that begin with `start`, in no particular order. */
  readonly keys: (start: string) => readonly string[];
}

export function fieldBag(map: Y.Map<unknown>, prefix = ''): FieldBag {
  return {
    get: (key) => map.get(prefix + key),
    set: (key, value) => void map.set(prefix + key, value),
    remove: (key) => map.delete(prefix + key),
    isOwn: (key) => {
      const item = map._map.get(prefix + key);
      return item !== undefined && !item.deleted && item.id.client === map.doc?.clientID;
    },
    keys: (start) =>
      [...map.keys()].filter((key) => key.startsWith(prefix + start)).map((key) => key.slice(prefix.length)),
  };
}

/** A bag whose keys all begin with `prefix`: a part of a record, such as one dimension of a quality model. */
export function bagWithin(bag: FieldBag, prefix: string): FieldBag {
  return {
    get: (key) => bag.get(prefix + key),
    set: (key, value) => bag.set(prefix + key, value),
    remove: (key) => bag.remove(prefix + key),
    isOwn: (key) => bag.isOwn(prefix + key),
    keys: (start) => bag.keys(prefix + start).map((key) => key.slice(prefix.length)),
  };
}
