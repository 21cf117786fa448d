/**
 * The frames of the socket (docs/wire.md). The first number of a frame tells its kind: 0-3 are y-websocket's own,
 * the two below are ours. Only a client that sends marks ever receives `saved`.
 */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Client to server: "everything I sent before this frame is number n". */
  mark: 100,
  /** Server to client: "everything before your mark n is in the database, and the document stands at this sequence". */
  saved: 101,
} as const;

/** The largest frame the server takes; a larger document is published over HTTP. */
export const maxFrameBytes = 2 * 1024 * 1024;
/** The largest presence state of one client, as JSON. */
export const maxPresenceBytes = 4 * 1024;

export interface SavedMessage {
  readonly mark: number;
  readonly sequence: number;
}

export function encodeMark(mark: number): Uint8Array<ArrayBuffer> {
  return varUints([messageTypes.mark, mark]);
}

export function encodeSaved({ mark, sequence }: SavedMessage): Uint8Array<ArrayBuffer> {
  return varUints([messageTypes.saved, mark, sequence]);
}

/** The number in a whole `mark` frame; undefined when the frame is something else. */
export function decodeMark(frame: Uint8Array): number | undefined {
  const numbers = readVarUints(frame);
  return numbers?.length === 2 && numbers[0] === messageTypes.mark ? numbers[1] : undefined;
}

export function decodeSaved(frame: Uint8Array): SavedMessage | undefined {
  const [type, mark, sequence, ...rest] = readVarUints(frame) ?? [];
  if (type !== messageTypes.saved || mark === undefined || sequence === undefined || rest.length > 0)
    return undefined;
  return { mark, sequence };
}

/** Seven bits a byte, the lowest first, the top bit set on all but the last: lib0's variable-length number. */
function varUints(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let rest of numbers) {
    while (rest > 127) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

function readVarUints(bytes: Uint8Array): number[] | undefined {
  const numbers: number[] = [];
  let value = 0;
  let place = 1;
  for (const byte of bytes) {
    value += (byte % 128) * place;
    if (value > Number.MAX_SAFE_INTEGER) return undefined;
    if (byte > 127) {
      place *= 128;
      continue;
    }
    numbers.push(value);
    value = 0;
    place = 1;
  }
  return place === 1 ? numbers : undefined;
}
