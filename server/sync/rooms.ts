import * as Y from 'yjs';
import type { Bus, BusMessage } from '../bus/bus.ts';
import type { AppendBatch } from '../storage/database.ts';
import type { DocumentStore } from '../storage/documentStore.ts';
import { Committer } from './committer.ts';
import type { PresenceSource } from './presence.ts';
import { type Batch, Room } from './room.ts';
import type { RoomMember } from './roomMember.ts';

/** All open documents of this process: opens, writes, compacts and unloads them. */
export class Rooms {
  readonly #rooms = new Map<string, OpenRoom>();
  readonly #options: RoomsOptions;
  readonly #committer: Committer;
  #retryMs = 0;
  #ticks = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#committer = new Committer((rooms) => this.#flush(rooms as Set<Room>));
    options.bus.onReconnect(() => {
      for (const { room } of this.#rooms.values()) this.#repair(room);
    });
    this.#timer = setInterval(() => this.#tick(), 1_000);
  }

  /** The room of a document, opened when it is not; undefined when this process holds as many as it may. */
  open(name: string): Room | undefined {
    const known = this.#rooms.get(name);
    if (known !== undefined) return known.room;
    if (this.#rooms.size >= this.#options.maxOpenDocuments) return undefined;
    const { bus, documents, maxDocumentBytes, now } = this.#options;
    const room = new Room(name, {
      documents,
      committer: this.#committer,
      maxDocumentBytes,
      onError: this.#options.onWriteFailed,
      now,
      migrate: this.#options.migrate,
      announce: (_, from, to, update) => bus.publish(name, { type: 'batch', from, to, update }),
      announcePresence: (_, body) => bus.publish(name, { type: 'presence', body }),
      repair: (each) => this.#repair(each),
      onGone: (each) => this.gone(each.name),
    });
    const peers = new Map<string, Peer>();
    // Listening starts before loading, so that no batch falls between the two.
    const early: BusMessage[] = [];
    let isLoaded = false;
    const stop = bus.listen(name, (message) => {
      if (isLoaded) this.#hear(room, peers, message);
      else early.push(message);
    });
    this.#rooms.set(name, { room, stop, peers });
    room.loaded().then(
      () => {
        isLoaded = true;
        for (const message of early) this.#hear(room, peers, message);
        bus.publish(name, { type: 'whoIsHere' });
      },
      () => this.#forget(room),
    );
    return room;
  }

  join(room: Room, connection: RoomMember): void {
    room.connections.add(connection);
  }

  leave(room: Room, connection: RoomMember): void {
    room.connections.delete(connection);
    if (room.presence.leave(connection)) room.schedulePresence();
    room.idleSince = this.#options.now();
  }

  /** The document was deleted, or its content replaced: everybody has to ask again. */
  gone(name: string): void {
    const open = this.#rooms.get(name);
    if (open === undefined) return;
    for (const connection of open.room.connections) connection.close('epochDiffers');
    this.#forget(open.room);
  }

  *connections(): Generator<{ room: Room; connection: RoomMember }> {
    for (const { room } of this.#rooms.values())
      for (const connection of room.connections) yield { room, connection };
  }

  get openDocuments(): number {
    return this.#rooms.size;
  }

  get connectionCount(): number {
    let count = 0;
    for (const { room } of this.#rooms.values()) count += room.connections.size;
    return count;
  }

  /**
   * Everything taken so far is written, every room compacted; then the process may end. Connections are sent away a
   * few at a time: those who come back to another process do not come all at once, and the others go on meanwhile.
   */
  async stop(): Promise<void> {
    const leaving = [...this.connections()];
    const slice = Math.max(leastDrainSlice, Math.ceil(leaving.length / mostDrainSlices));
    for (let from = 0; from < leaving.length; from += slice) {
      if (from > 0) await new Promise((pause) => setTimeout(pause, drainPauseMs));
      for (const { room, connection } of leaving.slice(from, from + slice)) {
        connection.close('draining');
        this.leave(room, connection);
      }
    }
    clearInterval(this.#timer);
    for (const { room } of this.#rooms.values()) {
      await room.loaded().catch(() => undefined);
      await new Promise<void>((resolve) => room.whenCommitted(resolve));
      if (room.sequence !== room.describedAt)
        await this.#options.describe(room).catch(this.#options.onWriteFailed);
      await this.compact(room);
      this.#forget(room);
    }
  }

  /** Replaces the log by one state. Only what is committed stands in the document when nothing waits. */
  async compact(room: Room): Promise<void> {
    if (room.isBusy || room.isCompacting || room.closed || room.tail.updates === 0) return;
    const { sequence, tail } = room;
    const state = Y.encodeStateAsUpdate(room.doc);
    room.isCompacting = true;
    try {
      await this.#options.documents.compact(room.name, room.epoch, sequence, state);
    } finally {
      room.isCompacting = false;
    }
    room.tail = { updates: room.tail.updates - tail.updates, bytes: room.tail.bytes - tail.bytes };
  }

  async #flush(rooms: ReadonlySet<Room>): Promise<number> {
    const batches: [Room, Batch][] = [];
    for (const room of rooms) {
      const batch = room.takeBatch();
      if (batch !== undefined) batches.push([room, batch]);
    }
    if (batches.length === 0) return 0;
    const at = this.#options.now();
    const appends = batches.map(([room, batch]): AppendBatch => {
      return { document: room.name, epoch: room.epoch, at, updates: batch.updates };
    });
    const start = performance.now();
    const outcomes = this.#options.documents.append(appends);
    await Promise.all(batches.map(([room, batch], index) => this.#settle(room, batch, outcomes[index]!)));
    const updates = batches.reduce((sum, [, batch]) => sum + batch.updates.length, 0);
    this.#options.onFlushed(updates, performance.now() - start);
    return updates;
  }

  async #settle(room: Room, batch: Batch, outcome: Promise<{ head: number | undefined }>): Promise<void> {
    try {
      const { head } = await outcome;
      this.#retryMs = 0;
      if (head === undefined) this.gone(room.name);
      else batch.committed(head);
    } catch (error) {
      // The database is away: keep everything, tell nobody "saved", try again.
      batch.failed();
      this.#retryMs = Math.min(5_000, Math.max(50, this.#retryMs * 2));
      this.#options.onWriteFailed(error);
      setTimeout(() => this.#committer.schedule(room), this.#retryMs);
    }
  }

  #repair(room: Room): void {
    room
      .loaded()
      .then(() => room.catchUp())
      .catch(() => setTimeout(() => !room.closed && this.#repair(room), 500));
  }

  #hear(room: Room, peers: Map<string, Peer>, message: BusMessage): void {
    if (room.closed) return;
    if (message.type === 'batch') return room.receiveFromPeer(message.from, message.to, message.update);
    const peer = peers.get(message.origin) ?? { person: { id: '', name: '', colour: 0 }, heardAt: 0 };
    peers.set(message.origin, peer);
    peer.heardAt = this.#options.now();
    if (message.type === 'whoIsHere') return this.#tellPeers(room);
    if (room.presence.receiveFromPeer(peer, message.body)) room.schedulePresence();
  }

  #tellPeers(room: Room): void {
    const connections: ReadonlySet<PresenceSource> = room.connections;
    const here = room.presence.all((source) => connections.has(source));
    if (here !== undefined) this.#options.bus.publish(room.name, { type: 'presence', body: here });
  }

  #tick(): void {
    const now = this.#options.now();
    this.#ticks += 1;
    for (const { room, peers } of this.#rooms.values()) {
      for (const connection of room.connections) connection.tick(now);
      if (this.#ticks % 15 === 0) this.#tellPeers(room);
      for (const [origin, peer] of peers)
        if (now - peer.heardAt > peerSilenceMs) {
          peers.delete(origin);
          if (room.presence.leave(peer)) room.schedulePresence();
        }
      if (!this.#options.bus.isConnected()) this.#repair(room);
      const { updates, bytes } = room.tail;
      if (this.#ticks % describeEverySeconds === 0) this.#describe(room);
      const isIdle = room.connections.size === 0 && now - room.idleSince > this.#options.idleMs;
      if (isIdle) void this.#unload(room).catch(this.#options.onWriteFailed);
      else if (updates >= compactAfterUpdates || bytes >= compactAfterBytes)
        void this.compact(room).catch(this.#options.onWriteFailed);
    }
  }

  #describe(room: Room): void {
    if (room.sequence === room.describedAt || room.isBusy) return;
    room.describedAt = room.sequence;
    this.#options.describe(room).catch(this.#options.onWriteFailed);
  }

  async #unload(room: Room): Promise<void> {
    await room.loaded();
    this.#describe(room);
    await this.compact(room);
    // Looked at again after waiting: somebody may have come.
    if (room.connections.size === 0 && !room.isBusy) this.#forget(room);
  }

  #forget(room: Room): void {
    const open = this.#rooms.get(room.name);
    if (open?.room !== room) return;
    open.stop();
    this.#rooms.delete(room.name);
    room.destroy();
  }
}

export interface RoomsOptions {
  readonly documents: DocumentStore;
  readonly bus: Bus;
  readonly idleMs: number;
  readonly maxOpenDocuments: number;
  readonly maxDocumentBytes: number;
  readonly now: () => number;
  readonly onWriteFailed: (error: unknown) => void;
  /** For the metrics. */
  onFlushed(updates: number, ms: number): void;
  /** Brings the content of a room that was just loaded to the newest format. */
  migrate(this: void, room: Room): Promise<void>;
  /** Looks at the content of a room that changed: title, texts for the search, versions. */
  describe(room: Room): Promise<void>;
}

interface OpenRoom {
  readonly room: Room;
  readonly stop: () => void;
  readonly peers: Map<string, Peer>;
}

interface Peer extends PresenceSource {
  heardAt: number;
}

const compactAfterUpdates = 1_000;
const compactAfterBytes = 4 * 1024 * 1024;
const peerSilenceMs = 45_000;
/** Four seconds at most, so that a supervisor who waits ten is not tempted to kill. */
const leastDrainSlice = 25;
const mostDrainSlices = 40;
const drainPauseMs = 100;
const describeEverySeconds = 5;
