import * as Y from 'yjs';
import { checkInvariants } from '../map/invariants.ts';
import {
  collectionNames,
  type CollectionName,
  type JourneyMap,
  newestFormatVersion,
} from '../map/journeyMap.ts';
import { type MapDocument, mapDocument, type RecordOf } from './mapDocument.ts';
import { compareOrders } from './place.ts';
import { type Flag, readMapFields, readRecord, type StoredRecord } from './readRecord.ts';
import { idNameOf, isFlatCollection } from './recordShape.ts';
import { lookedAt, resolutionOrder, resolveCollection } from './resolveMap.ts';

/**
 * Keeps a plain map in step with the shared document. After a change only the records it touched are read again;
 * everything else of the map is the same object as before.
 */
export interface MapReader {
  readonly map: () => JourneyMap;
  readonly record: <C extends CollectionName>(collection: C, id: string) => RecordOf<C> | undefined;
  /** The record as stored, references unchecked: what a command changes. */
  readonly stored: <C extends CollectionName>(collection: C, id: string) => StoredRecord<C> | undefined;
  /** All stored records of a collection, in order, the deleted ones too. */
  readonly storedList: <C extends CollectionName>(collection: C) => readonly StoredRecord<C>[];
  readonly flags: () => readonly Flag[];
  readonly newerFormat: () => number | undefined;
  /** How many records were read since the beginning: for the benchmark and for tests of the incremental reading. */
  readonly readCount: () => number;
  /** Brings the map up to date with a transaction; true when something of the map changed. */
  readonly apply: (transaction: Y.Transaction) => boolean;
}

export function mapReader(document: MapDocument): MapReader {
  const stored = emptyLists<StoredRecord>();
  const byId = new Map(collectionNames.map((name) => [name, new Map<string, StoredRecord>()]));
  const indexes = new Map<CollectionName, Map<string, unknown>>();
  const flagsOf = new Map<CollectionName, readonly Flag[]>();
  let header = readMapFields(document);
  let readCount = 0;
  let kept: JourneyMap = {
    formatVersion: newestFormatVersion,
    ...header.fields,
    ...(emptyLists() as Pick<JourneyMap, CollectionName>),
  };

  /** Reads the named records again. */
  const readAgain = (collection: CollectionName, ids: Iterable<string>): void => {
    const records = byId.get(collection)!;
    const list = stored[collection].slice();
    const gone = new Set<StoredRecord>();
    const added: StoredRecord[] = [];
    for (const id of ids) {
      const before = records.get(id);
      const now = readRecord(document, collection, id);
      readCount++;
      if (now === undefined) records.delete(id);
      else records.set(id, now);
      if (before !== undefined && now !== undefined && before.order === now.order) {
        list[placeIn(list, before)] = now;
      } else {
        if (before !== undefined) gone.add(before);
        if (now !== undefined) added.push(now);
      }
    }
    stored[collection] =
      gone.size + added.length === 0
        ? list
        : [...list.filter((entry) => !gone.has(entry)), ...added].sort(compareOrders);
  };

  /** Resolves the collections that were read again and those that look at them. */
  const resolve = (dirty: ReadonlySet<CollectionName>, headerChanged: boolean): boolean => {
    const lists: Record<CollectionName, readonly unknown[]> = { ...emptyLists(), ...pickLists(kept) };
    const reordered = new Set<CollectionName>();
    let changed = headerChanged;
    for (const collection of resolutionOrder) {
      const concerned =
        dirty.has(collection) ||
        lookedAt[collection].some(
          (other) => reordered.has(other) || (dirty.has(other) && isCycle(collection, other)),
        );
      if (!concerned) continue;
      const flags: Flag[] = [];
      // The lists are filled with the records of their collections only.
      const before = lists[collection] as readonly Keyed[];
      const after = reuse(
        collection,
        before,
        resolveCollection(collection, {
          stored: stored as never,
          lists: lists as never,
          mapId: header.fields.id,
          flag: (flag) => flags.push(flag),
        }) as readonly Keyed[],
      );
      flagsOf.set(collection, flags);
      if (after === before) continue;
      changed = true;
      lists[collection] = after;
      if (sameIds(collection, before, after)) {
        const index = indexes.get(collection);
        const idName = idNameOf(collection);
        after.forEach((record, i) => {
          if (record !== before[i]) index?.set(record[idName] as string, record);
        });
      } else {
        indexes.delete(collection);
        reordered.add(collection);
      }
    }
    if (changed)
      kept = {
        formatVersion: newestFormatVersion,
        ...header.fields,
        ...(lists as Pick<JourneyMap, CollectionName>),
      };
    return changed;
  };

  for (const collection of collectionNames) readAgain(collection, document.ids(collection));
  resolve(new Set(collectionNames), true);

  return {
    map: () => kept,
    record: (collection, id) => {
      let index = indexes.get(collection);
      if (index === undefined) {
        const idName = idNameOf(collection);
        // Each record has its id under this name.
        index = new Map(
          (kept[collection] as readonly Keyed[]).map((record) => [record[idName] as string, record]),
        );
        indexes.set(collection, index);
      }
      return index.get(id) as never;
    },
    stored: (collection, id) => byId.get(collection)!.get(id) as never,
    storedList: (collection) => stored[collection] as never,
    flags: () => [
      ...header.flags,
      ...collectionNames.flatMap((name) =>
        stored[name].flatMap((entry) => (entry.deleted ? [] : entry.flags)),
      ),
      ...[...flagsOf.values()].flat(),
      ...checkInvariants(kept).map((violation): Flag => {
        const [, name = '', place = '0'] = /^(\w+)\[(\d+)\]/.exec(violation.path) ?? [];
        const collection = name as CollectionName;
        const record = (kept[collection] as readonly Keyed[] | undefined)?.[Number(place)];
        return {
          type: 'BrokenRule',
          collection,
          id: record?.[idNameOf(collection)] ?? '',
          field: violation.path.replace(/^\w+\[\d+\]\.?/, ''),
        };
      }),
    ],
    newerFormat: () => header.newerFormat,
    readCount: () => readCount,
    apply: (transaction) => {
      const touched = touchedRecords(transaction);
      for (const [collection, ids] of touched.records) readAgain(collection, ids);
      if (touched.header) header = readMapFields(document);
      return touched.header || touched.records.size > 0
        ? resolve(new Set(touched.records.keys()), touched.header)
        : false;
    },
  };
}

