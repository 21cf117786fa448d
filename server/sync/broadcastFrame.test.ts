import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { broadcastFrame } from './broadcastFrame.ts';

it('[W19] frames made for everybody arrive whole and in order among those of the socket itself, at every length', async () => {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 300_000];
  http.on('upgrade', (request, wire: Duplex, head) =>
    sockets.handleUpgrade(request, wire, head, (socket) => {
      for (const length of lengths) {
        wire.write(broadcastFrame(new Uint8Array(length).fill(length % 251)));
        socket.send(Uint8Array.of(1, 2, 3));
      }
    }),
  );
  const { port } = http.address() as { port: number };
  const client = new WebSocket(`ws://127.0.0.1:${port}/`);
  const heard: Buffer[] = [];
  client.on('message', (data: Buffer) => heard.push(data));
  await expect.poll(() => heard.length).toBe(2 * lengths.length);
  expect(heard.map((each) => each.length)).toEqual(lengths.flatMap((length) => [length, 3]));
  for (const [i, length] of lengths.entries())
    expect(heard[2 * i]!.every((byte) => byte === length % 251)).toBe(true);
  client.terminate();
  sockets.close();
  http.close();
});
