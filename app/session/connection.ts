import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { type TicketAnswer, ticketAnswerSchema, type TicketRequest } from '../../model/protocol/api.ts';
import { type CloseReason, closeReason, isRetryable } from '../../model/protocol/closeCodes.ts';
import { isProblem, type ProblemType } from '../../model/protocol/problems.ts';
import { may } from '../../model/protocol/roles.ts';
import { socketProtocols } from '../../model/protocol/tickets.ts';
import { encodeMark, messageTypes } from '../../model/protocol/wire.ts';
import { type Observable, observable } from './observable.ts';
import type { ConnectionState } from './savedState.ts';
import { storageOrigin } from './keepDocument.ts';

/** A document's connection to the server; it comes back by itself whenever trying again can help. */
export interface Connection {
  readonly state: Observable<ConnectionState>;
  /** What the server said when it let us in. */
  readonly ticket: Observable<TicketAnswer | undefined>;
  readonly close: () => void;
}

export interface ConnectionOptions {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** The origin of the server, `https://maps.example.org`. */
  readonly server: string;
  readonly ticketRequest: () => TicketRequest;
  /** Spreads reconnections of many clients; in [0, 1). */
  readonly random: () => number;
  /** Whether the document may hold edits of this device that the server has not confirmed. */
  readonly dirty: boolean;
  readonly onDirty: (dirty: boolean) => void;
}

/** Edits within this time are confirmed by one answer. */
const markDelayMs = 50;
const firstRetryMs = 500;
const longestRetryMs = 15_000;

export function connect(options: ConnectionOptions): Connection {
  const { doc, awareness, server } = options;
  const state = observable<ConnectionState>({ kind: 'connecting' }, sameState);
  const ticket = observable<TicketAnswer | undefined>(undefined);
  let provider: WebsocketProvider | undefined;
  let closed = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let markTimer: ReturnType<typeof setTimeout> | undefined;
  let mark = 0;
  let dirty = options.dirty;

  const setDirty = (next: boolean): void => {
    if (dirty === next) return;
    dirty = next;
    options.onDirty(next);
  };

  const mayWrite = (): boolean => ticket.get() !== undefined && may(ticket.get()!.role, 'writeMap');
  const connected = (): void =>
    state.set({
      kind: 'connected',
      synced: provider?.synced === true,
      confirmed: !dirty || !mayWrite(),
      mayWrite: mayWrite(),
    });

  /** Asks the server to confirm everything sent so far. */
  const sendMark = (): void => {
    markTimer = undefined;
    if (provider?.wsconnected === true && dirty) provider.ws?.send(encodeMark(++mark));
  };
  const markSoon = (): void => {
    markTimer ??= setTimeout(sendMark, markDelayMs);
  };

  const onEdit = (_: Uint8Array, origin: unknown): void => {
    if (origin === provider || origin === storageOrigin) return;
    setDirty(true);
    // Marks sent before this edit do not cover it.
    mark++;
    if (provider?.wsconnected === true) {
      connected();
      markSoon();
    }
  };

  const tryLater = (): void => {
    if (closed) return;
    failures++;
    state.set({ kind: 'offline' });
    const longest = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures, 10));
    retry = setTimeout(open, longest * (0.5 + options.random() / 2));
  };

  const refuse = (reason: CloseReason): void => state.set({ kind: 'refused', reason });

  const open = async (): Promise<void> => {
    retry = undefined;
    if (closed) return;
    const answer = await fetchTicket(server, options.ticketRequest());
    if (closed) return;
    if (answer === 'unreachable') return tryLater();
    if ('type' in answer) return refuse(reasonOf(answer.type));
    ticket.set(answer);
    if (provider === undefined) provider = makeProvider(answer);
    else provider.protocols = socketProtocols(answer.ticket);
    provider.connect();
  };

  const makeProvider = (answer: TicketAnswer): WebsocketProvider => {
    const made = new WebsocketProvider(`${server.replace(/^http/, 'ws')}/sync`, answer.document, doc, {
      connect: false,
      awareness,
      // Tabs meet in storage: a tab that may only look must not pass on what another tab wrote.
      disableBc: true,
      protocols: socketProtocols(answer.ticket),
      // Every connection needs a fresh ticket, so it is opened by us.
      shouldReconnect: () => false,
    });
    const readSync = made.messageHandlers[messageTypes.sync]!;
    made.messageHandlers[messageTypes.sync] = (encoder, decoder, ...rest) => {
      const asksForOurs = decoder.arr[decoder.pos] === messageYjsSyncStep1;
      readSync(encoder, decoder, ...rest);
      // Our answer, with what was edited offline, goes out right after this handler.
      if (asksForOurs && dirty) markSoon();
    };
    // Viewers are told so when they try; the interface does not let them.
    made.messageHandlers[messageTypes.auth] = () => undefined;
    made.messageHandlers[messageTypes.saved] = (_, decoder) => {
      const covered = decoding.readVarUint(decoder);
      if (covered < mark) return;
      setDirty(false);
      connected();
    };
    made.on('status', ({ status }) => {
      if (status === 'connected') connected();
      else if (status === 'disconnected' && made.shouldConnect) state.set({ kind: 'connecting' });
    });
    made.on('sync', (synced) => {
      if (!synced) return;
      failures = 0;
      connected();
    });
    made.on('closed', ({ code }) => {
      if (isRetryable(code)) tryLater();
      else refuse(closeReason(code) ?? 'noAccess');
    });
    return made;
  };

  const online = (): void => {
    if (retry === undefined) return;
    clearTimeout(retry);
    void open();
  };

  doc.on('update', onEdit);
  addEventListener('online', online);
  void open();

  return {
    state,
    ticket,
    close: () => {
      closed = true;
      doc.off('update', onEdit);
      removeEventListener('online', online);
      clearTimeout(retry);
      clearTimeout(markTimer);
      provider?.destroy();
      state.set({ kind: 'offline' });
    },
  };
}

const sameState = (a: ConnectionState, b: ConnectionState): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

async function fetchTicket(
  server: string,
  request: TicketRequest,
): Promise<TicketAnswer | { readonly type: ProblemType } | 'unreachable'> {
  try {
    const response = await fetch(`${server}/api/tickets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      referrerPolicy: 'no-referrer',
      body: JSON.stringify(request),
    });
    const body: unknown = await response.json();
    if (response.ok) return ticketAnswerSchema.parse(body);
    return isProblem(body) && body.status < 500 && body.status !== 429 ? body : 'unreachable';
  } catch {
    // No network, no server, or something else that answers at this address.
    return 'unreachable';
  }
}

function reasonOf(problem: ProblemType): CloseReason {
  switch (problem) {
    case 'throughline:no-such-map':
    case 'throughline:not-found':
      return 'noSuchMap';
    case 'throughline:epoch-differs':
      return 'epochDiffers';
    case 'throughline:forbidden':
      return 'accessWithdrawn';
    default:
      return 'noAccess';
  }
}
