import { Redis } from 'ioredis';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { newSecret } from '../access/secrets.ts';
import type { Bus, BusMessage, Notice, OutgoingMessage } from './bus.ts';

/** Redis publish/subscribe between processes. Nothing is stored there and nothing waits for it. */
export async function redisBus(
  url: string,
  namespace: string,
  onError: (error: unknown) => void,
): Promise<Bus> {
  const origin = newSecret();
  const prefix = `${namespace}:document:`;
  const noticeChannel = `${namespace}:notice`;
  const retryStrategy = (attempt: number) => Math.min(1_000, 50 * attempt);
  const subscriber = new Redis(url, { retryStrategy, maxRetriesPerRequest: null, lazyConnect: true });
  // Messages of a time without connection are worth nothing later: they are dropped, not queued.
  const publisher = new Redis(url, { retryStrategy, enableOfflineQueue: false, lazyConnect: true });
  for (const client of [subscriber, publisher]) client.on('error', onError);

  const listeners = new Map<string, (message: BusMessage) => void>();
  const noticeListeners = new Set<(notice: Notice) => void>();
  const reconnectListeners = new Set<() => void>();
  await Promise.all([subscriber.connect(), publisher.connect()]);
  await subscriber.subscribe(noticeChannel);

  subscriber.on('messageBuffer', (channel: Buffer, body: Buffer) => {
    const name = channel.toString();
    if (name === noticeChannel) {
      const notice = JSON.parse(body.toString()) as Notice & { origin: string };
      if (notice.origin !== origin) for (const listener of noticeListeners) listener(notice);
      return;
    }
    const message = decode(body);
    if (message.origin !== origin) listeners.get(name.slice(prefix.length))?.(message);
  });
  // ioredis subscribes again by itself; what was said meanwhile is lost.
  subscriber.on('ready', () => {
    for (const listener of reconnectListeners) listener();
  });

  const publish = (channel: string, body: Buffer | string) => {
    publisher.publish(channel, body).catch(onError);
  };

  return {
    isConnected: () => subscriber.status === 'ready' && publisher.status === 'ready',
    listen: (document, listener) => {
      listeners.set(document, listener);
      subscriber.subscribe(prefix + document).catch(onError);
      return () => {
        listeners.delete(document);
        subscriber.unsubscribe(prefix + document).catch(onError);
      };
    },
    publish: (document, message) => publish(prefix + document, encode(message, origin)),
    onNotice: (listener) => noticeListeners.add(listener),
    notify: (notice) => {
      for (const listener of noticeListeners) listener(notice);
      publish(noticeChannel, JSON.stringify({ ...notice, origin }));
    },
    onReconnect: (listener) => reconnectListeners.add(listener),
    close: async () => {
      subscriber.disconnect();
      publisher.disconnect();
    },
  };
}

const messageKinds = ['batch', 'presence', 'whoIsHere'] as const;

function encode(message: OutgoingMessage, origin: string): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.indexOf(message.type));
  encoding.writeVarString(encoder, origin);
  if (message.type === 'batch') {
    encoding.writeVarUint(encoder, message.from);
    encoding.writeVarUint(encoder, message.to);
    encoding.writeVarUint8Array(encoder, message.update);
  }
  if (message.type === 'presence') encoding.writeVarUint8Array(encoder, message.body);
  return Buffer.from(encoding.toUint8Array(encoder));
}

function decode(body: Uint8Array): BusMessage {
  const decoder = decoding.createDecoder(body);
  const type = messageKinds[decoding.readVarUint(decoder)];
  const origin = decoding.readVarString(decoder);
  if (type === 'batch')
    return {
      type,
      origin,
      from: decoding.readVarUint(decoder),
      to: decoding.readVarUint(decoder),
      update: decoding.readVarUint8Array(decoder),
    };
  if (type === 'presence') return { type, origin, body: decoding.readVarUint8Array(decoder) };
  return { type: 'whoIsHere', origin };
}