/** The plain map that a document holds, read once. */
export const readMap = (doc: Y.Doc): JourneyMap => mapReader(mapDocument(doc)).map();

type Keyed = Readonly<Record<string, unknown>> & { readonly id?: string; readonly hash?: string };

const emptyLists = <T>(): Record<CollectionName, readonly T[]> =>
  Object.fromEntries(collectionNames.map((name) => [name, []])) as unknown as Record<
    CollectionName,
    readonly T[]
  >;

const pickLists = (map: JourneyMap): Record<CollectionName, readonly unknown[]> =>
  Object.fromEntries(collectionNames.map((name) => [name, map[name]])) as Record<
    CollectionName,
    readonly unknown[]
  >;

/** Stages stay while steps need them and steps sort by their stages: a change of one concerns the other; so with pools and nodes. */
const isCycle = (collection: CollectionName, other: CollectionName): boolean =>
  lookedAt[other].includes(collection) || (collection === 'emotions' && other === 'lanes');

/** The place of an entry in a list sorted by order. */
function placeIn(list: readonly StoredRecord[], entry: StoredRecord): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareOrders(list[middle]!, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The new list with every record that says the same as before being the same object; the same list when all are. */
function reuse(
  collection: CollectionName,
  before: readonly Keyed[],
  after: readonly Keyed[],
): readonly Keyed[] {
  const idName = idNameOf(collection);
  const unchanged = after.length === before.length && after.every((record, i) => record === before[i]);
  if (unchanged) return before;
  let earlier: ReadonlyMap<unknown, Keyed> | undefined;
  const shared = after.map((record, i) => {
    const there = before[i];
    if (record === there) return record;
    if (there?.[idName] !== record[idName]) earlier ??= new Map(before.map((one) => [one[idName], one]));
    const old = there?.[idName] === record[idName] ? there : earlier?.get(record[idName]);
    return old !== undefined && old !== record && sameRecord(old, record) ? old : record;
  });
  return shared.length === before.length && shared.every((record, i) => record === before[i])
    ? before
    : shared;
}

/** Records are plain JSON: equal when they are written the same. */
const sameRecord = (a: Keyed, b: Keyed): boolean => JSON.stringify(a) === JSON.stringify(b);

const sameIds = (collection: CollectionName, a: readonly Keyed[], b: readonly Keyed[]): boolean => {
  const idName = idNameOf(collection);
  return a.length === b.length && a.every((record, i) => record[idName] === b[i]?.[idName]);
};

/** Which records a transaction changed. */
function touchedRecords(transaction: Y.Transaction): {
  readonly records: ReadonlyMap<CollectionName, ReadonlySet<string>>;
  readonly header: boolean;
} {
  const records = new Map<CollectionName, Set<string>>();
  let header = false;
  const touch = (root: string, id: string): void => {
    if (root === 'map') header = true;
    const collection = collectionNames.find((name) => name === root);
    if (collection === undefined) return;
    const ids = records.get(collection) ?? new Set();
    records.set(collection, ids.add(id));
  };
  for (const [type, keys] of transaction.changed) {
    const { root, key } = rootOf(type);
    const name = Y.findRootTypeKey(root);
    const slash = name.indexOf('/');
    if (slash >= 0) {
      const [owner = '', id = ''] = name.split('/');
      touch(owner, id);
    } else if (key !== undefined) {
      touch(name, key);
    } else {
      for (const changed of keys) if (changed !== null) touch(name, idOfKey(name, changed));
    }
  }
  return { records, header };
}

const idOfKey = (root: string, key: string): string =>
  isFlatCollection(root as CollectionName) ? key.slice(0, Math.max(0, key.lastIndexOf('/'))) : key;

/** The root type around a type, and the key in it that leads down to the type. */
function rootOf(type: SharedType): { root: SharedType; key: string | undefined } {
  let root = type;
  let key: string | undefined;
  while (root.parent !== null) {
    key = root._item?.parentSub ?? undefined;
    root = root.parent as SharedType;
  }
  return { root, key };
}

type SharedType = Parameters<Y.Transaction['changed']['get']>[0];
