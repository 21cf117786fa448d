import { createContext, useContext } from 'react';
import { assert } from '../../model/assert.ts';
import type { MapLayout } from '../../model/layout/mapLayout.ts';
import type { LaneId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import type { Observable } from '../session/observable.ts';
import type { Pictures } from '../session/pictures.ts';
import type { Presence } from '../session/presence.ts';
import type { CanvasState, CanvasStore } from './canvasState.ts';
import type { CanvasActions } from './editing/canvasActions.ts';

/**
 * What everything on one canvas shares. The object itself never changes, so that a consumer re-renders only for
 * what it reads through the hooks below; event handlers read the present map and layout by the functions.
 */
export interface Canvas {
  readonly shared: SharedMap;
  readonly presence: Presence;
  readonly store: CanvasStore;
  readonly readOnly: boolean;
  /** Shown to a room: the map alone, without what helps to work on it. */
  readonly presenting: boolean;
  /** Carries out what a person does here, tells it, and keeps selection and keyboard where they belong. */
  readonly actions: CanvasActions;
  /** The map as it is shown: without the lanes that this view leaves out. */
  map(): JourneyMap;
  layout(): MapLayout;
  /** Unresolved threads of comments by the record they are about. */
  readonly openThreads: Observable<ReadonlyMap<string, number>>;
  /** Opens the comments beside the map. */
  readonly showTalk: () => void;
  /** How many lanes this person has hidden in this view. */
  readonly hiddenLanes: number;
  readonly hideLane: (laneId: LaneId) => void;
  readonly showAllLanes: () => void;
  /** The bytes of the map's pictures. */
  readonly pictures: Pictures;
}

const Context = createContext<Canvas | undefined>(undefined);
export const CanvasProvider = Context.Provider;

export function useCanvas(): Canvas {
  const canvas = useContext(Context);
  assert(canvas !== undefined, 'useCanvas is used inside a MapCanvas');
  return canvas;
}

/** A part of the canvas's own state; re-renders when that part changes. */
export function useCanvasState<Part>(part: (state: CanvasState) => Part): Part {
  return useCanvas().store(part);
}
