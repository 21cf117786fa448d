import { PDFDocument } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import { drawingToSvg } from '../../model/drawing/drawingToSvg.ts';
import { mapDocument, mapPicture } from '../../model/drawing/mapDocument.ts';
import { pdfBytes } from '../../model/drawing/pdfBytes.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { exportErrorText } from '../../model/text/exportErrorText.ts';
import { fontFiles } from './fontFiles.ts';
import { pictureFiles } from './pictureFiles.ts';
import { readExportOptions, type ExportOptions, type TypedOptions } from './readExportOptions.ts';

type Content = string | Uint8Array;

export type ExportEnding = '.pdf' | '.svg';

/** A map as the content of a drawn file, or the sentence that says which option does not fit. */
export async function writeExport(
  ending: ExportEnding,
  map: JourneyMap,
  typed: TypedOptions,
  language: Language,
): Promise<Result<Content, string>> {
  const options = readExportOptions(map, typed);
  return options.ok
    ? ok(await writers[ending](map, options.value))
    : err(exportErrorText(options.error, language));
}

type Writer = (map: JourneyMap, options: ExportOptions) => Content | Promise<Content>;

const writers: Readonly<Record<ExportEnding, Writer>> = {
  '.pdf': (map, { document, theme }) =>
    pdfBytes(
      mapDocument(map, document),
      { PDFDocument, toBytes },
      { theme, faces: fontFiles(), pictureBytes: pictureFiles(map).bytes },
    ),
  '.svg': (map, { document, theme }) =>
    drawingToSvg(mapPicture(map, document), { theme, pictureUrl: pictureFiles(map).url }),
};
