import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Door } from './contenders.ts';

/** A client as light as possible, so that the load process does not measure itself. Most only count what they get. */
export class BenchClient {
  readonly doc: Y.Doc | undefined;
  frames = 0;
  /** Round trips of the values it saw, in milliseconds. */
  readonly latencies: number[] = [];
  isSynced = false;
  onSynced: () => void = () => undefined;
  readonly #door: Door;
  readonly #socket: WebSocket;

  constructor(door: Door, keepsDocument: boolean) {
    this.#door = door;
    this.doc = keepsDocument ? new Y.Doc() : undefined;
    this.#socket = new WebSocket(door.url, [...door.protocols], { perMessageDeflate: false });
    this.#socket.on('message', (data: Buffer) => this.#read(data));
    this.#socket.on('error', () => undefined);
    this.doc?.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send([0, 2], update);
    });
    this.doc?.getMap<number>('load').observe((event) => {
      if (event.transaction.local) return;
      const now = performance.now();
      for (const key of event.keysChanged) {
        const sent = this.doc!.getMap<number>('load').get(key);
        if (sent !== undefined) this.latencies.push(now - sent);
      }
    });
  }

  async opened(): Promise<this> {
    await new Promise<void>((open, failed) => this.#socket.once('open', open).once('close', failed));
    for (const frame of this.#door.greeting) this.#socket.send(Buffer.concat([this.#door.prefix, frame]));
    this.#send([0, 0], Y.encodeStateVector(this.doc ?? new Y.Doc()));
    await new Promise<void>((synced) => {
      if (this.isSynced) synced();
      this.onSynced = synced;
    });
    return this;
  }

  write(key: string): void {
    this.doc!.getMap<number>('load').set(key, performance.now());
  }

  /** Presence of a moving cursor. */
  moveCursor(clientId: number, clock: number): void {
    const body = encoding.createEncoder();
    encoding.writeVarUint(body, 1);
    encoding.writeVarUint(body, clientId);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, JSON.stringify({ cursor: { x: clock % 1000, y: clientId % 700 } }));
    this.#send([1], encoding.toUint8Array(body));
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  close(): void {
    this.#socket.terminate();
  }

  #send(types: readonly number[], body: Uint8Array): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const encoder = encoding.createEncoder();
    encoding.writeUint8Array(encoder, this.#door.prefix);
    for (const type of types) encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, body);
    this.#socket.send(encoding.toUint8Array(encoder));
  }

  #read(data: Buffer): void {
    this.frames += 1;
    if (this.isSynced && this.doc === undefined) return;
    const decoder = decoding.createDecoder(data.subarray(this.#door.prefix.length));
    const type = decoding.readVarUint(decoder);
    if (type !== 0 && type !== 4) return;
    const kind = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    // Asked for our state: an empty answer will do, we have sent everything as updates.
    if (kind === 0) return this.#send([0, 1], Y.encodeStateAsUpdate(this.doc ?? new Y.Doc(), body));
    if (this.doc !== undefined) Y.applyUpdate(this.doc, body, this);
    if (kind === 1 && !this.isSynced) {
      this.isSynced = true;
      this.onSynced();
    }
  }
}
