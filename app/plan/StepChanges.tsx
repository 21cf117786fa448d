import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { MetricUnit } from '../../model/quality/metricTable.ts';
import type { PlanForecast, StepForecast } from '../../model/simulation/planForecast.ts';
import { classNames } from '../design/classNames.ts';
import { formatMetric } from '../design/formatNumber.ts';
import { formatBanded } from './IndexHeadline.tsx';
import styles from './StepChanges.module.css';

export interface StepChangesProps {
  readonly map: JourneyMap;
  readonly forecast: PlanForecast;
  readonly stepId: StepId | undefined;
}

/** What the plan changes at the selected step, or where its wait changes most while none is selected. */
export function StepChanges({ map, forecast, stepId }: StepChangesProps) {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  const step = forecast.steps.find((each) => each.stepId === stepId) ?? mostChanged(forecast);
  if (step === undefined) return null;
  const { score, wait } = step;
  const emotion = step.emotions[0];
  const title = indexMap(map).stepsById.get(step.stepId)?.title ?? '';
  const rows: ReactNode[] = [];
  const change = (name: ReactNode, before: number, after: number, unit: MetricUnit) => {
    const [from, to] = [formatMetric(before, unit, language), formatMetric(after, unit, language)];
    return <Row key={rows.length} name={name} from={from} to={to} />;
  };
  if (wait !== undefined && wait.baseline.visitsPerDay > 0) {
    rows.push(
      change(
        <Trans>Wait, mean</Trans>,
        round(wait.baseline.meanSeconds),
        round(wait.plan.meanSeconds),
        'seconds',
      ),
    );
    rows.push(
      change(
        <Trans>9 of 10 wait less than</Trans>,
        round(wait.baseline.p90Seconds),
        round(wait.plan.p90Seconds),
        'seconds',
      ),
    );
    rows.push(
      change(
        <Trans>Give up waiting</Trans>,
        Math.round(wait.baseline.abandonedShare * 100) / 100,
        Math.round(wait.plan.abandonedShare * 100) / 100,
        'share',
      ),
    );
  }
  if (score.baseline !== null && score.plan !== null)
    rows.push(
      <Row
        key="score"
        name={<Trans>Score of this step</Trans>}
        from={{ value: formatBanded(score.baseline, language), unit: '' }}
        to={{ value: formatBanded(score.plan, language), unit: '' }}
      />,
    );
  if (emotion !== undefined && score.plan !== null)
    rows.push(
      <Row
        key="emotion"
        name={<Trans>Emotion, −2 to +2</Trans>}
        from={{ value: mood(emotion.asIs, language), unit: '' }}
        to={{ value: mood(emotion.value, language), unit: '' }}
      />,
    );
  return (
    <section aria-label={title}>
      <h2 className={styles['heading']}>
        <Trans>At “{title}”</Trans>
      </h2>
      {rows.length === 0 ? (
        <p className={styles['none']}>
          <Trans>No forecast here: this step has no score and nobody waits at it.</Trans>
        </p>
      ) : (
        <dl className={classNames(styles['rows'], 'numbers')}>{rows}</dl>
      )}
    </section>
  );
}

interface Shown {
  readonly value: string;
  readonly unit: string;
}

function Row({ name, from, to }: { readonly name: ReactNode; readonly from: Shown; readonly to: Shown }) {
  const same = from.value === to.value && from.unit === to.unit;
  return (
    <div className={styles['row']}>
      <dt>{name}</dt>
      <dd>
        {from.value} <span className={styles['unit']}>{from.unit}</span>
        {same ? (
          <span className={styles['same']}>
            <Trans>unchanged</Trans>
          </span>
        ) : (
          <span className={styles['plan']}>
            → {to.value} <span className={styles['unit']}>{to.unit}</span>
          </span>
        )}
      </dd>
    </div>
  );
}

function mostChanged({ steps }: PlanForecast): StepForecast | undefined {
  const change = ({ wait }: StepForecast) =>
    wait === undefined ? 0 : Math.abs(wait.plan.meanSeconds - wait.baseline.meanSeconds);
  return steps.reduce<StepForecast | undefined>(
    (best, step) => (change(step) > (best === undefined ? 0 : change(best)) ? step : best),
    undefined,
  );
}

/** Formulas do not know seconds exactly: whole ones up to five minutes, then tenths of minutes. */
const round = (seconds: number) => (seconds < 300 ? Math.round(seconds) : seconds);

const mood = (value: number, language: Language) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value * 2);
