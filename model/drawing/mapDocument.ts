import { layoutMap } from '../layout/layoutMap.ts';
import type { LayoutForecast } from '../layout/layoutForecast.ts';
import type { ShownParts } from '../layout/layoutOptions.ts';
import type { TextMeasure } from '../layout/textMeasure.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { drawMap } from './drawMap.ts';
import type { Drawing } from './drawing.ts';
import { measurementWords } from './measurementWords.ts';
import { onePage } from './onePage.ts';
import type { PagedDrawing } from './pagedDrawing.ts';
import type { PaperSize } from './paper.ts';

/** How a map becomes a document: the options of the export dialog and of `convert`. */
export interface DocumentOptions {
  readonly measure: TextMeasure;
  /** Left out: the sheet that the layout chooses for itself. */
  readonly paper?: PaperSize;
  readonly marginMm?: number;
  readonly show?: ShownParts;
  /** The plan that is drawn over the map. */
  readonly plan?: { readonly title: string; readonly forecast: LayoutForecast };
}

/** The pages of a map: what is written as PDF and shown in the preview. */
export function mapDocument(map: JourneyMap, options: DocumentOptions): PagedDrawing {
  const { measure, paper, marginMm } = options;
  return onePage(map, (stepWidth) => mapPicture(map, options, stepWidth), {
    measure,
    ...(paper === undefined ? {} : { paper }),
    ...(marginMm === undefined ? {} : { marginMm }),
    ...(options.plan === undefined ? {} : { note: options.plan.title }),
  });
}

/** The map by itself, without title and legend: for SVG and PNG. */
export function mapPicture(map: JourneyMap, options: DocumentOptions, stepWidth?: number): Drawing {
  const show = { ...options.show, ...(stepWidth === undefined ? {} : { stepWidth }) };
  const layout = layoutMap(map, {
    measure: options.measure,
    describeMeasurement: measurementWords(map, map.language),
    show,
    ...(options.plan === undefined ? {} : { forecast: options.plan.forecast }),
  });
  return drawMap(map, layout, { measure: options.measure });
}
