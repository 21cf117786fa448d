import { useCallback, useSyncExternalStore } from 'react';
import type { CollectionName, JourneyMap } from '../../model/map/journeyMap.ts';
import { useCanvas } from './canvasContext.ts';

/** One record of the map; the component renders again only when this record changes. */
export function useRecord<Name extends CollectionName>(
  collection: Name,
  id: string,
): JourneyMap[Name][number] | undefined {
  const { shared } = useCanvas();
  const subscribe = useCallback(
    (listener: () => void) => shared.subscribeRecord(collection, id, listener),
    [shared, collection, id],
  );
  return useSyncExternalStore(subscribe, () => shared.record(collection, id));
}
