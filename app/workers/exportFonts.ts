import emoji400 from '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf?url';
import inter400 from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import inter600 from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url';
import sc400 from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url';
import sc600 from '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf?url';
import tc400 from '@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf?url';
import tc600 from '@expo-google-fonts/noto-sans-tc/600SemiBold/NotoSansTC_600SemiBold.ttf?url';
import { create } from 'fontkit';
import type { FaceName, FaceSet, FontFace } from '../../model/drawing/fontFaces.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { ExportError } from '../../model/text/exportErrorText.ts';

/** The faces of exports, fetched from our own server when first needed and kept on the device. */
export interface ExportFonts extends FaceSet {
  load(
    names: readonly FaceName[],
    onProgress: (done: number, of: number) => void,
  ): Promise<Result<undefined, ExportError>>;
}

const urls: Readonly<Record<FaceName['family'], Readonly<Record<FaceName['weight'], string>>>> = {
  latin: { 400: inter400, 600: inter600 },
  sc: { 400: sc400, 600: sc600 },
  tc: { 400: tc400, 600: tc600 },
  emoji: { 400: emoji400, 600: emoji400 },
};

export function exportFonts(): ExportFonts {
  const opened = new Map<string, FontFace>();
  const urlOf = ({ family, weight }: FaceName) => urls[family][weight];
  return {
    face: (name) => opened.get(urlOf(name)),
    async load(names, onProgress) {
      const wanted = [...new Set(names.map(urlOf))].filter((url) => !opened.has(url));
      const progress = new Map<string, { done: number; of: number }>();
      const report = (url: string, done: number, of: number): void => {
        progress.set(url, { done, of });
        const all = [...progress.values()];
        onProgress(
          all.reduce((sum, each) => sum + each.done, 0),
          all.reduce((sum, each) => sum + each.of, 0),
        );
      };
      for (const url of wanted) {
        const bytes = await fontBytes(url, (done, of) => report(url, done, of));
        if (!bytes.ok) return bytes;
        // A single TrueType font of fontkit has every method of the port.
        opened.set(url, create(bytes.value) as FontFace);
      }
      return ok(undefined);
    },
  };
}

/** Browsers give Cache Storage to secure pages only; elsewhere the browser's own cache has to do. */
const cacheName = 'export-fonts';

async function fontBytes(
  url: string,
  onProgress: (done: number, of: number) => void,
): Promise<Result<Uint8Array, ExportError>> {
  const missing = (reason: string) =>
    err({ type: 'MissingFont', font: url.split('/').at(-1) ?? url, reason } as const);
  try {
    const cache = 'caches' in globalThis ? await caches.open(cacheName) : undefined;
    const kept = await cache?.match(url);
    const response = kept ?? (await fetch(url));
    if (!response.ok) return missing(`HTTP ${response.status}`);
    const bytes = await readAll(response, onProgress);
    if (kept === undefined) await cache?.put(url, new Response(bytes, { headers: response.headers }));
    return ok(bytes);
  } catch (error) {
    return missing(error instanceof Error ? error.message : String(error));
  }
}

async function readAll(
  response: Response,
  onProgress: (done: number, of: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const total = Number(response.headers.get('content-length') ?? 0);
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let done = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    done += part.value.length;
    onProgress(done, Math.max(total, done));
  }
  const bytes = new Uint8Array(done);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
