import { PDFDocument } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import { layoutMap } from '../../model/layout/layoutMap.ts';
import { createTextMeasure } from '../../model/layout/textMeasure.ts';
import { drawingToSvg } from '../../model/drawing/drawingToSvg.ts';
import { drawMap } from '../../model/drawing/drawMap.ts';
import { measureWith } from '../../model/drawing/fontFaces.ts';
import { measurementWords } from '../../model/drawing/measurementWords.ts';
import { onePage } from '../../model/drawing/onePage.ts';
import { pdfBytes } from '../../model/drawing/pdfBytes.ts';
import { themes } from '../../model/drawing/themes.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { fontFiles } from './fontFiles.ts';

export async function scratchPdf(map: JourneyMap): Promise<Uint8Array> {
  const faces = fontFiles();
  const measure = createTextMeasure(measureWith(faces, map.language));
  const describeMeasurement = measurementWords(map, map.language);
  const drawAt = (stepWidth: number) =>
    drawMap(map, layoutMap(map, { measure, describeMeasurement, show: { stepWidth } }), { measure });
  const paged = onePage(map, drawAt, { measure });
  return pdfBytes(
    paged,
    { PDFDocument, toBytes },
    { theme: themes.print, faces, pictureBytes: () => undefined },
  );
}

export function scratchSvg(map: JourneyMap, outlines: boolean): string {
  const faces = fontFiles();
  const measure = createTextMeasure(measureWith(faces, map.language));
  const layout = layoutMap(map, { measure, describeMeasurement: measurementWords(map, map.language) });
  return drawingToSvg(drawMap(map, layout, { measure }), {
    theme: themes.light,
    pictureUrl: () => undefined,
    ...(outlines ? { outlines: faces } : {}),
  });
}
