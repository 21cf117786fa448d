import { useCallback, useSyncExternalStore } from 'react';
import type { CollectionName, JourneyMap } from '../../model/map/journeyMap.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import type { Observable } from './observable.ts';
import type { OpenedMap } from './openMap.ts';
import type { Participant } from './presence.ts';
import type { SavedState } from './savedState.ts';

/** The shared map in React: each hook renders again only when what it gives has changed. */

export function useMap(shared: SharedMap): JourneyMap {
  return useSyncExternalStore(shared.subscribe, shared.map);
}

export function useRecord<C extends CollectionName>(
  shared: SharedMap,
  collection: C,
  id: string,
): JourneyMap[C][number] | undefined {
  const subscribe = useCallback(
    (listener: () => void) => shared.subscribeRecord(collection, id, listener),
    [shared, collection, id],
  );
  return useSyncExternalStore(subscribe, () => shared.record(collection, id));
}

export function useObservable<T>(value: Observable<T>): T {
  return useSyncExternalStore(value.subscribe, value.get);
}

export const useSavedState = (opened: OpenedMap): SavedState => useObservable(opened.saved);

export const usePresence = (opened: OpenedMap): readonly Participant[] =>
  useObservable(opened.presence.others);
