import { layoutSizes as sizes, textStyles, type TextStyle } from '../layout/layoutSizes.ts';
import { breakLines, clipLines, type TextLine } from '../layout/textLines.ts';
import type { TextMeasure } from '../layout/textMeasure.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { group, type Drawing, type Mark, type TextMark } from './drawing.ts';
import { documentDate } from './documentDate.ts';
import { legendMarks } from './legend.ts';
import type { PagedDrawing } from './pagedDrawing.ts';
import { landscape, paperNames, paperSizes, pointsOfMm, type PaperSize } from './paper.ts';

export interface OnePageOptions {
  readonly measure: TextMeasure;
  /** Left out: the smallest sheet from A3 up on which no text is smaller than 6 pt. */
  readonly paper?: PaperSize;
  readonly marginMm?: number;
  /** Stands beside the title: the plan whose forecast is drawn. */
  readonly note?: string;
  /** For the wall: the sizes to choose from, so that the text of cards has at least 9 pt. */
  readonly posterPapers?: readonly PaperSize[];
}

/** The smallest text that can be read in print. */
const leastPoints = 6;

/** On a wall: read from 30 cm, 1 m and 5 m. */
const posterPoints = { card: 9, stage: 28, title: 60 } as const;

/** A map of a few steps is not blown up beyond this on a sheet that was chosen for it. */
const greatestScale = 1.25;

/** Draws the map with steps of a given width and, for posters, larger titles of the stages. */
export type DrawAt = (stepWidth: number, stageSize?: number) => Drawing;

/**
 * The whole map on one sheet: title, map, legend. Where the sheet is wider than the map, the steps are widened until
 * both have one shape, so that the text gets larger instead of the margin.
 */
export function onePage(map: JourneyMap, drawAt: DrawAt, options: OnePageOptions): PagedDrawing {
  const { page, frame, drawing } =
    options.paper === undefined
      ? smallestSheet(drawAt, options)
      : sheetOf(options.paper, drawAt, options.marginMm);
  const scale = Math.min(
    scaleInto(drawing, frame),
    options.paper === undefined && options.posterPapers === undefined
      ? greatestScale
      : Number.POSITIVE_INFINITY,
  );
  const legend = legendMarks(map, drawing.language, options.measure, options.note);
  const head = titleMarks(map, frame.width / frame.unit, options);
  return {
    title: map.title,
    language: map.language,
    date: documentDate(map),
    pages: [
      {
        ...page,
        marks: [
          group(head, { at: { x: frame.x, y: frame.top }, scale: frame.unit }),
          group(drawing.marks, { at: { x: frame.x, y: frame.y }, scale }),
          group(legend, {
            at: { x: frame.x, y: page.height - frame.margin - footHeight * frame.unit },
            scale: frame.unit,
          }),
        ],
      },
    ],
  };
}

interface Sheet {
  readonly page: { readonly width: number; readonly height: number };
  readonly frame: Frame;
  readonly drawing: Drawing;
}

function sheetOf(paper: PaperSize, drawAt: DrawAt, marginMm: number | undefined): Sheet {
  const page = { width: pointsOfMm(paper.widthMm), height: pointsOfMm(paper.heightMm) };
  const frame = frameOf(page, marginMm);
  const drawing = widened(drawAt, frame);
  if (!isPoster(page)) return { page, frame, drawing };
  const stageSize = posterPoints.stage / scaleInto(drawing, frame);
  return stageSize <= textStyles.stage.size
    ? { page, frame, drawing }
    : { page, frame, drawing: widened((stepWidth) => drawAt(stepWidth, stageSize), frame) };
}

/** Nearer to A1 than to A2, and larger. */
const isPoster = (page: { readonly width: number; readonly height: number }): boolean =>
  page.width * page.height > 1.4 * pointsOfMm(paperSizes.A2.widthMm) * pointsOfMm(paperSizes.A2.heightMm);

const pagePapers = paperNames
  .slice(paperNames.indexOf('A3'))
  .map((name): PaperSize => landscape(paperSizes[name]));

