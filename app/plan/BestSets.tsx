import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { LeverId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { LeverSet } from '../../model/simulation/optimisePlan.ts';
import type { SimulatedSet } from '../../model/simulation/resimulate.ts';
import { serviceErrorText } from '../../model/text/serviceTexts.ts';
import { formatMoney, formatSigned } from '../design/formatNumber.ts';
import { Button } from '../design/parts/Button.tsx';
import styles from './BestPlan.module.css';
import type { PlanStore } from './planStore.ts';

export interface BestSetsProps {
  readonly map: JourneyMap;
  /** Best first by formulas. */
  readonly sets: readonly LeverSet[];
  readonly readOnly: boolean;
  readonly simulate: PlanStore['resimulate'];
  readonly stop: () => void;
  readonly onTake: (leverIds: readonly LeverId[]) => void;
}

/** The sets that formulas chose, put in order by the engine: it begins at once and can be stopped. */
export function BestSets({ map, sets, readOnly, simulate, stop, onTake }: BestSetsProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const { share, simulated, problem } = useSimulatedSets(sets, simulate, stop, language);
  const shown: readonly (LeverSet & Partial<SimulatedSet>)[] = simulated ?? sets;
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
          (simulated === undefined ? (
            <Trans>Found by formulas. Simulate the plan before you decide.</Trans>
          ) : (
            <Trans>Found by formulas, put in order by the simulation.</Trans>
          ))}
      </p>
    </>
  );
}

interface Run {
  /** Done so far; undefined when nothing runs. */
  readonly share?: number;
  readonly simulated?: readonly SimulatedSet[];
  /** Why it could not be simulated. */
  readonly problem?: string;
}

function useSimulatedSets(
  sets: readonly LeverSet[],
  simulate: PlanStore['resimulate'],
  stop: () => void,
  language: Language,
): Run {
  const [run, setRun] = useState<Run>({ share: 0 });
  useEffect(() => {
    let gone = false;
    const setFailed = (error: unknown) => {
      if (!gone) setRun({ problem: error instanceof Error ? error.message : String(error) });
    };
    setRun({ share: 0 });
    void simulate(sets, (share) => !gone && setRun({ share })).then((result) => {
      if (gone) return;
      if (result === undefined) setRun({});
      else if (result.ok) setRun({ simulated: result.value });
      else setRun({ problem: result.error.map((error) => serviceErrorText(error, language)).join(' ') });
    }, setFailed);
    return () => {
      gone = true;
      stop();
    };
    // The sets are found anew each time one asks; the language only chooses words.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [sets]);
  return run;
}
