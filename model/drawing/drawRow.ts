import { layoutSizes as sizes, textStyles } from '../layout/layoutSizes.ts';
import type {
  Curve,
  CurveArea,
  MapLayout,
  MetricBox,
  Point,
  Row,
  TargetState,
  TextBlock,
} from '../layout/mapLayout.ts';
import type { Language } from '../map/language.ts';
import { emotionScaleNames } from '../text/mapNames.ts';
import type { DrawingWords } from '../text/drawingWords.ts';
import { group, type Group, type Mark, type Stroke } from './drawing.ts';
import { disc, emotionFace } from './emotionFace.ts';
import { hatch } from './hatch.ts';
import type { Colour } from './themes.ts';

/** Everything of a row that is not a card: ground, rail, curves, numbers. Heights are from the top of the row. */

export function rowGround(row: Row, layout: MapLayout): Group {
  const { x, right } = layout.grid;
  const marks: Mark[] = [
    {
      type: 'rect',
      x: x + 0.5,
      y: 0.5,
      width: right - x - 1,
      height: row.height - 1,
      radius: sizes.cellRadius,
      fill: 'panel',
      stroke: { colour: 'hairline', width: 1 },
    },
    {
      type: 'rect',
      x: layout.rail.x,
      y: 0,
      width: layout.rail.width,
      height: row.height,
      radius: sizes.cellRadius,
      fill: 'sunken',
    },
  ];
  const between = layout.columns.slice(1).map((column) => `M${column.x} 5V${row.height - 5}`);
  if (between.length > 0)
    marks.push({ type: 'path', d: between.join(''), stroke: { colour: 'hairline', width: 1 } });
  return group(marks, { at: { x: 0, y: row.y } });
}

/** Grid lines, bands, curves and forecasts; faces are drawn with their cells. */
export function curveGround(area: CurveArea, layout: MapLayout): readonly Mark[] {
  const { x, right } = layout.grid;
  const across = (y: number) => `M${x + 8} ${y}H${right - 8}`;
  return [
    { type: 'path', d: across(area.neutralY), stroke: { colour: 'border', width: 1 } },
    {
      type: 'path',
      d: across(area.highY) + across(area.lowY),
      stroke: { colour: 'hairline', width: 1, dash: [3, 3] },
    },
    ...area.curves.flatMap((curve): Mark[] =>
      curve.forecast === undefined || curve.forecast.band === ''
        ? []
        : [{ type: 'path', d: curve.forecast.band, fill: 'plan-band' }],
    ),
    ...area.curves.flatMap((curve): Mark[] => (curve.path === '' ? [] : [curveLine(curve, area)])),
    ...area.curves.flatMap((curve): Mark[] =>
      curve.forecast === undefined || curve.forecast.path === ''
        ? []
        : [
            {
              type: 'path',
              d: curve.forecast.path,
              stroke: forecastStroke,
            },
          ],
    ),
  ];
}

function curveLine(curve: Curve, area: CurveArea): Mark {
  const arc = curve.personaId === undefined;
  const dash = personaDashes[curve.styleIndex];
  return {
    type: 'path',
    d: curve.path,
    stroke: {
      colour: arc ? 'ink-secondary' : 'emotion-middle',
      width: 2.4,
      ...(dash === undefined || dash.length === 0 ? {} : { dash }),
    },
    ...(arc
      ? {}
      : {
          gradient: {
            fromY: area.highY,
            toY: area.lowY,
            stops: [
              { at: 0, colour: 'emotion-high' as const },
              { at: 0.3, colour: 'emotion-high' as const },
              { at: 0.5, colour: 'emotion-middle' as const },
              { at: 0.7, colour: 'emotion-low' as const },
              { at: 1, colour: 'emotion-low' as const },
            ],
          },
        }),
  };
}

export const forecastStroke: Stroke = { colour: 'plan', width: 2, dash: [1, 4.5], cap: 'round' };

/** How the curves of several personas differ without colour. */
export const personaDashes: readonly (readonly number[])[] = [
  [],
  [7, 4],
  [2, 3],
  [9, 3, 2, 3],
  [12, 4],
  [5, 2],
  [3, 5],
  [9, 3, 2, 3, 2, 3],
];

