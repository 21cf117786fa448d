import { liveQuery } from 'dexie';
import { create } from 'zustand';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { MapId } from '../../model/map/ids.ts';
import { type MapInfo, mapInfoSchema, mapListSchema, serverInfoSchema } from '../../model/protocol/api.ts';
import type { LocalMap } from '../session/deviceDatabase.ts';
import { useObservable } from '../session/useSharedMap.ts';
import { askServer } from '../session/askServer.ts';
import { device } from '../shell/device.ts';
import { fetchCopies } from './fetchCopies.ts';
import type { MapSummary } from './mapSummary.ts';
import type { Library, LibraryEntry } from './shelf.ts';

/** The maps of this device joined with those of the server; everything but deletion works without the server. */
export function useLibrary(): Library {
  const local = useObservable(device.maps.list);
  const dirty = useUnsyncedMaps();
  const { maps: onServer, state } = useFreshServerMaps();
  const entries = useMemo(
    () => (local === undefined ? undefined : joinEntries(local, onServer, dirty)),
    [local, onServer, dirty],
  );
  useEffect(() => {
    const missing = entries?.filter((entry) => !entry.onDevice).slice(0, mostCopies) ?? [];
    void fetchCopies(
      device,
      missing.map((entry) => entry.id),
    );
  }, [entries]);
  return {
    entries,
    server: state,
    create: useCallback((map) => device.maps.create(map), []),
    rename: useCallback((entry, title) => device.maps.rename(entry.id, title), []),
    read: useCallback((entry) => device.maps.read(entry.id), []),
    remove: useCallback(async (entry) => {
      const trashOnServer = (trashed: boolean) =>
        askServer(`/api/maps/${entry.id}`, mapInfoSchema, { method: 'PATCH', body: { trashed } });
      if (entry.onDevice) await device.maps.trash(entry.id);
      if (entry.onServer && entry.role === 'owner') await trashOnServer(true);
      await reloadServerMaps();
      return async () => {
        if (entry.onDevice) await device.maps.takeBack(entry.id);
        if (entry.onServer && entry.role === 'owner') await trashOnServer(false);
        await reloadServerMaps();
      };
    }, []),
  };
}

/** How many of the newest maps of the server are brought to the device when the library is looked at. */
const mostCopies = 12;

/** Newest change first; a map in the trash of this device is not shown, wherever else it lies. */
export function joinEntries(
  local: readonly LocalMap[],
  onServer: readonly MapInfo[],
  dirty: ReadonlySet<string>,
): readonly LibraryEntry[] {
  const infos = new Map(onServer.map((info) => [info.id, info]));
  const here = new Set(local.map((map) => map.id));
  const entries: LibraryEntry[] = [];
  for (const map of local) {
    if (map.deletedAt !== undefined) continue;
    const info = infos.get(map.id);
    entries.push({
      id: map.id,
      title: map.title,
      kind: map.kind,
      language: map.language,
      changedAt: Math.max(map.changedAt, info?.changedAt ?? 0),
      // Made by summariseMap (shell/device.ts).
      summary: map.summary as MapSummary | undefined,
      onDevice: true,
      onServer: map.onServer || info !== undefined,
      unsynced: map.onServer && dirty.has(map.id),
      role: info?.role ?? map.role,
    });
  }
  for (const info of onServer)
    if (!here.has(info.id))
      entries.push({
        id: info.id,
        title: info.title,
        kind: undefined,
        language: info.language,
        changedAt: info.changedAt,
        summary: undefined,
        onDevice: false,
        onServer: true,
        unsynced: false,
        role: info.role,
      });
  return entries.sort((a, b) => b.changedAt - a.changedAt);
}

/** What the server answered last; kept while other screens are shown, so that coming back shows it at once. */
const useServerMaps = create<{
  readonly maps: readonly MapInfo[];
  readonly state: Library['server'];
}>(() => ({ maps: [], state: 'connecting' }));

async function reloadServerMaps(): Promise<void> {
  const server = await askServer('/api/server', serverInfoSchema);
  if (!server.ok) return useServerMaps.setState({ state: 'offline' });
  // A browser that the server does not know yet has no maps there.
  const answer = server.value.you === null ? undefined : await askServer('/api/maps', mapListSchema);
  useServerMaps.setState({
    state: 'reached',
    ...(answer?.ok === true ? { maps: answer.value.maps } : {}),
  });
}

/** Looks again whenever the answer may have changed: on arrival, on return to the page, and with the network. */
function useFreshServerMaps() {
  useEffect(() => {
    const look = () => void reloadServerMaps();
    const events = ['online', 'offline', 'focus'] as const;
    for (const event of events) addEventListener(event, look);
    look();
    return () => {
      for (const event of events) removeEventListener(event, look);
    };
  }, []);
  return useServerMaps();
}

const nothing: ReadonlySet<string> = new Set();

function useUnsyncedMaps(): ReadonlySet<string> {
  const [dirty, setDirty] = useState(nothing);
  useEffect(() => {
    const watching = liveQuery(() => device.database.documents.toArray()).subscribe({
      next: (documents) =>
        setDirty(new Set(documents.filter(({ dirty }) => dirty).map(({ id }) => id as MapId))),
      // Without storage nothing waits on this device; creating a map says so.
      error: () => setDirty(nothing),
    });
    return () => watching.unsubscribe();
  }, []);
  return dirty;
}
