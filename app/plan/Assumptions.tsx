import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronRight } from 'lucide-react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { EffectNote, PlanForecast } from '../../model/simulation/planForecast.ts';
import styles from './Assumptions.module.css';
import { effectTarget } from './effectText.ts';
import { GradeBadge } from './GradeBadge.tsx';

/** How the forecast was made and what it takes for granted, opened on demand. */
export function Assumptions({
  map,
  forecast,
}: {
  readonly map: JourneyMap;
  readonly forecast: PlanForecast;
}) {
  const { i18n } = useLingui();
  return (
    <details className={styles['details']}>
      <summary className={styles['summary']}>
        <ChevronRight aria-hidden />
        <span>
          <Trans>
            {i18n.number(forecast.draws)} draws · seed {forecast.seed} · assumptions and sources
          </Trans>
        </span>
      </summary>
      <ul className={styles['list']}>
        <li>
          <Trans>
            Waits come from queueing formulas (Erlang A, hour by hour), not yet from a simulated day, and were
            not brought to the measured waits.
          </Trans>
        </li>
        <li>
          <Trans>Bands hold 90 of 100 draws of the measurements, the weights and the effects.</Trans>
        </li>
        <li>
          <Trans>
            Emotion follows the score of its step: 50 points move it by half of the scale. A judgement (grade
            E).
          </Trans>
        </li>
        <li>
          <Trans>
            Satisfaction follows waits (source 002, grade D) and first-contact resolution (vendor figure,
            grade C).
          </Trans>
        </li>
        {forecast.serviceErrors.length > 0 && (
          <li className={styles['caution']}>
            <Trans>The service of this map could not run, so waits stay as measured.</Trans>
          </li>
        )}
        {forecast.effects.map((effect) => (
          <Effect key={`${effect.leverId} ${effect.index}`} map={map} effect={effect} />
        ))}
      </ul>
    </details>
  );
}

function Effect({ map, effect }: { readonly map: JourneyMap; readonly effect: EffectNote }) {
  const { i18n } = useLingui();
  const plain = (value: number) => i18n.number(value, { maximumFractionDigits: 2 });
  const lever = indexMap(map).leversById.get(effect.leverId);
  const name = lever?.title ?? effect.leverId;
  const target = effectTarget(effect.on, map, i18n);
  const { said, believed } = effect;
  return (
    <li>
      {name}, {target}:{' '}
      <Trans>
        said {plain(said.likely)}, believed {plain(believed.likely)} ({plain(believed.low)} to{' '}
        {plain(believed.high)})
      </Trans>{' '}
      <GradeBadge grade={effect.grade} />
    </li>
  );
}
