import type { MapId } from '../../model/map/ids.ts';
import { tell } from '../design/parts/toasts.ts';

const offers = new Map<MapId, () => void>();

/** Says that a map went into the trash and offers to take it out again. */
export function offerToTakeBack(mapId: MapId, text: string, takeBack: () => void): void {
  offers.set(mapId, tell(text, takeBack));
}

/** The map is gone for good: a message that still offers it would do nothing. */
export function endOffer(mapId: MapId): void {
  offers.get(mapId)?.();
  offers.delete(mapId);
}
