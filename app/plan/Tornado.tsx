import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import { shownBars, type TornadoBar } from '../../model/simulation/tornado.ts';
import { formatSigned } from '../design/formatNumber.ts';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { effectTarget } from './effectText.ts';
import styles from './Tornado.module.css';

export interface TornadoProps {
  readonly map: JourneyMap;
  readonly forecast: PlanForecast;
  /** The forecast is being worked out: the effects wait for their turn. */
  readonly computing: boolean;
  readonly ask: () => Promise<readonly TornadoBar[]>;
}

/** What moves the index most: each uncertain effect at its small and its large size, the others at their middle. */
export function Tornado({ map, forecast, computing, ask }: TornadoProps) {
  const { t } = useLingui();
  const bars = useBars(forecast, computing, ask);
  const middle = forecast.index.difference?.value;
  if (middle === undefined || bars?.length === 0) return null;
  const { shown, widest } = shownBars(bars ?? [], middle);
  return (
    <section>
      <h2 className={styles['heading']}>
        <Trans>What moves the index most</Trans>
        <span className={styles['unit']}>{t`± points`}</span>
      </h2>
      {bars === undefined ? (
        <div role="status" aria-busy aria-label={t`Trying each effect`}>
          <Skeleton height={72} />
        </div>
      ) : (
        <table className={styles['bars']}>
          <tbody>
            {shown.map((bar) => (
              <Bar key={`${bar.leverId} ${bar.effect}`} map={map} bar={bar} middle={middle} widest={widest} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** They are asked for again when the forecast is another one; meanwhile the last ones stay. */
function useBars(
  forecast: PlanForecast,
  computing: boolean,
  ask: TornadoProps['ask'],
): readonly TornadoBar[] | undefined {
  const [answered, setAnswered] = useState<{
    readonly forecast: PlanForecast;
    readonly bars: readonly TornadoBar[];
  }>();
  useEffect(() => {
    if (computing) return undefined;
    let gone = false;
    void ask().then((bars) => {
      if (!gone) setAnswered({ forecast, bars });
    });
    return () => {
      gone = true;
    };
  }, [forecast, computing, ask]);
  return answered?.bars;
}

interface BarProps {
  readonly map: JourneyMap;
  readonly bar: TornadoBar;
  /** The difference with every effect at its middle. */
  readonly middle: number;
  /** The longest side of all bars. */
  readonly widest: number;
}

function Bar({ map, bar, middle, widest }: BarProps) {
  const { t, i18n } = useLingui();
  const lever = indexMap(map).leversById.get(bar.leverId)?.title ?? '';
  const target = effectTarget(bar.on, map, i18n);
  const signed = (value: number) => formatSigned(value, i18n.locale as Language);
  const side = (length: number) => `${(50 * Math.max(0, length)) / widest}%`;
  return (
    <tr title={t`${lever}: the plan brings ${signed(bar.low)} to ${signed(bar.high)} points`}>
      <th scope="row">
        <span className={styles['target']}>{target}</span>
        <span className={styles['lever']}>{lever}</span>
      </th>
      <td>
        <span
          className={styles['track']}
          role="img"
          aria-label={t`${signed(bar.low)} to ${signed(bar.high)} points`}
        >
          <span className={styles['less']} style={{ width: side(middle - bar.low) }} />
          <span className={styles['more']} style={{ width: side(bar.high - middle) }} />
        </span>
      </td>
    </tr>
  );
}
