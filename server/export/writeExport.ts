import { PDFDocument } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import pptxgen from 'pptxgenjs';
import writeXlsxFile from 'write-excel-file/node';
import { datedOffice } from '../../model/drawing/datedOffice.ts';
import { documentDate } from '../../model/drawing/documentDate.ts';
import { drawingToSvg } from '../../model/drawing/drawingToSvg.ts';
import { documentOptionsOf, themeOf } from '../../model/drawing/exportSettings.ts';
import { measureWith } from '../../model/drawing/fontFaces.ts';
import { mapDocument, mapPicture, type DocumentOptions } from '../../model/drawing/mapDocument.ts';
import { mapSheets } from '../../model/drawing/mapSheets.ts';
import { mapSlides } from '../../model/drawing/mapSlides.ts';
import { pdfBytes } from '../../model/drawing/pdfBytes.ts';
import { pptxBytes } from '../../model/drawing/pptxBytes.ts';
import type { Theme } from '../../model/drawing/themes.ts';
import { workbookOf } from '../../model/drawing/workbookOf.ts';
import { createTextMeasure } from '../../model/layout/textMeasure.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { exportErrorText, type ExportError } from '../../model/text/exportErrorText.ts';
import { fontFiles } from './fontFiles.ts';
import { pictureFiles } from './pictureFiles.ts';
import { pngOf } from './pngOf.ts';
import { readExportSettings, type TypedOptions } from './readExportSettings.ts';

type Content = string | Uint8Array;

export type ExportEnding = '.pdf' | '.svg' | '.png' | '.xlsx' | '.pptx';

/** A map as the content of a drawn file, or the sentence that says which option does not fit. */
export async function writeExport(
  ending: ExportEnding,
  map: JourneyMap,
  typed: TypedOptions,
  language: Language,
): Promise<Result<Content, string>> {
  const refuse = (error: ExportError): Result<never, string> => err(exportErrorText(error, language));
  const settings = readExportSettings(typed);
  if (!settings.ok) return refuse(settings.error);
  const measure = createTextMeasure(measureWith(fontFiles()));
  const options = documentOptionsOf(map, settings.value, measure);
  if (!options.ok) return refuse(options.error);
  return ok(await writers[ending](map, { document: options.value, theme: themeOf(settings.value) }));
}

interface WriterOptions {
  readonly document: DocumentOptions;
  readonly theme: Theme;
}

type Writer = (map: JourneyMap, options: WriterOptions) => Content | Promise<Content>;

const writers: Readonly<Record<ExportEnding, Writer>> = {
  '.pdf': (map, { document, theme }) =>
    pdfBytes(
      mapDocument(map, document),
      { PDFDocument, toBytes },
      { theme, faces: fontFiles(), pictureBytes: pictureFiles(map).bytes },
    ),
  '.png': (map, { document, theme }) => {
    const drawing = mapPicture(map, document);
    const pictureUrl = pictureFiles(map).url;
    return pngOf(drawingToSvg(drawing, { theme, outlines: fontFiles(), pictureUrl }), drawing);
  },
  '.xlsx': async (map) =>
    datedOffice(await writeXlsxFile(workbookOf(mapSheets(map))).toBuffer(), documentDate(map)),
  '.pptx': async (map, { document, theme }) =>
    datedOffice(await pptxBytes(mapSlides(map, document), map.language, theme, pptxgen), documentDate(map)),
  '.svg': (map, { document, theme }) =>
    drawingToSvg(mapPicture(map, document), { theme, pictureUrl: pictureFiles(map).url }),
};
