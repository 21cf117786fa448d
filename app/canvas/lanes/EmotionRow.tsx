import { memo, useId } from 'react';
import type { Column, Curve, CurveArea, RowContent } from '../../../model/layout/mapLayout.ts';
import { monotonePath } from '../../../model/layout/emotionCurve.ts';
import type { LaneId } from '../../../model/map/ids.ts';
import { useCanvasState } from '../canvasContext.ts';
import type { EmotionMove } from '../canvasState.ts';
import styles from './EmotionRow.module.css';

export interface EmotionRowProps {
  readonly content: RowContent;
  readonly area: CurveArea;
  readonly columns: readonly Column[];
}

/**
 * How each persona feels, step by step: the curve runs from the colour of frustration to that of delight, the plan's
 * forecast is dotted with its band. The faces on it stand in their cells (EmotionPoint).
 */
export const EmotionRow = memo(({ content, area, columns }: EmotionRowProps) => {
  const gradient = useId();
  const move = useCanvasState((state) =>
    state.emotionMove?.laneId === content.laneId ? state.emotionMove : undefined,
  );
  const from = columns[0];
  const to = columns.at(-1);
  if (from === undefined || to === undefined) return null;
  const right = to.x + to.width;
  const curves = area.curves.map((curve) => withMove(curve, area, content.laneId, move));
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
