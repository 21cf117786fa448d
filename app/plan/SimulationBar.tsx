import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Play, Square } from 'lucide-react';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import { Button } from '../design/parts/Button.tsx';
import styles from './SimulationBar.module.css';

export interface SimulationBarProps {
  readonly forecast: PlanForecast;
  readonly simulating: { readonly pairs: number; readonly of: number } | undefined;
  readonly onSimulate: () => void;
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
          aria-label={t`Simulated pairs of days`}
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
        <Button size="small" icon={<Play size={14} />} onClick={onSimulate}>
          <Trans>Simulate</Trans>
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
      <Plural
        value={simulation.replications}
        one="Simulated: # pair of days"
        other="Simulated: # pairs of days"
      />
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
