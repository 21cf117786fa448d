import { liveQuery } from 'dexie';
import * as Y from 'yjs';
import { type MapId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { newId, type RandomSource } from '../../model/map/newId.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { readMap } from '../../model/sharedMap/mapReader.ts';
import { createSharedMap } from '../../model/sharedMap/sharedMap.ts';
import { writeMap } from '../../model/sharedMap/writeMap.ts';
import { type DeviceDatabase, type LocalMap, type StorageError, storageError } from './deviceDatabase.ts';
import { placeOf, readDocument } from './keepDocument.ts';
import { type Observable, observable } from './observable.ts';
import { makeOwnerKey } from './ownerKey.ts';
import { keepPicture, picturesOf, releasePictures, withPictures } from './pictureShelf.ts';

/** The maps of this device: what the library lists and does. Everything here works without a server. */
export interface LocalMaps {
  /** undefined while the device is being read; the trash is in it too (`deletedAt`). */
  readonly list: Observable<readonly LocalMap[] | undefined>;
  /** Stores a new map under a fresh id, with an owner key where the browser can make one. */
  readonly create: (map: JourneyMap) => Promise<Result<MapId, StorageError>>;
  /** The whole map with the pictures that are here, without opening it; nothing when this device does not hold it. */
  readonly read: (id: MapId) => Promise<JourneyMap | undefined>;
  readonly rename: (id: MapId, title: string) => Promise<void>;
  /** Into the trash and out of it again. */
  readonly trash: (id: MapId) => Promise<void>;
  readonly takeBack: (id: MapId) => Promise<void>;
  /** Forgets the map for good, with its versions and its key. */
  readonly forget: (id: MapId) => Promise<void>;
  readonly close: () => void;
}

export interface LocalMapsOptions {
  readonly database: DeviceDatabase;
  readonly random: RandomSource;
  readonly now: () => number;
  /** What the library shows of a map without opening it. */
  readonly summarise: (map: JourneyMap) => unknown;
}

export function localMaps({ database, random, now, summarise }: LocalMapsOptions): LocalMaps {
  const list = observable<readonly LocalMap[] | undefined>(undefined);
  const watching = liveQuery(() => database.maps.toArray()).subscribe({
    next: (maps) => list.set(maps),
    error: () => list.set([]),
  });
  // Where the browser gives no storage, watching says nothing at all: the library is empty, and creating says why.
  database.open().catch(() => list.set([]));

  return {
    list,
    create: async (map) => {
      const key = await makeOwnerKey();
      const id = key?.mapId ?? newId('map', random);
      const own: JourneyMap = { ...map, id };
      const doc = new Y.Doc();
      writeMap(doc, own, random);
      try {
        const { maps, updates, ownerKeys, pictures } = database;
        await database.transaction('rw', [maps, updates, ownerKeys, pictures], async () => {
          await database.maps.add({
            ...listed(own, summarise, now()),
            createdAt: now(),
            onServer: false,
            role: 'owner',
          });
          await database.updates.add({ documentId: id, bytes: Y.encodeStateAsUpdate(doc) });
          if (key !== undefined) await database.ownerKeys.add(key);
          for (const picture of picturesOf(map)) await keepPicture(database, id, picture);
        });
        return ok(id);
      } catch (error) {
        return err(storageError(error));
      } finally {
        doc.destroy();
      }
    },
    read: async (id) => {
      const doc = await readDocument(database, id);
      if (doc === undefined) return undefined;
      const map = readMap(doc);
      const held = await database.pictures.bulkGet(map.pictures.map(({ hash }) => hash));
      return withPictures(
        map,
        new Map(held.flatMap((picture) => (picture === undefined ? [] : [[picture.hash, picture.bytes]]))),
      );
    },
    rename: async (id, title) => {
      const doc = await readDocument(database, id);
      if (doc === undefined) return;
      const before = Y.encodeStateVector(doc);
      const shared = createSharedMap(doc, { random });
      shared.run({ type: 'setMap', fields: { title } });
      shared.close();
      await database.transaction('rw', [database.maps, database.documents, database.updates], async () => {
        const documentId = await placeOf(database, id);
        await database.updates.add({ documentId, bytes: Y.encodeStateAsUpdate(doc, before) });
        await database.maps.update(id, { title, changedAt: now() });
      });
    },
    trash: async (id) => void (await database.maps.update(id, { deletedAt: now() })),
    takeBack: async (id) =>
      void (await database.maps
        .where('id')
        .equals(id)
        .modify((map) => {
          delete (map as { deletedAt?: number }).deletedAt;
        })),
    forget: (id) =>
      database.transaction(
        'rw',
        [
          database.maps,
          database.updates,
          database.documents,
          database.versions,
          database.ownerKeys,
          database.outbox,
          database.comments,
          database.pictures,
        ],
        async () => {
          await database.maps.delete(id);
          const known = await database.documents.get(id);
          await database.updates
            .where('documentId')
            .equals(known?.storedUnder ?? id)
            .delete();
          // Under its own id the content of a recovered copy may stand: the map must not come back there.
          if (known?.storedUnder === undefined) await database.documents.delete(id);
          else await database.documents.put({ id, dirty: false, storedUnder: known.storedUnder });
          await database.versions.where('mapId').equals(id).delete();
          await database.ownerKeys.delete(id);
          await releasePictures(database, id);
          await database.outbox.where('mapId').equals(id).delete();
          await database.comments.delete(id);
        },
      ),
    close: () => watching.unsubscribe(),
  };
}

/** What the library lists of a map. */
export function listed(
  map: JourneyMap,
  summarise: (map: JourneyMap) => unknown,
  changedAt: number,
): Pick<LocalMap, 'id' | 'title' | 'kind' | 'language' | 'changedAt' | 'summary'> {
  const { id, title, kind, language } = map;
  return { id, title, kind, language, changedAt, summary: summarise(map) };
}
