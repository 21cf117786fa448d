import { useLingui } from '@lingui/react/macro';
import type { Grade } from '../../model/map/fields.ts';
import { Tooltip } from '../design/parts/Tooltip.tsx';
import styles from './GradeBadge.module.css';

/** How far a number can be trusted, A best to E, with the meaning of the letter on hover and focus. */
export function GradeBadge({ grade }: { readonly grade: Grade }) {
  const { t } = useLingui();
  const meaning: Readonly<Record<Grade, string>> = {
    A: t`A: shown by an own controlled test`,
    B: t`B: peer-reviewed, cause shown`,
    C: t`C: vendor figure or observation, method known`,
    D: t`D: a claim without a source`,
    E: t`E: the team’s own guess`,
  };
  return (
    <Tooltip text={meaning[grade]} side="left">
      <span
        className={styles['badge']}
        data-grade={grade}
        tabIndex={0}
        aria-label={meaning[grade]}
        role="note"
      >
        {t`evidence ${grade}`}
      </span>
    </Tooltip>
  );
}
