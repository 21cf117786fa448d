import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { LaneId, MapId } from '../../model/map/ids.ts';

/** The lanes that somebody has hidden in a view of a map. Kept on this device: others see their own choice. */
interface HiddenLanes {
  readonly byView: Readonly<Record<string, readonly LaneId[]>>;
}

const useStore = create<HiddenLanes>()(
  persist((): HiddenLanes => ({ byView: {} }), { name: 'throughline.hiddenLanes' }),
);

export type GridView = 'journey' | 'blueprint';

const keyOf = (mapId: MapId, view: GridView): string => `${mapId} ${view}`;
const none: readonly LaneId[] = [];

export const useHiddenLanes = (mapId: MapId, view: GridView): readonly LaneId[] =>
  useStore(({ byView }) => byView[keyOf(mapId, view)] ?? none);

export function hideLane(mapId: MapId, view: GridView, laneId: LaneId): void {
  const key = keyOf(mapId, view);
  useStore.setState(({ byView }) => ({
    byView: { ...byView, [key]: [...(byView[key] ?? none).filter((id) => id !== laneId), laneId] },
  }));
}

export function showAllLanes(mapId: MapId, view: GridView): void {
  useStore.setState(({ byView }) => {
    const { [keyOf(mapId, view)]: _, ...rest } = byView;
    return { byView: rest };
  });
}
