import { area, curveMonotoneX, line } from 'd3-shape';
import type { Emotion } from '../map/emotion.ts';
import type { StepId } from '../map/ids.ts';
import type { Persona } from '../map/persona.ts';
import type { EmotionForecast } from './layoutForecast.ts';
import type { Column, Curve, CurveArea, CurveForecast, CurvePoint, Point } from './mapLayout.ts';

/** The values 1..-1 of a curve as heights in its row. */
type Scale = Pick<CurveArea, 'highY' | 'lowY'>;

/** The curve of one persona on an emotion lane, with its forecast when a plan is on. */
export function layoutEmotionCurve(
  persona: Persona,
  emotions: readonly Emotion[],
  forecast: readonly EmotionForecast[],
  columns: readonly Column[],
  scale: Scale,
): Curve | undefined {
  const valueAt = new Map(emotions.map((emotion) => [emotion.stepId, emotion.value]));
  const points = pointsOf(columns, scale, (stepId) => valueAt.get(stepId));
  if (points.length === 0) return undefined;
  return {
    personaId: persona.id,
    styleIndex: persona.styleIndex,
    points,
    path: monotonePath(points),
    ...peakAndEnd(points),
    forecast: forecast.length === 0 ? undefined : layoutForecast(forecast, columns, scale),
  };
}

/** A curve without persona, through one value a step (the arc of tension). */
export function layoutPlainCurve(
  valueAt: ReadonlyMap<StepId, number>,
  columns: readonly Column[],
  scale: Scale,
): Curve | undefined {
  const points = pointsOf(columns, scale, (stepId) => valueAt.get(stepId));
  if (points.length === 0) return undefined;
  return {
    personaId: undefined,
    styleIndex: 0,
    points,
    path: monotonePath(points),
    peak: undefined,
    end: undefined,
    forecast: undefined,
  };
}

/** Monotone cubic: between two points the curve never rises above or falls below them. */
export function monotonePath(points: readonly Point[]): string {
  if (points.length < 2) return '';
  return (
    line<Point>()
      .x((point) => point.x)
      .y((point) => point.y)
      .curve(curveMonotoneX)([...points]) ?? ''
  );
}

function layoutForecast(
  forecast: readonly EmotionForecast[],
  columns: readonly Column[],
  scale: Scale,
): CurveForecast {
  const byStep = new Map(forecast.map((each) => [each.stepId, each]));
  const points = pointsOf(columns, scale, (stepId) => byStep.get(stepId)?.value);
  const edges = columns.flatMap((column) => {
    const each = byStep.get(column.stepId);
    return each === undefined
      ? []
      : [{ x: middle(column), low: heightOf(each.low, scale), high: heightOf(each.high, scale) }];
  });
  const band = area<(typeof edges)[number]>()
    .x((edge) => edge.x)
    .y0((edge) => edge.low)
    .y1((edge) => edge.high)
    .curve(curveMonotoneX);
  return {
    points,
    path: monotonePath(points),
    band: edges.length < 2 ? '' : (band(edges) ?? ''),
  };
}

function pointsOf(
  columns: readonly Column[],
  scale: Scale,
  valueOf: (stepId: StepId) => number | undefined,
): readonly CurvePoint[] {
  return columns.flatMap((column) => {
    const value = valueOf(column.stepId);
    return value === undefined
      ? []
      : [{ stepId: column.stepId, value, x: middle(column), y: heightOf(value, scale) }];
  });
}

const middle = (column: Column): number => column.x + column.width / 2;

const heightOf = (value: number, scale: Scale): number =>
  scale.highY + ((1 - value) / 2) * (scale.lowY - scale.highY);

/** What people remember: the strongest feeling (the first of equals) and the last. */
function peakAndEnd(points: readonly CurvePoint[]): Pick<Curve, 'peak' | 'end'> {
  const peak = points.reduce<CurvePoint | undefined>(
    (best, point) => (best === undefined || Math.abs(point.value) > Math.abs(best.value) ? point : best),
    undefined,
  );
  return { peak: peak?.stepId, end: points.at(-1)?.stepId };
}
