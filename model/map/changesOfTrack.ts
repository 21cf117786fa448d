import type { ChosenChange } from './bringOver.ts';
import type { MapChange } from './compareMaps.ts';

/**
 * Which differences come over with a step or a lane (`compareMaps(into, from)`). One that only one side has comes or goes
 * whole: with all that names it or what stands in it (cards, emotions, numbers, service nodes and the routes to them),
 * and with the stage that a step needs. One that both have is taken by itself: what stands in it stays.
 */
export function changesOfTrack(
  changes: readonly MapChange[],
  collection: 'steps' | 'lanes',
  id: string,
): readonly ChosenChange[] {
  const own = changes.find((change) => change.collection === collection && change.id === id);
  if (own === undefined) return [];
  if (own.type === 'changed') return [own];
  const taken = new Set<MapChange>([own]);
  const ids = new Set([id]);
  for (let before = 0; before !== taken.size;) {
    before = taken.size;
    for (const change of changes)
      if (change.type === own.type && !tracks.has(change.collection) && names(recordOf(change), ids)) {
        taken.add(change);
        ids.add(change.id);
      }
  }
  const [side, otherSide] =
    own.type === 'added' ? (['after', 'before'] as const) : (['before', 'after'] as const);
  const pointing = changes.filter(
    (change) =>
      change.type === 'changed' &&
      pointers.has(change.collection) &&
      names(change[side], ids) &&
      !names(change[otherSide], ids),
  );
  const shown = new Set([...taken].map((change) => fieldOf(change, 'pictureId')));
  const needed = changes.filter(
    (change) =>
      change.type === 'added' &&
      own.type === 'added' &&
      ((change.collection === 'stages' && change.id === fieldOf(own, 'stageId')) ||
        (change.collection === 'pictures' && shown.has(change.id))),
  );
  return [...needed, ...taken, ...pointing];
}

/** What stands beside a step or lane and never in it. */
const tracks: ReadonlySet<string> = new Set(['map', 'stages', 'steps', 'lanes']);
/** What both sides have and points at what only one has: routes, and targets of levers. */
const pointers: ReadonlySet<string> = new Set(['nodes', 'plans']);

const recordOf = ({ before, after }: MapChange): object => after ?? before ?? {};

const fieldOf = (change: MapChange, field: string): unknown =>
  (recordOf(change) as Readonly<Record<string, unknown>>)[field];

/** Whether one of the ids stands anywhere in the record. */
function names(record: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof record === 'string') return ids.has(record);
  return (
    typeof record === 'object' && record !== null && Object.values(record).some((value) => names(value, ids))
  );
}
