import { Trans, useLingui } from '@lingui/react/macro';
import { Layers, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { newId } from '../../model/map/newId.ts';
import type { Plan } from '../../model/map/plan.ts';
import { lazyPart } from '../design/lazyPart.tsx';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { SelectField } from '../design/parts/Field.tsx';
import { Switch } from '../design/parts/Switch.tsx';
import { PlanMenu } from './PlanMenu.tsx';
import styles from './PlanTab.module.css';
import type { PlanInHand } from './usePlanInHand.ts';

const LedgerDialog = lazyPart(async () => (await import('../ledger/LedgerDialog.tsx')).LedgerDialog);

/** Which plan it is about, whether it lies over the map, and what can be done with it. */
export function PlanChoice({ inHand }: { readonly inHand: PlanInHand }) {
  const { t } = useLingui();
  const { map, store, plan, isShown, forecast, isOfPlan, computing, readOnly, run } = inHand;
  const [ledgerOpen, setLedgerOpen] = useState(false);
  const problem = store((state) => state.problem);
  const addPlan = () => {
    const id = newId('plan', Math.random);
    run({ type: 'put', collection: 'plans', record: { id, title: t`Plan ${map.plans.length + 1}` } });
    store.show(id);
  };
  return (
    <>
      {problem !== undefined && (
        <p className={styles['problem']} role="alert">
          <Trans>The forecast could not be computed: {problem}</Trans>
        </p>
      )}
      <Choice
        plans={map.plans}
        plan={plan}
        shown={isShown}
        onChoose={(chosen) => store.show(chosen.id)}
        onShow={(on) => store.show(on ? plan?.id : undefined)}
        onAdd={readOnly ? undefined : addPlan}
        menu={
          plan !== undefined && (
            <PlanMenu
              map={map}
              plan={plan}
              readOnly={readOnly}
              run={run}
              onShow={(id) => store.show(id)}
              onLedger={() => setLedgerOpen(true)}
            />
          )
        }
      />
      {ledgerOpen && (
        <LedgerDialog
          map={map}
          forecast={isOfPlan && !computing ? forecast : undefined}
          computing={computing}
          readOnly={readOnly}
          run={run}
          onClose={() => setLedgerOpen(false)}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly plans: readonly Plan[];
  readonly plan: Plan | undefined;
  readonly shown: boolean;
  readonly onChoose: (plan: Plan) => void;
  readonly onShow: (shown: boolean) => void;
  readonly onAdd: (() => void) | undefined;
  readonly menu: ReactNode;
}

function Choice({ plans, plan, shown, onChoose, onShow, onAdd, menu }: ChoiceProps) {
  const { t } = useLingui();
  if (plan === undefined)
    return (
      <EmptyState
        icon={<Layers />}
        title={<Trans>No plan yet</Trans>}
        action={
          onAdd !== undefined && (
            <Button look="main" icon={<Plus />} onClick={onAdd}>
              <Trans>Make a plan</Trans>
            </Button>
          )
        }
      >
        <Trans>A plan is a set of levers laid over the map. The map itself stays as it is.</Trans>
      </EmptyState>
    );
  return (
    <div className={styles['choice']}>
      <SelectField
        label={t`Plan`}
        value={plan.id}
        onChange={(event) => {
          const chosen = plans.find((each) => each.id === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {plans.map((each) => (
          <option key={each.id} value={each.id}>
            {each.title}
          </option>
        ))}
      </SelectField>
      {onAdd !== undefined && (
        <Button icon={<Plus />} onClick={onAdd} aria-label={t`New plan`}>
          <Trans>New</Trans>
        </Button>
      )}
      {menu}
      <label className={styles['show']}>
        <Switch label={t`Show the plan on the map`} checked={shown} onChange={onShow} />
        <span aria-hidden>
          <Trans>Show the plan on the map</Trans>
        </span>
      </label>
    </div>
  );
}
