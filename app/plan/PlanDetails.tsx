import type { StepId } from '../../model/map/ids.ts';
import { Assumptions } from './Assumptions.tsx';
import { BestPlan } from './BestPlan.tsx';
import { MeasureFirst } from './MeasureFirst.tsx';
import { MoneyPanel } from './MoneyPanel.tsx';
import { StepChanges } from './StepChanges.tsx';
import { Tornado } from './Tornado.tsx';
import type { PlanInHand } from './usePlanInHand.ts';
import { WaitsByHour } from './WaitsByHour.tsx';

interface PartProps {
  readonly inHand: PlanInHand;
}

/** What the outcome hangs on, step by step and hour by hour. */
export function PlanSensitivity({ inHand, stepId }: PartProps & { readonly stepId: StepId | undefined }) {
  const { map, store, isShown, forecast, isOfPlan, computing } = inHand;
  if (forecast === undefined) return null;
  return (
    <>
      {isOfPlan && <Tornado map={map} forecast={forecast} computing={computing} ask={store.tornado} />}
      {isOfPlan && (
        <MeasureFirst map={map} forecast={forecast} computing={computing} ask={store.measureFirst} />
      )}
      {isShown && <StepChanges map={map} forecast={forecast} stepId={stepId} />}
      <WaitsByHour map={map} forecast={forecast} stepId={stepId} withPlan={isShown} />
    </>
  );
}

/** The best set of levers for a budget, to take into the plan. */
export function PlanSearch({ inHand }: PartProps) {
  const { map, store, plan, readOnly, run } = inHand;
  if (plan === undefined || map.levers.length === 0) return null;
  return (
    <BestPlan
      key={plan.id}
      map={map}
      budget={plan.budget}
      readOnly={readOnly}
      find={store.optimise}
      simulate={store.resimulate}
      stop={store.stopResimulating}
      onTake={(leverIds) => {
        const before = new Map(plan.levers.map((use) => [use.leverId, use]));
        const levers = map.levers.flatMap(({ id }) => {
          const use = before.get(id);
          const on = leverIds.includes(id);
          return use === undefined && !on ? [] : { ...(use ?? { leverId: id, targets: [] }), on };
        });
        run({ type: 'put', collection: 'plans', record: { ...plan, levers } });
        store.show(plan.id);
      }}
    />
  );
}

/** What it is worth, and on what the numbers rest. */
export function PlanWorth({ inHand }: PartProps) {
  const { map, plan, forecast, isOfPlan, readOnly, run } = inHand;
  return (
    <>
      {plan !== undefined && (
        <MoneyPanel
          business={map.business}
          currency={map.currency}
          money={isOfPlan ? forecast?.money : undefined}
          readOnly={readOnly}
          onChange={(business) => run({ type: 'setMap', fields: { business } })}
        />
      )}
      {forecast !== undefined && <Assumptions map={map} forecast={forecast} />}
    </>
  );
}
