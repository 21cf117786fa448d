import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Just enough of tar (ustar) and gzip for backups: plain files with short names, written and read one by one. */

export interface TarWriter {
  add(name: string, content: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

export function writeTarGz(path: string): TarWriter {
  const gzip = createGzip({ level: 6 });
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const written = finished(gzip.pipe(file));
  // Reported by `end`; without a listener a full disk would end the process.
  written.catch(() => undefined);
  const put = async (bytes: Uint8Array) => {
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), written]);
  };
  return {
    add: async (name, content) => {
      await put(header(name, content.length));
      await put(content);
      await put(new Uint8Array(padding(content.length)));
    },
    end: async () => {
      gzip.end(new Uint8Array(2 * blockBytes));
      await written;
    },
  };
}

/** Throws on anything but an archive that `writeTarGz` could have written; never holds more than one file. */
export async function* readTarGz(
  path: string,
  mostFileBytes: number,
): AsyncGenerator<{ readonly name: string; readonly content: Buffer }> {
  const stream = createReadStream(path).pipe(createGunzip());
  let held: Buffer = Buffer.alloc(0);
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  const take = async (count: number): Promise<Buffer | undefined> => {
    const parts: Buffer[] = [held];
    let size = held.length;
    while (size < count) {
      const next = await chunks.next();
      if (next.done === true) return undefined;
      parts.push(next.value);
      size += next.value.length;
    }
    const all = Buffer.concat(parts);
    held = all.subarray(count);
    return all.subarray(0, count);
  };
  try {
    for (;;) {
      const head = await take(blockBytes);
      if (head === undefined) throw new Error('the archive ends too early');
      if (head.every((byte) => byte === 0)) return;
      const { name, size } = readHeader(head);
      if (size > mostFileBytes) throw new Error(`"${name}" has ${size} bytes, more than a backup holds`);
      const content = await take(size + padding(size));
      if (content === undefined) throw new Error('the archive ends too early');
      yield { name, content: content.subarray(0, size) };
    }
  } finally {
    stream.destroy();
  }
}

const blockBytes = 512;
const padding = (size: number) => (blockBytes - (size % blockBytes)) % blockBytes;

function header(name: string, size: number): Uint8Array {
  const block = Buffer.alloc(blockBytes);
  block.write(name, 0, 100);
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\x0000', 257);
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function readHeader(block: Buffer): { name: string; size: number } {
  const text = (from: number, length: number) =>
    block.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  const blank = Buffer.from(block);
  blank.write('        ', 148);
  if (Number.parseInt(text(148, 8), 8) !== checksum(blank)) throw new Error('this is no tar archive');
  return { name: text(0, 100), size: Number.parseInt(text(124, 12), 8) };
}

function checksum(block: Uint8Array): number {
  return block.reduce((sum, byte) => sum + byte, 0);
}
