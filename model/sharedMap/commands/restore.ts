import { collectionNames, type CollectionName } from '../../map/journeyMap.ts';
import { ok, type Result } from '../../result.ts';
import { headerOf } from '../mapFields.ts';
import type { MapWriter } from '../mapWriter.ts';
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
  return ok((writer) => {
    const { id: _, ...header } = headerOf(wanted);
    writer.update('map', '', header, Object.keys(header));
    for (const collection of collectionNames)
      restoreCollection(collection, wanted[collection], context, writer);
    return [];
  });
}

function restoreCollection(
  collection: CollectionName,
  wanted: readonly object[],
  { reader, random }: CommandContext,
  writer: MapWriter,
): void {
  const idName = idNameOf(collection);
  const ids = wanted.map((record) => String((record as Plain)[idName]));
  const orders = ordersFor(
    ids.map((id) => reader.stored(collection, id)?.order),
    random,
  );
  wanted.forEach((record, i) =>
    writer.create(collection, record as Plain, placeText(collection, record, orders[i]!)),
  );
  // Also what is hidden now, with its step perhaps: it would come back with the step.
  const kept = new Set(ids);
  for (const { id, deleted } of reader.storedList(collection))
    if (!deleted && !kept.has(id)) writer.remove(collection, id);
}
