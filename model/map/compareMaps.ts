import { collectionNames, type CollectionName, type JourneyMap } from './journeyMap.ts';

/** What differs between two states of a map, record by record. */
export interface MapChange {
  readonly type: 'added' | 'removed' | 'changed';
  /** `map`: the header itself. */
  readonly collection: CollectionName | 'map';
  readonly id: string;
  /** The record in the earlier state; undefined for one that was added. */
  readonly before: object | undefined;
  readonly after: object | undefined;
  /** The fields that differ, for `changed`; `order` stands for a new place among its neighbours. */
  readonly fields: readonly string[];
}

const headerFields = ['title', 'language', 'kind', 'description', 'currency', 'scope', 'business'] as const;

/** Records are the same when they have the same id. The order of the answer is that of the file. */
export function compareMaps(before: JourneyMap, after: JourneyMap): readonly MapChange[] {
  const fields = headerFields.filter((name) => !same(before[name], after[name]));
  const header: readonly MapChange[] =
    fields.length === 0 ? [] : [{ type: 'changed', collection: 'map', id: after.id, before, after, fields }];
  return [...header, ...collectionNames.flatMap((name) => compareRecords(name, before[name], after[name]))];
}

function compareRecords(
  collection: CollectionName,
  before: readonly object[],
  after: readonly object[],
): readonly MapChange[] {
  const old = new Map(before.map((record) => [idOf(record), record]));
  const now = new Map(after.map((record) => [idOf(record), record]));
  const moved = movedIds(
    [...old.keys()].filter((id) => now.has(id)),
    [...now.keys()].filter((id) => old.has(id)),
  );
  const changes: MapChange[] = [];
  for (const [id, record] of now) {
    const was = old.get(id);
    if (was === undefined) {
      changes.push({ type: 'added', collection, id, before: undefined, after: record, fields: [] });
      continue;
    }
    const fields = [...fieldsThatDiffer(was, record), ...(moved.has(id) ? ['order'] : [])];
    if (fields.length > 0)
      changes.push({ type: 'changed', collection, id, before: was, after: record, fields });
  }
  for (const [id, record] of old)
    if (!now.has(id))
      changes.push({ type: 'removed', collection, id, before: record, after: undefined, fields: [] });
  return changes;
}

/** The fewest records whose moving explains the new order: all but a longest run that kept its order. */
function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  if (before.every((id, i) => id === after[i])) return new Set();
  const place = new Map(before.map((id, i) => [id, i]));
  // Patience: `ends[k]` is where the shortest-ending rising run of length k + 1 ends.
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  const places = after.map((id) => place.get(id)!);
  for (const at of places) {
    const found = ends.findIndex((end) => end > at);
    const length = found === -1 ? ends.length : found;
    ends[length] = at;
    previous.set(at, ends[length - 1]);
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) kept.add(at);
  return new Set(after.filter((id) => !kept.has(place.get(id)!)));
}

function fieldsThatDiffer(before: object, after: object): readonly string[] {
  const [a, b] = [before as Fields, after as Fields];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !same(a[name], b[name]));
}

type Fields = Readonly<Record<string, unknown>>;

/** Pictures are known by their hash, everything else by its id. */
export const idOf = (record: object): string => {
  const { id, hash } = record as { readonly id?: string; readonly hash?: string };
  return id ?? hash ?? '';
};

/** Records are plain JSON in canonical key order. */
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
