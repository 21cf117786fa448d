import { useLingui } from '@lingui/react/macro';
import type { Band } from '../../model/quality/scoreMap.ts';
import styles from './PairwiseWeights.module.css';

export interface WeightListProps {
  readonly titles: readonly string[];
  /** Shares in the order of the titles. */
  readonly weights: readonly number[];
  readonly bands?: readonly Band[];
}

/** What each would weigh, with its band where the weights were estimated. */
export function WeightList({ titles, weights, bands }: WeightListProps) {
  const { i18n } = useLingui();
  const percent = (share: number) => i18n.number(share, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <ul className={styles['weights']}>
      {titles.map((title, i) => (
        // Two indicators may have one title.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={i}>
          {title} <strong className="numbers">{percent(weights[i]!)}</strong>
          {bands !== undefined && (
            <span className={styles['note']}>
              {' '}
              {percent(bands[i]!.low)} – {percent(bands[i]!.high)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
