import { assert } from '../assert.ts';
import { newestFormatVersion } from './journeyMap.ts';

/** The content of a map's file of any format version, before it is checked. */
export type PlainMap = Readonly<Record<string, unknown>>;

/**
 * Makes of a map of one format version one of the next, on plain JSON: pure, and never edited after a release. It sees
 * what people have, so it must not take for granted that a field is there or right; checking comes after it.
 */
export type FileMigration = (map: PlainMap) => PlainMap;

/** How files of older formats become ones of the newest. */
export interface FileFormat {
  readonly newest: number;
  /** The first goes from version 1 to 2, the next from 2 to 3; one for each step to the newest. */
  readonly migrations: readonly FileMigration[];
}

/** A new version brings its migration here, its live twin to migrateDocument.ts, and a kept fixture (keptFormats.test.ts). */
export const fileFormat: FileFormat = { newest: newestFormatVersion, migrations: [] };

/** The map in the newest format. Of a newer one, or of none, it is given back as it is: its reader refuses it. */
export function migrateFile(map: PlainMap, { newest, migrations }: FileFormat = fileFormat): PlainMap {
  assert(migrations.length === newest - 1, 'there is a migration for each step between two formats');
  const found = map['formatVersion'];
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 1 || found >= newest) return map;
  return migrations
    .slice(found - 1)
    .reduce<PlainMap>((older, migrate, i) => ({ ...migrate(older), formatVersion: found + 1 + i }), map);
}
