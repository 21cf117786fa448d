import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import type { StepId } from '../../model/map/ids.ts';
import { NoModel } from './NoModel.tsx';
import { PlanChoice } from './PlanChoice.tsx';
import { PlanSearch, PlanSensitivity, PlanWorth } from './PlanDetails.tsx';
import { PlanLevers } from './PlanLevers.tsx';
import { PlanOutcome } from './PlanOutcome.tsx';
import panel from './PlanTab.module.css';
import styles from './PlanWorkbench.module.css';
import { type PlanInHandInput, usePlanInHand } from './usePlanInHand.ts';

export interface PlanWorkbenchProps extends PlanInHandInput {
  readonly stepId: StepId | undefined;
  /** The map with the forecast drawn on it. */
  readonly children: ReactNode;
}

/** A plan on the whole screen: levers on the left, the map in the middle, what would come of it on the right. */
export function PlanWorkbench({ stepId, children, ...input }: PlanWorkbenchProps) {
  const { t } = useLingui();
  const inHand = usePlanInHand(input);
  const { store, plan, isShown, model } = inHand;
  // Whoever comes here wants to see the plan.
  useEffect(() => {
    if (!isShown && plan !== undefined) store.show(plan.id);
    // Once; afterwards it is the person's choice.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store]);
  return (
    <div className={styles['bench']}>
      <section className={styles['side']} aria-label={t`Plan and levers`} data-region tabIndex={-1}>
        <div className={panel['tab']}>
          <PlanChoice inHand={inHand} />
          <PlanLevers inHand={inHand} />
          <PlanSearch inHand={inHand} />
        </div>
      </section>
      <div className={styles['map']}>{children}</div>
      <section className={styles['side']} aria-label={t`Results`} data-region tabIndex={-1}>
        <div className={panel['tab']}>
          {model === undefined ? (
            <NoModel />
          ) : (
            <>
              <PlanOutcome inHand={inHand} model={model} />
              <PlanSensitivity inHand={inHand} stepId={stepId} />
              <PlanWorth inHand={inHand} />
            </>
          )}
        </div>
      </section>
    </div>
  );
}
