import { lazyScript } from '../design/lazyPart.tsx';
import { err } from '../../model/result.ts';
import type { PictureReply } from './pictureMessages.ts';
// oxlint-disable-next-line import/default -- the build makes the address of it
import scriptAddress from './pictureWorker.ts?worker&url';

const script = lazyScript(scriptAddress);

const mostFileBytes = 64_000_000;

/** Makes a file ready for a map, in a Worker that a cancelled signal ends at once. */
export async function preparePicture(file: File, signal: AbortSignal): Promise<PictureReply> {
  if (file.size > mostFileBytes) return err({ type: 'FileTooLarge', bytes: file.size, most: mostFileBytes });
  const worker = new Worker(script, { type: 'module' });
  try {
    return await new Promise<PictureReply>((resolve) => {
      signal.addEventListener('abort', () => resolve(err({ type: 'Cancelled' })), { once: true });
      worker.addEventListener('message', ({ data }: MessageEvent<PictureReply>) => resolve(data));
      worker.addEventListener('error', () => resolve(err({ type: 'NotAPicture' })));
      worker.postMessage(file);
    });
  } finally {
    worker.terminate();
  }
}
