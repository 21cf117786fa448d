import { PDFDocument } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import pptxgen from 'pptxgenjs';
import writeXlsxFile from 'write-excel-file/browser';
import { datedOffice } from '../../model/drawing/datedOffice.ts';
import { documentDate } from '../../model/drawing/documentDate.ts';
import { drawingToSvg } from '../../model/drawing/drawingToSvg.ts';
import { drawnTexts } from '../../model/drawing/drawnTexts.ts';
import { documentOptionsOf, mapInLanguage, themeOf } from '../../model/drawing/exportSettings.ts';
import { facesMissing, facesNeeded, measureWith } from '../../model/drawing/fontFaces.ts';
import { mapDocument, mapPicture } from '../../model/drawing/mapDocument.ts';
import type { Drawing, Mark } from '../../model/drawing/drawing.ts';
import { mapSheets } from '../../model/drawing/mapSheets.ts';
import { mapSlides } from '../../model/drawing/mapSlides.ts';
import { pdfBytes } from '../../model/drawing/pdfBytes.ts';
import { pptxBytes } from '../../model/drawing/pptxBytes.ts';
import { pictureTiles } from '../../model/drawing/pictureTiles.ts';
import { workbookOf } from '../../model/drawing/workbookOf.ts';
import { createTextMeasure } from '../../model/layout/textMeasure.ts';
import type { Language } from '../../model/map/language.ts';
import { ok, type Result } from '../../model/result.ts';
import { pictureName, type ExportError } from '../../model/text/exportErrorText.ts';
import { exportFonts } from './exportFonts.ts';
import type { ExportAsk, ExportProgress, ExportReply } from './exportMessages.ts';
import { pictureBytes, pictureUrls, printablePictures } from './exportPictures.ts';

/** Draws and writes exports away from the page. One ask at a time; to cancel, the page ends the Worker. */
const scope = globalThis as unknown as {
  addEventListener(type: 'message', listen: (event: { readonly data: ExportAsk }) => void): void;
  postMessage(reply: ExportReply): void;
};

/** A map unit is a pixel of CSS. */
const pointsOfUnit = 72 / 96;

const fonts = exportFonts();
const measure = createTextMeasure(measureWith(fonts));

scope.addEventListener('message', ({ data }) => {
  answer(data).then((reply) => scope.postMessage(reply), reportError);
});

async function answer(ask: ExportAsk): Promise<ExportReply> {
  const { id, settings } = ask;
  const map = mapInLanguage(ask.map, settings);
  const tell = (phase: ExportProgress['phase']) => (done: number, of: number) =>
    scope.postMessage({ id, type: 'progress', progress: { phase, done, of } });
  const latin = await fonts.load(
    facesNeeded('', 400, map.language).concat(facesNeeded('', 600, map.language)),
    tell('fonts'),
  );
  if (!latin.ok) return { id, type: 'failed', error: latin.error };
  const options = documentOptionsOf(map, settings, measure);
  if (!options.ok) return { id, type: 'failed', error: options.error };
  const theme = themeOf(settings);

  const pictures = pictureBytes(map.pictures, ask.pictures);
  const pictureUrl = pictureUrls(map.pictures, pictures);

  if (ask.want === 'xlsx') {
    const workbook = await writeXlsxFile(workbookOf(mapSheets(map))).toBlob();
    const bytes = datedOffice(new Uint8Array(await workbook.arrayBuffer()), documentDate(map));
    return { id, type: 'file', bytes, lacks: [] };
  }
  if (ask.want === 'picturePreview') {
    const drawing = mapPicture(map, options.value);
    const svg = drawingToSvg(drawing, { theme, pictureUrl, idPrefix: 'picture-' });
    const pages = [{ width: drawing.width * pointsOfUnit, height: drawing.height * pointsOfUnit, svg }];
    return { id, type: 'preview', pages };
  }
  if (ask.want === 'pagePreview') {
    const paged = mapDocument(map, options.value);
    const pages = paged.pages.map(({ width, height, marks }, i) => ({
      width,
      height,
      svg: drawingToSvg(
        { width, height, marks, title: paged.title, language: paged.language },
        { theme, pictureUrl, idPrefix: `page${i + 1}-` },
      ),
    }));
    return { id, type: 'preview', pages };
  }
  // What is written has every picture looked at first; a preview comes too often for that.
  const printable = await printablePictures(map.pictures, pictures);
  const lacks = printable.unreadable.map(pictureName);
  if (ask.want === 'pptx') {
    const slides = mapSlides(map, options.value);
    const deck = await pptxBytes(slides, pptxgen, {
      language: map.language,
      theme,
      pictureUrl: printable.url,
    });
    return { id, type: 'file', bytes: datedOffice(deck, documentDate(map)), lacks };
  }
  if (ask.want === 'svg') {
    const svg = drawingToSvg(mapPicture(map, options.value), { theme, pictureUrl });
    return { id, type: 'file', bytes: new TextEncoder().encode(svg), lacks };
  }
  if (ask.want === 'outlines' || ask.want === 'pictureTiles') {
    const whole = mapPicture(map, options.value);
    const loaded = await loadFaces(whole.marks, map.language, tell('fonts'));
    if (!loaded.ok) return { id, type: 'failed', error: loaded.error };
    const bytesOf = (drawing: Drawing) =>
      new TextEncoder().encode(drawingToSvg(drawing, { theme, pictureUrl, outlines: fonts }));
    if (ask.want === 'outlines') return { id, type: 'file', bytes: bytesOf(whole), lacks };
    const tiles = pictureTiles(whole).map(({ name, drawing }) => ({ name, bytes: bytesOf(drawing) }));
    return { id, type: 'tiles', tiles, lacks };
  }
  const paged = mapDocument(map, options.value);
  const loaded = await loadFaces(
    paged.pages.flatMap((page) => page.marks),
    paged.language,
    tell('fonts'),
  );
  if (!loaded.ok) return { id, type: 'failed', error: loaded.error };
  const bytes = await pdfBytes(
    paged,
    { PDFDocument, toBytes },
    {
      theme,
      faces: fonts,
      pictureBytes: printable.bytes,
      afterPage: (page) => {
        tell('pages')(page, paged.pages.length);
        return Promise.resolve();
      },
    },
  );
  return { id, type: 'file', bytes, lacks };
}

/** First the faces of the map's own script, then what some characters need beyond them. */
async function loadFaces(
  marks: readonly Mark[],
  language: Language,
  onProgress: (done: number, of: number) => void,
): Promise<Result<undefined, ExportError>> {
  const texts = drawnTexts(marks);
  const weights = [400, 600] as const;
  const first = await fonts.load(
    weights.flatMap((weight) => facesNeeded(texts[weight], weight, language)),
    onProgress,
  );
  if (!first.ok) return first;
  const missing = weights.flatMap((weight) => facesMissing(texts[weight], weight, language, fonts));
  return missing.length === 0 ? ok(undefined) : fonts.load(missing, onProgress);
}
