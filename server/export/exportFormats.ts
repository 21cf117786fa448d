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

/** The formats of `convert` that are drawn, by file ending. */
export const exportFormats = [
  format('.pdf', async (map, { document, theme }) =>
    pdfBytes(
      mapDocument(map, document),
      { PDFDocument, toBytes },
      {
        theme,
        faces: fontFiles(),
        pictureBytes: pictureFiles(map).bytes,
      },
    ),
  ),
  format('.svg', async (map, { document, theme }) =>
    drawingToSvg(mapPicture(map, document), { theme, pictureUrl: pictureFiles(map).url }),
  ),
];

function format(ending: string, write: (map: JourneyMap, options: ExportOptions) => Promise<Content>) {
  return {
    endings: [ending],
    async write(
      map: JourneyMap,
      asked: { readonly language: Language; readonly options: TypedOptions },
    ): Promise<Result<Content, string>> {
      const options = readExportOptions(map, asked.options);
      return options.ok
        ? ok(await write(map, options.value))
        : err(exportErrorText(options.error, asked.language));
    },
  };
}
