import { Trans, useLingui } from '@lingui/react/macro';
import { Search } from 'lucide-react';
import { useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { LeverId } from '../../model/map/ids.ts';
import { frontierInShort, type OptimisedPlan } from '../../model/simulation/optimisePlan.ts';
import { minorUnits } from '../../model/map/currency.ts';
import { formatMoney, formatSigned } from '../design/formatNumber.ts';
import { Button } from '../design/parts/Button.tsx';
import { Field } from '../design/parts/Field.tsx';
import { numberIn } from '../design/readNumber.ts';
import styles from './BestPlan.module.css';
import { BestSets } from './BestSets.tsx';
import { FrontierChart } from './FrontierChart.tsx';
import type { PlanStore } from './planStore.ts';
import { useSimulatedSets } from './useSimulatedSets.ts';

export interface BestPlanProps {
  readonly map: JourneyMap;
  /** In minor units. */
  readonly budget: number | undefined;
  readonly readOnly: boolean;
  readonly find: (budget: number) => Promise<OptimisedPlan>;
  readonly simulate: PlanStore['resimulate'];
  readonly stop: () => void;
  readonly onTake: (leverIds: readonly LeverId[]) => void;
}

/** The best sets of levers for a budget, proven and simulated, and what other budgets would buy, with bands. */
export function BestPlan({ map, budget, readOnly, find, simulate, stop, onTake }: BestPlanProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const minor = minorUnits(map.currency);
  const [amount, setAmount] = useState(String((budget ?? 10_000_000) / minor));
  const [found, setFound] = useState<OptimisedPlan>();
  const [busy, setBusy] = useState(false);
  const run = useSimulatedSets(found, simulate, stop, language);
  const asked = Math.round(numberIn(amount) * minor);
  const valid = amount.trim() !== '' && Number.isSafeInteger(asked) && asked >= 0;

  const look = async () => {
    setBusy(true);
    try {
      setFound(await find(asked));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className={styles['best']}>
      <h2 className={styles['heading']}>
        <Trans>Best plan for a budget</Trans>
      </h2>
      <div className={styles['ask']}>
        <Field
          label={t`Budget for half a year`}
          unit={map.currency}
          inputMode="decimal"
          value={amount}
          error={valid ? undefined : t`Enter an amount of 0 or more.`}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <Button icon={<Search size={14} />} disabled={!valid || busy} onClick={() => void look()}>
          <Trans>Find</Trans>
        </Button>
      </div>
      {found !== undefined && (
        <div aria-live="polite" className={styles['found']}>
          {found.levers.length === 0 ? (
            <p>
              <Trans>Nothing that fits the budget would raise the index.</Trans>
            </p>
          ) : (
            <>
              <p className={styles['note']}>
                {found.certificate.kind === 'optimal' ? (
                  <Trans>The first one is the best possible by formulas.</Trans>
                ) : (
                  <Trans>
                    The first one is within {points(found.certificate.percent, language)} % of the best
                    possible by formulas.
                  </Trans>
                )}
              </p>
              <BestSets
                map={map}
                sets={found.best}
                readOnly={readOnly}
                run={run}
                stop={stop}
                onTake={onTake}
              />
            </>
          )}
          {found.frontier.length > 2 && (
            <FrontierChart
              points={found.frontier.slice(1).map((point) => ({ ...point, ...run.of(point) }))}
              chosen={found}
              budget={found.budget}
              currency={map.currency}
            />
          )}
          <ol className={styles['frontier']} aria-label={t`What other budgets would buy`}>
            {frontierInShort(found.frontier).map((point) => {
              const band = run.of(point)?.difference;
              return (
                <li key={point.cost}>
                  <span>{formatMoney(point.cost, map.currency, language)}</span>
                  <span
                    className={styles['gain']}
                    style={{ inlineSize: `${(100 * point.value) / (found.frontier.at(-1)?.value ?? 1)}%` }}
                  />
                  <span>+{points(point.value, language)}</span>
                  <span className={styles['band']}>
                    {band && `${formatSigned(band.low, language)} … ${formatSigned(band.high, language)}`}
                  </span>
                </li>
              );
            })}
          </ol>
        </div>
      )}
    </section>
  );
}

const points = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
