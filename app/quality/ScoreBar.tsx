import type { Score } from '../../model/quality/scoreMap.ts';
import { classNames } from '../design/classNames.ts';
import styles from './ScoreBar.module.css';

export interface ScoreBarProps {
  readonly score: Score;
  /** Where the score would be on target, 0..100. */
  readonly target?: number | null;
  /** Nobody measured what is behind it. */
  readonly estimated?: boolean;
}

/** A score from 0 to 100 as a bar with its band as a whisker and its target as a diamond. The number stands beside it. */
export function ScoreBar({ score: { value, band }, target, estimated = false }: ScoreBarProps) {
  if (value === null) return <span className={styles['bar']} aria-hidden />;
  return (
    <span className={styles['bar']} aria-hidden>
      <span
        className={classNames(styles['value'], estimated && styles['estimated'])}
        style={{ width: `${value}%` }}
      />
      {band !== undefined && (
        <span
          className={styles['whisker']}
          style={{ left: `${band.low}%`, width: `${Math.max(0.5, band.high - band.low)}%` }}
        />
      )}
      {target !== undefined && target !== null && (
        <span className={styles['target']} style={{ left: `${target}%` }} />
      )}
    </span>
  );
}
