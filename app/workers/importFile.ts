import type { TableLayout } from '../../model/formats/tableLayout.ts';
import type { Language } from '../../model/map/language.ts';
import { err, type Result } from '../../model/result.ts';
import type { ReadFileError, ReadMap } from '../library/readMapFile.ts';
import { lazyScript } from '../design/lazyPart.tsx';
import type { ImportAsk, ImportReply } from './importMessages.ts';
import type { Sheet, SheetsError } from './readSheets.ts';

// oxlint-disable-next-line import/default -- the build makes the address of it
import scriptAddress from './importWorker.ts?worker&url';

/** Reads files in a Worker of their own, with the parsers that only it loads: the page stays free. */

const script = lazyScript(scriptAddress);

export interface Reading {
  readonly onProgress?: (share: number) => void;
  /** Stops at once; the outcome is then `Cancelled`. */
  readonly signal?: AbortSignal;
}

/** `ReadingStopped`: the Worker ended by itself, for want of memory or because its file was not to be had. */
export type Stopped = { readonly type: 'Cancelled' } | { readonly type: 'ReadingStopped' };

export async function importMap(
  file: File,
  language: Language,
  reading: Reading & { readonly layout?: TableLayout | undefined },
): Promise<Result<ReadMap, ReadFileError | Stopped>> {
  const reply = await ask({ want: 'map', file, language, layout: reading.layout }, reading);
  if (!reply.ok) return reply;
  return reply.value.type === 'map' ? reply.value.read : err({ type: 'ReadingStopped' });
}

export async function importSheets(
  file: File,
  reading: Reading,
): Promise<Result<readonly Sheet[], SheetsError | Stopped>> {
  const reply = await ask({ want: 'sheets', file }, reading);
  if (!reply.ok) return reply;
  return reply.value.type === 'sheets' ? reply.value.read : err({ type: 'ReadingStopped' });
}

function ask(asked: ImportAsk, { onProgress, signal }: Reading): Promise<Result<ImportReply, Stopped>> {
  if (signal?.aborted === true) return Promise.resolve(err({ type: 'Cancelled' }));
  const worker = new Worker(script, { type: 'module' });
  return new Promise((resolve) => {
    const finish = (outcome: Result<ImportReply, Stopped>): void => {
      signal?.removeEventListener('abort', onAbort);
      worker.terminate();
      resolve(outcome);
    };
    const onAbort = (): void => finish(err({ type: 'Cancelled' }));
    worker.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
      if (data.type === 'progress') onProgress?.(data.share);
      else finish({ ok: true, value: data });
    });
    worker.addEventListener('error', () => finish(err({ type: 'ReadingStopped' })));
    signal?.addEventListener('abort', onAbort);
    worker.postMessage(asked);
  });
}
