import * as Y from 'yjs';
import { Refusal } from './refusal.ts';

/** A whole document as somebody sent it: one Yjs update in base64 that can be applied to an empty document. */
export function readableState(base64: string, mostBytes: number): Uint8Array {
  const state = Buffer.from(base64, 'base64');
  if (state.length > mostBytes)
    throw new Refusal(
      'throughline:too-large',
      `The map has ${state.length} bytes, and ${mostBytes} are the most this server keeps. Take pictures out of it.`,
      { bytes: state.length, most: mostBytes },
    );
  const doc = new Y.Doc({ gc: true });
  try {
    Y.applyUpdate(doc, state);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Error('parts are missing');
    return Y.encodeStateAsUpdate(doc);
  } catch {
    throw new Refusal(
      'throughline:bad-request',
      'Expected "state" to be one complete Yjs update (v1) in base64. Send the whole document.',
      { path: 'state' },
    );
  } finally {
    doc.destroy();
  }
}
