import { createContext, useContext } from 'react';
import { assert } from '../../model/assert.ts';
import type { MapLayout } from '../../model/layout/mapLayout.ts';
import type { CollectionName, JourneyMap } from '../../model/map/journeyMap.ts';
import type { CanvasState, CanvasStore } from './canvasState.ts';

/** What the canvas needs of the shared map. */
export interface SharedMap {
  record<Name extends CollectionName>(collection: Name, id: string): JourneyMap[Name][number] | undefined;
  subscribeRecord(collection: CollectionName, id: string, listener: () => void): () => void;
}

/**
 * What everything on one canvas shares. The object itself never changes, so that a consumer re-renders only for
 * what it reads through the hooks below; event handlers read the present map and layout by the functions.
 */
export interface Canvas {
  readonly shared: SharedMap;
  readonly store: CanvasStore;
  readonly readOnly: boolean;
  map(): JourneyMap;
  layout(): MapLayout;
  /** Where the browser finds the bytes of a picture. */
  pictureAddress(hash: string): string;
  /** Gives the keyboard back to the focused place of the grid, as after editing a text in it. */
  keepKeyboard(): void;
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
