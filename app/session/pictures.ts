import { z } from 'zod';
import type { MapId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { pictureListSchema, type TicketAnswer, type TicketRequest } from '../../model/protocol/api.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { askServer, fetchBytes, type ServerRefusal } from './askServer.ts';
import { type DeviceDatabase, type StorageError, storageError } from './deviceDatabase.ts';
import { type Observable, observable, type Settable } from './observable.ts';
import { keepPicture, type PictureBytes } from './pictureShelf.ts';
import { ticketHolder } from './ticketHolder.ts';

/** The bytes of a map's pictures: on this device, and between it and the server. The document names them by hash only. */
export interface Pictures {
  /** What there is to see of a picture; looked for on the device, then on the server, when it is first asked for. */
  readonly look: (hash: string) => Observable<PictureState>;
  /** Keeps new bytes here and brings them to the server as soon as it can be reached. */
  readonly keep: (picture: PictureBytes) => Promise<Result<undefined, StorageError>>;
  /** Those whose bytes are here. */
  readonly held: (hashes: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>>;
  /** Bytes are on this device that the server does not have yet. */
  readonly unsent: Observable<boolean>;
  /** Why the server does not take one; undefined while all is well. */
  readonly refused: Observable<ServerRefusal | undefined>;
  /** The server can be reached: brings it what it lacks, if this person may, then fetches what is missing here. */
  readonly exchange: (mayWrite: boolean) => void;
  readonly close: () => void;
}

export type PictureState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly url: string }
  /** On no device and no server that can be reached now; another look follows at the next connection. */
  | { readonly kind: 'missing' };

export interface PicturesOptions {
  readonly database: DeviceDatabase;
  readonly mapId: MapId;
  readonly map: () => JourneyMap;
  readonly subscribe: (listener: () => void) => () => void;
  readonly ticketRequest: TicketRequest;
  readonly now: () => number;
}

/** Whoever added a picture may still be sending it. */
const retriesMs = [1_000, 3_000, 10_000];

export function mapPictures(options: PicturesOptions): Pictures {
  const { database, mapId, map } = options;
  const states = new Map<string, Settable<PictureState>>();
  /** Where the device stores nothing, and before it has. */
  const inMemory = new Map<string, PictureBytes>();
  const onServer = new Set<string>();
  const unsent = observable(false);
  const refused = observable<ServerRefusal | undefined>(undefined);
  const bearer = ticketHolder(
    options.ticketRequest,
    observable<TicketAnswer | undefined>(undefined),
    options.now,
  );
  let connected: { readonly mayWrite: boolean } | undefined;
  let working: Promise<void> = Promise.resolve();
  let closed = false;

  const mimeOf = (hash: string): string =>
    map().pictures.find((picture) => picture.hash === hash)?.mime ?? 'application/octet-stream';

  const onDevice = async (hash: string): Promise<PictureBytes | undefined> =>
    inMemory.get(hash) ?? (await database.pictures.get(hash).catch(() => undefined));

  const show = ({ hash, mime, bytes }: PictureBytes): void => {
    const state = stateOf(hash);
    if (state.get().kind !== 'shown' && !closed)
      state.set({ kind: 'shown', url: URL.createObjectURL(new Blob([bytes], { type: mime })) });
  };

  const stateOf = (hash: string): Settable<PictureState> => {
    const known = states.get(hash) ?? observable<PictureState>({ kind: 'loading' });
    states.set(hash, known);
    return known;
  };

  const store = async (picture: PictureBytes): Promise<Result<undefined, StorageError>> => {
    inMemory.set(picture.hash, picture);
    try {
      await keepPicture(database, mapId, picture);
      inMemory.delete(picture.hash);
      return ok(undefined);
    } catch (error) {
      return err(storageError(error));
    }
  };

  const fetchOne = async (hash: string): Promise<'here' | 'notThere' | 'unreachable'> => {
    const ticket = await bearer();
    if (!ticket.ok) return 'unreachable';
    const bytes = await fetchBytes(`/api/maps/${mapId}/pictures/${hash}`, ticket.value);
    if (!bytes.ok) return bytes.error.type === 'unreachable' ? 'unreachable' : 'notThere';
    const picture = { hash, mime: mimeOf(hash), bytes: bytes.value };
    onServer.add(hash);
    await store(picture);
    show(picture);
    return 'here';
  };

  /** From the device, else from the server, some times over. */
  const find = async (hash: string): Promise<void> => {
    const held = await onDevice(hash);
    if (held !== undefined) return show(held);
    for (const waitMs of [0, ...retriesMs]) {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      if (closed || connected === undefined || stateOf(hash).get().kind === 'shown') break;
      if ((await fetchOne(hash)) === 'here') return;
    }
    if (stateOf(hash).get().kind !== 'shown') stateOf(hash).set({ kind: 'missing' });
  };

  const send = async (hash: string, ticket: string): Promise<ServerRefusal | undefined> => {
    const held = await onDevice(hash);
    if (held === undefined) return undefined;
    const sent = await askServer(`/api/maps/${mapId}/pictures/${hash}`, z.unknown(), {
      method: 'PUT',
      body: new Blob([held.bytes], { type: 'application/octet-stream' }),
      ticket,
    });
    if (!sent.ok) return sent.error;
    onServer.add(hash);
    return undefined;
  };

  const hashes = (): readonly string[] => map().pictures.map(({ hash }) => hash);

  const countUnsent = async (): Promise<void> => {
    const lacking = hashes().filter((hash) => !onServer.has(hash));
    const held = await Promise.all(lacking.map(onDevice));
    unsent.set(connected?.mayWrite !== false && held.some((picture) => picture !== undefined));
  };

  const exchange = async (): Promise<void> => {
    const ticket = await bearer();
    if (closed || connected === undefined || !ticket.ok || hashes().length === 0) return;
    const list = await askServer(`/api/maps/${mapId}/pictures`, pictureListSchema, { ticket: ticket.value });
    if (!list.ok) return;
    for (const hash of list.value.hashes) onServer.add(hash);
    if (connected.mayWrite)
      for (const hash of hashes())
        if (!onServer.has(hash)) {
          const refusal = await send(hash, ticket.value);
          if (refusal?.type === 'unreachable') break;
          if (refusal !== undefined) refused.set(refusal);
        }
    await countUnsent();
    for (const hash of hashes()) {
      if (closed || connected === undefined) return;
      if (onServer.has(hash) && (await onDevice(hash)) === undefined) await fetchOne(hash);
      else if (stateOf(hash).get().kind === 'missing') void find(hash);
    }
  };
  const exchangeInTurn = (): void => {
    working = working.then(exchange).catch(() => undefined);
  };

  let shownPictures = map().pictures;
  const stop = options.subscribe(() => {
    if (map().pictures === shownPictures) return;
    shownPictures = map().pictures;
    void countUnsent();
    exchangeInTurn();
  });

  return {
    look: (hash) => {
      const isNew = !states.has(hash);
      const state = stateOf(hash);
      if (isNew) void find(hash);
      return state;
    },
    keep: async (picture) => {
      const stored = await store(picture);
      show(picture);
      return stored;
    },
    held: async (wanted) => {
      const found = await Promise.all(wanted.map(onDevice));
      return new Map(
        found.flatMap((picture) => (picture === undefined ? [] : [[picture.hash, picture.bytes]])),
      );
    },
    unsent,
    refused,
    exchange: (mayWrite) => {
      connected = { mayWrite };
      exchangeInTurn();
    },
    close: () => {
      closed = true;
      stop();
      for (const state of states.values()) {
        const shown = state.get();
        if (shown.kind === 'shown') URL.revokeObjectURL(shown.url);
      }
    },
  };
}
