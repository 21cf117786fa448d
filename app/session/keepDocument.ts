import * as Y from 'yjs';
import { type DeviceDatabase, type StorageError, storageError } from './deviceDatabase.ts';
import { type Observable, observable } from './observable.ts';

/**
 * Keeps a shared document on this device, over all tabs. The listener is attached before the stored updates are loaded,
 * so an edit made meanwhile is kept too; edits are written in batches and at the latest when the page is left.
 */
export interface KeptDocument {
  readonly state: Observable<KeepState>;
  /** Resolved when the stored copy is in the document, with the number of stored updates found. */
  readonly loaded: Promise<number>;
  /** What this page stores the document's updates under; once known it stays, so late edits go where the others went. */
  readonly storedUnder: () => Promise<string>;
  /** Writes what is pending. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface KeepState {
  readonly loaded: boolean;
  /** Edits that are only in the memory of this page. */
  readonly pending: boolean;
  readonly error: StorageError | undefined;
}

/** What was read from storage carries this origin, so that it is not stored again. */
export const storageOrigin = { storage: true };

/** An edit waits at most this long before it is written. */
const batchMs = 150;
/** With more stored updates than this they are joined into one. */
const mostUpdates = 200;
const retryMs = 5_000;

export function keepDocument(database: DeviceDatabase, documentId: string, doc: Y.Doc): KeptDocument {
  const state = observable<KeepState>(
    { loaded: false, pending: false, error: undefined },
    (a, b) => a.loaded === b.loaded && a.pending === b.pending && a.error?.type === b.error?.type,
  );
  const change = (part: Partial<KeepState>): void => state.set({ ...state.get(), ...part });
  let place: string | undefined;
  let tabs: BroadcastChannel | undefined;
  let pending: Uint8Array[] = [];
  /** On their way into storage. */
  let underWay: readonly Uint8Array[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastKey = 0;
  let closed = false;
  let writing: Promise<void> = Promise.resolve();

  const schedule = (delayMs: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void flush();
    }, delayMs);
  };

  const listen = (bytes: Uint8Array, origin: unknown): void => {
    if (origin === storageOrigin) return;
    pending.push(bytes);
    change({ pending: true });
    schedule(batchMs);
  };

  /** Finds the document's place and from then on listens to the other tabs that write there. */
  const storedUnder = async (): Promise<string> => {
    place ??= await placeOf(database, documentId);
    if (tabs === undefined && !closed) {
      tabs = new BroadcastChannel(`throughline:${place}`);
      tabs.addEventListener(
        'message',
        () => void load().catch((error: unknown) => change({ error: storageError(error) })),
      );
    }
    return place;
  };

  const write = async (): Promise<void> => {
    const batch = pending;
    if (batch.length === 0) return;
    pending = [];
    underWay = batch;
    try {
      const bytes = batch.length === 1 ? batch[0]! : Y.mergeUpdates(batch);
      await database.updates.add({ documentId: await storedUnder(), bytes });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel is bound to its origin
      tabs?.postMessage('stored');
      change({ pending: pending.length > 0, error: undefined });
    } catch (error) {
      // Nothing is given up: the batch waits for the next try.
      pending = [...batch, ...pending];
      change({ pending: true, error: storageError(error) });
      schedule(retryMs);
    }
    underWay = [];
  };

  const flush = (): Promise<void> => {
    writing = writing.then(write);
    return writing;
  };

  /** Takes in what this or another tab has stored since the last look. */
  const load = async (): Promise<number> => {
    const rows = await database.updates
      .where('documentId')
      .equals(await storedUnder())
      .filter((row) => row.key! > lastKey)
      .toArray();
    applyAll(
      doc,
      rows.map((row) => row.bytes),
    );
    for (const row of rows) lastKey = Math.max(lastKey, row.key!);
    return rows.length;
  };

  /**
   * The page goes away: what waits for its turn or for an answer would be lost, so it is written and committed in one
   * go. Should the page come back, it is written once more, and an update that is stored twice is the same document.
   */
  const leave = (): void => {
    const batch = [...underWay, ...pending];
    if (batch.length === 0 || place === undefined || !database.isOpen()) return void flush();
    try {
      const transaction = database.backendDB().transaction('updates', 'readwrite');
      transaction.objectStore('updates').add({ documentId: place, bytes: Y.mergeUpdates(batch) });
      transaction.commit();
    } catch {
      void flush();
    }
  };
  const hide = (): void => {
    if (document.visibilityState === 'hidden') void flush();
  };

  // What the document holds already (a map just made) is stored like an edit.
  if (!isEmpty(doc)) listen(Y.encodeStateAsUpdate(doc), undefined);
  doc.on('update', listen);
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', hide);

  const loaded = load().then(
    (count) => {
      change({ loaded: true });
      if (count > mostUpdates) void joinUpdates(database, place!).catch(() => undefined);
      return count;
    },
    (error: unknown) => {
      change({ loaded: true, error: storageError(error) });
      return 0;
    },
  );

  return {
    state,
    loaded,
    storedUnder,
    flush,
    close: async () => {
      closed = true;
      doc.off('update', listen);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      await flush();
      if (timer !== undefined) clearTimeout(timer);
      tabs?.close();
    },
  };
}

/** What the updates of a document are stored under. */
export async function placeOf(database: DeviceDatabase, documentId: string): Promise<string> {
  return (await database.documents.get(documentId))?.storedUnder ?? documentId;
}

/** Notes something about a document; what is known of it otherwise stays. */
export async function rememberDocument(
  database: DeviceDatabase,
  id: string,
  news: { readonly epoch: number } | { readonly dirty: boolean },
): Promise<void> {
  await database.transaction('rw', database.documents, async () => {
    const known = await database.documents.get(id);
    await database.documents.put({ dirty: false, ...known, ...news, id });
  });
}

/** Joins the updates stored under one name into one; only one tab at a time. */
export async function joinUpdates(database: DeviceDatabase, documentId: string): Promise<void> {
  await exclusively(`throughline:join:${documentId}`, () =>
    database.transaction('rw', database.updates, async () => {
      const rows = await database.updates.where('documentId').equals(documentId).toArray();
      if (rows.length < 2) return;
      const joined = new Y.Doc();
      applyAll(
        joined,
        rows.map((row) => row.bytes),
      );
      await database.updates.bulkDelete(rows.map((row) => row.key!));
      await database.updates.add({ documentId, bytes: Y.encodeStateAsUpdate(joined) });
      joined.destroy();
    }),
  );
}

/** Reads a stored document without following it; nothing when none is stored. */
export async function readDocument(database: DeviceDatabase, documentId: string): Promise<Y.Doc | undefined> {
  const place = await placeOf(database, documentId);
  const rows = await database.updates.where('documentId').equals(place).toArray();
  if (rows.length === 0) return undefined;
  const doc = new Y.Doc();
  applyAll(
    doc,
    rows.map((row) => row.bytes),
  );
  return doc;
}

/** All in one transaction: a log is applied many times faster so, and readers see one change. */
function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  if (updates.length === 0) return;
  doc.transact(() => {
    for (const bytes of updates) Y.applyUpdate(doc, bytes, storageOrigin);
  }, storageOrigin);
}

const isEmpty = (doc: Y.Doc): boolean => doc.store.clients.size === 0;

/** Under a lock over all tabs, where the browser has such locks. */
async function exclusively(name: string, action: () => Promise<void>): Promise<void> {
  // Missing on pages that are not secure, whatever the type says.
  const locks = navigator.locks as LockManager | null | undefined;
  if (!locks) return action();
  await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await action();
  });
}
