import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { socketProtocols } from '../../model/protocol/tickets.ts';
import { decodeSaved, encodeMark, messageTypes } from '../../model/protocol/wire.ts';

/** A real y-websocket client on one document. */
export class Client {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly closes: { code: number; reason: string }[] = [];
  #mark = 0;
  #saved = 0;

  constructor(address: string, document: string, ticket: string, doc = new Y.Doc()) {
    this.doc = doc;
    this.provider = new WebsocketProvider(`${address.replace('http', 'ws')}/sync`, document, doc, {
      protocols: socketProtocols(ticket),
      WebSocketPolyfill: WebSocket as never,
      disableBc: true,
      maxBackoffTime: 200,
    });
    this.provider.on('connection-close', (event) => {
      if (event !== null) this.closes.push({ code: event.code, reason: event.reason });
    });
    this.provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
      const saved = decodeSaved(decoder.arr);
      if (saved !== undefined) this.#saved = Math.max(this.#saved, saved.mark);
    };
  }

  cards(): Y.Map<string> {
    return this.doc.getMap<string>('cards');
  }

  async synced(): Promise<this> {
    await until(() => this.provider.synced, 'the client is synced');
    return this;
  }

  /** Asks the server to tell when everything so far is in the database; resolves when it did. */
  async saved(): Promise<void> {
    const mark = ++this.#mark;
    this.provider.ws?.send(encodeMark(mark));
    await until(() => this.#saved >= mark, 'the server says "saved"');
  }

  isSavedUpTo(mark: number): boolean {
    return this.#saved >= mark;
  }

  closed(): Promise<{ code: number; reason: string }> {
    return until(() => this.closes[0], 'the server closes the connection');
  }

  leave(): void {
    this.provider.destroy();
  }
}

/** Waits for a condition, not for a time. */
export async function until<T>(condition: () => T, what: string, withinMs = 10_000): Promise<NonNullable<T>> {
  const end = performance.now() + withinMs;
  for (;;) {
    const value = condition();
    if (value !== undefined && value !== null && value !== false) return value;
    if (performance.now() > end) throw new Error(`waited ${withinMs} ms in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
