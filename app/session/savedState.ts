import type { CloseReason } from '../../model/protocol/closeCodes.ts';
import type { StorageError } from './deviceDatabase.ts';
import type { KeepState } from './keepDocument.ts';

/** The connection to the server, as far as the person cares. */
export type ConnectionState =
  /** This map is on no server. */
  | { readonly kind: 'none' }
  | { readonly kind: 'connecting' }
  /** The server cannot be reached; tried again by itself. */
  | { readonly kind: 'offline' }
  | {
      readonly kind: 'connected';
      /** The server's content has arrived. */
      readonly synced: boolean;
      /** The server holds every edit of this page in its database. */
      readonly confirmed: boolean;
      readonly mayWrite: boolean;
    }
  /** The server refused for good; see closeCodes.ts. */
  | { readonly kind: 'refused'; readonly reason: CloseReason };

/** What the interface says about saving. Each says no more than is true. */
export type SavedState =
  | { readonly kind: 'opening' }
  /** Edits are in the memory of this page only. */
  | { readonly kind: 'saving' }
  /** On this device; `server` tells why not on the server. */
  | { readonly kind: 'savedOnDevice'; readonly server: 'none' | 'offline' | 'connecting' | 'sending' }
  | { readonly kind: 'savedOnServer' }
  | {
      readonly kind: 'readOnly';
      readonly reason: 'viewer' | 'newerFormat' | 'accessWithdrawn';
      readonly online: boolean;
    }
  | {
      readonly kind: 'error';
      readonly error: StorageError | { readonly type: 'Refused'; readonly reason: CloseReason };
    };

/** Puts the device's and the server's word together. */
export function savedState(
  device: KeepState,
  connection: ConnectionState,
  readOnly: 'viewer' | 'newerFormat' | undefined,
  /** The server lacks bytes of pictures that this device has. */
  picturesUnsent: boolean,
): SavedState {
  if (device.error !== undefined) {
    // A full device does not matter for edits that the server has confirmed.
    const safe = connection.kind === 'connected' && connection.confirmed;
    if (!safe) return { kind: 'error', error: device.error };
  }
  if (connection.kind === 'refused') {
    return connection.reason === 'accessWithdrawn'
      ? { kind: 'readOnly', reason: 'accessWithdrawn', online: false }
      : { kind: 'error', error: { type: 'Refused', reason: connection.reason } };
  }
  if (!device.loaded) return { kind: 'opening' };
  if (readOnly !== undefined)
    return { kind: 'readOnly', reason: readOnly, online: connection.kind === 'connected' };
  if (connection.kind === 'connected' && connection.synced && connection.confirmed && !picturesUnsent)
    return { kind: 'savedOnServer' };
  if (device.pending) return { kind: 'saving' };
  switch (connection.kind) {
    case 'none':
    case 'offline':
    case 'connecting':
      return { kind: 'savedOnDevice', server: connection.kind };
    case 'connected':
      return { kind: 'savedOnDevice', server: 'sending' };
  }
}
