import * as Y from 'yjs';
import type { JourneyMap } from '../../map/journeyMap.ts';
import type { RandomSource } from '../../map/newId.ts';
import { createSharedMap, type SharedMap } from '../sharedMap.ts';
import { writeMap } from '../writeMap.ts';
import { seededRandom } from './seededRandom.ts';

/**
 * Several people at one map over a network that drops, delays, doubles and reorders messages, cuts people off, and
 * whose devices crash and open again from what they had stored. `settle` brings everything to everybody at last.
 */
export interface Replica {
  doc: Y.Doc;
  shared: SharedMap;
  online: boolean;
  /** What the device has written to its disk; edits since the last flush are lost in a crash. */
  stored: Uint8Array[];
  unstored: Uint8Array[];
}

export interface NetworkEvents {
  dropped: number;
  doubled: number;
  reordered: number;
  offline: number;
  crashes: number;
  lostInCrash: number;
}

interface Message {
  readonly to: number;
  readonly bytes: Uint8Array;
}

export class LossyNetwork {
  readonly replicas: Replica[] = [];
  readonly events: NetworkEvents = {
    dropped: 0,
    doubled: 0,
    reordered: 0,
    offline: 0,
    crashes: 0,
    lostInCrash: 0,
  };
  private readonly messages: Message[] = [];
  private readonly random: RandomSource;
  private seed: number;

  constructor(map: JourneyMap, people: number, seed: number) {
    this.seed = seed;
    this.random = seededRandom(seed);
    const first = new Y.Doc();
    writeMap(first, map, this.random);
    const state = Y.encodeStateAsUpdate(first);
    for (let i = 0; i < people; i++) this.replicas.push(this.opened(i, [state]));
  }

  /** Cuts a person off, or lets them back; coming back, both sides exchange what they have. */
  toggle(who: number): void {
    const replica = this.replicas[who]!;
    replica.online = !replica.online;
    if (!replica.online) this.events.offline++;
    else
      for (const other of this.replicas) if (other !== replica && other.online) this.compare(replica, other);
  }

  /** Some of what is on its way arrives. */
  deliver(): void {
    for (let i = this.messages.length; i > 0; i--) {
      const chance = this.random();
      const at = Math.floor(this.random() * this.messages.length);
      const message = this.messages.splice(at, 1)[0];
      if (message === undefined) return;
      if (at > 0) this.events.reordered++;
      if (chance < 0.15) this.events.dropped++;
      else if (chance < 0.4) this.messages.push(message);
      else {
        if (chance < 0.5) {
          this.events.doubled++;
          this.messages.push(message);
        }
        const to = this.replicas[message.to]!;
        if (to.online) Y.applyUpdate(to.doc, message.bytes, 'network');
      }
    }
  }

  flush(who: number): void {
    const replica = this.replicas[who]!;
    replica.stored.push(...replica.unstored.splice(0));
  }

  crash(who: number): void {
    const replica = this.replicas[who]!;
    this.events.crashes++;
    this.events.lostInCrash += replica.unstored.length;
    replica.shared.close();
    replica.doc.destroy();
    this.replicas[who] = this.opened(who, replica.stored);
  }

  /** Everybody is back and has everything. */
  settle(): void {
    for (const replica of this.replicas) replica.online = true;
    for (let round = 0; round < 2; round++)
      for (const a of this.replicas) for (const b of this.replicas) if (a !== b) this.compare(a, b);
  }

  private compare(a: Replica, b: Replica): void {
    const toB = Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc));
    const toA = Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc));
    Y.applyUpdate(b.doc, toB, 'network');
    Y.applyUpdate(a.doc, toA, 'network');
  }

  private opened(who: number, stored: readonly Uint8Array[]): Replica {
    const doc = new Y.Doc();
    doc.clientID = ++this.seed;
    doc.transact(() => {
      for (const bytes of stored) Y.applyUpdate(doc, bytes, 'storage');
    }, 'storage');
    const shared = createSharedMap(doc, { random: seededRandom(++this.seed * 31) });
    const replica: Replica = { doc, shared, online: true, stored: [...stored], unstored: [] };
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      replica.unstored.push(bytes);
      if (origin === 'network' || !replica.online) return;
      for (let to = 0; to < this.replicas.length; to++) if (to !== who) this.messages.push({ to, bytes });
    });
    return replica;
  }
}
