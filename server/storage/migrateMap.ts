import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import {
  type DocumentFormat,
  documentFormat,
  migrateDocument,
  needsMigration,
} from '../../model/sharedMap/migrateDocument.ts';
import type { Room } from '../sync/room.ts';
import type { VersionStore } from './versionStore.ts';

/**
 * Brings a map that an older release wrote to the newest format when it is opened, before anybody sees it: a version
 * first, then one update in the log. Two processes that open it at once write the same.
 */
export function mapMigrator(
  versions: VersionStore,
  format: DocumentFormat = documentFormat,
): (room: Room) => Promise<void> {
  return async (room) => {
    if (room.kind !== 'map' || !needsMigration(room.doc, format)) return;
    await versions.keep({
      // The name of a map's own document is the map's id.
      mapId: room.name as MapId,
      kind: 'beforeMigration',
      label: '',
      personName: '',
      sequence: room.sequence,
      state: Y.encodeStateAsUpdate(room.doc),
    });
    await room.edit('', (doc) => migrateDocument(doc, format));
  };
}
