import { compareMaps, idOf, type MapChange } from './compareMaps.ts';
import { collectionNames, type JourneyMap } from './journeyMap.ts';

/** Which change of `compareMaps` is meant. */
export type ChosenChange = Pick<MapChange, 'collection' | 'id'>;

/**
 * One map with chosen differences of another brought over: records that came or changed there are taken as they are
 * there, records that went there go, all others stay. What came stands behind the neighbour it follows there. The command
 * `restoreMap` makes one step of undo of the result; what refers to a record that is not there any more is shown by its
 * rules (a card without its step is in the tray).
 */
export function bringOver(into: JourneyMap, from: JourneyMap, chosen: readonly ChosenChange[]): JourneyMap {
  const wanted = new Set(chosen.map(({ collection, id }) => `${collection} ${id}`));
  const taken = compareMaps(into, from).filter(({ collection, id }) => wanted.has(`${collection} ${id}`));
  const header = taken.find(({ collection }) => collection === 'map');
  const lists = collectionNames.map((collection) => {
    const here = taken.filter((change) => change.collection === collection);
    return [
      collection,
      here.length === 0 ? into[collection] : listWith(into[collection], from[collection], here),
    ];
  });
  // Each list holds records of its own collection: those of `into` and those that `compareMaps` found in the same list.
  return { ...into, ...headerOf(header), ...Object.fromEntries(lists) } as JourneyMap;
}

function listWith(
  into: readonly object[],
  from: readonly object[],
  changes: readonly MapChange[],
): readonly object[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const list = into.flatMap((record): readonly object[] => {
    const change = byId.get(idOf(record));
    if (change === undefined) return [record];
    return change.after === undefined ? [] : [change.after];
  });
  const placed = new Set(list.map(idOf));
  from.forEach((record, i) => {
    const id = idOf(record);
    if (byId.get(id)?.type !== 'added') return;
    const neighbour = from.slice(0, i).findLast((each) => placed.has(idOf(each)));
    const at = neighbour === undefined ? 0 : list.findIndex((each) => idOf(each) === idOf(neighbour)) + 1;
    list.splice(at, 0, record);
    placed.add(id);
  });
  return list;
}

/** The changed fields of the header, and none else: the id above all stays. */
function headerOf(change: MapChange | undefined): object {
  if (change?.after === undefined) return {};
  const after = change.after as Readonly<Record<string, unknown>>;
  return Object.fromEntries(change.fields.map((field) => [field, after[field]]));
}
