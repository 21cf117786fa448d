import { Plural, Trans } from '@lingui/react/macro';
import { LeverList } from './LeverList.tsx';
import styles from './PlanTab.module.css';
import type { PlanInHand } from './usePlanInHand.ts';

/** The measures that the plan is made of, to switch on and off. */
export function PlanLevers({ inHand }: { readonly inHand: PlanInHand }) {
  const { map, store, plan, isShown, readOnly, run } = inHand;
  if (plan === undefined) return null;
  return (
    <>
      <h2 className={styles['heading']}>
        <Trans>Levers</Trans>
        <span className={styles['aside']}>
          <Plural
            value={plan.levers.filter((lever) => lever.on).length}
            one="# switched on"
            other="# switched on"
          />
        </span>
      </h2>
      {map.levers.length === 0 ? (
        <p className={styles['note']}>
          <Trans>This map has no levers yet: measures that a team could take.</Trans>
        </p>
      ) : (
        <LeverList
          map={map}
          plan={plan}
          readOnly={readOnly}
          onSwitch={(leverId, on) => {
            run({ type: 'setPlanLever', planId: plan.id, leverId, fields: { on } });
            if (!isShown) store.show(plan.id);
          }}
        />
      )}
    </>
  );
}
