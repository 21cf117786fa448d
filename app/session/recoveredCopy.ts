import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import { newId, type RandomSource } from '../../model/map/newId.ts';
import { may } from '../../model/protocol/roles.ts';
import { renameMap } from '../../model/sharedMap/renameMap.ts';
import type { DeviceDatabase } from './deviceDatabase.ts';
import { placeOf } from './keepDocument.ts';
import { makeOwnerKey } from './ownerKey.ts';
import { sharePictures } from './pictureShelf.ts';

/** A map of the library that holds what this device had when the owner replaced the content on the server. */
export interface RecoveredCopy {
  readonly id: MapId;
  readonly title: string;
}

export interface RecoveredCopyOptions {
  readonly database: DeviceDatabase;
  /** The map whose content was replaced. */
  readonly id: MapId;
  /** What this page stored its edits under (KeptDocument.storedUnder). */
  readonly storedUnder: string;
  /** The title of the copy, in the language of the interface. */
  readonly titleOfCopy: (title: string) => string;
  readonly random: RandomSource;
  readonly now: () => number;
}

/**
 * Makes the recovered copy of a map (rights.md, "Epoch"): the stored updates stay where they are and become those of a
 * new map, while the map itself begins empty at a new place. So a tab that hears of it later goes on writing into the
 * copy, never into the new content, and of several tabs only the first makes a copy. Nothing is kept of a map that this
 * person could only look at.
 */
export async function keepRecoveredCopy(options: RecoveredCopyOptions): Promise<RecoveredCopy | undefined> {
  const { database, id, storedUnder, titleOfCopy, random, now } = options;
  // Browsers end a transaction that waits for anything else, so what takes time is made before.
  const key = await makeOwnerKey();
  const copyId = key?.mapId ?? newId('map', random);
  const { maps, documents, updates, ownerKeys, pictures } = database;
  return database.transaction('rw', [maps, documents, updates, ownerKeys, pictures], async () => {
    if ((await placeOf(database, id)) !== storedUnder) return copyAt(database, storedUnder);
    const known = await documents.get(id);
    await documents.put({ id, dirty: false, storedUnder: `${id}:${copyId}` });
    const entry = await maps.get(id);
    const stored = updates.where('documentId').equals(storedUnder);
    if (entry === undefined || (!may(entry.role, 'writeMap') && known?.dirty !== true)) {
      await stored.delete();
      return undefined;
    }
    const copy: RecoveredCopy = { id: copyId, title: titleOfCopy(entry.title) };
    const renamed = renaming(
      (await stored.toArray()).map((row) => row.bytes),
      copy,
    );
    await documents.put({ id: copyId, dirty: false, storedUnder });
    await updates.add({ documentId: storedUnder, bytes: renamed });
    if (key !== undefined) await ownerKeys.add(key);
    await sharePictures(database, id, copyId);
    const { deletedAt: _, ...shown } = entry;
    await maps.add({
      ...shown,
      ...copy,
      changedAt: now(),
      onServer: false,
      role: 'owner',
      recoveredFrom: id,
    });
    return copy;
  });
}

/** The copy that another tab has made of what is stored there. */
async function copyAt(database: DeviceDatabase, storedUnder: string): Promise<RecoveredCopy | undefined> {
  const owner = await database.documents.filter((document) => document.storedUnder === storedUnder).first();
  const entry = owner && (await database.maps.get(owner.id as MapId));
  return entry && { id: entry.id, title: entry.title };
}

/** The update that makes a map of its own out of the stored ones. */
function renaming(stored: readonly Uint8Array[], { id, title }: RecoveredCopy): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const bytes of stored) Y.applyUpdate(doc, bytes);
  });
  const before = Y.encodeStateVector(doc);
  renameMap(doc, id, title);
  const update = Y.encodeStateAsUpdate(doc, before);
  doc.destroy();
  return update;
}
