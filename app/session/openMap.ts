import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { RandomSource } from '../../model/map/newId.ts';
import { may, type Role } from '../../model/protocol/roles.ts';
import type { PresencePerson } from '../../model/protocol/presence.ts';
import {
  type DocumentFormat,
  documentFormat,
  migrateDocument,
  needsMigration,
} from '../../model/sharedMap/migrateDocument.ts';
import { createSharedMap, type SharedMap } from '../../model/sharedMap/sharedMap.ts';
import { type Connection, connect } from './connection.ts';
import type { DeviceDatabase, LocalMap } from './deviceDatabase.ts';
import { type KeptDocument, keepDocument, rememberDocument } from './keepDocument.ts';
import { listed } from './localMaps.ts';
import { type Observable, observable, type Settable } from './observable.ts';
import { mapPictures, type Pictures } from './pictures.ts';
import { type Presence, presenceOf } from './presence.ts';
import { keepRecoveredCopy, type RecoveredCopy } from './recoveredCopy.ts';
import { type ConnectionState, type SavedState, savedState } from './savedState.ts';
import { mapTalk, type Talk } from './talk.ts';
import { mapVersions, type Versions } from './versions.ts';

/** A map that is open on this page: to read and change, with those who are here, and where its edits are safe. */
export interface OpenedMap {
  readonly id: MapId;
  readonly shared: SharedMap;
  readonly presence: Presence;
  readonly saved: Observable<SavedState>;
  readonly versions: Versions;
  readonly talk: Talk;
  /** The bytes of the pictures that the map names. */
  readonly pictures: Pictures;
  /** What this person may do; the owner of a map that is on no server. */
  readonly role: Observable<Role>;
  /**
   * `ready`: there is a map to show, from this device or from the server. `absent`: this device has none and is not, or
   * not yet, let in by a server (see `saved`).
   */
  readonly content: Observable<'opening' | 'ready' | 'absent'>;
  /**
   * Set when the owner has replaced the content on the server (another epoch) and what this device had is safe: open the
   * map again to see the new content. `copy` is the recovered copy in the library, if there was something to keep.
   */
  readonly replaced: Observable<{ readonly copy: RecoveredCopy | undefined } | undefined>;
  /** Connects a map that was only on this device and has just been put on the server. */
  readonly connect: () => void;
  /** Writes what is pending and lets go of everything. */
  readonly close: () => Promise<void>;
}

export interface OpenMapOptions {
  readonly database: DeviceDatabase;
  readonly id: MapId;
  readonly random: RandomSource;
  readonly now: () => number;
  readonly summarise: (map: JourneyMap) => unknown;
  /** Who I am until a server says so. */
  readonly me: PresencePerson;
  /** The origin of the server; left out when the app is served without one. */
  readonly server?: string;
  /** The secret of the link by which the person came, and its password. */
  readonly secret?: string;
  readonly password?: string;
  /** The title of a recovered copy, in the language of the interface. */
  readonly titleOfCopy: (title: string) => string;
  /** Another than this release's: in tests only, which have no second format otherwise. */
  readonly documentFormat?: DocumentFormat;
}

/** How long after an edit the library's entry is brought up to date, and how long while edits follow one another. */
const listDelayMs = 1_000;
const listPauseMs = 5_000;

const dayMs = 86_400_000;

