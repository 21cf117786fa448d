import { msg } from '@lingui/core/macro';
import type { I18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import { metricTitle } from '../../model/quality/metricTitle.ts';
import type { MeasureFirst as Answer, UncertainInput } from '../../model/simulation/measureFirst.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import { formatMoney } from '../design/formatNumber.ts';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { effectTarget } from './effectText.ts';
import styles from './MeasureFirst.module.css';

export interface MeasureFirstProps {
  readonly map: JourneyMap;
  readonly forecast: PlanForecast;
  /** The forecast is being worked out: this waits for its turn. */
  readonly computing: boolean;
  readonly ask: () => Promise<Answer | undefined>;
}

const mostShown = 5;

/** What to find out before deciding: the inputs that the result hangs on, and what knowing them would be worth. */
export function MeasureFirst({ map, forecast, computing, ask }: MeasureFirstProps) {
  const { t, i18n } = useLingui();
  const [answered, setAnswered] = useState<{
    readonly forecast: PlanForecast;
    readonly answer: Answer | undefined;
  }>();
  const answer = answered?.answer;
  useEffect(() => {
    if (computing) return undefined;
    let gone = false;
    void ask().then((found) => {
      if (!gone) setAnswered({ forecast, answer: found });
    });
    return () => {
      gone = true;
    };
  }, [forecast, computing, ask]);
  if (forecast.index.difference === null || forecast.effects.length === 0) return null;
  if (answer === undefined)
    return (
      <section>
        <Heading />
        <div role="status" aria-busy aria-label={t`Weighing what is not known`}>
          <Skeleton height={60} />
        </div>
      </section>
    );
  if (answer.inputs.length === 0) return null;
  const widest = Math.max(...answer.inputs.map(({ influence }) => influence));
  const worth = (value: number): string | undefined => {
    if (value <= 0) return undefined;
    if (answer.unit === 'money') return formatMoney(value, map.currency, i18n.locale as Language);
    const points = i18n.number(value, { maximumSignificantDigits: 2 });
    return t`${points} points`;
  };
  const everything = worth(answer.ofEverything);
  return (
    <section>
      <Heading />
      <p className={styles['note']}>
        {everything === undefined ? (
          <Trans>Nothing that could be measured would change the choice; this moves the result most:</Trans>
        ) : (
          <Trans>Knowing everything before choosing would be worth {everything}.</Trans>
        )}
      </p>
      <ol className={styles['inputs']}>
        {answer.inputs.slice(0, mostShown).map(({ input, value, influence }) => {
          const { title, detail } = inputText(input, map, i18n);
          const share = i18n.number(influence, { style: 'percent', maximumFractionDigits: 0 });
          return (
            <li key={JSON.stringify(input)}>
              <span className={styles['name']}>
                {title}
                {detail !== undefined && <span className={styles['detail']}>{detail}</span>}
              </span>
              <span className={styles['track']} role="img" aria-label={t`${share} of the spread`}>
                <span style={{ width: `${(100 * influence) / widest}%` }} />
              </span>
              <span className={styles['figure']}>{worth(value) ?? share}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const Heading = () => (
  <h2 className={styles['heading']}>
    <Trans>Measure this first</Trans>
  </h2>
);

function inputText(
  input: UncertainInput,
  map: JourneyMap,
  i18n: I18n,
): { readonly title: string; readonly detail?: string } {
  const language = i18n.locale as Language;
  const { leversById, stepsById, nodesById, poolsById } = indexMap(map);
  switch (input.kind) {
    case 'effect': {
      const lever = leversById.get(input.leverId);
      const use = map.plans.flatMap((plan) => plan.levers).find(({ leverId }) => leverId === input.leverId);
      const effect = (use?.override?.effects ?? lever?.effects)?.[input.index];
      return {
        title: effect === undefined ? '' : effectTarget(effect.on, map, i18n),
        detail: lever?.title ?? '',
      };
    }
    case 'measurement': {
      const measurement = map.measurements.find(({ id }) => id === input.id);
      if (measurement === undefined) return { title: '' };
      const { on } = measurement;
      const place =
        'stepId' in on
          ? stepsById.get(on.stepId)
          : 'nodeId' in on
            ? nodesById.get(on.nodeId)
            : 'poolId' in on
              ? poolsById.get(on.poolId)
              : map;
      return {
        title: metricTitle(map, measurement.metric, language),
        detail: place?.title ?? '',
      };
    }
    case 'weight': {
      const all = map.qualityModels.flatMap(({ dimensions }) => [
        ...dimensions,
        ...dimensions.flatMap(({ indicators }) => indicators),
      ]);
      const title = all.find(({ id }) => id === input.id)?.title ?? '';
      return { title: i18n._(msg`Weight of “${title}”`) };
    }
    case 'link':
      return {
        title: i18n._(
          {
            wait: msg`How satisfaction follows the wait`,
            resolution: msg`How satisfaction follows what is solved at first contact`,
            churn: msg`How customers stay when they are satisfied`,
          }[input.of],
        ),
      };
  }
}