/** The points of all curves at one column: faces for personas, a dot for the arc, rings where the forecast differs. */
export function curvePoints(
  area: CurveArea,
  stepId: string,
  names: (curve: Curve) => string,
  words: DrawingWords,
): readonly Mark[] {
  return area.curves.flatMap((curve): Mark[] => {
    const point = curve.points.find((each) => each.stepId === stepId);
    const planned = curve.forecast?.points.find((each) => each.stepId === stepId);
    const marks: Mark[] = [];
    if (planned !== undefined && planned.y !== point?.y)
      marks.push({
        type: 'path',
        d: disc(planned.x, planned.y, 3),
        fill: 'panel',
        stroke: { colour: 'plan', width: 1.6 },
      });
    if (point !== undefined && curve.personaId === undefined)
      marks.push({ type: 'path', d: disc(point.x, point.y, 3.5), fill: 'ink-secondary' });
    if (point !== undefined && curve.personaId !== undefined) {
      if (curve.peak === stepId || curve.end === stepId) marks.push(ring(point));
      marks.push(emotionFace(point.x, point.y, sizes.faceSize, point.value));
    }
    if (marks.length === 0) return [];
    const alt =
      point === undefined || curve.personaId === undefined
        ? names(curve)
        : `${words.emotion(names(curve), emotionText(point.value))}${
            planned === undefined ? '' : `, ${words.forecast} ${emotionText(planned.value)}`
          }`;
    return [group(marks, { meaning: { role: 'figure', alt } })];
  });
}

/** -1..1 as -2..+2 with one decimal. */
export function emotionText(value: number): string {
  const shown = Math.round(value * 20) / 10;
  return shown > 0 ? `+${shown}` : String(shown).replace('-', '−');
}

/** Peak and end carry a second ring. */
const ring = (point: Point): Mark => ({
  type: 'path',
  d: disc(point.x, point.y, sizes.faceSize / 2 + 3.5),
  stroke: { colour: 'mark', width: 1 },
});

/** The words of the emotion scale at the right edge of the rail. */
export function emotionScale(area: CurveArea, layout: MapLayout, language: Language): readonly Mark[] {
  const style = { ...textStyles.small, size: 9.5, lineHeight: 12 };
  const x = layout.rail.width - 8;
  return (
    [
      [area.highY, emotionScaleNames.delighted[language]],
      [area.neutralY, emotionScaleNames.neutral[language]],
      [area.lowY, emotionScaleNames.frustrated[language]],
    ] as const
  ).map(([y, text]) => ({
    type: 'text',
    x,
    y: y - style.lineHeight / 2,
    lines: [{ text, width: 0 }],
    style,
    colour: 'ink-faint',
    align: 'right',
  }));
}

export function drawMetric(metric: MetricBox, words: DrawingWords): Group {
  const text = (block: TextBlock, colour: Colour): Mark[] =>
    block.lines.length === 0 ? [] : [{ type: 'text', ...block, colour }];
  const valueWidth = metric.value.lines[0]?.width ?? 0;
  const marks: Mark[] = [
    ...text(metric.label, 'ink-secondary'),
    ...text(metric.value, 'ink'),
    ...text(metric.unit, 'ink-faint'),
    ...(metric.plan === undefined ? [] : text(metric.plan, 'plan')),
  ];
  const decoration: Mark[] = [];
  if (metric.estimate && valueWidth > 0)
    decoration.push({
      type: 'path',
      d: hatch({
        x: metric.value.x - 2,
        y: metric.value.y,
        width: valueWidth + 4,
        height: metric.value.style.lineHeight,
      }),
      stroke: { colour: 'mark', width: 0.6 },
    });
  if (metric.sparkline.length > 1)
    decoration.push({
      type: 'path',
      d: `M${metric.sparkline.map((point) => `${round(point.x)} ${round(point.y)}`).join('L')}`,
      stroke: { colour: 'mark', width: 1.2 },
    });
  if (metric.target !== undefined) decoration.push(targetMark(metric.target.state, metric.target));
  const meaning = { role: 'paragraph' } as const;
  const hint = metric.estimate ? ` (${words.estimate})` : '';
  return group(
    [
      group(decoration, { meaning: { role: 'artifact' } }),
      group(marks, { meaning: hint === '' ? meaning : { ...meaning, alt: hint } }),
    ],
    { at: { x: metric.x, y: metric.y } },
  );
}

/** A disc for met, a diamond for near, a triangle for missed. */
function targetMark(state: TargetState, at: Point): Mark {
  const r = sizes.targetDotSize / 2;
  const { x, y } = at;
  switch (state) {
    case 'met':
      return { type: 'path', d: disc(x, y, r), fill: 'gain' };
    case 'near':
      return { type: 'path', d: `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`, fill: 'wait' };
    case 'missed':
      return { type: 'path', d: `M${x} ${y - r}L${x + r} ${y + r}L${x - r} ${y + r}Z`, fill: 'pain' };
  }
}

/** The stroke of a blueprint line: solid, dashed, dotted from the customer down. */
export const lineStrokes: Readonly<Record<'interaction' | 'visibility' | 'internalInteraction', Stroke>> = {
  interaction: { colour: 'ink', width: 1.4 },
  visibility: { colour: 'ink', width: 1.6, dash: [7, 4] },
  internalInteraction: { colour: 'ink', width: 1.6, dash: [1, 4], cap: 'round' },
};

const round = (value: number): number => Math.round(value * 100) / 100;
