/**
 * The port over which server processes tell each other what they committed. It may lose messages: whoever notices a
 * gap reads the database, so losing the bus costs latency, never data.
 */
export interface Bus {
  /** While it is not, rooms look at the database every second. */
  isConnected(): boolean;
  /** The listener hears what other processes publish about this document, until the returned function is called. */
  listen(document: string, listener: (message: BusMessage) => void): () => void;
  publish(document: string, message: OutgoingMessage): void;
  /** For all processes: access withdrawn, map deleted, content replaced. */
  onNotice(listener: (notice: Notice) => void): void;
  notify(notice: Notice): void;
  /** After a lost connection was restored: every listener has to look at the database. */
  onReconnect(listener: () => void): void;
  close(): Promise<void>;
}

export type OutgoingMessage =
  | { readonly type: 'batch'; readonly from: number; readonly to: number; readonly update: Uint8Array }
  | { readonly type: 'presence'; readonly body: Uint8Array }
  /** Somebody new wants to know who is here. */
  | { readonly type: 'whoIsHere' };

export type BusMessage = OutgoingMessage & {
  /** The process that published it. */
  readonly origin: string;
};

export type Notice =
  /** Everybody who holds a ticket of this link, or this person on this map, is checked again. */
  | { readonly type: 'accessChanged'; readonly mapId: string }
  | { readonly type: 'documentGone'; readonly document: string };
