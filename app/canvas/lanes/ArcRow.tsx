import { memo } from 'react';
import type { Column, CurveArea } from '../../../model/layout/mapLayout.ts';
import styles from './ArcRow.module.css';

export interface ArcRowProps {
  readonly area: CurveArea;
  readonly columns: readonly Column[];
  readonly first: number;
  readonly last: number;
}

/** The tension of the story, 1 to 5 a step, as one filled line. */
export const ArcRow = memo(({ area, columns, first, last }: ArcRowProps) => {
  const end = columns.at(-1);
  const left = columns[first];
  const right = columns[last];
  if (end === undefined || left === undefined || right === undefined) return null;
  return (
    <svg
      aria-hidden
      className={styles['arc']}
      width={end.x + end.width}
      height={area.height}
      style={{ top: area.top }}
    >
      <g transform={`translate(0 ${-area.top})`}>
        {area.curves.map((curve, i) => {
          const from = curve.points[0];
          const to = curve.points.at(-1);
          return (
            <g key={curve.personaId ?? i}>
              {from !== undefined && to !== undefined && curve.path !== '' && (
                <path
                  className={styles['fill']}
                  d={`${curve.path}L${to.x} ${area.lowY}L${from.x} ${area.lowY}Z`}
                />
              )}
              <path className={styles['line']} d={curve.path} />
              {curve.points
                .filter((point) => point.x >= left.x && point.x <= right.x + right.width)
                .map((point) => (
                  <circle key={point.stepId} className={styles['dot']} cx={point.x} cy={point.y} r="3.5" />
                ))}
            </g>
          );
        })}
      </g>
    </svg>
  );
});
