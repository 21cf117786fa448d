import { collectionNames, type JourneyMap } from './journeyMap.ts';
import type { MapChange } from './compareMaps.ts';

/** Which change of `compareMaps` is meant. */
export type ChosenChange = Pick<MapChange, 'collection' | 'id'>;

/**
 * One map with chosen differences of another brought over: records that came or changed there are taken as they are
 * there, records that went there go, all others stay. `changes` are those of `compareMaps(into, from)`. The command
 * `restoreMap` makes one step of undo of the result; what refers to a record that is not there any more is shown by its
 * rules (a card without its step is in the tray).
 */
export function bringOver(
  into: JourneyMap,
  changes: readonly MapChange[],
  chosen: readonly ChosenChange[],
): JourneyMap {
  const wanted = new Set(chosen.map(({ collection, id }) => `${collection} ${id}`));
  const taken = changes.filter(({ collection, id }) => wanted.has(`${collection} ${id}`));
  const header = taken.find(({ collection }) => collection === 'map');
  const lists = collectionNames.map((collection) => {
    const here = taken.filter((change) => change.collection === collection);
    if (here.length === 0) return [collection, into[collection]];
    const byId = new Map(here.map((change) => [change.id, change]));
    const kept = into[collection].flatMap((record): readonly object[] => {
      const change = byId.get(idOf(record));
      if (change === undefined) return [record];
      return change.after === undefined ? [] : [change.after];
    });
    const added = here.flatMap(({ type, after }) => (type === 'added' && after !== undefined ? [after] : []));
    return [collection, [...kept, ...added]];
  });
  // Each list holds records of its own collection: those of `into` and those that `compareMaps` found in the same list.
  return { ...into, ...headerOf(header), ...Object.fromEntries(lists) } as JourneyMap;
}

const idOf = (record: object): string => {
  const { id, hash } = record as { readonly id?: string; readonly hash?: string };
  return id ?? hash ?? '';
};

/** The changed fields of the header, and none else: the id above all stays. */
function headerOf(change: MapChange | undefined): object {
  if (change?.after === undefined) return {};
  const after = change.after as Readonly<Record<string, unknown>>;
  return Object.fromEntries(change.fields.map((field) => [field, after[field]]));
}
