import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { z } from 'zod';
import type { MapId } from '../../model/map/ids.ts';
import type { RandomSource } from '../../model/map/newId.ts';
import type { TicketAnswer, TicketRequest } from '../../model/protocol/api.ts';
import { type Comment, commentSchema, reacted, type TalkCommand } from '../../model/protocol/talk.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { askServer, type ServerRefusal } from './askServer.ts';
import { type Connection, connect } from './connection.ts';
import type { DeviceDatabase } from './deviceDatabase.ts';
import { type Observable, observable } from './observable.ts';
import type { ConnectionState } from './savedState.ts';
import { ticketHolder } from './ticketHolder.ts';

/** A comment as it is shown: those of this device that the server does not have yet wait in its outbox. */
export type TalkComment = Comment & { readonly isWaiting: boolean };

/**
 * The comments on a map. They live on the server alone; this device reads along, keeps what it still has to send, and for
 * reading without the server what it saw last.
 */
export interface Talk {
  /** Connects, at the first call. Before, and for a map that is on no server, the connection is `none`. */
  readonly open: () => void;
  readonly connection: Observable<ConnectionState>;
  readonly comments: Observable<readonly TalkComment[]>;
  /** Who I am there, and what I may do, once the server has said so. */
  readonly ticket: Observable<TicketAnswer | undefined>;
  /** Sends a command now, or when the server can be reached again. An error: the server refused, and it is dropped. */
  readonly run: (command: TalkCommand) => Promise<Result<undefined, ServerRefusal>>;
  readonly close: () => void;
}

export interface TalkOptions {
  readonly database: DeviceDatabase;
  readonly mapId: MapId;
  readonly server: string | undefined;
  readonly random: RandomSource;
  readonly now: () => number;
  readonly access: Pick<TicketRequest, 'secret' | 'password'>;
  /** Shown as the author of what was not sent yet. */
  readonly me: { readonly id: string; readonly name: string };
}

interface Waiting {
  readonly key: number;
  readonly command: TalkCommand;
}

/** How long a sent command is still shown by itself, until the document brings it. */
const arrivalMs = 1_000;
/** The server is asked again after about this time, and at once when the browser is online again. */
const retryMs = 5_000;
/** How long after a change the comments are kept on the device. */
const keepMs = 1_000;

