import { layoutMap } from '../layout/layoutMap.ts';
import { layoutSizes as sizes } from '../layout/layoutSizes.ts';
import type { Box, MapLayout, Point } from '../layout/mapLayout.ts';
import { withoutControls } from '../layout/textLines.ts';
import { indexMap } from '../map/mapIndex.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { drawingWords } from '../text/drawingWords.ts';
import { cardTone } from './cardTone.ts';
import { stageColour } from './drawMap.ts';
import { emotionColour } from './emotionFace.ts';
import type { DocumentOptions } from './mapDocument.ts';
import { measurementWords } from './measurementWords.ts';
import type { Colour } from './themes.ts';

/** A slide for each stage, of shapes that people can go on editing: one for each card. All in map units. */
export interface MapSlides {
  readonly width: number;
  readonly height: number;
  readonly slides: readonly MapSlide[];
}

export interface MapSlide {
  readonly title: string;
  readonly shapes: readonly SlideShape[];
}

export interface SlideShape extends Box {
  readonly kind: 'box' | 'text' | 'disc' | 'line';
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly fill?: Colour;
  readonly border?: Colour;
  readonly ink?: Colour;
  /** Corners of a line, from the corner of the slide. */
  readonly points?: readonly Point[];
  readonly arrow?: boolean;
}

const margin = 24;
const titleHeight = 44;

export function mapSlides(map: JourneyMap, options: DocumentOptions): MapSlides {
  const describeMeasurement = measurementWords(map, map.language);
  const stages = map.stages.filter(
    (stage) =>
      map.steps.some((step) => step.stageId === stage.id) && options.show?.stageIds?.has(stage.id) !== false,
  );
  const layouts = stages.map((stage) => ({
    title: stage.title,
    layout: layoutMap(map, {
      measure: options.measure,
      describeMeasurement,
      show: { ...options.show, stageIds: new Set([stage.id]), stepWidth: 200 },
    }),
  }));
  return {
    width: Math.max(640, ...layouts.map(({ layout }) => layout.width + 2 * margin)),
    height: Math.max(360, ...layouts.map(({ layout }) => layout.height + titleHeight + 2 * margin)),
    slides: layouts.map(({ title, layout }) => ({
      title: `${map.title} · ${title}`,
      shapes: shapesOf(map, layout).map(placed),
    })),
  };
}

const placed = (shape: SlideShape): SlideShape => ({
  ...shape,
  x: shape.x + margin,
  y: shape.y + margin + titleHeight,
  text: withoutControls(shape.text).replace(/[\ufffe\uffff]/g, ''),
  ...(shape.points === undefined
    ? {}
    : { points: shape.points.map((point) => ({ x: point.x + margin, y: point.y + margin + titleHeight })) }),
});

function shapesOf(map: JourneyMap, layout: MapLayout): readonly SlideShape[] {
  const index = indexMap(map);
  const words = drawingWords[map.language];
  const { stepY, stepHeight } = layout.header;
  const shapes: SlideShape[] = [];
  for (const row of layout.rows) {
    const lane = index.lanesById.get(row.laneId);
    shapes.push(
      {
        kind: 'box',
        x: 0,
        y: row.y,
        width: layout.rail.width,
        height: row.height,
        text: lane?.title ?? '',
        size: 12,
        bold: true,
        fill: 'sunken',
      },
      {
        kind: 'box',
        x: layout.grid.x,
        y: row.y,
        width: layout.grid.right - layout.grid.x,
        height: row.height,
        text: '',
        size: 12,
        fill: 'panel',
        border: 'hairline',
      },
    );
  }
  for (const line of layout.lines) {
    const text = line.kinds.map((kind) => words.lines[kind]).join(' · ');
    shapes.push(
      { kind: 'text', x: 0, y: line.y - 9, width: layout.rail.width, height: 18, text, size: 10, bold: true },
      lineShape(
        [
          { x: layout.grid.x, y: line.y },
          { x: layout.grid.right, y: line.y },
        ],
        'ink',
        false,
      ),
    );
  }
  for (const stage of layout.stages)
    shapes.push({
      kind: 'box',
      x: stage.x,
      y: stage.y,
      width: stage.width,
      height: stage.height,
      text: index.stagesById.get(stage.stageId)?.title ?? '',
      size: 12.5,
      bold: true,
      fill: stageColour(stage.hue),
      ink: 'on-stage',
    });
  for (const column of layout.columns)
    shapes.push({
      kind: 'box',
      x: column.x + 2,
      y: stepY,
      width: column.width - 4,
      height: stepHeight,
      text: index.stepsById.get(column.stepId)?.title ?? '',
      size: 12,
      bold: true,
      fill: 'panel',
      border: 'hairline',
    });
  for (const route of layout.connectors)
    if (route.kind === 'triggers') shapes.push(lineShape(route.points, 'ink-secondary', true));
  for (const row of layout.rows) shapes.push(...rowShapes(map, row));
  return shapes;
}

function rowShapes(map: JourneyMap, row: MapLayout['rows'][number]): readonly SlideShape[] {
  const index = indexMap(map);
  const { content } = row;
  const shapes: SlideShape[] = [];
  for (const curve of content.curveArea?.curves ?? []) {
    if (curve.points.length > 1)
      shapes.push(
        lineShape(
          curve.points.map((point) => ({ x: point.x, y: row.y + point.y })),
          'emotion-middle',
          false,
        ),
      );
    for (const point of curve.points)
      shapes.push({
        kind: 'disc',
        x: point.x - sizes.faceSize / 2,
        y: row.y + point.y - sizes.faceSize / 2,
        width: sizes.faceSize,
        height: sizes.faceSize,
        text: '',
        size: 8,
        fill: emotionColour(point.value),
      });
  }
  for (const metric of content.metrics) {
    const number = [metric.value, metric.unit].map((block) => block.lines[0]?.text ?? '').join(' ');
    const label = metric.label.lines.map((line) => line.text).join(' ');
    shapes.push({
      kind: 'text',
      x: metric.x,
      y: row.y + metric.y,
      width: metric.width,
      height: metric.height,
      text: `${label}\n${number}`,
      size: 11,
    });
  }
  for (const box of content.cards) {
    const card = index.cardsById.get(box.cardId);
    if (card === undefined) continue;
    const tone = cardTone(card, content.kind, content.group);
    const text = card.quote === undefined ? card.text : `${card.text}\n“${card.quote}”`;
    shapes.push({
      kind: 'box',
      x: box.x,
      y: row.y + box.y,
      width: box.width,
      height: box.height,
      text,
      size: 12,
      fill: tone.fill,
      border: tone.border,
    });
  }
  return shapes;
}

function lineShape(points: readonly Point[], border: Colour, arrow: boolean): SlideShape {
  return { kind: 'line', x: 0, y: 0, width: 0, height: 0, text: '', size: 12, border, points, arrow };
}
