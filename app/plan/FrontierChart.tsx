import { useLingui } from '@lingui/react/macro';
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { Language } from '../../model/map/language.ts';
import type { SimulatedSet } from '../../model/simulation/resimulate.ts';
import { formatMoney } from '../design/formatNumber.ts';
import styles from './FrontierChart.module.css';

export interface FrontierPoint {
  readonly cost: number;
  /** Points of the index that the best set for this cost would bring. */
  readonly value: number;
  /** What the engine says of the same set, once it has been there. */
  readonly difference?: SimulatedSet['difference'];
}

export interface FrontierChartProps {
  /** Ascending in cost and value. */
  readonly points: readonly FrontierPoint[];
  /** The set that was found for the asked budget. */
  readonly chosen: FrontierPoint;
  readonly budget: number;
  readonly currency: string;
}

const width = 300;
const height = 130;
const margin = { top: 10, right: 12, bottom: 22, left: 30 };

/** What each budget would buy at best by formulas, with the band of the engine; the same numbers stand in the list below it. */
export function FrontierChart({ points, chosen, budget, currency }: FrontierChartProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const last = points.at(-1)!;
  const x = scaleLinear([0, Math.max(last.cost, budget, 1)], [margin.left, width - margin.right]);
  const ends = points.flatMap(({ value, difference }) =>
    difference ? [value, difference.low, difference.high] : [value],
  );
  const y = scaleLinear(
    [Math.min(0, ...ends), Math.max(1e-9, ...ends)],
    [height - margin.bottom, margin.top],
  ).nice();
  const steps = line<FrontierPoint>()
    .x(({ cost }) => x(cost))
    .y(({ value }) => y(value))
    .curve(curveStepAfter);
  const end = { cost: x.domain()[1]!, value: last.value };
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t`Points of the index by budget; the same numbers stand in the list below`}
    >
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <line
            className={styles['rule']}
            x1={margin.left}
            x2={width - margin.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className={styles['label']} x={margin.left - 4} y={y(tick) + 3} textAnchor="end">
            {i18n.number(tick, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })}
          </text>
        </g>
      ))}
      {x.ticks(3).map((tick) => (
        <text key={tick} className={styles['label']} x={x(tick)} y={height - 6} textAnchor="middle">
          {formatMoney(tick, currency, language)}
        </text>
      ))}
      <line
        className={styles['budget']}
        x1={x(budget)}
        x2={x(budget)}
        y1={margin.top}
        y2={height - margin.bottom}
      />
      <path className={styles['line']} d={steps([{ cost: 0, value: 0 }, ...points, end]) ?? ''} />
      {points.map(
        ({ cost, difference }) =>
          difference && (
            <path
              key={cost}
              className={styles['band']}
              d={`M${x(cost)} ${y(difference.low)}V${y(difference.high)}M${x(cost) - 3} ${y(difference.value)}h6`}
            />
          ),
      )}
      {points.map((point) => (
        <circle key={point.cost} className={styles['point']} cx={x(point.cost)} cy={y(point.value)} r={2.5} />
      ))}
      <circle className={styles['chosen']} cx={x(chosen.cost)} cy={y(chosen.value)} r={5} />
    </svg>
  );
}
