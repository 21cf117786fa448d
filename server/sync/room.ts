import * as Y from 'yjs';
import { documentKinds, type DocumentKind, parseDocumentName } from '../../model/protocol/documentNames.ts';
import type { DocumentStore } from '../storage/documentStore.ts';
import { broadcastFrame } from './broadcastFrame.ts';
import type { Committer } from './committer.ts';
import { awarenessFrame, syncFrame, syncTypes } from './frames.ts';
import { Presence } from './presence.ts';
import type { RoomMember } from './roomMember.ts';

/**
 * One open document: its content in memory, the connections that look at it, and the updates that wait to be written.
 * Nothing is shown to anybody before it is in the database.
 */
export class Room {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly connections = new Set<RoomMember>();
  readonly presence = new Presence();
  readonly doc = new Y.Doc({ gc: true });
  epoch = 0;
  /** Everything up to here is in the database and in `doc`. */
  sequence = 0;
  /** When the last connection left; rooms are unloaded some time after. */
  idleSince: number;
  /** Of the log since the last snapshot. */
  tail = { updates: 0, bytes: 0 };
  /** The sequence at which title and texts were last looked at. */
  describedAt = -1;
  /** While the log is being replaced by a state. */
  isCompacting = false;
  /** Set when the document is deleted, replaced or broken: the room only waits for its end. */
  closed = false;

  readonly #context: RoomContext;
  readonly #loading: Promise<void>;
  #collected: PendingUpdate[] = [];
  #collectedBytes = 0;
  #afterNextCommit: (() => void)[] = [];
  /** What runs when the write under way is done; undefined when none is. */
  #inFlight: (() => void)[] | undefined;
  #presenceTimer: NodeJS.Timeout | undefined;
  #byteSize = 0;
  /** Ranges that other processes announced and that do not join on to `sequence` yet. */
  #ahead: { from: number; to: number }[] = [];
  #repair: NodeJS.Timeout | undefined;

  constructor(name: string, context: RoomContext) {
    this.name = name;
    this.kind = parseDocumentName(name)?.kind ?? documentKinds[0];
    this.#context = context;
    this.idleSince = context.now();
    this.#loading = this.#load();
    // A failure is handled by whoever waits for `loaded()`.
    this.#loading.catch(() => undefined);
  }

  /** Resolves when the whole document is in memory; rejects with `NoSuchDocument` when there is none. */
  loaded(): Promise<void> {
    return this.#loading;
  }

