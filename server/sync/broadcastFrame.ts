declare const isFramed: unique symbol;

/**
 * A message as the bytes of one unmasked binary WebSocket frame (RFC 6455, 5.2), made once for all who get it and written
 * to their sockets as it stands. The socket's own `send` would make a header for each and write it apart.
 */
export type BroadcastFrame = Buffer & { readonly [isFramed]: true };

export function broadcastFrame(message: Uint8Array): BroadcastFrame {
  const { length } = message;
  const headLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headLength + length);
  frame[0] = finalBinary;
  if (headLength === 2) frame[1] = length;
  else if (headLength === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(message, headLength);
  return frame as BroadcastFrame;
}

const finalBinary = 0x82;
