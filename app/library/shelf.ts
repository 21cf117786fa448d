import type { MapId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Role } from '../../model/protocol/roles.ts';
import type { Result } from '../../model/result.ts';
import type { StorageError } from '../session/deviceDatabase.ts';
import type { MapSummary } from './mapSummary.ts';

/** One map in the library, whether it lies on this device, on the server, or on both. */
export interface LibraryEntry {
  readonly id: MapId;
  readonly title: string;
  readonly kind: JourneyMap['kind'] | undefined;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  /** What the picture and the search need; undefined for a map that this device has never opened. */
  readonly summary: MapSummary | undefined;
  readonly onDevice: boolean;
  readonly onServer: boolean;
  /** Edits that the server does not have yet. */
  readonly unsynced: boolean;
  readonly role: Role;
}

/** What the library does with maps; `app/library/useLibrary.ts` gives it. Every action shows its result in `entries`. */
export interface Library {
  /** undefined while the device is being read. */
  readonly entries: readonly LibraryEntry[] | undefined;
  /** Whether the server answers. */
  readonly server: 'connecting' | 'reached' | 'offline';
  /** Stores a new map and gives its id: a fresh one. */
  readonly create: (map: JourneyMap) => Promise<Result<MapId, StorageError>>;
  readonly rename: (entry: LibraryEntry, title: string) => Promise<void>;
  /** The whole map; nothing when this device does not hold it. */
  readonly read: (entry: LibraryEntry) => Promise<JourneyMap | undefined>;
  /** Throws it into the trash; the answer takes it out again. */
  readonly remove: (entry: LibraryEntry) => Promise<() => Promise<void>>;
}
