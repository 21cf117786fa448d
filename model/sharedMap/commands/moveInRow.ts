import type { RecordOf } from '../mapDocument.ts';
import type { StoredRecord } from '../readRecord.ts';
import { type CommandContext, placeInRow, type Writes } from './context.ts';

type Movable = 'stages' | 'steps' | 'lanes' | 'cards';

/** A move within or into a row: what is moved, the records that stand there, and what ahead of. */
interface Move<C extends Movable> {
  readonly ids: readonly RecordOf<C>['id'][];
  /** The stored records of the row, without the moved ones. */
  readonly row: readonly StoredRecord<C>[];
  /** What the moved records share of their new place: the stage of steps, the cell of cards. */
  readonly place?: object;
  readonly before: string | undefined;
}

/** Carries records to a place in a row, in the order given: ahead of `before`, or to its end. */
export function moveInRow<C extends Movable>(
  collection: C,
  { ids, row, place = {}, before }: Move<C>,
  context: CommandContext,
): Writes {
  const { places, repair } = placeInRow(
    collection,
    row,
    ids.map(() => place),
    nextNotMoved(context, collection, ids, before),
    context,
  );
  return (writer) => {
    ids.forEach((id, i) => writer.move(collection, id, places[i]!));
    repair(writer);
    return [];
  };
}

/** The record ahead of which moved records go, when `before` itself is among them. */
function nextNotMoved(
  { reader }: CommandContext,
  collection: Movable,
  moved: readonly string[],
  before: string | undefined,
): string | undefined {
  if (before === undefined) return undefined;
  const list: readonly RecordOf<Movable>[] = reader.map()[collection];
  const start = list.findIndex((record) => record.id === before);
  return list.slice(start).find((record) => !moved.includes(record.id))?.id;
}
