import { layoutMap } from '../layout/layoutMap.ts';
import { layoutSizes as sizes, textStyles } from '../layout/layoutSizes.ts';
import type { CardBox, ConnectorRoute, MapLayout, Point, Row } from '../layout/mapLayout.ts';
import { withoutControls } from '../layout/textLines.ts';
import { indexMap, type MapIndex } from '../map/mapIndex.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Stage } from '../map/stage.ts';
import { documentWords } from '../text/documentWords.ts';
import { drawingWords, type DrawingWords } from '../text/drawingWords.ts';
import { cardTone } from './cardTone.ts';
import { cardSigns } from './drawCard.ts';
import { blueprintLine, connectorLabel, personaName, pictureOf, stageColour } from './drawMap.ts';
import { curveGround, curvePoints, drawMetric, emotionScale } from './drawRow.ts';
import { forecastFigures } from './forecastFigures.ts';
import { forecastOnMap } from './forecastOnMap.ts';
import type { DocumentOptions } from './mapDocument.ts';
import { markerBadge } from './markerBadge.ts';
import { measurementWords } from './measurementWords.ts';
import { shapesOfMarks, type BoxShape, type OutlineShape, type SlideShape } from './slideShape.ts';
import { flowPages } from './textFlow.ts';

/**
 * [E18] A slide for each stage of shapes that people can go on editing, one for each card; then what stands beside the
 * map, and a plan's forecast as charts. All in map units.
 */
export interface MapSlides {
  readonly width: number;
  readonly height: number;
  readonly slides: readonly MapSlide[];
}

export interface MapSlide {
  readonly title: string;
  readonly shapes: readonly SlideShape[];
}

/** Steps are made wide enough to fill the slide. */
const leastStepWidth = 200;
const mostStepWidth = 400;
const margin = 24;
const titleHeight = 44;
/** The corner of what a slide shows below its title. */
const corner: Point = { x: margin, y: margin + titleHeight };

export function mapSlides(map: JourneyMap, options: DocumentOptions): MapSlides {
  const describeMeasurement = measurementWords(map, map.language);
  const stages = map.stages.filter(
    (stage) =>
      map.steps.some((step) => step.stageId === stage.id) && options.show?.stageIds?.has(stage.id) !== false,
  );
  const layoutOf = (stage: Stage, stepWidth: number): MapLayout =>
    layoutMap(map, {
      measure: options.measure,
      describeMeasurement,
      show: { ...options.show, stageIds: new Set([stage.id]), stepWidth },
      ...(options.plan === undefined ? {} : { forecast: forecastOnMap(options.plan.forecast) }),
    });
  const narrow = stages.map((stage) => layoutOf(stage, leastStepWidth));
  const height = Math.max(360, ...narrow.map((layout) => layout.height + titleHeight + 2 * margin));
  const width = Math.max((height * 4) / 3, ...narrow.map((layout) => layout.width + 2 * margin));
  const room = width - 2 * margin - sizes.railWidth - sizes.railGap;
  const layouts = stages.map((stage) => {
    const steps = map.steps.filter((step) => step.stageId === stage.id).length;
    const stepWidth = Math.min(mostStepWidth, Math.max(leastStepWidth, Math.floor(room / steps)));
    return { title: stage.title, layout: layoutOf(stage, stepWidth) };
  });
  const pen: Pen = {
    map,
    index: indexMap(map),
    words: drawingWords[map.language],
    measure: options.measure,
  };
  const slides: readonly MapSlide[] = [
    ...layouts.map(({ title, layout }) => ({ title, shapes: stageShapes(layout, pen) })),
    ...besideSlides(layouts[0]?.layout.stickies ?? [], { width, height }, pen),
    ...forecastSlides(map, options, { width, height }),
  ];
  return {
    width,
    height,
    slides: slides.map(({ title, shapes }) => ({
      title: `${map.title} · ${title}`,
      shapes: shapes.map(cleaned),
    })),
  };
}

interface Pen {
  readonly map: JourneyMap;
  readonly index: MapIndex;
  readonly words: DrawingWords;
  readonly measure: DocumentOptions['measure'];
}

interface SlideSize {
  readonly width: number;
  readonly height: number;
}

/** XML knows no control characters. */
const cleaned = (shape: SlideShape): SlideShape =>
  'text' in shape ? { ...shape, text: withoutControls(shape.text).replace(/[\ufffe\uffff]/g, '') } : shape;

function stageShapes(layout: MapLayout, pen: Pen): readonly SlideShape[] {
  return [
    ...layout.rows.flatMap((row) => rowGround(row, layout, pen)),
    ...layout.lines.flatMap((line) => shapesOfMarks([blueprintLine(line, { ...pen, layout })], corner)),
    ...headers(layout, pen),
    ...layout.connectors.flatMap((route) => (route.kind === 'triggers' ? arrow(route) : [])),
    ...layout.rows.flatMap((row) => rowShapes(row, layout, pen)),
  ];
}

const box = (shape: Omit<BoxShape, 'kind'>): BoxShape => ({
  kind: 'box',
  ...shape,
  x: shape.x + corner.x,
  y: shape.y + corner.y,
});

function rowGround(row: Row, layout: MapLayout, pen: Pen): readonly SlideShape[] {
  const { x, right } = layout.grid;
  const place = { y: row.y, height: row.height };
  const text = pen.index.lanesById.get(row.laneId)?.title ?? '';
  return [
    box({ ...place, x: 0, width: layout.rail.width, text, size: 12, bold: true, fill: 'sunken' }),
    box({ ...place, x, width: right - x, text: '', size: 12, fill: 'panel', border: 'hairline' }),
  ];
}