export function mapTalk(options: TalkOptions): Talk {
  const { database, mapId, server, now } = options;
  const doc = new Y.Doc();
  const stored = doc.getMap<unknown>('comments');
  const connection = observable<ConnectionState>({ kind: 'none' });
  const ticket = observable<TicketAnswer | undefined>(undefined);
  const comments = observable<readonly TalkComment[]>([]);
  const request: TicketRequest = { document: `${mapId}/talk`, ...options.access };
  let made: Connection | undefined;
  let waiting: readonly Waiting[] = [];
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<unknown> = Promise.resolve();
  /** As this device last saw them; undefined once the server has said what there is. */
  let lastSeen: readonly Comment[] | undefined;

  const isSynced = (): boolean => {
    const state = connection.get();
    return state.kind === 'connected' && state.synced;
  };
  const mayNotRead = (): boolean => {
    const state = connection.get();
    return state.kind === 'refused' && (state.reason === 'noAccess' || state.reason === 'accessWithdrawn');
  };

  let keeping: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    keeping = undefined;
    void database.comments.put({ mapId, comments: read(stored) }).catch(() => undefined);
  };
  /** Only what the server has said: before, nothing is known of what there is. */
  const keepSoon = (): void => {
    if (isSynced()) keeping ??= setTimeout(keep, keepMs);
  };
  /** Who may not read them any more does not keep them either, nor what was about to be kept. */
  const forget = (): void => {
    clearTimeout(keeping);
    keeping = undefined;
    lastSeen = undefined;
    show();
    void database.comments.delete(mapId).catch(() => undefined);
  };

  const show = (): void => comments.set(withWaiting(lastSeen ?? read(stored), waiting, meNow(), now()));
  const meNow = () => ticket.get()?.person ?? options.me;

  const drop = async (key: number, afterMs: number): Promise<void> => {
    await database.outbox.delete(key).catch(() => undefined);
    setTimeout(() => {
      waiting = waiting.filter((one) => one.key !== key);
      if (!closed) show();
    }, afterMs);
  };

  const bearer = ticketHolder(request, ticket, now);

  const send = async (command: TalkCommand): Promise<Result<undefined, ServerRefusal>> => {
    const held = await bearer();
    if (!held.ok) return held;
    const answer = await askServer(`/api/maps/${mapId}/talk`, z.unknown(), {
      method: 'POST',
      body: command,
      ticket: held.value,
    });
    return answer.ok ? ok(undefined) : err(answer.error);
  };

  /** Sends what waits, in order, until the server cannot be reached. Gives what became of one of them. */
  const flush = async (wanted?: number): Promise<Result<undefined, ServerRefusal>> => {
    let outcome: Result<undefined, ServerRefusal> = ok(undefined);
    for (const { key, command } of waiting) {
      if (closed) break;
      const sent = await send(command);
      if (!sent.ok && sent.error.type === 'unreachable') {
        clearTimeout(retry);
        retry = setTimeout(() => void flushInTurn(), retryMs * (0.5 + options.random()));
        break;
      }
      await drop(key, sent.ok ? arrivalMs : 0);
      if (key === wanted) outcome = sent;
    }
    return outcome;
  };

  const flushInTurn = (wanted?: number): Promise<Result<undefined, ServerRefusal>> => {
    const turn = sending.then(() => flush(wanted));
    sending = turn.catch(() => undefined);
    return turn;
  };

  const open = (): void => {
    if (made !== undefined || closed || server === undefined) return;
    const awareness = new Awareness(doc);
    made = connect({
      doc,
      awareness,
      server,
      random: options.random,
      dirty: false,
      onDirty: () => undefined,
      ticketRequest: () => request,
    });
    made.ticket.subscribe(() => ticket.set(made?.ticket.get()));
    made.state.subscribe(() => {
      const state = made?.state.get() ?? { kind: 'none' };
      connection.set(state);
      if (isSynced()) {
        lastSeen = undefined;
        show();
        keepSoon();
        void flushInTurn();
      }
      if (mayNotRead()) forget();
    });
    connection.set(made.state.get());
    void Promise.all([database.outbox.where({ mapId }).toArray(), database.comments.get(mapId)])
      .then(([kept, seen]) => {
        if (!isSynced() && !mayNotRead()) lastSeen = seen?.comments;
        const known = new Set(waiting.map(({ key }) => key));
        const earlier = kept.flatMap(({ key, command }) =>
          key === undefined || known.has(key) ? [] : [{ key, command }],
        );
        waiting = [...earlier, ...waiting];
        show();
        if (earlier.length > 0) void flushInTurn();
      })
      .catch(() => undefined);
  };

  const online = (): void => {
    if (waiting.length > 0) void flushInTurn();
  };
  stored.observe(() => {
    show();
    keepSoon();
  });
  addEventListener('online', online);
  return {
    open,
    connection,
    comments,
    ticket,
    run: async (command) => {
      const key = await database.outbox.add({ mapId, command, at: now() }).catch(() => undefined);
      // Where the device keeps nothing, the command lives as long as the page.
      const own = key ?? -now();
      waiting = [...waiting, { key: own, command }];
      show();
      return flushInTurn(own);
    },
    close: () => {
      closed = true;
      clearTimeout(retry);
      if (keeping !== undefined) {
        clearTimeout(keeping);
        keep();
      }
      removeEventListener('online', online);
      made?.close();
      doc.destroy();
    },
  };
}

/** What the server wrote; what is no comment is passed over. */
function read(stored: Y.Map<unknown>): readonly Comment[] {
  return [...stored.values()].flatMap((value) => {
    const comment = commentSchema.safeParse(value);
    return comment.success ? [comment.data] : [];
  });
}

/** The comments as they will be once everything is sent. */
function withWaiting(
  comments: readonly Comment[],
  waiting: readonly Waiting[],
  me: { readonly id: string; readonly name: string },
  now: number,
): readonly TalkComment[] {
  const byId = new Map<string, TalkComment>(
    comments.map((comment) => [comment.id, { ...comment, isWaiting: false }]),
  );
  for (const { command } of waiting) {
    const present = byId.get(command.id);
    switch (command.type) {
      case 'comment':
        if (present === undefined)
          byId.set(command.id, {
            id: command.id,
            anchor: command.anchor ?? null,
            threadId: command.threadId ?? null,
            text: command.text,
            personId: me.id,
            personName: me.name,
            at: now,
            editedAt: null,
            resolved: null,
            mentions: command.mentions ?? [],
            reactions: [],
            isWaiting: true,
          });
        break;
      case 'editComment':
        if (present !== undefined) byId.set(command.id, { ...present, text: command.text });
        break;
      case 'resolveComment':
        if (present !== undefined)
          byId.set(command.id, {
            ...present,
            resolved: command.resolved ? { personName: me.name, at: now } : null,
          });
        break;
      case 'react':
        if (present !== undefined)
          byId.set(command.id, { ...present, reactions: reacted(present.reactions, command, me) });
        break;
      case 'deleteComment':
        byId.delete(command.id);
        for (const [id, each] of byId) if (each.threadId === command.id) byId.delete(id);
    }
  }
  return [...byId.values()].sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
}
