import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { socketProtocols } from '../../model/protocol/tickets.ts';
import { messageTypes } from '../../model/protocol/wire.ts';
import { until } from './client.ts';

/** A socket that says exactly what a test wants, and keeps every frame it is told. */
export class RawClient {
  readonly socket: WebSocket;
  readonly frames: Uint8Array[] = [];
  closeCode: number | undefined;

  constructor(
    address: string,
    document: string,
    protocols: readonly string[],
    headers: Record<string, string> = {},
  ) {
    this.socket = new WebSocket(`${address.replace('http', 'ws')}/sync/${document}`, [...protocols], {
      headers,
    });
    this.socket.binaryType = 'nodebuffer';
    this.socket.on('message', (data: Buffer) => this.frames.push(new Uint8Array(data)));
    this.socket.on('close', (code) => (this.closeCode = code));
    this.socket.on('error', () => undefined);
  }

  static withTicket(address: string, document: string, ticket: string): RawClient {
    return new RawClient(address, document, socketProtocols(ticket));
  }

  async opened(): Promise<this> {
    await until(() => this.socket.readyState === WebSocket.OPEN, 'the socket is open');
    return this;
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame);
  }

  closed(): Promise<number> {
    return until(() => this.closeCode, 'the server closes the connection');
  }

  /** The bodies of the sync messages of one kind that came, among all frames or some of them. */
  synced(kind: number, from = 0, to = this.frames.length): Uint8Array[] {
    return this.frames.slice(from, to).flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      if (decoding.readVarUint(decoder) !== messageTypes.sync || decoding.readVarUint(decoder) !== kind)
        return [];
      return [decoding.readVarUint8Array(decoder)];
    });
  }

  leave(): void {
    this.socket.terminate();
  }
}
