import { Dexie, type EntityTable, type Table } from 'dexie';
import type { MapId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Comment, TalkCommand } from '../../model/protocol/talk.ts';
import type { Role } from '../../model/protocol/roles.ts';

/** A map as the library lists it, without opening its document. Times are milliseconds since 1970. */
export interface LocalMap {
  readonly id: MapId;
  readonly title: string;
  readonly kind: JourneyMap['kind'];
  readonly language: Language;
  readonly createdAt: number;
  readonly changedAt: number;
  /** In the trash since then. */
  readonly deletedAt?: number;
  /** What the library shows and searches; made by the function handed to `openDevice`. */
  readonly summary?: unknown;
  /** Whether it is on the server too, and as what this person may open it there. */
  readonly onServer: boolean;
  readonly role: Role;
  /** The map of which this is the recovered copy. */
  readonly recoveredFrom?: MapId;
}

/** What is known of a shared document beside its updates. */
export interface LocalDocument {
  readonly id: string;
  /** The content the server had when this device last met it; see rights.md, "Epoch". */
  readonly epoch?: number;
  /** Whether it holds edits that the server has not confirmed. */
  readonly dirty: boolean;
  /** What its updates are stored under: its id, or another name once its first content went to a recovered copy. */
  readonly storedUnder?: string;
}

export interface LocalUpdate {
  readonly key?: number;
  readonly documentId: string;
  /** A Yjs update (v1). */
  readonly bytes: Uint8Array;
}

export interface LocalVersion {
  readonly id: string;
  readonly mapId: MapId;
  readonly kind: 'named' | 'automatic' | 'beforeRestore' | 'beforeMigration';
  readonly label: string;
  readonly at: number;
  /** The whole document as one Yjs update (v1). */
  readonly state: Uint8Array;
}

export interface LocalPicture {
  readonly hash: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The maps of this device that show it; it goes with the last of them. */
  readonly mapIds: readonly MapId[];
}

export interface OwnerKey {
  readonly mapId: MapId;
  /** SPKI and PKCS #8, as WebCrypto exports them. */
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** A command about comments that the server does not have yet. Keys are in the order of sending. */
export interface LocalTalkCommand {
  readonly key?: number;
  readonly mapId: MapId;
  readonly command: TalkCommand;
  readonly at: number;
}

/** The comments on a map as this device last saw them, to be read without its server. */
export interface LocalComments {
  readonly mapId: MapId;
  readonly comments: readonly Comment[];
}

/** Everything this device keeps, in one database. */
export class DeviceDatabase extends Dexie {
  declare readonly maps: EntityTable<LocalMap, 'id'>;
  declare readonly documents: EntityTable<LocalDocument, 'id'>;
  declare readonly updates: Table<LocalUpdate, number>;
  declare readonly versions: EntityTable<LocalVersion, 'id'>;
  declare readonly pictures: EntityTable<LocalPicture, 'hash'>;
  declare readonly ownerKeys: EntityTable<OwnerKey, 'mapId'>;
  declare readonly outbox: Table<LocalTalkCommand, number>;
  declare readonly comments: EntityTable<LocalComments, 'mapId'>;

  constructor(name = 'throughline') {
    super(name);
    this.version(1).stores({
      maps: 'id',
      documents: 'id',
      updates: '++key, documentId',
      versions: 'id, mapId',
      pictures: 'hash',
      ownerKeys: 'mapId',
    });
    this.version(2).stores({ outbox: '++key, mapId' });
    this.version(3).stores({ pictures: 'hash, *mapIds' });
    this.version(4).stores({ comments: 'mapId' });
  }
}

/** Why the device could not keep something. */
export type StorageError =
  /** The browser gives no more room. */
  | { readonly type: 'StorageFull' }
  /** The browser gives no storage at all, as in some private windows. */
  | { readonly type: 'StorageUnavailable' }
  | { readonly type: 'StorageFailed'; readonly detail: string };

export function storageError(error: unknown): StorageError {
  const names = [error, (error as { inner?: unknown } | undefined)?.inner].map((one) =>
    one instanceof Error ? one.name : '',
  );
  if (names.includes('QuotaExceededError')) return { type: 'StorageFull' };
  if (
    names.some((name) =>
      ['MissingAPIError', 'OpenFailedError', 'SecurityError', 'InvalidStateError'].includes(name),
    )
  )
    return { type: 'StorageUnavailable' };
  return { type: 'StorageFailed', detail: error instanceof Error ? error.message : String(error) };
}
