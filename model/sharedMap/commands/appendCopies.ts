import type { Connector } from '../../map/connector.ts';
import type { CardId } from '../../map/ids.ts';
import { newId } from '../../map/newId.ts';
import type { MapWriter } from '../mapWriter.ts';
import { type CommandContext, placeInRow, rowOf } from './context.ts';

/** Writes copies after all others of their collection. */
export function appendCopies(
  collection: 'markers' | 'connectors' | 'emotions',
  copies: readonly { readonly id: string }[],
  context: CommandContext,
  writer: MapWriter,
): void {
  const row = rowOf(context, collection, () => true);
  const { places } = placeInRow(collection, row, copies, undefined, context);
  copies.forEach((copy, i) => writer.create(collection, { ...copy }, places[i]!));
}

/** The arrows among copied cards, between their copies. */
export const connectorsAmongCopies = (
  connectors: readonly Connector[],
  copyOfCard: ReadonlyMap<CardId, CardId>,
  { random }: CommandContext,
): readonly Connector[] =>
  connectors.flatMap((connector) => {
    const fromCardId = copyOfCard.get(connector.fromCardId);
    const toCardId = copyOfCard.get(connector.toCardId);
    if (fromCardId === undefined || toCardId === undefined) return [];
    return [{ ...connector, id: newId('connector', random), fromCardId, toCardId }];
  });
