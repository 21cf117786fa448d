import type { CollectionName, JourneyMap } from '../../model/map/journeyMap.ts';
import { useRecord as useSharedRecord } from '../session/useSharedMap.ts';
import { useCanvas } from './canvasContext.ts';

/** One record of the canvas's map; the component renders again only when this record changes. */
export const useRecord = <C extends CollectionName>(
  collection: C,
  id: string,
): JourneyMap[C][number] | undefined => useSharedRecord(useCanvas().shared, collection, id);
