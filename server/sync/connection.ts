import type { Writable } from 'node:stream';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type CloseReason, closeCodes } from '../../model/protocol/closeCodes.ts';
import { may } from '../../model/protocol/roles.ts';
import type { TicketClaims } from '../../model/protocol/tickets.ts';
import { decodeMark, encodeSaved, maxFrameBytes } from '../../model/protocol/wire.ts';
import type { BroadcastFrame } from './broadcastFrame.ts';
import {
  awarenessFrame,
  keepAliveFrame,
  permissionDeniedFrame,
  type ReadFrame,
  readFrame,
  syncFrame,
  syncTypes,
} from './frames.ts';
import type { Room } from './room.ts';
import type { RoomMember } from './roomMember.ts';
import { TokenBucket } from './tokenBucket.ts';

/**
 * One socket on one document, with the rights of its ticket. Frames that come before the document is loaded wait;
 * a client that reads too slowly is sent one difference later instead of every step.
 */
export class Connection implements RoomMember {
  readonly claims: TicketClaims;
  readonly person: TicketClaims['person'];
  readonly #socket: WebSocket;
  /** What the socket writes to: frames made for everybody go there as they stand. */
  readonly #wire: Writable;
  readonly #room: Room;
  readonly #clock: () => number;
  readonly #frames: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #mayWrite: boolean;
  #queued: Uint8Array[] | undefined = [];
  #queuedBytes = 0;
  #denied = 0;
  /** What the client missed since it began to lag, as the first clock of each author; undefined while it keeps up. */
  #lag: { readonly missed: Map<number, number>; readonly since: number } | undefined;
  #lastSent: number;
  #answersPing = true;
  #closed = false;

