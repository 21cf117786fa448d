import type {
  Box,
  Curve,
  CurveArea,
  MapLayout,
  Point,
  Row,
  StageBand,
} from '../../../model/layout/mapLayout.ts';
import { layoutSizes } from '../../../model/layout/layoutSizes.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import { indexMap } from '../../../model/map/mapIndex.ts';
import {
  type Size,
  type Viewport,
  farZoom,
  visibleBox,
  overviewHeaderPx,
  overviewRailPx,
} from '../viewport.ts';
import type { Palette } from './palette.ts';

export interface Overview {
  readonly map: JourneyMap;
  readonly layout: MapLayout;
  readonly palette: Palette;
  readonly viewport: Viewport;
  readonly size: Size;
}

/**
 * Draws the map from afar. Cards are blocks in the colour of their lane; stages, lanes and, while there is room,
 * steps are written at the size of the screen. From very far only stages, curve, pains and markers are left.
 */
export function drawOverview(context: CanvasRenderingContext2D, overview: Overview): void {
  const { layout, palette, viewport, size } = overview;
  const { zoom } = viewport;
  const visible = visibleBox(viewport, size);
  context.fillStyle = palette.page;
  context.fillRect(0, 0, size.width, size.height);
  context.save();
  context.translate(viewport.x, viewport.y);
  context.scale(zoom, zoom);
  const rows = layout.rows.filter(
    (row) => row.y < visible.y + visible.height && row.y + row.height > visible.y,
  );
  for (const row of rows) drawRow(context, overview, row, visible);
  drawLines(context, overview);
  if (zoom >= farZoom) drawConnectors(context, overview, visible);
  drawStickies(context, overview, visible);
  context.restore();
  drawTitles(context, overview, rows);
}

function drawRow(context: CanvasRenderingContext2D, overview: Overview, row: Row, visible: Box): void {
  const { layout, palette, viewport, map } = overview;
  context.fillStyle = palette.panel;
  context.fillRect(layout.grid.x, row.y, layout.grid.right - layout.grid.x, row.height);
  context.fillStyle = palette.sunken;
  context.fillRect(layout.rail.x, row.y, layout.rail.width, row.height);
  const { content } = row;
  if (content.collapsed) return;
  const far = viewport.zoom < farZoom;
  const { cardsById } = indexMap(map);
  for (const box of content.cards) {
    if (box.x > visible.x + visible.width) break;
    if (box.x + box.width < visible.x) continue;
    const pain = content.kind === 'painPoints';
    context.globalAlpha = far && !pain ? 0.28 : 0.5;
    context.fillStyle = pain
      ? palette.pain
      : content.kind === 'opportunities' || content.kind === 'solutions'
        ? palette.gain
        : palette.group(content.group);
    const severity = cardsById.get(box.cardId)?.painPoint?.severity ?? 3;
    if (pain) context.globalAlpha = 0.25 + severity * 0.13;
    context.fillRect(box.x, row.y + box.y, box.width, box.height);
    context.globalAlpha = 1;
    for (const marker of box.markers) {
      context.fillStyle =
        marker.kind === 'fail' ? palette.pain : marker.kind === 'wait' ? palette.wait : palette.ink;
      disc(context, { x: box.x + marker.x, y: row.y + box.y + marker.y }, 5 / viewport.zoom);
    }
  }
  for (const metric of content.metrics) {
    if (far || metric.target === undefined) continue;
    context.fillStyle = { met: palette.gain, near: palette.wait, missed: palette.pain }[metric.target.state];
    disc(
      context,
      { x: metric.x + metric.width / 2, y: row.y + metric.y + metric.height / 2 },
      Math.min(12, 4 / viewport.zoom),
    );
  }
  if (content.curveArea !== undefined) drawCurves(context, overview, row, content.curveArea);
}

function drawCurves(context: CanvasRenderingContext2D, overview: Overview, row: Row, area: CurveArea): void {
  const { layout, palette, viewport } = overview;
  context.save();
  context.translate(0, row.y);
  context.strokeStyle = palette.hairline;
  context.lineWidth = 1 / viewport.zoom;
  context.beginPath();
  context.moveTo(layout.grid.x, area.neutralY);
  context.lineTo(layout.grid.right, area.neutralY);
  context.stroke();
  for (const curve of area.curves) {
    if (curve.forecast !== undefined) {
      context.fillStyle = palette.planBand;
      // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- paints a path, fills no array
      context.fill(new Path2D(curve.forecast.band));
    }
    const gradient = context.createLinearGradient(0, area.highY, 0, area.lowY);
    gradient.addColorStop(0, palette.emotionHigh);
    gradient.addColorStop(0.5, palette.emotionMiddle);
    gradient.addColorStop(1, palette.emotionLow);
    context.lineJoin = 'round';
    context.lineWidth = 2.5 / viewport.zoom;
    context.strokeStyle = gradient;
    context.stroke(new Path2D(curve.path));
    if (curve.forecast !== undefined) {
      context.setLineDash([5 / viewport.zoom, 4 / viewport.zoom]);
      context.lineWidth = 2 / viewport.zoom;
      context.strokeStyle = palette.plan;
      context.stroke(new Path2D(curve.forecast.path));
      context.setLineDash([]);
    }
    drawPoints(context, overview, curve);
  }
  context.restore();
}

