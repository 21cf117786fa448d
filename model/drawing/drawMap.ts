import { layoutSizes as sizes, textStyles } from '../layout/layoutSizes.ts';
import type { Column, ConnectorRoute, Curve, MapLayout, Point, Row, StageBand } from '../layout/mapLayout.ts';
import type { TextMeasure } from '../layout/textMeasure.ts';
import type { StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { indexMap, type MapIndex } from '../map/mapIndex.ts';
import { drawingWords, type DrawingWords } from '../text/drawingWords.ts';
import { cardTone } from './cardTone.ts';
import { drawCard } from './drawCard.ts';
import { group, type Drawing, type Group, type Mark } from './drawing.ts';
import {
  curveGround,
  curvePoints,
  drawMetric,
  emotionScale,
  emotionText,
  lineStrokes,
  rowGround,
} from './drawRow.ts';
import { markerBadge } from './markerBadge.ts';
import { offPageSigns, type PageOfCard } from './offPageSigns.ts';

export interface MapDrawingOptions {
  readonly measure: TextMeasure;
  /** Dependencies (`needs`) are drawn on demand only. */
  readonly withNeeds?: boolean;
  /** Lanes are entries of the outline; false on later pages of a booklet. */
  readonly laneBookmarks?: boolean;
  /** Where the map is drawn on several pages: the page of each card. */
  readonly pageOf?: PageOfCard;
}

/**
 * The map itself, as on the screen: ground first, then curves, lines and arrows, then the table of stages, steps and
 * cells in reading order (stage, step, lane), then what floats.
 */
export function drawMap(map: JourneyMap, layout: MapLayout, options: MapDrawingOptions): Drawing {
  const words = drawingWords[map.language];
  const pen: Pen = { map, layout, words, index: indexMap(map), measure: options.measure };
  const { pageOf } = options;
  const connectors = layout.connectors.filter(
    (route) => route.kind === 'triggers' || options.withNeeds === true,
  );
  return {
    width: layout.width,
    height: layout.height,
    title: map.title,
    language: map.language,
    marks: [
      group(
        layout.rows.map((row) => rowGround(row, layout)),
        { meaning: { role: 'artifact' } },
      ),
      ...layout.rows.flatMap((row) => curvesOf(row, pen)),
      ...layout.lines.map((line) => blueprintLine(line, pen)),
      ...(connectors.length === 0 ? [] : [connectorsFigure(connectors, pen)]),
      table(pen, options.laneBookmarks !== false),
      ...(pageOf === undefined ? [] : offPageSigns(map, layout, { pageOf, words, measure: options.measure })),
      ...layout.stickies.map((box) => stickyOf(box, pen)),
    ],
  };
}

interface Pen {
  readonly map: JourneyMap;
  readonly layout: MapLayout;
  readonly words: DrawingWords;
  readonly index: MapIndex;
  readonly measure: TextMeasure;
}

export function personaName(curve: Curve, pen: Pick<Pen, 'index' | 'words'>): string {
  if (curve.personaId === undefined) return pen.words.forecast;
  return pen.index.personasById.get(curve.personaId)?.name ?? '';
}

function curvesOf(row: Row, pen: Pen): readonly Group[] {
  const area = row.content.curveArea;
  if (area === undefined) return [];
  const alt = area.curves
    .map((curve) => {
      const values = curve.points
        .map((point) => `${pen.index.stepsById.get(point.stepId)?.title ?? ''} ${emotionText(point.value)}`)
        .join(', ');
      return pen.words.curve(curve.personaId === undefined ? row.laneId : personaName(curve, pen), values);
    })
    .join('; ');
  const ground = group(curveGround(area, pen.layout), {
    at: { x: 0, y: row.y },
    meaning: alt === '' ? { role: 'artifact' } : { role: 'figure', alt },
  });
  return row.content.kind === 'emotion'
    ? [
        ground,
        group(emotionScale(area, pen.layout, pen.map.language), {
          at: { x: 0, y: row.y },
          meaning: { role: 'artifact' },
        }),
      ]
    : [ground];
}

/** The name stands in the rail, where no arrow ever runs, and the stroke goes on from there to the right edge. */
export function blueprintLine(
  line: MapLayout['lines'][number],
  pen: Pick<Pen, 'layout' | 'words' | 'measure'>,
): Group {
  const text = line.kinds.map((kind) => pen.words.lines[kind]).join(' · ');
  const style = textStyles.line;
  const width = pen.measure.widthInEm(text, style.weight) * style.size;
  const { rail, grid } = pen.layout;
  const kind = line.kinds[0] ?? 'interaction';
  const from = Math.max(rail.x + rail.width + sizes.railGap, rail.x + width + 8);
  return group(
    [
      group([{ type: 'path', d: `M${from} ${line.y}H${grid.right}`, stroke: lineStrokes[kind] }], {
        meaning: { role: 'artifact' },
      }),
      {
        type: 'text',
        x: rail.x,
        y: line.y - style.lineHeight / 2,
        lines: [{ text, width }],
        style,
        colour: 'ink',
      },
    ],
    { meaning: { role: 'paragraph' } },
  );
}

function connectorsFigure(routes: readonly ConnectorRoute[], pen: Pen): Group {
  const titleOf = (id: ConnectorRoute['fromCardId']) => pen.index.cardsById.get(id)?.text ?? '';
  const alt = routes
    .map((route) =>
      pen.words.connector(titleOf(route.fromCardId), titleOf(route.toCardId), route.label?.text ?? ''),
    )
    .join('; ');
  return group(
    routes.flatMap((route) => connectorMarks(route)),
    { meaning: { role: 'figure', alt } },
  );
}

/** The line ends where the head begins, so that a thick line never shows beside a thin tip. */
export function connectorMarks(route: ConnectorRoute): readonly Mark[] {
  const colour = route.kind === 'needs' ? 'mark' : 'ink-secondary';
  const end = route.points.at(-1);
  const beforeEnd = route.points.at(-2);
  const start = route.points[0];
  const afterStart = route.points[1];
  if (end === undefined || beforeEnd === undefined || start === undefined || afterStart === undefined)
    return [];
  const heads = [
    arrowHead(beforeEnd, end),
    ...(route.heads === 'both' ? [arrowHead(afterStart, start)] : []),
  ];
  return [
    {
      type: 'path',
      d: roundedPath(route.points),
      stroke: { colour, width: 1.3, ...(route.kind === 'needs' ? { dash: [4, 3] } : {}) },
    },
    { type: 'path', d: heads.join(''), fill: colour },
    ...connectorLabel(route),
  ];
}

export function connectorLabel({ label }: ConnectorRoute): readonly Mark[] {
  if (label === undefined) return [];
  const style = textStyles.small;
  const { x, width, text } = label;
  const y = label.y - style.lineHeight / 2;
  return [
    {
      type: 'rect',
      x: x - width / 2 - 3,
      y,
      width: width + 6,
      height: style.lineHeight,
      radius: 3,
      fill: 'page',
    },
    { type: 'text', x, y, lines: [{ text, width }], style, colour: 'ink-secondary', align: 'middle' },
  ];
}

function arrowHead(from: Point, tip: Point): string {
  const dx = Math.sign(tip.x - from.x);
  const dy = Math.sign(tip.y - from.y);
  const back = { x: tip.x - dx * 6, y: tip.y - dy * 6 };
  return `M${tip.x} ${tip.y}L${back.x + dy * 3.2} ${back.y + dx * 3.2}L${back.x - dy * 3.2} ${back.y - dx * 3.2}Z`;
}

/** Corners as small quarter circles. */
function roundedPath(points: readonly Point[]): string {
  let d = '';
  points.forEach((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (before === undefined) d += `M${point.x} ${point.y}`;
    else if (after === undefined) d += `L${point.x} ${point.y}`;
    else {
      const radius = Math.min(4, distance(before, point) / 2, distance(point, after) / 2);
      const start = towards(point, before, radius);
      const end = towards(point, after, radius);
      d += `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`;
    }
  });
  return d;
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

const towards = (from: Point, to: Point, by: number): Point => ({
  x: from.x + Math.sign(to.x - from.x) * by,
  y: from.y + Math.sign(to.y - from.y) * by,
});

/** Header row with the lanes, then one row for each step: its stage (once), its title, its cells. */
function table(pen: Pen, laneBookmarks: boolean): Group {
  const { layout } = pen;
  const rows: Group[] = [
    group(
      [
        group([], { meaning: { role: 'columnHeader', alt: pen.words.stage } }),
        group([], { meaning: { role: 'columnHeader', alt: pen.words.step } }),
        ...layout.rows.map((row) => laneHeader(row, laneBookmarks)),
      ],
      { meaning: { role: 'tableRow' } },
    ),
  ];
  for (const stage of layout.stages) {
    const band = stageHeader(stage, pen);
    if (stage.columns === undefined) {
      rows.push(group([band], { meaning: { role: 'tableRow' } }));
      continue;
    }
    for (let i = stage.columns.first; i <= stage.columns.last; i++) {
      const column = layout.columns[i];
      if (column === undefined) continue;
      const cells = layout.rows.map((row) => cellOf(row, column, pen));
      const header = stepHeader(column, pen);
      const marks = i === stage.columns.first ? [band, header, ...cells] : [header, ...cells];
      rows.push(group(marks, { meaning: { role: 'tableRow' } }));
    }
  }
  return group(rows, { meaning: { role: 'table' } });
}

function laneHeader(row: Row, withBookmark: boolean): Group {
  const { text } = row.content;
  const title = text.lines.map((line) => line.text).join(' ');
  return group(text.lines.length === 0 ? [] : [{ type: 'text', ...text, colour: 'ink' }], {
    at: { x: 0, y: row.y },
    meaning: {
      role: 'columnHeader',
      ids: { laneId: row.laneId },
      ...(title === '' || !withBookmark ? {} : { bookmark: { title, level: 1 } }),
    },
  });
}

function stageHeader(stage: StageBand, pen: Pen): Group {
  const title = pen.index.stagesById.get(stage.stageId)?.title ?? '';
  const { columns } = stage;
  return group(
    [
      group(
        [
          {
            type: 'rect',
            x: 0,
            y: 0,
            width: stage.width,
            height: stage.height,
            radius: sizes.cellRadius - 1,
            fill: stageColour(stage.hue),
          },
        ],
        { meaning: { role: 'artifact' } },
      ),
      { type: 'text', ...stage.text, colour: 'on-stage' },
    ],
    {
      at: { x: stage.x, y: stage.y },
      meaning: {
        role: 'rowHeader',
        rowSpan: columns === undefined ? 1 : columns.last - columns.first + 1,
        ids: { stageId: stage.stageId },
        ...(title === '' ? {} : { bookmark: { title, level: 1 } }),
      },
    },
  );
}

/** Hues are 0..7 by the map's schema. */
export const stageColour = (hue: number) => `stage-${hue as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}` as const;

function stepHeader(column: Column, pen: Pen): Group {
  const { stepY, stepHeight } = pen.layout.header;
  const title = pen.index.stepsById.get(column.stepId)?.title ?? '';
  const box: Mark = {
    type: 'rect',
    x: sizes.stageGap / 2 + 0.5,
    y: 0.5,
    width: column.width - sizes.stageGap - 1,
    height: stepHeight - 1,
    radius: sizes.cellRadius,
    fill: 'panel',
    stroke: { colour: 'hairline', width: 1 },
  };
  return group(
    [
      group([box], { meaning: { role: 'artifact' } }),
      { type: 'text', ...column.number, colour: 'ink-faint' },
      ...(column.text.lines.length === 0
        ? []
        : [{ type: 'text' as const, ...column.text, colour: 'ink' as const, whole: title }]),
      ...column.markers.map((marker) => markerBadge(marker, pen.words.markers[marker.kind])),
    ],
    {
      at: { x: column.x, y: stepY },
      meaning: {
        role: 'rowHeader',
        ids: { stepId: column.stepId, stageId: column.stageId },
        ...(title === '' ? {} : { bookmark: { title, level: 2 } }),
      },
    },
  );
}

function cellOf(row: Row, column: Column, pen: Pen): Group {
  const { content } = row;
  const marks: Mark[] = [
    ...(content.curveArea === undefined ? [] : pointsOf(content.curveArea, column.stepId, pen)),
    ...content.metrics
      .filter((metric) => metric.stepId === column.stepId)
      .map((metric) => drawMetric(metric, pen.words)),
    ...content.cards.flatMap((box): Mark[] => {
      const card = pen.index.cardsById.get(box.cardId);
      if (box.column !== column.index || card === undefined) return [];
      return [
        drawCard(
          card,
          box,
          cardTone(card, content.kind, content.group),
          pictureOf(box.cardId, pen),
          pen.words,
        ),
      ];
    }),
  ];
  return group(marks, {
    at: { x: 0, y: row.y },
    meaning: { role: 'cell', ids: { laneId: row.laneId, stepId: column.stepId } },
  });
}

function pointsOf(area: NonNullable<Row['content']['curveArea']>, stepId: StepId, pen: Pen): readonly Mark[] {
  return curvePoints(area, stepId, (curve) => personaName(curve, pen), pen.words);
}

export function pictureOf(cardId: ConnectorRoute['fromCardId'], pen: Pick<Pen, 'index' | 'map'>) {
  const hash = pen.index.cardsById.get(cardId)?.pictureId;
  return hash === undefined ? undefined : pen.map.pictures.find((picture) => picture.hash === hash);
}

function stickyOf(box: MapLayout['stickies'][number], pen: Pen): Group {
  const card = pen.index.cardsById.get(box.cardId);
  if (card === undefined) return group([]);
  const tone = cardTone(card, undefined, undefined);
  return group([drawCard(card, box, tone, pictureOf(box.cardId, pen), pen.words)], {
    meaning: { role: 'section', ids: { cardId: box.cardId } },
  });
}
