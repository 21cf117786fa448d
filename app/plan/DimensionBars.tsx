import { Trans, useLingui } from '@lingui/react/macro';
import type { Language } from '../../model/map/language.ts';
import type { QualityModel } from '../../model/map/qualityModel.ts';
import type { Banded, PlanForecast } from '../../model/simulation/planForecast.ts';
import { classNames } from '../design/classNames.ts';
import { formatSigned } from '../design/formatNumber.ts';
import styles from './DimensionBars.module.css';
import { formatBanded, halfWidth } from './IndexHeadline.tsx';

export interface DimensionBarsProps {
  readonly model: QualityModel;
  readonly dimensions: PlanForecast['dimensions'];
  readonly withPlan: boolean;
}

/** Each dimension with its weight, its score as a bar, what the plan adds, and how sure that is. */
export function DimensionBars({ model, dimensions, withPlan }: DimensionBarsProps) {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  const allWeights = model.dimensions.reduce((sum, dimension) => sum + dimension.weight, 0);
  return (
    <table className={classNames(styles['bars'], 'numbers')}>
      <thead>
        <tr>
          <th className="unseen">
            <Trans>Dimension</Trans>
          </th>
          <th className="unseen">
            <Trans>Weight</Trans>
          </th>
          <th className="unseen">
            <Trans>Score from 0 to 100</Trans>
          </th>
          <th className="unseen">
            <Trans>Now</Trans>
          </th>
          <th className="unseen">
            <Trans>Change by the plan</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {dimensions.map(({ id, title, baseline, plan, difference }, index) => {
          const weight = (model.dimensions[index]?.weight ?? 0) / (allWeights || 1);
          return (
            <tr key={id}>
              <th scope="row" title={title}>
                {title}
              </th>
              <td className={styles['weight']}>
                {i18n.number(weight, { style: 'percent', maximumFractionDigits: 0 })}
              </td>
              {baseline === null ? (
                <td className={styles['missing']} colSpan={3}>
                  <Trans>too little data</Trans>
                </td>
              ) : (
                <>
                  <td className={styles['track']}>
                    <Bar now={baseline} then={withPlan ? plan : null} />
                  </td>
                  <td>{formatBanded(baseline, language)}</td>
                  <td className={styles['change']}>
                    {withPlan &&
                      difference !== null &&
                      formatSigned(difference.value, language, halfWidth(difference))}
                  </td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Bar({ now, then }: { readonly now: Banded; readonly then: Banded | null }) {
  const shown = then ?? now;
  const [from, to] = [Math.min(now.value, shown.value), Math.max(now.value, shown.value)];
  return (
    <span className={styles['bar']} aria-hidden>
      <span className={styles['now']} style={{ width: `${from}%` }} />
      {to > from && (
        <span
          className={classNames(styles['step'], shown.value < now.value && styles['loss'])}
          style={{ left: `${from}%`, width: `${to - from}%` }}
        />
      )}
      {shown.high > shown.low && (
        <span
          className={styles['whisker']}
          style={{ left: `${shown.low}%`, width: `${Math.max(0.5, shown.high - shown.low)}%` }}
        />
      )}
    </span>
  );
}
