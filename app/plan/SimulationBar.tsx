import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Play, Square } from 'lucide-react';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import { Button } from '../design/parts/Button.tsx';
import type { SimulationLevel, SimulationStep } from './forecastWorker.ts';
import styles from './SimulationBar.module.css';

export interface SimulationBarProps {
  readonly forecast: PlanForecast;
  readonly simulating: SimulationStep | undefined;
  readonly onSimulate: (level: SimulationLevel) => void;
  readonly onStop: () => void;
}

/** Says where the numbers come from, and lets the engine confirm what formulas estimate. */
export function SimulationBar({ forecast, simulating, onSimulate, onStop }: SimulationBarProps) {
  const { t } = useLingui();
  if (simulating !== undefined)
    return (
      <div className={styles['bar']} aria-live="polite">
        <progress
          className={styles['progress']}
          aria-label={simulating.level === 'full' ? t`Simulated draws` : t`Simulated pairs of days`}
          value={simulating.pairs}
          max={simulating.of}
        />
        <span className={styles['count']}>
          {simulating.pairs} / {simulating.of}
        </span>
        <Button size="small" icon={<Square size={14} />} onClick={onStop}>
          <Trans>Stop</Trans>
        </Button>
      </div>
    );
  return (
    <div className={styles['bar']}>
      <p className={styles['source']}>
        <Source forecast={forecast} />
      </p>
      {forecast.serviceErrors.length === 0 && forecast.level === 'quick' && (
        <Button size="small" icon={<Play size={14} />} onClick={() => onSimulate('standard')}>
          <Trans>Simulate</Trans>
        </Button>
      )}
      {forecast.serviceErrors.length === 0 && forecast.level === 'standard' && (
        <Button
          size="small"
          icon={<Play size={14} />}
          title={t`Simulates 500 draws of everything that is not known for sure, two days each. Takes up to half a minute.`}
          onClick={() => onSimulate('full')}
        >
          <Trans>Simulate every draw</Trans>
        </Button>
      )}
    </div>
  );
}

function Source({ forecast }: { readonly forecast: PlanForecast }) {
  const { simulation } = forecast;
  if (simulation === undefined) return <Trans>Quick estimate, not calibrated</Trans>;
  return (
    <>
      {forecast.level === 'full' ? (
        <Plural
          value={forecast.draws}
          one="Simulated: # draw, on two days"
          other="Simulated: # draws, each on two days"
        />
      ) : (
        <Plural
          value={simulation.replications}
          one="Simulated: # pair of days"
          other="Simulated: # pairs of days"
        />
      )}
      {' · '}
      {forecast.calibrated ? <Trans>calibrated</Trans> : <Trans>not calibrated</Trans>}
      {simulation.partial && (
        <>
          {' · '}
          <Trans>stopped early</Trans>
        </>
      )}
    </>
  );
}
