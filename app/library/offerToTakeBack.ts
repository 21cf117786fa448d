import type { MapId } from '../../model/map/ids.ts';
import { closeToast, tell, useToasts } from '../design/parts/toasts.ts';

const offered = new Map<MapId, () => void>();

/** Says that a map went into the trash and offers to take it out again. */
export function offerToTakeBack(mapId: MapId, text: string, takeBack: () => void): void {
  offered.set(mapId, takeBack);
  tell(text, takeBack);
}

/** The map is gone for good: a message that still offers it would do nothing. */
export function endOffer(mapId: MapId): void {
  const takeBack = offered.get(mapId);
  offered.delete(mapId);
  if (takeBack === undefined) return;
  for (const toast of useToasts.getState().shown) if (toast.undo === takeBack) closeToast(toast.id);
}