/** The deep valleys are what is read from five metres: low points are larger. */
function drawPoints(context: CanvasRenderingContext2D, { palette, viewport }: Overview, curve: Curve): void {
  for (const point of curve.points) {
    const deep = point.value <= -0.5;
    context.fillStyle = palette.panel;
    context.strokeStyle = point.value < 0 ? palette.emotionLow : palette.emotionHigh;
    context.lineWidth = 2 / viewport.zoom;
    context.beginPath();
    context.arc(point.x, point.y, Math.min((deep ? 5.5 : 3.5) / viewport.zoom, 22), 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

function drawLines(context: CanvasRenderingContext2D, { layout, palette, viewport }: Overview): void {
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.5 / viewport.zoom;
  for (const line of layout.lines) {
    const unit = 4 / viewport.zoom;
    const dash = { interaction: [], visibility: [2 * unit, unit], internalInteraction: [unit / 2, unit] };
    context.setLineDash(dash[line.kinds[0] ?? 'interaction']);
    context.beginPath();
    context.moveTo(0, line.y);
    context.lineTo(layout.grid.right, line.y);
    context.stroke();
  }
  context.setLineDash([]);
}

function drawConnectors(
  context: CanvasRenderingContext2D,
  { layout, palette, viewport }: Overview,
  visible: Box,
): void {
  context.strokeStyle = palette.connector;
  context.lineWidth = 1 / viewport.zoom;
  context.globalAlpha = 0.6;
  context.beginPath();
  for (const route of layout.connectors) {
    const [start, ...rest] = route.points;
    const end = rest.at(-1);
    if (start === undefined || end === undefined || !near(start, end, visible)) continue;
    context.moveTo(start.x, start.y);
    for (const point of rest) context.lineTo(point.x, point.y);
  }
  context.stroke();
  context.globalAlpha = 1;
}

function near(start: Point, end: Point, visible: Box): boolean {
  return (
    Math.min(start.x, end.x) < visible.x + visible.width &&
    Math.max(start.x, end.x) > visible.x &&
    Math.min(start.y, end.y) < visible.y + visible.height &&
    Math.max(start.y, end.y) > visible.y
  );
}

function drawStickies(context: CanvasRenderingContext2D, { layout, palette }: Overview, visible: Box): void {
  context.fillStyle = palette.wait;
  context.globalAlpha = 0.35;
  for (const box of layout.stickies) {
    if (box.x < visible.x + visible.width && box.x + box.width > visible.x)
      context.fillRect(box.x, box.y, box.width, box.height);
  }
  context.globalAlpha = 1;
}

const stageBandPx = 24;
const leastTitlePx = 34;

/** Stage bands, step numbers or titles, and lane titles, at the size of the screen and kept in sight. */
function drawTitles(context: CanvasRenderingContext2D, overview: Overview, rows: readonly Row[]): void {
  const { layout, palette, viewport, size, map } = overview;
  const { zoom } = viewport;
  const index = indexMap(map);
  // Wider than its scale, the rail grows to the left, away from the first column; the header likewise upwards.
  const railPx = Math.max(layout.rail.width * zoom, overviewRailPx);
  const left = Math.max(0, viewport.x + (layout.rail.x + layout.rail.width) * zoom - railPx);
  const write = (text: string, x: number, y: number, width: number) => {
    if (width < leastTitlePx) return;
    context.fillText(fitText(context, text, width), x, y);
  };
  context.textBaseline = 'middle';

  context.font = `600 11px ${palette.font}`;
  for (const row of rows) {
    const y = viewport.y + row.y * zoom;
    const height = row.height * zoom;
    if (height < 12) continue;
    context.fillStyle = palette.sunken;
    context.fillRect(left, y, railPx, height);
    context.fillStyle = palette.ink;
    write(index.lanesById.get(row.laneId)?.title ?? '', left + 6, y + height / 2, railPx - 10);
  }

  const withSteps = zoom >= farZoom && layoutSizes.stepWidth * zoom >= leastTitlePx;
  const headerPx = withSteps ? overviewHeaderPx : stageBandPx + 4;
  const headerTop = Math.max(0, viewport.y + (layout.rows[0]?.y ?? 0) * zoom - headerPx);
  context.fillStyle = palette.page;
  context.fillRect(0, headerTop, size.width, headerPx);
  for (const stage of layout.stages) drawStage(context, overview, stage, headerTop, write);
  if (!withSteps) return;
  context.font = `500 11px ${palette.font}`;
  context.fillStyle = palette.ink;
  for (const column of layout.columns) {
    const x = viewport.x + column.x * zoom;
    const title = index.stepsById.get(column.stepId)?.title ?? '';
    write(`${column.index + 1} ${title}`, x + 4, headerTop + stageBandPx + 14, column.width * zoom - 6);
  }
}

function drawStage(
  context: CanvasRenderingContext2D,
  { palette, viewport, size, map }: Overview,
  stage: StageBand,
  top: number,
  write: (text: string, x: number, y: number, width: number) => void,
): void {
  const { zoom } = viewport;
  const x = viewport.x + stage.x * zoom;
  const width = stage.width * zoom;
  if (x > size.width || x + width < 0) return;
  context.fillStyle = palette.stage(stage.hue);
  context.fillRect(x, top, width, stageBandPx);
  context.fillStyle = palette.onStage;
  context.font = `600 12px ${palette.font}`;
  const textX = Math.max(x, 0) + 8;
  const title = indexMap(map).stagesById.get(stage.stageId)?.title ?? '';
  write(title, textX, top + stageBandPx / 2 + 0.5, x + width - textX - 6);
}

function fitText(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (context.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${text.slice(0, low)}…`;
}

function disc(context: CanvasRenderingContext2D, middle: Point, radius: number): void {
  context.beginPath();
  context.arc(middle.x, middle.y, radius, 0, 2 * Math.PI);
  context.fill();
}