  constructor(socket: WebSocket, wire: Writable, room: Room, claims: TicketClaims, clock: () => number) {
    this.claims = claims;
    this.person = claims.person;
    this.#socket = socket;
    this.#wire = wire;
    this.#room = room;
    this.#clock = clock;
    this.#mayWrite = room.kind === 'map' && may(claims.role, 'writeMap');
    this.#frames = new TokenBucket(limits.frameBurst, limits.framesPerSecond, clock());
    this.#bytes = new TokenBucket(limits.byteBurst, limits.bytesPerSecond, clock());
    this.#lastSent = clock();
    socket.on('pong', () => (this.#answersPing = true));
  }

  /** The document is in memory: greet the client and read what it sent meanwhile. */
  start(): void {
    const queued = this.#queued ?? [];
    this.#queued = undefined;
    // First our question, then answers: a client that is "synced" has already sent what we lacked.
    if (this.#mayWrite) this.#send(syncFrame(syncTypes.step1, Y.encodeStateVector(this.#room.doc)));
    const present = this.#room.presence.all();
    if (present !== undefined) this.#send(awarenessFrame(present));
    for (const frame of queued) this.#read(frame);
  }

  receive(frame: Uint8Array): void {
    if (this.#closed) return;
    const now = this.#clock();
    if (frame.length > maxFrameBytes) return this.close('tooLarge');
    if (!this.#frames.take(1, now) || !this.#bytes.take(frame.length, now)) return this.close('tooFast');
    if (this.#queued === undefined) return this.#read(frame);
    this.#queuedBytes += frame.length;
    if (this.#queued.length >= limits.queuedFrames || this.#queuedBytes > 2 * maxFrameBytes)
      return this.close('overloaded');
    this.#queued.push(frame);
  }

  /** For frames that a later difference can replace; `update` is what the frame carries, if it is one. */
  sendIncremental(frame: BroadcastFrame, update?: Uint8Array): void {
    if (this.#closed || this.#queued !== undefined) return;
    if (this.#lag === undefined && this.#socket.bufferedAmount <= limits.lagBytes) {
      // After the other side's goodbye nothing may follow; the socket's own `send` knows that by itself.
      if (this.#socket.readyState !== this.#socket.OPEN) return;
      this.#lastSent = this.#clock();
      this.#wire.write(frame);
      return;
    }
    this.#lag ??= { missed: new Map(), since: this.#clock() };
    if (update === undefined) return;
    for (const [clientId, clock] of Y.parseUpdateMeta(update).from) {
      const { missed } = this.#lag;
      missed.set(clientId, Math.min(clock, missed.get(clientId) ?? clock));
    }
  }

  /** Called every second: keeps the link alive, notices dead ones, lets laggards catch up. */
  tick(now: number): void {
    if (this.#lag !== undefined) {
      if (now - this.#lag.since > limits.lagMs) return this.close('overloaded');
      if (this.#socket.bufferedAmount < limits.lagBytes / 4) this.#catchUp(this.#lag.missed);
    }
    if (now - this.#lastSent < limits.keepAliveMs) return;
    if (!this.#answersPing) return this.#socket.terminate();
    this.#answersPing = false;
    this.#socket.ping();
    this.#send(keepAliveFrame);
  }

  close(reason: CloseReason): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#socket.close(closeCodes[reason], reason);
  }

  /** Gets a difference later instead of every step now. */
  get isLagging(): boolean {
    return this.#lag !== undefined;
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  /** The socket is gone. */
  left(): void {
    this.#closed = true;
  }

  #read(bytes: Uint8Array): void {
    if (this.#closed || this.#room.closed) return;
    const mark = decodeMark(bytes);
    if (mark !== undefined)
      return this.#room.whenDurable(() => this.#send(encodeSaved({ mark, sequence: this.#room.sequence })));
    try {
      this.#handle(readFrame(bytes));
    } catch {
      // Whatever a decoder throws, the bytes were not a frame; applying updates is guarded by the room.
      this.close('badFrame');
    }
  }

  #handle(frame: ReadFrame): void {
    switch (frame.type) {
      case 'step1':
        return this.#answer(frame.stateVector);
      case 'update':
        return this.#update(frame.update);
      case 'awareness':
        if (this.#room.presence.receive(this, frame.body)) this.#room.schedulePresence();
        return;
      case 'queryAwareness': {
        const present = this.#room.presence.all();
        if (present !== undefined) this.#send(awarenessFrame(present));
        return;
      }
      case 'unknown':
        return;
    }
  }

  /** Only what is in the database is shown: the answer waits for the commit under way. */
  #answer(stateVector: Uint8Array): void {
    // Decoded at once, so that bad bytes are this frame's fault.
    Y.decodeStateVector(stateVector);
    this.#room.whenCommitted(() => {
      if (!this.#closed && !this.#room.closed)
        this.#send(syncFrame(syncTypes.step2, Y.encodeStateAsUpdate(this.#room.doc, stateVector)));
    });
  }

  #update(update: Uint8Array): void {
    if (!this.#mayWrite) {
      this.#denied += 1;
      if (this.#room.kind !== 'map' && this.#denied > 1) return this.close('accessWithdrawn');
      return this.#send(
        permissionDeniedFrame(`A ${this.claims.role} reads this document and does not write it.`),
      );
    }
    const outcome = this.#room.receive(update, this);
    if (outcome === 'documentTooLarge') this.close('tooLarge');
    if (outcome === 'forgedAuthor') this.close('badFrame');
    if (this.#room.pendingBytes > limits.pendingBytes) this.close('overloaded');
  }

  #catchUp(missed: ReadonlyMap<number, number>): void {
    this.#lag = undefined;
    this.#room.whenCommitted(() => {
      if (this.#closed || this.#room.closed) return;
      const had = Y.decodeStateVector(Y.encodeStateVector(this.#room.doc));
      for (const [clientId, clock] of missed) had.set(clientId, clock);
      const difference = Y.encodeStateAsUpdate(this.#room.doc, Y.encodeStateVector(had));
      this.#send(syncFrame(syncTypes.update, difference));
      const present = this.#room.presence.all();
      if (present !== undefined) this.#send(awarenessFrame(present));
    });
  }

  #send(frame: Uint8Array): void {
    if (this.#closed) return;
    if (this.#socket.bufferedAmount > limits.bufferedBytes) return this.close('overloaded');
    this.#lastSent = this.#clock();
    this.#socket.send(frame, { binary: true });
  }
}

const limits = {
  /** A person who drags and types stays far below; a device that comes back from days offline sends one large frame. */
  frameBurst: 400,
  framesPerSecond: 120,
  byteBurst: 16 * 1024 * 1024,
  bytesPerSecond: 512 * 1024,
  queuedFrames: 256,
  keepAliveMs: 20_000,
  lagBytes: 1024 * 1024,
  lagMs: 30_000,
  bufferedBytes: 8 * 1024 * 1024,
  pendingBytes: 32 * 1024 * 1024,
} as const;