function headers(layout: MapLayout, pen: Pen): readonly SlideShape[] {
  const { stepY, stepHeight } = layout.header;
  const stages = layout.stages.map((stage) =>
    box({
      x: stage.x,
      y: stage.y,
      width: stage.width,
      height: stage.height,
      text: pen.index.stagesById.get(stage.stageId)?.title ?? '',
      size: textStyles.stage.size,
      bold: true,
      fill: stageColour(stage.hue),
      ink: 'on-stage',
    }),
  );
  const steps = layout.columns.flatMap((column): readonly SlideShape[] => [
    box({
      x: column.x + 2,
      y: stepY,
      width: column.width - 4,
      height: stepHeight,
      text: pen.index.stepsById.get(column.stepId)?.title ?? '',
      size: textStyles.step.size,
      bold: true,
      fill: 'panel',
      border: 'hairline',
    }),
    ...shapesOfMarks(
      column.markers.map((marker) => markerBadge(marker, pen.words.markers[marker.kind])),
      { x: corner.x + column.x, y: corner.y + stepY },
    ),
  ]);
  return [...stages, ...steps];
}

/** One free form with heads, so that it moves as one. */
function arrow(route: ConnectorRoute): readonly SlideShape[] {
  const line: OutlineShape = {
    kind: 'outline',
    parts: route.points.map((point, i) => ({
      to: i === 0 ? 'move' : 'line',
      x: point.x + corner.x,
      y: point.y + corner.y,
    })),
    stroke: { colour: 'ink-secondary', width: 1.3 },
    heads: route.heads,
  };
  return [line, ...shapesOfMarks(connectorLabel(route), corner)];
}

function rowShapes(row: Row, layout: MapLayout, pen: Pen): readonly SlideShape[] {
  const { content } = row;
  const at = { x: corner.x, y: corner.y + row.y };
  const area = content.curveArea;
  const curves =
    area === undefined
      ? []
      : [
          ...curveGround(area, layout),
          ...(content.kind === 'emotion' ? emotionScale(area, layout, pen.map.language) : []),
          ...layout.columns.flatMap((column) =>
            curvePoints(area, column.stepId, (curve) => personaName(curve, pen), pen.words),
          ),
        ];
  return [
    ...shapesOfMarks(curves, at),
    ...shapesOfMarks(
      content.metrics.map((metric) => drawMetric(metric, pen.words)),
      at,
    ),
    ...content.cards.flatMap((card) => cardShapes(card, row, at, pen)),
  ];
}

function cardShapes(
  place: CardBox,
  row: Pick<Row, 'content'> | undefined,
  at: Point,
  pen: Pen,
): readonly SlideShape[] {
  const card = pen.index.cardsById.get(place.cardId);
  if (card === undefined) return [];
  const tone = cardTone(card, row?.content.kind, row?.content.group);
  const corners = { x: at.x + place.x, y: at.y + place.y };
  return [
    {
      kind: 'box',
      ...corners,
      width: place.width,
      height: place.height,
      text: card.quote === undefined ? card.text : `${card.text}\n“${card.quote}”`,
      size: textStyles.card.size,
      fill: tone.fill,
      border: tone.border,
      inset: { x: place.text.x, y: place.text.y },
    },
    ...shapesOfMarks(cardSigns(card, place, tone, pictureOf(place.cardId, pen), pen.words), corners),
  ];
}

/** Cards that stand beside the grid, in reading order. */
function besideSlides(stickies: readonly CardBox[], slide: SlideSize, pen: Pen): readonly MapSlide[] {
  const title = documentWords[pen.map.language].beside;
  const slides: SlideShape[][] = [];
  const end = { x: slide.width - margin, y: slide.height - margin };
  let [x, y, rowHeight] = [corner.x, Infinity, 0];
  for (const place of stickies.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    if (x + place.width > end.x) [x, y, rowHeight] = [corner.x, y + rowHeight + sizes.rowGap, 0];
    if (y + place.height > end.y) {
      slides.push([]);
      [x, y, rowHeight] = [corner.x, corner.y, 0];
    }
    slides.at(-1)?.push(...cardShapes({ ...place, x: 0, y: 0 }, undefined, { x, y }, pen));
    x += place.width + sizes.rowGap;
    rowHeight = Math.max(rowHeight, place.height);
  }
  return slides.map((shapes) => ({ title, shapes }));
}

/** Charts are drawn for paper, in points; so much larger they are read from the back of a room. */
const chartScale = 1.8;
const chartGap = 32;

function forecastSlides(
  map: JourneyMap,
  { plan, measure }: DocumentOptions,
  slide: SlideSize,
): readonly MapSlide[] {
  if (plan === undefined) return [];
  const words = documentWords[map.language];
  const columnWidth = (slide.width - 2 * margin - chartGap) / 2;
  const frame = {
    width: columnWidth / chartScale,
    height: (slide.height - titleHeight - 2 * margin) / chartScale,
  };
  const blocks = forecastFigures(map, plan.forecast, words, { withRadar: true, mostBars: 8 });
  // Radar and dimensions on the left, what moves them and the waits on the right.
  const sides = [blocks.slice(0, 2), blocks.slice(2)].map((side) => flowPages(side, frame, measure));
  return Array.from({ length: Math.max(...sides.map((pages) => pages.length)) }, (_, i) => ({
    title: `${plan.plan.title} · ${words.forecast}`,
    shapes: sides.flatMap((pages, side) =>
      shapesOfMarks(
        pages[i] ?? [],
        { x: corner.x + side * (columnWidth + chartGap), y: corner.y },
        chartScale,
      ),
    ),
  }));
}
