import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { maxPresenceBytes } from '../../model/protocol/wire.ts';
import type { TicketClaims } from '../../model/protocol/tickets.ts';

/**
 * Who is in a room and where. A connection speaks for one Yjs client id only; its person is the ticket's. States are
 * kept as the JSON they travel in and are never stored.
 */
export class Presence {
  readonly #states = new Map<number, PresenceState>();
  readonly #idOfSource = new Map<PresenceSource, number>();
  #changed = new Set<number>();
  /** Those of the changed that came from connections of this process. */
  #changedHere = new Set<number>();

  /** Reads a client's awareness message; throws on bytes that are none. Tells whether anything changed. */
  receive(source: PresenceSource, body: Uint8Array): boolean {
    let changed = false;
    for (const entry of readEntries(body)) {
      if (entry.json.length > maxPresenceBytes || !this.#speaksFor(source, entry.clientId)) continue;
      const before = this.#states.get(entry.clientId);
      if (before !== undefined && before.json !== gone && entry.clock < before.clock) continue;
      const json = withPerson(entry.json, source.person);
      if (before !== undefined && before.json === json) continue;
      if (before === undefined && json === gone) continue;
      if (before !== undefined && entry.clock === before.clock && before.json !== gone && json !== gone)
        continue;
      // Somebody who comes back repeats an old clock, which the others would not hear.
      const clock = before?.json === gone ? Math.max(entry.clock, before.clock + 1) : entry.clock;
      this.#set(entry.clientId, { clock, json, source, personId: source.person.id });
      this.#changedHere.add(entry.clientId);
      changed = true;
    }
    return changed;
  }

  /** What another process says about its own connections. */
  receiveFromPeer(peer: PresenceSource, body: Uint8Array): boolean {
    let changed = false;
    for (const { clientId, clock, json } of readEntries(body)) {
      const before = this.#states.get(clientId);
      if (before !== undefined && before.source !== peer && before.json !== gone && clock <= before.clock)
        continue;
      if (before?.source === peer && before.clock === clock && before.json === json) continue;
      this.#set(clientId, { clock, json, source: peer, personId: personOf(json)?.id ?? '' });
      changed = true;
    }
    return changed;
  }

  /** Takes the states of a closed connection (or a lost process) away. */
  leave(source: PresenceSource): boolean {
    this.#idOfSource.delete(source);
    let changed = false;
    for (const [clientId, state] of this.#states) {
      if (state.source !== source || state.json === gone) continue;
      // At the same clock: that is how awareness removes somebody else's state.
      this.#set(clientId, { clock: state.clock, json: gone, source: nobody, personId: '' });
      this.#changedHere.add(clientId);
      changed = true;
    }
    return changed;
  }

  /** The changes since the last call as awareness messages: all for our connections, ours for the other processes. */
  takeChanges(): { readonly all?: Uint8Array; readonly ours?: Uint8Array } {
    const changed = this.#changed;
    const changedHere = this.#changedHere;
    this.#changed = new Set();
    this.#changedHere = new Set();
    return {
      ...(changed.size > 0 ? { all: this.#encode(changed) } : {}),
      ...(changedHere.size > 0 ? { ours: this.#encode(changedHere) } : {}),
    };
  }

  /** All present states, or those of one kind of source, as an awareness message. */
  all(filter: (source: PresenceSource) => boolean = () => true): Uint8Array | undefined {
    const ids = [...this.#states].filter(([, state]) => state.json !== gone && filter(state.source));
    return ids.length === 0 ? undefined : this.#encode(ids.map(([clientId]) => clientId));
  }

  /** Who is here, over all processes; each person once. */
  people(): Map<string, TicketClaims['person']> {
    const people = new Map<string, TicketClaims['person']>();
    for (const { json } of this.#states.values()) {
      const person = personOf(json);
      if (person !== undefined) people.set(person.id, person);
    }
    return people;
  }

  /** Who speaks for this Yjs client id now, here or at another process. */
  holderOf(clientId: number): { source: PresenceSource; personId: string } | undefined {
    const state = this.#states.get(clientId);
    return state === undefined || state.json === gone ? undefined : state;
  }

  /** The first id a connection speaks for is its own; what it repeats about others is not heard. */
  #speaksFor(source: PresenceSource, clientId: number): boolean {
    const own = this.#idOfSource.get(source);
    if (own !== undefined) return own === clientId;
    const state = this.#states.get(clientId);
    if (state !== undefined && state.json !== gone) {
      // The same person on a new socket, while the old one (or its process) is not yet known to be dead.
      if (state.personId !== source.person.id) return false;
      this.#idOfSource.delete(state.source);
      this.#states.set(clientId, { ...state, source });
    }
    this.#idOfSource.set(source, clientId);
    return true;
  }

  #set(clientId: number, state: PresenceState): void {
    // Delete first, so that the map's order is the order of change and the oldest gone ones can be forgotten.
    this.#states.delete(clientId);
    this.#states.set(clientId, state);
    this.#changed.add(clientId);
    if (this.#states.size <= maxRemembered) return;
    for (const [id, each] of this.#states)
      if (each.json === gone && !this.#changed.has(id)) this.#states.delete(id);
  }

  #encode(clientIds: Iterable<number>): Uint8Array {
    const known = [...clientIds].filter((clientId) => this.#states.has(clientId));
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, known.length);
    for (const clientId of known) {
      const state = this.#states.get(clientId)!;
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, state.clock);
      encoding.writeVarString(encoder, state.json);
    }
    return encoding.toUint8Array(encoder);
  }
}

/** A connection of ours, or another process. */
export interface PresenceSource {
  readonly person: TicketClaims['person'];
}

/** Whose states are gone. */
const nobody: PresenceSource = { person: { id: '', name: '', colour: 0 } };
const gone = 'null';
const maxRemembered = 5_000;

function withPerson(json: string, person: TicketClaims['person']): string {
  const state: unknown = JSON.parse(json);
  return typeof state === 'object' && state !== null && !Array.isArray(state)
    ? JSON.stringify({ ...state, person })
    : gone;
}

function personOf(json: string): TicketClaims['person'] | undefined {
  return ((JSON.parse(json) ?? {}) as { person?: TicketClaims['person'] }).person;
}

interface PresenceState {
  readonly clock: number;
  readonly json: string;
  readonly source: PresenceSource;
  readonly personId: string;
}

function readEntries(body: Uint8Array): { clientId: number; clock: number; json: string }[] {
  const decoder = decoding.createDecoder(body);
  const count = decoding.readVarUint(decoder);
  const entries = [];
  for (let i = 0; i < count; i++)
    entries.push({
      clientId: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      json: decoding.readVarString(decoder),
    });
  return entries;
}
