import type { CardId } from '../../../model/map/ids.ts';
import { lanesWithoutCards } from '../../../model/map/lane.ts';
import type { CardTarget } from '../../../model/sharedMap/commands/command.ts';
import type { SharedMap } from '../../../model/sharedMap/sharedMap.ts';
import type { GridFocus } from '../gridFocus.ts';

/** Where a picture goes: onto a card that is there, or on a new one. */
export type PictureTarget = { readonly cardId: CardId } | CardTarget;

/** A card takes a picture, and a cell in which cards stand. */
export function pictureTarget(place: GridFocus | undefined, shared: SharedMap): PictureTarget | undefined {
  if (place?.kind === 'card') return { cardId: place.cardId };
  if (place?.kind !== 'cell') return undefined;
  const lane = shared.record('lanes', place.laneId);
  if (lane === undefined || lanesWithoutCards.has(lane.kind)) return undefined;
  return { laneId: place.laneId, stepId: place.stepId };
}
