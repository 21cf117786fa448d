import type { WebSocket } from 'ws';
import {
  applyUpdate as applyInRust,
  encodeStateAsUpdate as encodeInRust,
  encodeStateVector as vectorInRust,
  YDoc,
  YMap,
  YText,
} from 'ywasm';
import * as Y from 'yjs';
import type { RandomSource } from '../../model/map/newId.ts';
import { createSharedMap, type SharedMap } from '../../model/sharedMap/sharedMap.ts';
import { readFrame, syncFrame, syncTypes } from '../sync/frames.ts';
import { Client } from './client.ts';
import { RawClient } from './rawClient.ts';
import type { Gate } from './gate.ts';

/** One device at a shared map: what it shows, and the mishaps it can have. */
export interface MapReplica {
  readonly shared: () => SharedMap;
  readonly doc: () => Y.Doc;
  readonly goOffline: () => void;
  readonly goOnline: () => void;
  /** What was edited or heard so far is on the disk. */
  readonly store: () => void;
  /** Ends without a word and opens again with what was stored; gives how many updates it had not stored. */
  readonly crash: () => number;
  readonly leave: () => void;
}

export interface ReplicaPlace {
  readonly line: Gate;
  readonly document: string;
  readonly ticket: string;
  readonly random: RandomSource;
}

/** What a device has on its disk, and what is still in its memory. */
class Disk {
  readonly stored: Uint8Array[] = [];
  #unstored: Uint8Array[] = [];
  add(update: Uint8Array): void {
    this.#unstored.push(update);
  }
  store(): void {
    this.stored.push(...this.#unstored.splice(0));
  }
  forget(): number {
    return this.#unstored.splice(0).length;
  }
}

/** A device with Yjs and the real y-websocket client. */
export function yjsReplica({ line, document, ticket, random }: ReplicaPlace): MapReplica {
  const disk = new Disk();
  const open = () => {
    const doc = new Y.Doc();
    for (const update of disk.stored) Y.applyUpdate(doc, update);
    doc.on('update', (update: Uint8Array) => disk.add(update));
    return {
      doc,
      shared: createSharedMap(doc, { random }),
      client: new Client(line.address, document, ticket, doc),
    };
  };
  let now = open();
  const close = (): void => {
    now.client.leave();
    now.shared.close();
    now.doc.destroy();
  };
  return {
    shared: () => now.shared,
    doc: () => now.doc,
    goOffline: () => now.client.provider.disconnect(),
    goOnline: () => now.client.provider.connect(),
    store: () => disk.store(),
    crash: () => {
      close();
      const lost = disk.forget();
      now = open();
      return lost;
    },
    leave: close,
  };
}

/**
 * A device whose document is the Rust implementation of Yjs. Commands run on a Yjs twin that hears and says everything
 * through the Rust document only, so each command is taken in, kept and passed on by Rust.
 */
export interface RustReplica extends MapReplica {
  /** Writes at the beginning of a card's text, in Rust; whether there is such a card. */
  readonly typeInRust: (cardId: string, text: string) => boolean;
  /** What Rust holds in one of the root maps. */
  readonly rootInRust: (name: string) => unknown;
  /** The planted fault: the twin misses what Rust hears next. */
  readonly loseNext: () => void;
}

export function rustReplica({ line, document, ticket, random }: ReplicaPlace): RustReplica {
  const disk = new Disk();
  let socket: RawClient | undefined;
  let wanted = true;
  let losing = false;

  const open = () => {
    const rust = new YDoc({ gc: true });
    const doc = new Y.Doc();
    for (const update of disk.stored) applyInRust(rust, update, 'disk');
    Y.applyUpdate(doc, encodeInRust(rust), 'rust');
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'rust') say(change(rust, () => applyInRust(rust, update, 'twin')));
    });
    return { rust, doc, shared: createSharedMap(doc, { random }) };
  };

  /** What a change adds to the Rust document, as an update. */
  const change = (rust: YDoc, make: () => void): Uint8Array => {
    const before = vectorInRust(rust);
    make();
    const update = encodeInRust(rust, before);
    disk.add(update);
    return update;
  };
  const say = (update: Uint8Array): void => {
    if (socket?.socket.readyState === socket?.socket.OPEN) socket?.send(syncFrame(syncTypes.update, update));
  };
  const hear = (bytes: Uint8Array, from: RawClient): void => {
    const frame = readFrame(bytes);
    if (frame.type === 'step1')
      from.send(syncFrame(syncTypes.step2, encodeInRust(now.rust, frame.stateVector)));
    if (frame.type !== 'update') return;
    const news = change(now.rust, () => applyInRust(now.rust, frame.update, 'server'));
    if (losing) losing = false;
    else Y.applyUpdate(now.doc, news, 'rust');
  };
  const connect = (): void => {
    if (!wanted || socket !== undefined) return;
    const made = RawClient.withTicket(line.address, document, ticket);
    socket = made;
    made.socket.on('open', () => made.send(syncFrame(syncTypes.step1, vectorInRust(now.rust))));
    made.socket.on('message', (data: Buffer) => {
      if (socket === made) hear(new Uint8Array(data), made);
    });
    made.socket.on('close', () => {
      if (socket !== made) return;
      socket = undefined;
      setTimeout(connect, 100);
    });
  };
  const disconnect = (): void => {
    const left: WebSocket | undefined = socket?.socket;
    socket = undefined;
    left?.terminate();
  };
  const close = (): void => {
    disconnect();
    now.shared.close();
    now.doc.destroy();
  };

  let now = open();
  connect();
  return {
    shared: () => now.shared,
    doc: () => now.doc,
    goOffline: () => {
      wanted = false;
      disconnect();
    },
    goOnline: () => {
      wanted = true;
      connect();
    },
    store: () => disk.store(),
    crash: () => {
      close();
      const lost = disk.forget();
      now = open();
      connect();
      return lost;
    },

    leave: () => {
      wanted = false;
      close();
    },
    typeInRust: (cardId, text) => {
      const record: unknown = now.rust.getMap('cards').get(cardId, undefined);
      const field: unknown = record instanceof YMap ? record.get('text', undefined) : undefined;
      if (!(field instanceof YText)) return false;
      const update = change(now.rust, () => field.insert(0, text, undefined, undefined));
      Y.applyUpdate(now.doc, update, 'rust');
      say(update);
      return true;
    },
    rootInRust: (name) => now.rust.getMap(name).toJson(undefined),
    loseNext: () => {
      losing = true;
    },
  };
}
