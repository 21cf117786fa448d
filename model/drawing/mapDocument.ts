import { layoutMap } from '../layout/layoutMap.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { ShownParts } from '../layout/layoutOptions.ts';
import type { TextMeasure } from '../layout/textMeasure.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Comment } from '../protocol/talk.ts';
import type { Plan } from '../map/plan.ts';
import { measuredInputs } from '../quality/measuredInputs.ts';
import { scoreWithBands } from '../quality/scoreWithBands.ts';
import { traceIndex } from '../quality/trace.ts';
import type { PlanForecast } from '../simulation/planForecast.ts';
import { tracePlan } from '../simulation/tracePlan.ts';
import { documentWords } from '../text/documentWords.ts';
import { appendixBlocks } from './appendix.ts';
import { booklet } from './booklet.ts';
import { drawMap, type MapDrawingOptions } from './drawMap.ts';
import { group, type Drawing } from './drawing.ts';
import { forecastOnMap } from './forecastOnMap.ts';
import { measurementWords } from './measurementWords.ts';
import { memo } from './memo.ts';
import { onePage, type DrawAt } from './onePage.ts';
import type { PagedDrawing } from './pagedDrawing.ts';
import type { PaperSize } from './paper.ts';
import { posterPapers, posterTiles } from './posterTiles.ts';

export const documentLayouts = ['page', 'booklet', 'poster', 'memo'] as const;
export type DocumentLayout = (typeof documentLayouts)[number];

/** How a map becomes a document: the options of the export dialog and of `convert`. */
export interface DocumentOptions {
  readonly measure: TextMeasure;
  readonly layout: DocumentLayout;
  /** Left out: the sheet that the layout chooses for itself. For a poster: the sheets it is cut into. */
  readonly paper?: PaperSize;
  readonly marginMm?: number;
  /** How far the sheets of a poster repeat each other; 10 when left out. */
  readonly overlapMm?: number;
  readonly show?: ShownParts;
  /** The plan that is drawn over the map. */
  readonly plan?: { readonly plan: Plan; readonly forecast: PlanForecast };
  readonly withEvidence?: boolean;
  /** What people said about the map, for the appendix; left out: not asked for. */
  readonly comments?: readonly Comment[];
}

/** The pages of a map: what is written as PDF and shown in the preview. */
export function mapDocument(map: JourneyMap, options: DocumentOptions): PagedDrawing {
  const { measure, paper, marginMm, plan } = options;
  const sheet = {
    measure,
    ...(paper === undefined ? {} : { paper }),
    ...(marginMm === undefined ? {} : { marginMm }),
  };
  const note = plan === undefined ? {} : { note: plan.plan.title };
  const drawAt: DrawAt = (stepWidth, stageSize) =>
    drawnMap(map, options, { stepWidth, ...(stageSize === undefined ? {} : { stageSize }) });
  switch (options.layout) {
    case 'page':
      return onePage(map, drawAt, { ...sheet, ...note });
    case 'memo': {
      const pages = memo(map, {
        ...sheet,
        ...(plan === undefined ? {} : { plan: { plan: plan.plan, forecast: plan.forecast } }),
      });
      return withTrace(pages, map, plan?.forecast);
    }
    case 'poster': {
      const tiles = {
        ...sheet,
        ...(options.overlapMm === undefined ? {} : { overlapMm: options.overlapMm }),
      };
      const poster = onePage(map, drawAt, { measure, ...note, posterPapers: posterPapers(tiles) });
      return posterTiles(poster, tiles);
    }
    case 'booklet': {
      const pages = booklet(
        map,
        {
          layout: (part) => laidOut(map, options, part),
          draw: (part, more) => drawnMap(map, options, part, more),
        },
        {
          ...sheet,
          ...(plan === undefined ? {} : { planTitle: plan.plan.title }),
          appendix: appendixBlocks(map, plan?.forecast, options.withEvidence === true, options.comments),
        },
      );
      return withTrace(pages, map, plan?.forecast);
    }
  }
}

/** [E41] The tree of a document's numbers goes with it, as JSON that programs can read. */
function withTrace(pages: PagedDrawing, map: JourneyMap, forecast: PlanForecast | undefined): PagedDrawing {
  const [model] = map.qualityModels;
  if (model === undefined) return pages;
  return {
    ...pages,
    attachment: () => {
      const trace =
        forecast === undefined
          ? traceIndex(map, model, scoreWithBands(map, model, measuredInputs(map)))
          : tracePlan(map, model, forecast);
      return {
        name: 'trace.json',
        description: documentWords[map.language].trace,
        mime: 'application/json',
        text: `${JSON.stringify(trace, null, 1)}\n`,
      };
    },
  };
}

const pictureMargin = 24;

/** The map by itself with some ground around it, without title and legend: for SVG and PNG. */
export function mapPicture(map: JourneyMap, options: DocumentOptions): Drawing {
  const drawing = drawnMap(map, options, {});
  return {
    ...drawing,
    width: drawing.width + 2 * pictureMargin,
    height: drawing.height + 2 * pictureMargin,
    marks: [group(drawing.marks, { at: { x: pictureMargin, y: pictureMargin } })],
  };
}

function drawnMap(
  map: JourneyMap,
  options: DocumentOptions,
  part: ShownParts,
  more: Omit<MapDrawingOptions, 'measure'> = {},
): Drawing {
  return drawMap(map, laidOut(map, options, part), { measure: options.measure, ...more });
}

function laidOut(map: JourneyMap, options: DocumentOptions, part: ShownParts): MapLayout {
  return layoutMap(map, {
    measure: options.measure,
    describeMeasurement: measurementWords(map, map.language),
    show: { ...options.show, ...part },
    ...(options.plan === undefined ? {} : { forecast: forecastOnMap(options.plan.forecast) }),
  });
}
