import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type CloseReason, closeCodes } from '../../model/protocol/closeCodes.ts';
import { parseDocumentName } from '../../model/protocol/documentNames.ts';
import { syncProtocol, type TicketClaims, ticketOfProtocols } from '../../model/protocol/tickets.ts';
import type { Admission } from '../access/admission.ts';
import type { TicketSigner } from '../access/ticketSigner.ts';
import type { Bus } from '../bus/bus.ts';
import type { Origins } from '../http/origins.ts';
import { Connection } from './connection.ts';
import { NoSuchDocument } from './room.ts';
import type { Rooms } from './rooms.ts';

/**
 * Lets sockets in at `/sync/<document>`. Every upgrade is accepted and, where it has to be refused, closed at once
 * with a code: browsers hide the status of a refused upgrade from the page.
 */
export function openSocketDoor(http: Server, parts: SocketDoorParts): SocketDoor {
  const { rooms, admission, signer, origins, log, now, bus } = parts;
  // ws's own limit lies far above ours, so that a large frame meets our code 4413 and not ws's 1009.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 16 * 1024 * 1024,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(syncProtocol) ? syncProtocol : ([...offered][0] ?? false)),
  });
  let isDraining = false;

  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '/', 'http://server');
    const { origin, host } = request.headers;
    const isForeign = origin !== undefined && !origins.isOwnOrigin(origin, host);
    if (!url.pathname.startsWith('/sync/') || isForeign || !origins.isOwnHost(host)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const document = decodedPath(url.pathname.slice('/sync/'.length));
      welcome(opened, socket, document, ticketOf(request)).catch((error: unknown) => {
        log.error({ error }, 'a socket could not be let in');
        opened.close(closeCodes.overloaded, 'overloaded');
      });
    });
  });

  async function welcome(
    socket: WebSocket,
    wire: Duplex,
    document: string,
    ticket: string | undefined,
  ): Promise<void> {
    socket.on('error', (error) => log.debug({ error }, 'socket error'));
    const claims = read(document, ticket);
    if (typeof claims === 'string') return refuse(socket, claims);
    const room = rooms.open(document);
    if (room === undefined) return refuse(socket, 'overloaded');
    if (room.connections.size >= parts.maxConnectionsPerDocument) return refuse(socket, 'overloaded');
    const connection = new Connection(socket, wire, room, claims, now);
    // Listening from the first moment: what comes while the ticket is checked and the document loaded is queued.
    socket.on('message', (data: RawData, isBinary: boolean) =>
      isBinary ? connection.receive(bytesOf(data)) : connection.close('badFrame'),
    );
    socket.on('close', (code) => {
      parts.onClosed(code);
      connection.left();
      rooms.leave(room, connection);
    });
    rooms.join(room, connection);
    try {
      const [reason] = await Promise.all([admission.whyNot(claims), room.loaded()]);
      if (reason !== undefined) return connection.close(reason);
      connection.start();
    } catch (error) {
      if (!(error instanceof NoSuchDocument)) throw error;
      connection.close('noSuchMap');
    }
  }

  function read(document: string, ticket: string | undefined): TicketClaims | CloseReason {
    if (isDraining) return 'draining';
    if (ticket === undefined || parseDocumentName(document) === undefined) return 'noAccess';
    const claims = signer.read(ticket, now());
    if (!claims.ok) return claims.error === 'expired' ? 'ticketExpired' : 'noAccess';
    return claims.value.document === document ? claims.value : 'noAccess';
  }

  function checkAgain(mapId?: string): void {
    for (const { room, connection } of rooms.connections())
      if (mapId === undefined || parseDocumentName(room.name)?.mapId === mapId)
        admission.whyNot(connection.claims).then(
          (reason) => reason !== undefined && connection.close(reason),
          // When in doubt, out: the client renews its ticket and comes back.
          () => connection.close('ticketExpired'),
        );
  }

  bus.onNotice((notice) => {
    if (notice.type === 'documentGone') rooms.gone(notice.document);
    else checkAgain(notice.mapId);
  });
  // Links may have been withdrawn while nobody could tell.
  bus.onReconnect(() => checkAgain());

  return {
    drain: () => {
      isDraining = true;
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

export interface SocketDoor {
  /** From now on newcomers are sent away with 4503. */
  drain(): void;
  close(): void;
}

export interface SocketDoorParts {
  readonly rooms: Rooms;
  readonly admission: Admission;
  readonly signer: TicketSigner;
  readonly origins: Origins;
  readonly bus: Bus;
  readonly log: Logger;
  readonly maxConnectionsPerDocument: number;
  /** For the metrics. */
  readonly onClosed: (code: number) => void;
  readonly now: () => number;
}

function refuse(socket: WebSocket, reason: CloseReason): void {
  socket.close(closeCodes[reason], reason);
}

function ticketOf(request: IncomingMessage): string | undefined {
  const offered = request.headers['sec-websocket-protocol'] ?? '';
  return ticketOfProtocols(offered.split(',').map((protocol) => protocol.trim()));
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

/**
 * A copy in memory of its own: a length in a frame that lies must run against the end of the frame, and not into
 * bytes of somebody else that happen to stand behind it in the socket's buffer.
 */
function bytesOf(data: RawData): Uint8Array {
  return new Uint8Array(Array.isArray(data) ? Buffer.concat(data) : data);
}