  /** Takes an update of a client. Throws on bytes that are no update; tells why it was not taken. */
  receive(update: Uint8Array, from: RoomMember): 'taken' | 'documentTooLarge' | 'forgedAuthor' {
    const meta = Y.parseUpdateMeta(update);
    for (const [clientId, end] of meta.to) {
      const holder = this.presence.holderOf(clientId);
      if (holder === undefined || holder.source === from || holder.personId === from.person.id) continue;
      if (end > Y.getState(this.doc.store, clientId)) return 'forgedAuthor';
    }
    if (this.#byteSize + update.length > this.#context.maxDocumentBytes) return 'documentTooLarge';
    this.#apply(update, from);
    return 'taken';
  }

  /** An edit of the server itself, in talk and session documents. Resolves when it is in the database. */
  edit(person: string, change: (doc: Y.Doc) => void): Promise<void> {
    const collect = (bytes: Uint8Array) => this.#collect({ bytes, person, from: undefined });
    this.doc.on('update', collect);
    try {
      this.doc.transact(() => change(this.doc));
    } finally {
      this.doc.off('update', collect);
    }
    return new Promise((resolve) => this.whenCommitted(resolve));
  }

  /** Runs when everything taken so far is in the database: at once when nothing waits. */
  whenCommitted(then: () => void): void {
    if (this.#collected.length > 0) this.#afterNextCommit.push(then);
    else if (this.#inFlight !== undefined) this.#inFlight.push(then);
    else then();
  }

  /** Runs when everything taken so far is safe on the disk. */
  whenDurable(then: () => void): void {
    this.whenCommitted(() => void this.#context.documents.durable().then(then, this.#context.onError));
  }

  get isBusy(): boolean {
    return this.#collected.length > 0 || this.#inFlight !== undefined;
  }

  get pendingBytes(): number {
    return this.#collectedBytes;
  }

  /** What has to be written now; undefined while the write before it is under way (it will ask again). */
  takeBatch(): Batch | undefined {
    if (this.#inFlight !== undefined || this.#collected.length === 0) return undefined;
    const updates = this.#collected;
    const bytes = this.#collectedBytes;
    const waiting = this.#afterNextCommit;
    this.#inFlight = waiting;
    this.#collected = [];
    this.#collectedBytes = 0;
    this.#afterNextCommit = [];
    return {
      updates,
      committed: (head) => {
        this.#inFlight = undefined;
        this.#advance(head - updates.length, head);
        this.tail = { updates: this.tail.updates + updates.length, bytes: this.tail.bytes + bytes };
        const merged = mergedUpdate(updates);
        this.#broadcast(merged, onlySender(updates));
        this.#context.announce(this, head - updates.length, head, merged);
        for (const then of waiting) then();
        if (this.#collected.length > 0) this.#context.committer.schedule(this);
      },
      failed: () => {
        // Put back in front, to be written again; applying an update twice does no harm.
        this.#inFlight = undefined;
        this.#collected = [...updates, ...this.#collected];
        this.#collectedBytes += bytes;
        this.#afterNextCommit = [...waiting, ...this.#afterNextCommit];
      },
    };
  }

  /** A batch that another process committed. */
  receiveFromPeer(from: number, to: number, update: Uint8Array): void {
    if (this.closed || to <= this.sequence) return;
    this.#applyCommitted([update]);
    this.#advance(from, to);
    this.#broadcast(update, undefined);
  }

  /** Pulls from the database what this process has not heard of. */
  async catchUp(): Promise<void> {
    const news = await this.#context.documents.since(this.name, this.sequence);
    if (this.closed) return;
    if (news === undefined || news.epoch !== this.epoch) return this.#context.onGone(this);
    if (news.head <= this.sequence) return;
    const before = Y.encodeStateVector(this.doc);
    this.#applyCommitted(news.states);
    this.#advance(this.sequence, news.head);
    this.#broadcast(Y.encodeStateAsUpdate(this.doc, before), undefined);
  }

  /** Presence is told to everybody a little later, many changes at once. */
  schedulePresence(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = undefined;
      const { all, ours } = this.presence.takeChanges();
      if (ours !== undefined) this.#context.announcePresence(this, ours);
      if (all === undefined) return;
      const frame = broadcastFrame(awarenessFrame(all));
      for (const connection of this.connections) connection.sendIncremental(frame);
    }, presenceWindowMs);
  }

  destroy(): void {
    this.closed = true;
    clearTimeout(this.#presenceTimer);
    clearTimeout(this.#repair);
    this.doc.destroy();
  }

  #apply(update: Uint8Array, from: RoomMember): void {
    let stored = false;
    const collect = (bytes: Uint8Array) => {
      stored = true;
      this.#collect({ bytes, person: from.person.id, from });
    };
    this.doc.on('update', collect);
    try {
      Y.applyUpdate(this.doc, update, from);
    } finally {
      this.doc.off('update', collect);
    }
    // Parts whose predecessors are missing wait inside the document: keep them as they came.
    if (!stored && (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null))
      this.#collect({ bytes: update, person: from.person.id, from });
  }

  #collect(update: PendingUpdate): void {
    this.#collected.push(update);
    this.#collectedBytes += update.bytes.length;
    this.#byteSize += update.bytes.length;
    this.#context.committer.schedule(this);
  }

  async #load(): Promise<void> {
    const stored = await this.#context.documents.load(this.name);
    if (stored === undefined) throw new NoSuchDocument(this.name);
    this.epoch = stored.epoch;
    this.#applyCommitted(stored.states);
    this.sequence = stored.head;
    this.tail = { updates: stored.tailLength, bytes: stored.tailBytes };
    this.#byteSize = stored.states.reduce((sum, state) => sum + state.length, 0);
    await this.#context.migrate(this);
  }

  /** In one transaction: a hundred thousand updates take a third of a second so, and minutes otherwise. */
  #applyCommitted(states: readonly Uint8Array[]): void {
    this.doc.transact(() => {
      for (const state of states) Y.applyUpdate(this.doc, state, 'database');
    }, 'database');
  }

  /** Moves `sequence` over the range (from, to] and over what it now joins; a remaining gap is repaired from the database. */
  #advance(from: number, to: number): void {
    this.#ahead.push({ from, to });
    this.#ahead.sort((a, b) => a.from - b.from);
    this.#ahead = this.#ahead.filter((range) => {
      if (range.from > this.sequence) return true;
      this.sequence = Math.max(this.sequence, range.to);
      return false;
    });
    if (this.#ahead.length > 0)
      this.#repair ??= setTimeout(() => {
        this.#repair = undefined;
        if (this.#ahead.length > 0) this.#context.repair(this);
      }, repairDelayMs);
  }

  #broadcast(update: Uint8Array, except: RoomMember | undefined): void {
    const frame = broadcastFrame(syncFrame(syncTypes.update, update));
    for (const connection of this.connections)
      if (connection !== except) connection.sendIncremental(frame, update);
  }
}

export interface RoomContext {
  readonly documents: DocumentStore;
  readonly committer: Committer;
  readonly maxDocumentBytes: number;
  readonly onError: (error: unknown) => void;
  readonly now: () => number;
  /** Brings the content to the newest format before anybody sees it. */
  migrate(room: Room): Promise<void>;
  /** Tells the other processes. */
  announce(room: Room, from: number, to: number, update: Uint8Array): void;
  announcePresence(room: Room, body: Uint8Array): void;
  /** The room lacks something another process committed. */
  repair(room: Room): void;
  /** The document was deleted or replaced. */
  onGone(room: Room): void;
}

export class NoSuchDocument extends Error {}

export interface PendingUpdate {
  readonly bytes: Uint8Array;
  readonly person: string;
  readonly from: RoomMember | undefined;
}

export interface Batch {
  readonly updates: readonly PendingUpdate[];
  committed(head: number): void;
  failed(): void;
}

const presenceWindowMs = 50;
/** Long enough for the bus to bring what is only late. */
const repairDelayMs = 40;

function mergedUpdate(updates: readonly PendingUpdate[]): Uint8Array {
  return updates.length === 1 ? updates[0]!.bytes : Y.mergeUpdates(updates.map((update) => update.bytes));
}

/** A client need not be told what it said itself. */
function onlySender(updates: readonly PendingUpdate[]): RoomMember | undefined {
  const first = updates[0]?.from;
  return updates.every((update) => update.from === first) ? first : undefined;
}
