import { Trans, useLingui } from '@lingui/react/macro';
import type { LeverId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { LeverSet } from '../../model/simulation/optimisePlan.ts';
import { bestFirst, type SimulatedSet } from '../../model/simulation/resimulate.ts';
import { formatMoney, formatSigned } from '../design/formatNumber.ts';
import { Button } from '../design/parts/Button.tsx';
import styles from './BestPlan.module.css';
import type { SimulatedSets } from './useSimulatedSets.ts';

export interface BestSetsProps {
  readonly map: JourneyMap;
  /** Best first by formulas. */
  readonly sets: readonly LeverSet[];
  readonly readOnly: boolean;
  readonly run: SimulatedSets;
  readonly stop: () => void;
  readonly onTake: (leverIds: readonly LeverId[]) => void;
}

/** The sets that formulas chose, put in order by the engine once it has been through all of them. */
export function BestSets({ map, sets, readOnly, run, stop, onTake }: BestSetsProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const { share, problem } = run;
  const known = sets.map((set) => run.of(set)).filter((set) => set !== undefined);
  const all = known.length === sets.length;
  const shown: readonly (LeverSet & Partial<SimulatedSet>)[] = all
    ? bestFirst(known)
    : sets.map((set) => run.of(set) ?? set);
  const points = (value: number) => formatSigned(value, language);
  return (
    <>
      {share !== undefined && (
        <div className={styles['running']} role="status">
          <progress aria-label={t`Simulating the best sets`} value={share} max={1} />
          <Button size="small" onClick={stop}>
            <Trans>Stop</Trans>
          </Button>
        </div>
      )}
      <ol className={styles['sets']} aria-label={t`The best sets`}>
        {shown.map(({ levers, cost, value, difference }) => {
          const names = levers
            .map((id) => indexMap(map).leversById.get(id as LeverId)?.title ?? id)
            .join(' + ');
          return (
            <li key={levers.join(' ')}>
              <span className={styles['names']}>{names}</span>
              <span className={styles['note']}>
                {formatMoney(cost, map.currency, language)} · <Trans>{points(value)} by formulas</Trans>
                {difference && (
                  <>
                    {' · '}
                    <Trans>
                      {points(difference.value)} simulated ({points(difference.low)} …{' '}
                      {points(difference.high)})
                    </Trans>
                    {!difference.resolved && (
                      <>
                        {', '}
                        <Trans>smaller than the noise</Trans>
                      </>
                    )}
                  </>
                )}
              </span>
              {!readOnly && (
                <Button
                  size="small"
                  aria-label={t`Take ${names} into the plan`}
                  onClick={() => onTake(levers as readonly LeverId[])}
                >
                  <Trans>Take</Trans>
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      <p className={styles['note']}>
        {problem ??
          (all ? (
            <Trans>Found by formulas, put in order by the simulation.</Trans>
          ) : (
            <Trans>Found by formulas. Simulate the plan before you decide.</Trans>
          ))}
      </p>
    </>
  );
}
