import { Trans, useLingui } from '@lingui/react/macro';
import type { StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { PlanForecast, StepForecast, WaitFigures } from '../../model/simulation/planForecast.ts';
import { formatMetric } from '../design/formatNumber.ts';
import styles from './WaitsByHour.module.css';

export interface WaitsByHourProps {
  readonly map: JourneyMap;
  readonly forecast: PlanForecast;
  readonly stepId: StepId | undefined;
  readonly withPlan: boolean;
}

/** When in the day customers wait, as it is and with the plan: one cell an hour, deeper for longer. */
export function WaitsByHour({ map, forecast, stepId, withPlan }: WaitsByHourProps) {
  const { t } = useLingui();
  const step = forecast.steps.find((each) => each.stepId === stepId && each.wait) ?? mostVisited(forecast);
  if (step?.wait === undefined) return null;
  const { baseline, plan } = step.wait;
  const title = indexMap(map).stepsById.get(step.stepId)?.title ?? '';
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => baseline.byHour[hour] !== null || plan.byHour[hour] !== null,
  );
  const deepest = deepestWait([baseline, plan]);
  return (
    <section>
      <h2 className={styles['heading']}>
        <Trans>Waits by hour at “{title}”</Trans>
      </h2>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row name={t`As it is`} figures={baseline} hours={hours} deepest={deepest} />
            {withPlan && <Row name={t`Plan`} figures={plan} hours={hours} deepest={deepest} />}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly figures: WaitFigures;
  readonly hours: readonly number[];
  /** Seconds from which a cell is as deep as can be. */
  readonly deepest: number;
}

function Row({ name, figures, hours, deepest }: RowProps) {
  const { t, i18n } = useLingui();
  return (
    <tr>
      <th scope="row">{name}</th>
      {hours.map((hour) => {
        const wait = figures.byHour[hour] ?? null;
        if (wait === null) return <td key={hour} className={styles['empty']} />;
        const { value, unit } = formatMetric(Math.round(wait), 'seconds', i18n.locale as Language);
        const said = t`${hour} h: ${value} ${unit}`;
        return (
          <td key={hour} title={said} aria-label={said}>
            <span className={styles['cell']} style={{ opacity: 0.1 + 0.9 * Math.min(1, wait / deepest) }} />
          </td>
        );
      })}
    </tr>
  );
}

/** Three times the middle wait: the few who come at night and wait for the morning must not pale all others. */
function deepestWait(figures: readonly WaitFigures[]): number {
  const waits = figures.flatMap(({ byHour }) => byHour.filter((wait) => wait !== null)).sort((a, b) => a - b);
  return Math.max(1, 3 * (waits[Math.floor(waits.length / 2)] ?? 0));
}

function mostVisited({ steps }: PlanForecast): StepForecast | undefined {
  const visits = (step: StepForecast | undefined) => step?.wait?.baseline.visitsPerDay ?? 0;
  return steps.reduce<StepForecast | undefined>(
    (most, step) => (visits(step) > visits(most) ? step : most),
    undefined,
  );
}
