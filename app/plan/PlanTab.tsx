import type { StepId } from '../../model/map/ids.ts';
import { NoModel } from './NoModel.tsx';
import { PlanChoice } from './PlanChoice.tsx';
import { PlanSearch, PlanSensitivity, PlanWorth } from './PlanDetails.tsx';
import { PlanLevers } from './PlanLevers.tsx';
import { PlanOutcome } from './PlanOutcome.tsx';
import styles from './PlanTab.module.css';
import { type PlanInHandInput, usePlanInHand } from './usePlanInHand.ts';

export interface PlanTabProps extends PlanInHandInput {
  readonly stepId: StepId | undefined;
}

/** What a plan would change, and how sure that is: index, dimensions, levers, and the selected step. */
export function PlanTab({ stepId, ...input }: PlanTabProps) {
  const inHand = usePlanInHand(input);
  const { model } = inHand;
  if (model === undefined) return <NoModel />;
  return (
    <div className={styles['tab']}>
      <PlanChoice inHand={inHand} />
      <PlanOutcome inHand={inHand} model={model} />
      <PlanLevers inHand={inHand} />
      <PlanSensitivity inHand={inHand} stepId={stepId} />
      <PlanSearch inHand={inHand} />
      <PlanWorth inHand={inHand} />
    </div>
  );
}
