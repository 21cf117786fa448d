import type { ExportSettings } from '../../model/drawing/exportSettings.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { ExportError } from '../../model/text/exportErrorText.ts';
import type { ExportAsk, ExportFormat, ExportProgress, ExportReply, PreviewPage } from './exportMessages.ts';

export interface ExportInput {
  readonly map: JourneyMap;
  readonly settings: ExportSettings;
  /** Bytes of the map's pictures by hash; a map read from a file carries its own. */
  readonly pictures?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  readonly onProgress?: (progress: ExportProgress) => void;
  /** Stops at once; the outcome is then `Cancelled`. */
  readonly signal?: AbortSignal;
}

export type ExportFailure = ExportError | { readonly type: 'Cancelled' } | { readonly type: 'ExportStopped' };

const mimes: Readonly<Record<ExportFormat, string>> = { pdf: 'application/pdf', svg: 'image/svg+xml' };

/** Writes a map as a file, in a Worker: the page stays free. */
export async function exportMap(
  format: ExportFormat,
  input: ExportInput,
): Promise<Result<Blob, ExportFailure>> {
  const reply = await ask(format, input);
  if (!reply.ok) return reply;
  if (reply.value.type !== 'file') return err({ type: 'ExportStopped' });
  return ok(new Blob([reply.value.bytes], { type: mimes[format] }));
}

/** The pages as the PDF will have them, as SVG to stand in the page. */
export async function previewPages(
  input: ExportInput,
): Promise<Result<readonly PreviewPage[], ExportFailure>> {
  const reply = await ask('preview', input);
  if (!reply.ok) return reply;
  return reply.value.type === 'preview' ? ok(reply.value.pages) : err({ type: 'ExportStopped' });
}

/** Kept between exports with the faces it has opened; made anew after a cancel. */
let worker: Worker | undefined;
let lastId = 0;

function ask(want: ExportAsk['want'], input: ExportInput): Promise<Result<ExportReply, ExportFailure>> {
  const { map, settings, pictures = new Map(), onProgress, signal } = input;
  if (signal?.aborted === true) return Promise.resolve(err({ type: 'Cancelled' }));
  worker ??= new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module' });
  const asked = worker;
  const id = ++lastId;
  return new Promise((resolve) => {
    const finish = (outcome: Result<ExportReply, ExportFailure>, keepWorker: boolean): void => {
      asked.removeEventListener('message', onMessage);
      asked.removeEventListener('error', onError);
      signal?.removeEventListener('abort', onAbort);
      if (!keepWorker) {
        asked.terminate();
        if (worker === asked) worker = undefined;
      }
      resolve(outcome);
    };
    const onMessage = (event: MessageEvent<ExportReply>): void => {
      const reply = event.data;
      if (reply.id !== id) return;
      if (reply.type === 'progress') onProgress?.(reply.progress);
      else finish(reply.type === 'failed' ? err(reply.error) : ok(reply), true);
    };
    const onError = (): void => finish(err({ type: 'ExportStopped' }), false);
    const onAbort = (): void => finish(err({ type: 'Cancelled' }), false);
    asked.addEventListener('message', onMessage);
    asked.addEventListener('error', onError);
    signal?.addEventListener('abort', onAbort);
    asked.postMessage({ id, map, settings, pictures, want } satisfies ExportAsk);
  });
}
