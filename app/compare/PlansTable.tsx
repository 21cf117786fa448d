import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { firstYearCost } from '../../model/map/chosenLevers.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Plan } from '../../model/map/plan.ts';
import type { Banded, MoneyForecast, PlanForecast } from '../../model/simulation/planForecast.ts';
import { classNames } from '../design/classNames.ts';
import { formatMoney, formatSigned, formatWithin } from '../design/formatNumber.ts';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { halfWidth } from '../plan/IndexHeadline.tsx';
import type { PlanStore } from '../plan/planStore.ts';
import table from './figureTable.module.css';
import styles from './PlansTable.module.css';

export interface PlansTableProps {
  readonly map: JourneyMap;
  readonly store: PlanStore;
}

/** All plans beside each other: what each makes of the index, how sure that is, and what it costs. */
export function PlansTable({ map, store }: PlansTableProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const [answered, setAnswered] = useState<{
    readonly map: JourneyMap;
    readonly forecasts: readonly PlanForecast[];
  }>();
  useEffect(() => {
    let gone = false;
    void store.sideBySide(map).then((forecasts) => {
      if (!gone) setAnswered({ map, forecasts });
    });
    return () => {
      gone = true;
    };
  }, [map, store]);
  if (answered === undefined)
    return (
      <div role="status" aria-busy aria-label={t`Computing the forecasts`}>
        <Skeleton height={200} />
      </div>
    );
  const rows = map.plans.flatMap((plan) => {
    const forecast = answered.forecasts.find(({ planId }) => planId === plan.id);
    return forecast === undefined ? [] : [{ plan, forecast }];
  });
  const baseline = rows[0]?.forecast.index.baseline ?? null;
  const hasMoney = rows.some(({ forecast }) => forecast.money?.ok === true);
  const ends = rows.flatMap(({ forecast }) => boundsOf(forecast.index.plan)).concat(boundsOf(baseline));
  const scale = { from: Math.min(...ends) - 1, to: Math.max(...ends) + 1 };
  return (
    <div className={table['scroll']}>
      <table className={classNames(table['table'], 'numbers')} aria-busy={answered.map !== map}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Plan</Trans>
            </th>
            <th scope="col">
              <Trans>Index</Trans>
            </th>
            <th scope="col" className={styles['wide']}>
              <Trans>Likely between</Trans>
            </th>
            <th scope="col">
              <Trans>Difference</Trans>
            </th>
            <th scope="col">
              <Trans>Cost, first year</Trans>
            </th>
            {hasMoney && (
              <th scope="col">
                <Trans>Net present value</Trans>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <Trans>As it is</Trans>
            </th>
            <td>{baseline === null ? '–' : score(baseline, language)}</td>
            <td>{baseline !== null && <Whisker band={baseline} scale={scale} language={language} />}</td>
            <td>–</td>
            <td>–</td>
            {hasMoney && <td>–</td>}
          </tr>
          {rows.map(({ plan, forecast }) => (
            <PlanRow
              key={plan.id}
              map={map}
              plan={plan}
              forecast={forecast}
              scale={scale}
              language={language}
              hasMoney={hasMoney}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Scale {
  readonly from: number;
  readonly to: number;
}

interface PlanRowProps {
  readonly map: JourneyMap;
  readonly plan: Plan;
  readonly forecast: PlanForecast;
  readonly scale: Scale;
  readonly language: Language;
  readonly hasMoney: boolean;
}

function PlanRow({ map, plan, forecast, scale, language, hasMoney }: PlanRowProps) {
  const { index } = forecast;
  const on = plan.levers.filter((lever) => lever.on).length;
  const cost = firstYearCost(map, plan);
  const tooDear = plan.budget !== undefined && cost > plan.budget;
  return (
    <tr>
      <th scope="row">
        {plan.title}
        <span className={styles['note']}>
          <Plural
            value={on}
            one={`# lever, after ${plan.horizonWeeks} weeks`}
            other={`# levers, after ${plan.horizonWeeks} weeks`}
          />
        </span>
      </th>
      <td className={table['plan']}>{index.plan === null ? '–' : score(index.plan, language)}</td>
      <td>{index.plan !== null && <Whisker band={index.plan} scale={scale} language={language} plan />}</td>
      <td>
        {index.difference === null ? (
          '–'
        ) : (
          <>
            {formatSigned(index.difference.value, language, Math.max(0.1, halfWidth(index.difference)))}
            {!index.difference.resolved && (
              <span className={styles['note']}>
                <Trans>smaller than what we do not know</Trans>
              </span>
            )}
          </>
        )}
      </td>
      <td>
        {formatMoney(cost, map.currency, language)}
        {tooDear && (
          <span className={classNames(styles['note'], styles['dear'])}>
            <Trans>above its budget</Trans>
          </span>
        )}
      </td>
      {hasMoney && (
        <td>
          {forecast.money?.ok === true ? (
            <Worth money={forecast.money.value} currency={map.currency} language={language} />
          ) : (
            '–'
          )}
        </td>
      )}
    </tr>
  );
}

interface WorthProps {
  readonly money: MoneyForecast;
  readonly currency: string;
  readonly language: Language;
}

function Worth({ money, currency, language }: WorthProps) {
  const { i18n } = useLingui();
  const { value, low, high } = money.netPresentValue;
  const sum = (minor: number) => formatMoney(minor, currency, language);
  const chance = i18n.number(money.chanceOfReturn, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <>
      {sum(value)}
      <span className={styles['note']}>
        <Trans>
          likely {sum(low)} to {sum(high)}; {chance} chance that it pays for itself
        </Trans>
      </span>
    </>
  );
}

const score = (banded: Banded, language: Language): string =>
  formatWithin(banded.value, language, halfWidth(banded));

const boundsOf = (band: Banded | null): readonly number[] => (band === null ? [] : [band.low, band.high]);

interface WhiskerProps {
  readonly band: Banded;
  readonly scale: Scale;
  readonly language: Language;
  readonly plan?: boolean;
}

function Whisker({ band, scale, language, plan = false }: WhiskerProps) {
  const at = (value: number) => `${(100 * (value - scale.from)) / (scale.to - scale.from)}%`;
  const said = (value: number) => formatWithin(value, language, halfWidth(band));
  return (
    <span className={classNames(styles['whisker'], plan && styles['ofPlan'])}>
      <span className={styles['track']} aria-hidden>
        <span
          className={styles['line']}
          style={{ left: at(band.low), right: `calc(100% - ${at(band.high)})` }}
        />
        <span className={styles['dot']} style={{ left: at(band.value) }} />
      </span>
      <span className={styles['ends']}>
        {said(band.low)} – {said(band.high)}
      </span>
    </span>
  );
}
