import { collectionNames, type CollectionName, type JourneyMap } from '../../map/journeyMap.ts';
import { ok, type Result } from '../../result.ts';
import { sameValue, type MapWriter } from '../mapWriter.ts';
import { ordersFor } from '../orderKeys.ts';
import { idNameOf } from '../recordShape.ts';
import { placeText } from '../writeMap.ts';
import type { Command, Refusal } from './command.ts';
import type { CommandContext, Writes } from './context.ts';

type Plain = Readonly<Record<string, unknown>>;

/**
 * Brings the map to an earlier state by ordinary edits: what is missing comes back, what is new goes, what differs is
 * changed, field by field. Nothing of others is rewound: what they write at the same time is merged as always.
 */
export function restoreCommand(
  { map: wanted }: Extract<Command, { readonly type: 'restoreMap' }>,
  context: CommandContext,
): Result<Writes, Refusal> {
  const now = context.reader.map();
  return ok((writer) => {
    const header: readonly (keyof JourneyMap)[] = [
      'title',
      'language',
      'kind',
      'description',
      'currency',
      'scope',
    ];
    writer.update(
      'map',
      '',
      { ...wanted },
      header.filter((name) => !sameValue(now[name], wanted[name])),
    );
    // From what is referred to towards what refers; the order does not matter to the result, only to the reader.
    for (const collection of collectionNames) restoreCollection(collection, now, wanted, context, writer);
    return [];
  });
}

function restoreCollection(
  collection: CollectionName,
  now: JourneyMap,
  wanted: JourneyMap,
  { reader, random }: CommandContext,
  writer: MapWriter,
): void {
  const idName = idNameOf(collection);
  const recordsNow = now[collection] as readonly Plain[];
  const recordsWanted = wanted[collection] as readonly Plain[];
  const present = new Map(recordsNow.map((record) => [record[idName], record]));
  const kept = new Set(recordsWanted.map((record) => record[idName]));
  const orders = ordersFor(
    recordsWanted.map((record) =>
      present.has(record[idName]) ? reader.stored(collection, String(record[idName]))?.order : undefined,
    ),
    random,
  );
  recordsWanted.forEach((record, i) => {
    const id = String(record[idName]);
    const before = present.get(id);
    const place = placeText(collection, record, orders[i]!);
    if (before === undefined) {
      writer.create(collection, record, place);
      return;
    }
    const names = new Set([...Object.keys(before), ...Object.keys(record)]);
    writer.update(
      collection,
      id,
      record,
      [...names].filter((name) => !sameValue(before[name], record[name])),
    );
    writer.move(collection, id, place);
  });
  for (const record of recordsNow)
    if (!kept.has(record[idName])) writer.remove(collection, String(record[idName]));
}
