import type * as Y from 'yjs';
import { assert } from '../assert.ts';
import { newestFormatVersion } from '../map/journeyMap.ts';
import { type MapDocument, mapDocument } from './mapDocument.ts';

/**
 * Changes a live document of one format version into one of the next. Two devices may do it at the same time without
 * knowing, so it writes the same values under the same keys wherever it runs: no fresh ids, no order keys, no clock.
 */
export type DocumentMigration = (document: MapDocument) => void;

export interface DocumentFormat {
  readonly newest: number;
  /** The first goes from version 1 to 2, the next from 2 to 3; one for each step to the newest. */
  readonly migrations: readonly DocumentMigration[];
}

/** The live twins of model/map/fileMigrations.ts. */
export const documentFormat: DocumentFormat = { newest: newestFormatVersion, migrations: [] };

/** The origin of the transaction: an act of nobody, so nobody undoes it. */
export const migrationOrigin = { migration: true };

/** Whether an older program wrote the document. One without a version, which is empty or foreign, is left. */
export function needsMigration(doc: Y.Doc, { newest }: DocumentFormat = documentFormat): boolean {
  const found = versionOf(mapDocument(doc));
  return found !== undefined && found < newest;
}

/**
 * Brings a document to the newest format, in one transaction. Whoever calls it has kept a version before: on the server
 * for maps that are there, on the device for those that are on no server (rights.md, "Epoch").
 */
export function migrateDocument(doc: Y.Doc, { newest, migrations }: DocumentFormat = documentFormat): void {
  assert(migrations.length === newest - 1, 'there is a migration for each step between two formats');
  const document = mapDocument(doc);
  const found = versionOf(document);
  if (found === undefined || found >= newest) return;
  doc.transact(() => {
    for (const migrate of migrations.slice(found - 1)) migrate(document);
    document.top.set('formatVersion', newest);
  }, migrationOrigin);
}

function versionOf({ top }: MapDocument): number | undefined {
  const found = top.get('formatVersion');
  return typeof found === 'number' && Number.isInteger(found) && found >= 1 ? found : undefined;
}