/** Opens a map: the local copy first, then, if it is on a server, the connection. Never waits for the network. */
export function openMap(options: OpenMapOptions): OpenedMap {
  const { database, id, now, random } = options;
  const doc = new Y.Doc();
  const kept = keepDocument(database, id, doc);
  const presence = presenceOf(doc, options.me);
  const role = observable<Role>('owner');
  const connectionState = observable<ConnectionState>({ kind: 'none' });
  const content = observable<'opening' | 'ready' | 'absent'>('opening');
  const replaced = observable<{ readonly copy: RecoveredCopy | undefined } | undefined>(undefined);
  const format = options.documentFormat ?? documentFormat;
  const shared = createSharedMap(doc, {
    random,
    // A map of an older format is looked at only until it is migrated: here, or by its server.
    isViewer: () => !may(role.get(), 'writeMap') || needsMigration(doc, format),
  });
  const versions = mapVersions({ database, mapId: id, doc, shared, random, now });
  const talk = mapTalk({
    database,
    mapId: id,
    server: options.server,
    random,
    now,
    me: options.me,
    access: accessOf(options),
  });
  const pictures = mapPictures({
    database,
    mapId: id,
    map: shared.map,
    subscribe: shared.subscribe,
    ticketRequest: { document: id, ...accessOf(options) },
    now,
  });
  let connection: Connection | undefined;
  let closed = false;

  const start = async (): Promise<void> => {
    const stored = await kept.loaded;
    const entry = await database.maps.get(id).catch(() => undefined);
    const known = await database.documents.get(id).catch(() => undefined);
    if (closed) return;
    // Another tab has made the recovered copy between our loading and now.
    if (stored > 0 && (known?.storedUnder ?? id) !== (await kept.storedUnder())) return recover();
    if (entry !== undefined) role.set(entry.role);
    const onServer = entry?.onServer ?? true;
    if (!onServer) await migrate();
    if (stored > 0) content.set('ready');
    if (options.server !== undefined && (onServer || options.secret !== undefined))
      joinServer(stored > 0, stored > 0 ? known?.epoch : undefined);
    else if (stored === 0) content.set('absent');
    else tidy();
  };

  /** What cannot be kept as a version before is not migrated: the device has told that it is full. */
  const migrate = async (): Promise<void> => {
    if (!needsMigration(doc, format)) return;
    const isKept = await versions.keep('beforeMigration', '').then(
      () => true,
      () => false,
    );
    if (isKept && !closed) migrateDocument(doc, format);
  };

  /** Once for each opening, as soon as it is known what others did. */
  let tidied = false;
  const tidy = (): void => {
    if (!tidied) shared.tidy(Math.floor(now() / dayMs));
    tidied = true;
  };

  /** What this device holds belongs to content that is no more: it goes to a copy, with what was not stored yet. */
  let recovering = false;
  const recover = async (): Promise<void> => {
    if (recovering) return;
    recovering = true;
    await kept.flush();
    // What cannot be stored is not let go of: the page says so, and the map can still be saved as a file.
    if (kept.state.get().error !== undefined) return;
    const { titleOfCopy } = options;
    const storedUnder = await kept.storedUnder();
    const copy = await keepRecoveredCopy({ database, id, storedUnder, titleOfCopy, random, now });
    replaced.set({ copy });
  };

  const joinServer = (hasLocalCopy: boolean, epoch?: number): void => {
    if (closed || connection !== undefined || options.server === undefined) return;
    connection = follow(options, doc, presence, connectionState, role, { hasLocalCopy, epoch });
    connectionState.subscribe(look);
    look();
  };

  let wasSynced = false;
  /** Keeps the state of the content and the library's entry in step with the connection. */
  const look = (): void => {
    const state = connectionState.get();
    if (state.kind !== 'connected') wasSynced = false;
    if (state.kind === 'refused' && state.reason === 'epochDiffers') {
      void recover().catch(() => undefined);
    } else if (state.kind === 'connected' && state.synced) {
      content.set('ready');
      tidy();
      listSoon();
      if (!wasSynced) pictures.exchange(state.mayWrite);
      wasSynced = true;
    } else if (content.get() === 'opening' && (state.kind === 'refused' || state.kind === 'offline')) {
      content.set('absent');
    }
  };

  let listTimer: ReturnType<typeof setTimeout> | undefined;
  let listedAt = -listPauseMs;
  const list = async (): Promise<void> => {
    listTimer = undefined;
    listedAt = now();
    if (content.get() !== 'ready' || replaced.get() !== undefined) return;
    const map = shared.map();
    await keepListed(options, { ...map, id }, role.get(), connectionState.get());
  };
  const listSoon = (): void => {
    const delayMs = now() - listedAt < listPauseMs ? listPauseMs : listDelayMs;
    listTimer ??= setTimeout(() => void list().catch(() => undefined), delayMs);
  };
  const stopListing = shared.subscribe(listSoon);
  void start().catch(() => undefined);

  return {
    id,
    shared,
    presence,
    versions,
    talk,
    pictures,
    role,
    content,
    replaced,
    connect: () => joinServer(true),
    saved: savedOf(kept, connectionState, role, shared, pictures.unsent),
    close: async () => {
      closed = true;
      stopListing();
      if (listTimer !== undefined) {
        clearTimeout(listTimer);
        await list().catch(() => undefined);
      }
      connection?.close();
      presence.close();
      versions.close();
      talk.close();
      pictures.close();
      shared.close();
      await kept.close();
      doc.destroy();
    },
  };

  /** The entry of the library follows the map. */
  async function keepListed(
    { summarise }: OpenMapOptions,
    map: JourneyMap,
    asRole: Role,
    state: ConnectionState,
  ): Promise<void> {
    const before = await database.maps.get(id);
    const shown = listed(map, summarise, now());
    const unchanged =
      before !== undefined && JSON.stringify(before.summary) === JSON.stringify(shown.summary);
    const entry: LocalMap = {
      createdAt: now(),
      ...before,
      ...shown,
      ...(unchanged ? { changedAt: before.changedAt } : {}),
      // Maps made here are in the library from the start: one without an entry came from its server.
      onServer: before?.onServer !== false || state.kind === 'connected',
      role: asRole,
    };
    await database.maps.put(entry);
  }
}

