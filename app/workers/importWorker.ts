import { readMapFile } from '../library/readMapFile.ts';
import type { ImportAsk, ImportReply } from './importMessages.ts';
import { readSheets } from './readSheets.ts';

/** Reads one file away from the page. To cancel, the page ends the Worker. */
const scope = globalThis as unknown as {
  addEventListener(type: 'message', listen: (event: { readonly data: ImportAsk }) => void): void;
  postMessage(reply: ImportReply): void;
};

scope.addEventListener('message', ({ data }) => {
  answer(data).then((reply) => scope.postMessage(reply), reportError);
});

async function answer(ask: ImportAsk): Promise<ImportReply> {
  const onProgress = (share: number) => scope.postMessage({ type: 'progress', share });
  return ask.want === 'map'
    ? { type: 'map', read: await readMapFile(ask.file, ask.language, onProgress, ask.layout) }
    : { type: 'sheets', read: await readSheets(ask.file) };
}
