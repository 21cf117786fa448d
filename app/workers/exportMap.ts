import type { ExportSettings } from '../../model/drawing/exportSettings.ts';
import { pixelsPerUnit } from '../../model/drawing/pictureTiles.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { lazyScript } from '../design/lazyPart.tsx';
import { err, ok, type Result } from '../../model/result.ts';
import type { ExportError } from '../../model/text/exportErrorText.ts';
import type { ExportAsk, DrawnFormat, ExportProgress, ExportReply, PreviewPage } from './exportMessages.ts';
// oxlint-disable-next-line import/default -- the build makes the address of it
import scriptAddress from './exportWorker.ts?worker&url';

const script = lazyScript(scriptAddress);

export interface ExportInput {
  readonly map: JourneyMap;
  readonly settings: ExportSettings;
  /** Bytes of the map's pictures by hash; a map read from a file carries its own. */
  readonly pictures?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  readonly onProgress?: (progress: ExportProgress) => void;
  /** Stops at once; the outcome is then `Cancelled`. */
  readonly signal?: AbortSignal;
}

export interface WrittenFile {
  readonly blob: Blob;
  /** In place of the format's own. */
  readonly ending?: string;
  /** Pictures that the file lacks because their bytes are missing or broken, by what they show. */
  readonly lacks: readonly string[];
}

export type ExportFailure = ExportError | { readonly type: 'Cancelled' } | { readonly type: 'ExportStopped' };

const mimes: Readonly<Record<DrawnFormat, string>> = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  outlines: 'image/svg+xml',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Writes a map as a file, in a Worker: the page stays free. */
export async function exportMap(
  format: DrawnFormat,
  input: ExportInput,
): Promise<Result<WrittenFile, ExportFailure>> {
  const reply = await ask(format === 'png' ? 'pictureTiles' : format, input);
  if (!reply.ok) return reply;
  if (reply.value.type === 'tiles') return pictureFile(reply.value.tiles, reply.value.lacks);
  if (reply.value.type !== 'file') return err({ type: 'ExportStopped' });
  const { bytes, lacks } = reply.value;
  return ok({ blob: new Blob([bytes], { type: mimes[format] }), lacks });
}

type Tiles = Extract<ExportReply, { readonly type: 'tiles' }>['tiles'];

/** One PNG, or a ZIP of those that a large map is cut into. */
async function pictureFile(
  tiles: Tiles,
  lacks: readonly string[],
): Promise<Result<WrittenFile, ExportFailure>> {
  const pictures: (readonly [name: string, Blob])[] = [];
  for (const { name, bytes } of tiles) {
    const drawn = await pngOf(new Blob([bytes], { type: mimes.svg }));
    if (!drawn.ok) return drawn;
    pictures.push([`${name}.png`, drawn.value]);
  }
  const [[, only] = []] = pictures;
  if (pictures.length === 1 && only !== undefined) return ok({ blob: only, lacks });
  const { zipSync } = await import('fflate');
  const entries = await Promise.all(
    pictures.map(async ([name, blob]) => [name, new Uint8Array(await blob.arrayBuffer())] as const),
  );
  const zip = zipSync(Object.fromEntries(entries), { level: 0 });
  return ok({ blob: new Blob([zip], { type: 'application/zip' }), lacks, ending: 'zip' });
}

/** The pages as the PDF will have them, or the one picture, as SVG to stand in the page. */
export async function previewPages(
  of: 'pages' | 'picture',
  input: ExportInput,
): Promise<Result<readonly PreviewPage[], ExportFailure>> {
  const reply = await ask(of === 'pages' ? 'pagePreview' : 'picturePreview', input);
  if (!reply.ok) return reply;
  return reply.value.type === 'preview' ? ok(reply.value.pages) : err({ type: 'ExportStopped' });
}

/** Only a page can draw an SVG; a Worker cannot. */
async function pngOf(svg: Blob): Promise<Result<Blob, ExportFailure>> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const [width, height] = [image.width * pixelsPerUnit, image.height * pixelsPerUnit];
    const canvas = new OffscreenCanvas(Math.ceil(width), Math.ceil(height));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return ok(await canvas.convertToBlob({ type: 'image/png' }));
  } catch {
    return err({ type: 'ExportStopped' });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Kept between exports with the faces it has opened; made anew after a cancel. */
let worker: Worker | undefined;
let lastId = 0;

function ask(want: ExportAsk['want'], input: ExportInput): Promise<Result<ExportReply, ExportFailure>> {
  const { map, settings, pictures = new Map(), onProgress, signal } = input;
  if (signal?.aborted === true) return Promise.resolve(err({ type: 'Cancelled' }));
  worker ??= new Worker(script, { type: 'module' });
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