/** Connects, and passes on what the server says about this person. */
function follow(
  options: OpenMapOptions,
  doc: Y.Doc,
  presence: Presence,
  state: Settable<ConnectionState>,
  role: Settable<Role>,
  local: { readonly hasLocalCopy: boolean; readonly epoch: number | undefined },
): Connection {
  const { database, id } = options;
  let { epoch } = local;
  const connection = connect({
    doc,
    awareness: presence.awareness,
    server: options.server!,
    random: options.random,
    dirty: local.hasLocalCopy,
    onDirty: (dirty) => void rememberDocument(database, id, { dirty }).catch(() => undefined),
    ticketRequest: () => ({ document: id, ...(epoch === undefined ? {} : { epoch }), ...accessOf(options) }),
  });
  connection.ticket.subscribe(() => {
    const ticket = connection.ticket.get();
    if (ticket === undefined) return;
    role.set(ticket.role);
    if (epoch === undefined) {
      // From here on this device holds the content of this epoch, and says so at every ticket.
      ({ epoch } = ticket);
      void rememberDocument(database, id, { epoch }).catch(() => undefined);
    }
    presence.awareness.setLocalStateField('person', ticket.person);
  });
  connection.state.subscribe(() => state.set(connection.state.get()));
  state.set(connection.state.get());
  return connection;
}

const accessOf = ({ secret, password }: OpenMapOptions) => ({
  ...(secret === undefined ? {} : { secret }),
  ...(password === undefined ? {} : { password }),
});

function savedOf(
  kept: KeptDocument,
  connection: Observable<ConnectionState>,
  role: Observable<Role>,
  shared: SharedMap,
  unsent: Observable<boolean>,
): Observable<SavedState> {
  const now = (): SavedState =>
    savedState(kept.state.get(), connection.get(), shared.readOnly(), unsent.get());
  const saved = observable<SavedState>(now(), (a, b) => JSON.stringify(a) === JSON.stringify(b));
  for (const part of [kept.state, connection, role, unsent]) part.subscribe(() => saved.set(now()));
  shared.subscribe(() => saved.set(now()));
  return saved;
}
