/** Why the server closed a socket (docs/wire.md). A y-websocket client never reconnects after 4400-4499. */
export const closeCodes = {
  /** A frame that cannot be read. Stop, tell, keep the local copy. */
  badFrame: 4400,
  /** No access, or a ticket nobody knows. Ask for a link. */
  noAccess: 4401,
  /** Access was withdrawn. The local copy becomes read-only. */
  accessWithdrawn: 4403,
  /** No such map on this server. Offer to publish the local copy. */
  noSuchMap: 4404,
  /** Another epoch: the content was replaced. Keep a recovered copy, reload. */
  epochDiffers: 4409,
  /** Frame or document over its limit. Tell what is too large. */
  tooLarge: 4413,
  /** The server or this connection is lagging. Retry with jitter. */
  overloaded: 4500,
  /** The ticket ran out. Renew it and retry. */
  ticketExpired: 4501,
  /** The server is stopping. Retry with jitter. */
  draining: 4503,
  /** Too many messages. Retry with jitter. */
  tooFast: 4529,
} as const;
export type CloseReason = keyof typeof closeCodes;
export type CloseCode = (typeof closeCodes)[CloseReason];

export function closeReason(code: number): CloseReason | undefined {
  return (Object.keys(closeCodes) as CloseReason[]).find((reason) => closeCodes[reason] === code);
}

/** Whether trying again can help. Codes that are not ours (1006, 1001 ...) are troubles of the network: it can. */
export function isRetryable(code: number): boolean {
  return code < 4400 || code >= 4500;
}
