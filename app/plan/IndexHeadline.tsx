import { Trans, useLingui } from '@lingui/react/macro';
import type { Language } from '../../model/map/language.ts';
import type { Banded, Change } from '../../model/simulation/planForecast.ts';
import type { ReactNode } from 'react';
import { classNames } from '../design/classNames.ts';
import { formatWithin } from '../design/formatNumber.ts';
import styles from './IndexHeadline.module.css';

export interface IndexHeadlineProps {
  readonly name: string;
  readonly index: Change;
  readonly withPlan: boolean;
  /** A button at the end of the name. */
  readonly beside?: ReactNode;
}

/** The index in large figures, what the plan makes of it, and how sure that is. */
export function IndexHeadline({
  name,
  index: { baseline, plan, difference },
  withPlan,
  beside,
}: IndexHeadlineProps) {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  if (baseline === null)
    return (
      <div>
        <p className={styles['name']}>{name}</p>
        <p className={styles['missing']}>
          <Trans>Too few numbers for an index yet. Select a step and add what you know.</Trans>
        </p>
      </div>
    );
  const shown = withPlan ? (plan ?? baseline) : baseline;
  return (
    <div>
      <p className={styles['name']}>
        {name}
        {beside}
      </p>
      <p className={classNames(styles['figures'], 'numbers')}>
        <strong className={styles['base']}>{formatBanded(baseline, language)}</strong>
        {withPlan && plan !== null && (
          <span className={styles['plan']}>
            <span aria-hidden>→ </span>
            <span className="unseen">
              <Trans>with the plan</Trans>{' '}
            </span>
            {formatBanded(plan, language)}
          </span>
        )}
        <span className={styles['band']}>
          {shown.high > shown.low ? (
            <Trans>
              likely {formatWithin(shown.low, language, halfWidth(shown))} –{' '}
              {formatWithin(shown.high, language, halfWidth(shown))}
            </Trans>
          ) : (
            <Trans>working out how sure that is …</Trans>
          )}
        </span>
      </p>
      {withPlan && difference !== null && difference.high > difference.low && !difference.resolved && (
        <p className={styles['missing']}>
          <Trans>The difference is smaller than what we do not know.</Trans>
        </p>
      )}
    </div>
  );
}

/** [Q8] No decimals where the interval is wider than a point, nor as long as there is none. */
export const halfWidth = ({ low, high }: Pick<Banded, 'low' | 'high'>): number =>
  high > low ? (high - low) / 2 : 1;

/** A score of 0..100 never gets more than one decimal, however narrow its interval. */
export const formatBanded = (banded: Banded, language: Language): string =>
  formatWithin(banded.value, language, Math.max(0.1, halfWidth(banded)));
