import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { KeptVersion, MapVersions } from '../session/mapVersions.ts';
import { type Observable, observable } from '../session/observable.ts';
import type { ServerRefusal } from '../session/askServer.ts';

/** What the history shows: the versions, the chosen one, and its content. */
export interface HistoryState {
  /** undefined while they are read. */
  readonly versions: readonly KeptVersion[] | undefined;
  readonly chosen: KeptVersion | undefined;
  /** Of the chosen version; undefined while it is read. */
  readonly content: JourneyMap | undefined;
  readonly refusal: ServerRefusal | undefined;
}

export interface HistoryOfMap {
  readonly state: Observable<HistoryState>;
  readonly load: () => Promise<void>;
  readonly choose: (version: KeptVersion) => Promise<void>;
  /** Whether the present state is kept. */
  readonly keep: (label: string, kind: 'named' | 'beforeRestore') => Promise<boolean>;
}

export function createHistory(versions: MapVersions): HistoryOfMap {
  const state = observable<HistoryState>({
    versions: undefined,
    chosen: undefined,
    content: undefined,
    refusal: undefined,
  });
  const change = (part: Partial<HistoryState>) => state.set({ ...state.get(), ...part });
  const load = async () => {
    const list = await versions.list();
    change(list.ok ? { versions: list.value, refusal: undefined } : { refusal: list.error });
  };
  return {
    state,
    load,
    choose: async (version) => {
      change({ chosen: version, content: undefined });
      const read = await versions.read(version);
      if (state.get().chosen !== version) return;
      change(read.ok ? { content: read.value, refusal: undefined } : { refusal: read.error });
    },
    keep: async (label, kind) => {
      const kept = await versions.keep(label, kind);
      if (kept.ok) await load();
      else change({ refusal: kept.error });
      return kept.ok;
    },
  };
}
