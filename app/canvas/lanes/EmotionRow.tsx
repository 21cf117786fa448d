import { memo, useId } from 'react';
import type { Column, Curve, CurveArea, CurvePoint, RowContent } from '../../../model/layout/mapLayout.ts';
import { layoutSizes } from '../../../model/layout/layoutSizes.ts';
import { monotonePath } from '../../../model/layout/emotionCurve.ts';
import type { LaneId } from '../../../model/map/ids.ts';
import { useCanvasState } from '../canvasContext.ts';
import type { EmotionMove } from '../canvasState.ts';
import { EmotionPoint } from './EmotionPoint.tsx';
import styles from './EmotionRow.module.css';

export interface EmotionRowProps {
  readonly content: RowContent;
  readonly area: CurveArea;
  readonly columns: readonly Column[];
  readonly first: number;
  readonly last: number;
}

/**
 * How each persona feels, step by step: the curve runs from the colour of frustration to that of delight, faces mark
 * the points, the plan's forecast is dotted with its band.
 */
export const EmotionRow = memo(({ content, area, columns, first, last }: EmotionRowProps) => {
  const gradient = useId();
  const move = useCanvasState((state) =>
    state.emotionMove?.laneId === content.laneId ? state.emotionMove : undefined,
  );
  const from = columns[0];
  const to = columns.at(-1);
  if (from === undefined || to === undefined) return null;
  const right = to.x + to.width;
  const curves = area.curves.map((curve) => withMove(curve, area, content.laneId, move));
  const shown = (point: CurvePoint) => isShown(point, columns, first, last);
  return (
    <>
      <svg
        aria-hidden
        className={styles['curves']}
        width={right}
        height={area.height}
        style={{ top: area.top }}
      >
        <defs>
          <linearGradient
            id={gradient}
            gradientUnits="userSpaceOnUse"
            x1="0"
            x2="0"
            y1={area.highY - area.top}
            y2={area.lowY - area.top}
          >
            <stop offset="0" stopColor="var(--emotion-high)" />
            <stop offset="0.5" stopColor="var(--emotion-middle)" />
            <stop offset="1" stopColor="var(--emotion-low)" />
          </linearGradient>
        </defs>
        <g transform={`translate(0 ${-area.top})`}>
          {[area.highY, area.lowY].map((y) => (
            <line key={y} className={styles['level']} x1={from.x + 8} x2={right - 8} y1={y} y2={y} />
          ))}
          <line
            className={styles['neutral']}
            x1={from.x + 8}
            x2={right - 8}
            y1={area.neutralY}
            y2={area.neutralY}
          />
          {curves.map((curve, i) => (
            <CurveLines key={curve.personaId ?? i} curve={curve} stroke={`url(#${gradient})`} />
          ))}
        </g>
      </svg>
      {curves.flatMap((curve) =>
        curve.points
          .filter(shown)
          .map((point) => (
            <EmotionPoint
              key={`${curve.personaId} ${point.stepId}`}
              laneId={content.laneId}
              curve={curve}
              point={point}
              area={area}
              note={curve.peak === point.stepId ? 'peak' : curve.end === point.stepId ? 'end' : undefined}
            />
          )),
      )}
    </>
  );
});

/** The curve as it would be with the point that is being dragged where it is now. */
function withMove(curve: Curve, area: CurveArea, laneId: LaneId, move: EmotionMove | undefined): Curve {
  if (move === undefined || move.laneId !== laneId || move.personaId !== curve.personaId) return curve;
  const y = area.highY + ((1 - move.value) / 2) * (area.lowY - area.highY);
  const points = curve.points.map((point) =>
    point.stepId === move.stepId ? { ...point, value: move.value, y } : point,
  );
  return { ...curve, points, path: monotonePath(points) };
}

const dashes = ['', '10 5', '2 5', '12 4 2 4', '6 4', '14 6', '4 4', '8 3 2 3 2 3'];

function CurveLines({ curve, stroke }: { readonly curve: Curve; readonly stroke: string }) {
  const { forecast } = curve;
  return (
    <>
      {forecast !== undefined && forecast.band !== '' && (
        <path className={styles['band']} d={forecast.band} />
      )}
      <path className={styles['halo']} d={curve.path} />
      <path
        className={styles['curve']}
        d={curve.path}
        stroke={stroke}
        strokeDasharray={dashes[curve.styleIndex % dashes.length]}
      />
      {forecast !== undefined && <path className={styles['forecast']} d={forecast.path} />}
    </>
  );
}

function isShown(point: CurvePoint, columns: readonly Column[], first: number, last: number): boolean {
  const left = columns[first];
  const right = columns[last];
  if (left === undefined || right === undefined) return false;
  return point.x + layoutSizes.faceSize >= left.x && point.x - layoutSizes.faceSize <= right.x + right.width;
}
