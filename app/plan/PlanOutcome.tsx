import { Trans, useLingui } from '@lingui/react/macro';
import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { firstYearCost } from '../../model/map/chosenLevers.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Plan } from '../../model/map/plan.ts';
import type { QualityModel } from '../../model/map/qualityModel.ts';
import { lazyPart } from '../design/lazyPart.tsx';
import { formatMoney } from '../design/formatNumber.ts';
import { Button } from '../design/parts/Button.tsx';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { TraceButton } from '../quality/TraceButton.tsx';
import { DimensionBars } from './DimensionBars.tsx';
import { IndexHeadline } from './IndexHeadline.tsx';
import styles from './PlanTab.module.css';
import { Radar } from './Radar.tsx';
import { ServiceProblems } from './ServiceProblems.tsx';
import { SimulationBar } from './SimulationBar.tsx';
import type { PlanInHand } from './usePlanInHand.ts';

/** The tree behind the numbers comes when it is asked for. */
const TraceDialog = lazyPart(async () => (await import('../quality/TraceDialog.tsx')).TraceDialog);

/** Its forms come when they are asked for. */
const ServiceDialog = lazyPart(async () => (await import('../service/ServiceDialog.tsx')).ServiceDialog);

export interface PlanOutcomeProps {
  readonly inHand: PlanInHand;
  readonly model: QualityModel;
}

/** What the plan would do to the index and its dimensions, and how that was found out. */
export function PlanOutcome({ inHand, model }: PlanOutcomeProps) {
  const { t } = useLingui();
  const { map, store, plan, isShown, forecast, isOfPlan, readOnly, run } = inHand;
  const simulating = store((state) => state.simulating);
  const [serviceOpen, setServiceOpen] = useState(false);
  const [traced, setTraced] = useState(false);
  if (forecast === undefined)
    return (
      <div role="status" aria-busy aria-label={t`Computing the forecast`} className={styles['loading']}>
        <Skeleton width={120} height={34} />
        <Skeleton height={180} />
        <Skeleton height={110} />
      </div>
    );
  return (
    <>
      <IndexHeadline
        name={model.title}
        index={forecast.index}
        withPlan={isOfPlan}
        beside={
          isOfPlan && <TraceButton label={t`Where the forecast comes from`} onClick={() => setTraced(true)} />
        }
      />
      {traced && (
        <TraceDialog
          map={map}
          model={model}
          of={{ kind: 'plan', forecast }}
          onClose={() => setTraced(false)}
        />
      )}
      {plan !== undefined && <PlanLine map={map} plan={plan} />}
      <SimulationBar
        forecast={forecast}
        simulating={simulating}
        onSimulate={(level) => void store.simulate(level)}
        onStop={() => store.stopSimulating()}
      />
      <ServiceProblems map={map} errors={forecast.serviceErrors} readOnly={readOnly} run={run} />
      <Button
        className={styles['service']}
        size="small"
        look="quiet"
        icon={<UsersRound />}
        onClick={() => setServiceOpen(true)}
      >
        <Trans>Service behind the map</Trans>
      </Button>
      {serviceOpen && (
        <ServiceDialog map={map} readOnly={readOnly} run={run} onClose={() => setServiceOpen(false)} />
      )}
      <Radar
        label={t`The dimensions of ${model.title}; the same numbers stand in the table below`}
        axes={forecast.dimensions.map((dimension) => ({
          title: dimension.title,
          base: dimension.baseline?.value ?? null,
          plan: isShown ? (dimension.plan?.value ?? null) : null,
        }))}
      />
      <DimensionBars model={model} dimensions={forecast.dimensions} withPlan={isShown} />
    </>
  );
}

function PlanLine({ map, plan }: { readonly map: JourneyMap; readonly plan: Plan }) {
  const { i18n } = useLingui();
  const money = (minor: number) => formatMoney(minor, map.currency, i18n.locale as Language);
  const cost = money(firstYearCost(map, plan));
  return (
    <p className={styles['line']}>
      <Trans>
        “{plan.title}” · {cost} in the first year
      </Trans>
      {plan.budget !== undefined && (
        <>
          {' '}
          <Trans>of {money(plan.budget)}</Trans>
        </>
      )}
      {' · '}
      <Trans>after {plan.horizonWeeks} weeks</Trans>
    </p>
  );
}