function smallestSheet(drawAt: DrawAt, { posterPapers, marginMm }: OnePageOptions): Sheet {
  const least =
    posterPapers === undefined
      ? leastPoints / textStyles.small.size
      : posterPoints.card / textStyles.card.size;
  for (const paper of posterPapers ?? pagePapers) {
    const sheet = sheetOf(paper, drawAt, marginMm);
    if (scaleInto(sheet.drawing, sheet.frame) >= least) return sheet;
  }
  return sheetOf(ownPaper(drawAt(sizes.stepWidth), least, marginMm), drawAt, marginMm);
}

const scaleInto = (drawing: Drawing, frame: Frame): number =>
  Math.min(frame.width / drawing.width, frame.height / drawing.height);

const mostStepWidth = 2 * sizes.stepWidth;

/** The drawing whose shape is nearest to the frame's, by halving the range of step widths. */
function widened(drawAt: DrawAt, frame: Frame): Drawing {
  let best = drawAt(sizes.stepWidth);
  let narrow: number = sizes.stepWidth;
  let wide: number = mostStepWidth;
  for (let round = 0; round < 5 && isNarrower(best, frame); round++) {
    const middle = Math.round((narrow + wide) / 2);
    const tried = drawAt(middle);
    if (isNarrower(tried, frame)) narrow = middle;
    else wide = middle;
    if (scaleInto(tried, frame) > scaleInto(best, frame)) best = tried;
  }
  return best;
}

/** Its height, not its width, limits how large it can be. */
const isNarrower = (drawing: Drawing, frame: Frame): boolean =>
  drawing.width * frame.height < drawing.height * frame.width;

const headHeight = 46;
const footHeight = 18;

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly margin: number;
  /** Points of one unit of head and foot: they grow with the sheet. */
  readonly unit: number;
}

function frameOf(page: { readonly width: number; readonly height: number }, marginMm = 10): Frame {
  const margin = pointsOfMm(marginMm);
  const least = isPoster(page) ? posterPoints.title / titleStyle.size : 0.6;
  const unit = Math.max(least, Math.min(page.width / 1190, 3));
  const y = margin + headHeight * unit;
  return {
    x: margin,
    y,
    width: Math.max(1, page.width - 2 * margin),
    height: Math.max(1, page.height - margin - y - (footHeight + 8) * unit),
    top: margin,
    margin,
    unit,
  };
}

/** A sheet as large as the map needs, up to what PDF readers show. */
function ownPaper(drawing: Drawing, least: number, marginMm = 10): PaperSize {
  const most = 5_080;
  const mm = (points: number) => Math.ceil((points * 25.4) / 72);
  const unit = 3;
  return {
    widthMm: Math.min(most, mm(drawing.width * least) + 2 * marginMm),
    heightMm: Math.min(
      most,
      mm(drawing.height * least + (headHeight + footHeight + 8) * unit) + 2 * marginMm,
    ),
  };
}

const titleStyle: TextStyle = { size: 22, weight: 600, lineHeight: 27 };
const scopeStyle: TextStyle = { size: 10.5, weight: 400, lineHeight: 14 };

function titleMarks(map: JourneyMap, width: number, options: OnePageOptions): readonly Mark[] {
  const { measure } = options;
  const clipped = (text: string, style: TextStyle, room: number): readonly TextLine[] =>
    clipLines(breakLines(text, room, style, measure), 1, room, style, measure);
  const note = clipped(options.note ?? '', scopeStyle, width * 0.4);
  const title = clipped(map.title, titleStyle, width - (note[0]?.width ?? 0) - 20);
  const scope = clipped(map.scope.scenario === '' ? map.description : map.scope.scenario, scopeStyle, width);
  const top: TextMark = {
    type: 'text',
    x: 0,
    y: 0,
    lines: title,
    style: titleStyle,
    colour: 'ink',
    whole: map.title,
  };
  const below: TextMark = {
    type: 'text',
    x: 0,
    y: titleStyle.lineHeight,
    lines: scope,
    style: scopeStyle,
    colour: 'ink-secondary',
  };
  const aside: TextMark = {
    type: 'text',
    x: width,
    y: 8,
    lines: note,
    style: scopeStyle,
    colour: 'plan',
    align: 'right',
  };
  const bookmark = { title: map.title === '' ? 'Throughline' : map.title, level: 0 };
  return [
    group([top], { meaning: { role: 'heading', headingLevel: 1, bookmark } }),
    ...[below, aside]
      .filter((mark) => mark.lines.length > 0)
      .map((mark) => group([mark], { meaning: { role: 'paragraph' } })),
  ];
}
