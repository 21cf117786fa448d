import type * as Y from 'yjs';
import type { MapId } from '../map/ids.ts';
import { newestFormatVersion } from '../map/journeyMap.ts';
import { mapDocument } from './mapDocument.ts';

/** Gives a stored document, a copy of another, the id and the title of a map of its own. One of a newer format is left. */
export function renameMap(doc: Y.Doc, id: MapId, title: string): void {
  const { top } = mapDocument(doc);
  const version = top.get('formatVersion');
  if (typeof version === 'number' && version > newestFormatVersion) return;
  doc.transact(() => {
    top.set('id', id);
    top.set('title', title);
  });
}
