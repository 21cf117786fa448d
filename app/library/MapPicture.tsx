import { curveMonotoneX, line } from 'd3-shape';
import styles from './MapPicture.module.css';
import type { MapSummary, SummaryRow } from './mapSummary.ts';

const width = 320;
const height = 184;
const margin = 14;
const gap = 2;
const stageHeight = 11;
const stepHeight = 8;
const mostColumns = 40;

/** A map as one sees it from five metres: stages, filled cells, the curve. Decoration: the words stand beside it. */
export function MapPicture({ summary }: { readonly summary: MapSummary }) {
  const columns = Math.min(mostColumns, Math.max(1, summary.steps));
  const columnWidth = (width - 2 * margin) / columns;
  const x = (column: number) => margin + column * columnWidth;
  const rows = rowBoxes(summary.rows);
  return (
    <svg className={styles['picture']} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {stageBoxes(summary, columns).map((stage) => (
        <rect
          key={stage.from}
          x={x(stage.from)}
          y={margin}
          width={stage.count * columnWidth - gap}
          height={stageHeight}
          rx={3}
          style={{ fill: `var(--stage-${stage.hue})` }}
        />
      ))}
      {Array.from({ length: Math.min(columns, summary.steps) }, (_, column) => (
        <rect
          key={column}
          className={styles['step']}
          x={x(column)}
          y={margin + stageHeight + 3}
          width={columnWidth - gap}
          height={stepHeight}
          rx={2}
        />
      ))}
      {rows.map(({ row, top, rowHeight }) =>
        row.kind === 'curve' ? (
          <Curve
            key={top}
            points={row.points
              .filter(([column]) => column < columns)
              .map(([column, value]) => ({
                x: x(column + 0.5) - gap / 2,
                y: top + (rowHeight * (1 - value)) / 2,
                value,
              }))}
            middle={top + rowHeight / 2}
          />
        ) : (
          row.cells
            .filter(([column]) => column < columns)
            .map(([column, span]) => (
              <rect
                key={`${top} ${column}`}
                x={x(column)}
                y={top}
                width={Math.min(span, columns - column) * columnWidth - gap}
                height={rowHeight}
                rx={2}
                style={{ fill: rowColour(row.role) }}
                className={styles['cell']}
              />
            ))
        ),
      )}
    </svg>
  );
}

interface PicturePoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

function Curve({ points, middle }: { readonly points: readonly PicturePoint[]; readonly middle: number }) {
  const path = line<PicturePoint>(
    (point) => point.x,
    (point) => point.y,
  ).curve(curveMonotoneX)([...points]);
  return (
    <>
      <line className={styles['neutral']} x1={margin} x2={width - margin - gap} y1={middle} y2={middle} />
      {path !== null && <path className={styles['curve']} d={path} />}
      {points.map((point) => (
        <circle key={point.x} cx={point.x} cy={point.y} r={3} style={{ fill: emotionColour(point.value) }} />
      ))}
    </>
  );
}

function stageBoxes(summary: MapSummary, columns: number) {
  let from = 0;
  return summary.stages
    .map((stage) => {
      const box = { hue: stage.hue, from, count: Math.min(stage.steps, Math.max(0, columns - from)) };
      from += stage.steps;
      return box;
    })
    .filter((box) => box.count > 0);
}

/** The rows share the height that is left; a curve is worth three rows of cards. */
function rowBoxes(rows: readonly SummaryRow[]) {
  const shown = rows.slice(0, 14);
  const worth = (row: SummaryRow) => (row.kind === 'curve' ? 3 : 1);
  let top = margin + stageHeight + stepHeight + 7;
  const unit =
    (height - margin - top) /
    Math.max(
      6,
      shown.reduce((sum, row) => sum + worth(row), 0),
    );
  return shown.map((row) => {
    const box = { row, top, rowHeight: unit * worth(row) - gap };
    top += unit * worth(row);
    return box;
  });
}

function rowColour(role: Extract<SummaryRow, { kind: 'cards' }>['role']): string {
  switch (role) {
    case 'pain':
      return 'var(--pain)';
    case 'gain':
      return 'var(--gain)';
    case 'evidence':
    case 'customer':
      return 'var(--lane-customer)';
    default:
      return `var(--lane-${role})`;
  }
}

function emotionColour(value: number): string {
  if (Math.abs(value) < 0.2) return 'var(--emotion-middle)';
  return value < 0 ? 'var(--emotion-low)' : 'var(--emotion-high)';
}
