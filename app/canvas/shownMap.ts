import { createContext, use } from 'react';
import { assert } from '../../model/assert.ts';
import type { MapLayout } from '../../model/layout/mapLayout.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';

/** What is on screen now. The layers read it by themselves, so that an edit does not render the shell around them. */
export interface ShownMap {
  readonly map: JourneyMap;
  readonly layout: MapLayout;
}

export const ShownMapContext = createContext<ShownMap | undefined>(undefined);

export function useShownMap(): ShownMap {
  const shown = use(ShownMapContext);
  assert(shown !== undefined, 'useShownMap is used inside a MapCanvas');
  return shown;
}
