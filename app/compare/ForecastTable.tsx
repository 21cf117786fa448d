import { Trans, useLingui } from '@lingui/react/macro';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Change, PlanForecast, StepForecast } from '../../model/simulation/planForecast.ts';
import { classNames } from '../design/classNames.ts';
import { formatMetric } from '../design/formatNumber.ts';
import table from './figureTable.module.css';
import styles from './ForecastTable.module.css';

export interface ForecastTableProps {
  readonly map: JourneyMap;
  readonly forecast: PlanForecast;
  /** Bands are still being worked out. */
  readonly computing: boolean;
}

/** Step by step: score, wait and emotion as they are and with the plan, with the interval of the forecast. */
export function ForecastTable({ map, forecast, computing }: ForecastTableProps) {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  const steps = new Map(forecast.steps.map((step) => [step.stepId, step]));
  const score = (value: number) => i18n.number(value, { maximumFractionDigits: 0 });
  const feeling = (value: number) =>
    i18n.number(value * 2, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const seconds = (value: number) => {
    const shown = formatMetric(Math.round(value), 'seconds', language);
    return `${shown.value} ${shown.unit}`;
  };
  return (
    <div className={table['scroll']}>
      <table className={classNames(table['table'], 'numbers')} aria-busy={computing}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Step</Trans>
            </th>
            <th scope="col">
              <Trans>Score</Trans>
            </th>
            <th scope="col">
              <Trans>Wait, mean</Trans>
            </th>
            <th scope="col">
              <Trans>Give up</Trans>
            </th>
            <th scope="col">
              <Trans>Emotion, −2 to +2</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {map.steps.map((step, i) => {
            const row = steps.get(step.id);
            return (
              <tr key={step.id}>
                <th scope="row">
                  <span className={styles['number']}>{i + 1}</span> {step.title}
                </th>
                <td>
                  <Pair change={row?.score} say={score} />
                </td>
                <td>
                  <Wait row={row} say={seconds} figure="meanSeconds" />
                </td>
                <td>
                  <Wait
                    row={row}
                    say={(share) => i18n.number(share, { style: 'percent', maximumFractionDigits: 0 })}
                    figure="abandonedShare"
                  />
                </td>
                <td>
                  {row?.emotions.map(({ personaId, asIs, value, low, high }) => (
                    <Pair
                      key={personaId}
                      change={{
                        baseline: { value: asIs, low: asIs, high: asIs },
                        plan: { value, low, high },
                      }}
                      say={feeling}
                    />
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface WaitProps {
  readonly row: StepForecast | undefined;
  readonly say: (value: number) => string;
  readonly figure: 'meanSeconds' | 'abandonedShare';
}

function Wait({ row, say, figure }: WaitProps) {
  if (row?.wait === undefined) return <span className={styles['none']}>–</span>;
  const { baseline, plan } = row.wait;
  return <Arrow before={say(baseline[figure])} after={say(plan[figure])} />;
}

interface PairProps {
  readonly change: Pick<Change, 'baseline' | 'plan'> | undefined;
  readonly say: (value: number) => string;
}

function Pair({ change, say }: PairProps) {
  if (change?.baseline === undefined || change.baseline === null)
    return <span className={styles['none']}>–</span>;
  const { baseline, plan } = change;
  const hasBand = plan !== null && plan.high - plan.low > 1e-9;
  return (
    <div>
      <Arrow before={say(baseline.value)} after={plan === null ? undefined : say(plan.value)} />
      {hasBand && (
        <span className={styles['band']}>
          {say(plan.low)} – {say(plan.high)}
        </span>
      )}
    </div>
  );
}

/** The plan's figure stands behind an arrow, where it is another one. */
function Arrow({ before, after }: { readonly before: string; readonly after: string | undefined }) {
  return (
    <span className={styles['pair']}>
      {before}
      {after !== undefined && after !== before && <span className={table['plan']}>→ {after}</span>}
    </span>
  );
}
