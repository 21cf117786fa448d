import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageTypes } from '../../model/protocol/wire.ts';

/** Writing and reading whole frames of the y-websocket protocol (docs/wire.md). */

export const syncTypes = { step1: 0, step2: 1, update: 2 } as const;

export function syncFrame(type: 0 | 1 | 2, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

export function awarenessFrame(body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.awareness);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

export function permissionDeniedFrame(reason: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.auth);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, reason);
  return encoding.toUint8Array(encoder);
}

/** Says nothing, but counts as a message: a y-websocket client drops a link that is silent for 30 s. */
export const keepAliveFrame = awarenessFrame(Uint8Array.of(0));

export type ReadFrame =
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array; readonly isReply: boolean }
  | { readonly type: 'awareness'; readonly body: Uint8Array }
  | { readonly type: 'queryAwareness' }
  /** Kinds of other servers and later releases: ignored. */
  | { readonly type: 'unknown' };

/** Throws on bytes that are no frame. */
export function readFrame(bytes: Uint8Array): ReadFrame {
  const decoder = decoding.createDecoder(bytes);
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync: {
      const type = decoding.readVarUint(decoder);
      if (type === syncTypes.step1)
        return { type: 'step1', stateVector: decoding.readVarUint8Array(decoder) };
      if (type === syncTypes.step2 || type === syncTypes.update)
        return {
          type: 'update',
          update: decoding.readVarUint8Array(decoder),
          isReply: type === syncTypes.step2,
        };
      throw new Error(`unknown sync message ${type}`);
    }
    case messageTypes.awareness:
      return { type: 'awareness', body: decoding.readVarUint8Array(decoder) };
    case messageTypes.queryAwareness:
      return { type: 'queryAwareness' };
    default:
      return { type: 'unknown' };
  }
}
