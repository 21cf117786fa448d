import { PDFDocument } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import pptxgen from 'pptxgenjs';
import writeXlsxFile from 'write-excel-file/node';
import { datedOffice } from '../../model/drawing/datedOffice.ts';
import { documentDate } from '../../model/drawing/documentDate.ts';
import { drawingToSvg } from '../../model/drawing/drawingToSvg.ts';
import { documentOptionsOf, mapInLanguage, themeOf } from '../../model/drawing/exportSettings.ts';
import { measureWith } from '../../model/drawing/fontFaces.ts';
import { mapDocument, mapPicture, type DocumentOptions } from '../../model/drawing/mapDocument.ts';
import { pictureTiles } from '../../model/drawing/pictureTiles.ts';
import type { FileContent } from './exportFormats.ts';
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
import {
  exportErrorText,
  pictureMissingText,
  pictureName,
  type ExportError,
} from '../../model/text/exportErrorText.ts';
import { FontMissing, fontFiles } from './fontFiles.ts';
import { pictureFiles, type PictureFiles } from './pictureFiles.ts';
import { pngOf } from './pngOf.ts';
import { readExportSettings, type TypedOptions } from './readExportSettings.ts';

export type ExportEnding = '.pdf' | '.svg' | '.png' | '.xlsx' | '.pptx';

/**
 * A map as the content of a drawn file, or the sentence that says what stands in its way. `note` is told what the file
 * lacks, a sentence each.
 */
export async function writeExport(
  ending: ExportEnding,
  given: JourneyMap,
  typed: TypedOptions,
  language: Language,
  note?: (sentence: string) => void,
): Promise<Result<FileContent, string>> {
  const refuse = (error: ExportError): Result<never, string> => err(exportErrorText(error, language));
  const settings = readExportSettings(typed);
  if (!settings.ok) return refuse(settings.error);
  try {
    const map = mapInLanguage(given, settings.value);
    const measure = createTextMeasure(measureWith(fontFiles()));
    const options = documentOptionsOf(map, settings.value, measure);
    if (!options.ok) return refuse(options.error);
    // A workbook holds none, so none has to be read.
    const pictures = pictureFiles(ending === '.xlsx' ? [] : map.pictures);
    const writer = { document: options.value, theme: themeOf(settings.value), pictures };
    const content = await writers[ending](map, writer);
    for (const picture of pictures.unreadable) note?.(pictureMissingText(pictureName(picture), language));
    return ok(content);
  } catch (error) {
    if (error instanceof FontMissing)
      return refuse({ type: 'MissingFont', font: error.font, reason: error.message });
    throw error;
  }
}

interface WriterOptions {
  readonly document: DocumentOptions;
  readonly theme: Theme;
  readonly pictures: PictureFiles;
}

type Writer = (map: JourneyMap, options: WriterOptions) => FileContent | Promise<FileContent>;

const writers: Readonly<Record<ExportEnding, Writer>> = {
  '.pdf': (map, { document, theme, pictures }) =>
    pdfBytes(
      mapDocument(map, document),
      { PDFDocument, toBytes },
      { theme, faces: fontFiles(), pictureBytes: pictures.bytes },
    ),
  '.png': (map, { document, theme, pictures }) => {
    const options = { theme, outlines: fontFiles(), pictureUrl: pictures.url };
    const tiles = pictureTiles(mapPicture(map, document)).map(({ name, drawing }) => ({
      name,
      content: pngOf(drawingToSvg(drawing, options)),
    }));
    const [whole] = tiles;
    return whole !== undefined && tiles.length === 1 ? whole.content : tiles;
  },
  '.xlsx': async (map) =>
    datedOffice(await writeXlsxFile(workbookOf(mapSheets(map))).toBuffer(), documentDate(map)),
  '.pptx': async (map, { document, theme, pictures }) => {
    const options = { language: map.language, theme, pictureUrl: pictures.url };
    return datedOffice(await pptxBytes(mapSlides(map, document), pptxgen, options), documentDate(map));
  },
  '.svg': (map, { document, theme, pictures }) =>
    drawingToSvg(mapPicture(map, document), { theme, pictureUrl: pictures.url }),
};
