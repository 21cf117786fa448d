import { Trans, useLingui } from '@lingui/react/macro';
import type { RankedScore } from '../../model/quality/scoreMap.ts';
import styles from './QualityPage.module.css';

export interface LowestNoteProps {
  readonly scores: readonly RankedScore[];
  readonly titleOf: (index: number) => string;
}

/** Which part is the lowest, and how sure that is: a rank is no fact. */
export function LowestNote({ scores, titleOf }: LowestNoteProps) {
  const { i18n } = useLingui();
  const lowest = Math.min(...scores.map(({ value }) => value ?? Infinity));
  const index = scores.findIndex(({ value }) => value === lowest);
  const share = scores[index]?.lowestIn;
  if (share === undefined) return null;
  const title = titleOf(index);
  const percent = i18n.number(share, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <p className={styles['note']}>
      <Trans>
        “{title}” is the lowest in {percent} of the draws of numbers and weights.
      </Trans>
    </p>
  );
}
