import type { CloseReason } from '../../model/protocol/closeCodes.ts';
import type { TicketClaims } from '../../model/protocol/tickets.ts';
import type { BroadcastFrame } from './broadcastFrame.ts';

/** What a room knows of those who look at it; a `Connection` is one. */
export interface RoomMember {
  readonly claims: TicketClaims;
  readonly person: TicketClaims['person'];
  /** Gets a difference later instead of every step now. */
  readonly isLagging: boolean;
  /** Sent, and not yet taken by the socket. */
  readonly bufferedBytes: number;
  /** For frames that a later difference can replace; `update` is what the frame carries, if it is one. */
  sendIncremental(frame: BroadcastFrame, update?: Uint8Array): void;
  /** Looks at the clock, in milliseconds: is it time to say something, to catch up, to give up? */
  tick(now: number): void;
  close(reason: CloseReason): void;
}
