import { useLingui } from '@lingui/react/macro';
import { scaleLinear } from 'd3-scale';
import type { Measurement } from '../../model/map/measurement.ts';
import { controlLimits } from '../../model/quality/controlLimits.ts';
import styles from './SeriesSparkline.module.css';

const width = 180;
const height = 36;
const edge = 4;

/** A measurement over time with its natural limits; points that call for an explanation are marked with a ring. */
export function SeriesSparkline({ series }: { readonly series: Measurement['series'] }) {
  const { t } = useLingui();
  if (series.length < 2) return null;
  const values = series.map(({ value }) => value);
  const limits = controlLimits(values);
  const low = Math.min(...values, limits?.low ?? Infinity);
  const high = Math.max(...values, limits?.high ?? -Infinity);
  const x = scaleLinear([0, values.length - 1], [edge, width - edge]);
  const y = scaleLinear([low, high === low ? low + 1 : high], [height - edge, edge]);
  const signals = limits?.signals ?? [];
  const last = series.at(-1)!.at;
  return (
    <svg
      className={styles['sparkline']}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={
        signals.length === 0
          ? t`${series.length} values until ${last}, within their usual variation`
          : t`${series.length} values until ${last}, ${signals.length} outside of their usual variation`
      }
    >
      {limits !== undefined && (
        <>
          <rect
            className={styles['usual']}
            x={edge}
            width={width - 2 * edge}
            y={y(limits.high)}
            height={Math.max(1, y(limits.low) - y(limits.high))}
          />
          <line
            className={styles['mean']}
            x1={edge}
            x2={width - edge}
            y1={y(limits.mean)}
            y2={y(limits.mean)}
          />
        </>
      )}
      <polyline
        className={styles['line']}
        points={values.map((value, i) => `${x(i)},${y(value)}`).join(' ')}
      />
      {signals.map((i) => (
        <circle key={series[i]!.at} className={styles['signal']} cx={x(i)} cy={y(values[i]!)} r={3} />
      ))}
    </svg>
  );
}
