import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Layers, Plus, Scale, UsersRound } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { newId } from '../../model/map/newId.ts';
import type { Plan } from '../../model/map/plan.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import { lazyPart } from '../design/lazyPart.tsx';
import { formatMoney } from '../design/formatNumber.ts';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { SelectField } from '../design/parts/Field.tsx';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { Switch } from '../design/parts/Switch.tsx';
import { BestPlan } from './BestPlan.tsx';
import { Assumptions } from './Assumptions.tsx';
import { DimensionBars } from './DimensionBars.tsx';
import { IndexHeadline } from './IndexHeadline.tsx';
import { LeverList } from './LeverList.tsx';
import { firstYearCost } from './planCost.ts';
import { MoneyPanel } from './MoneyPanel.tsx';
import { PlanMenu } from './PlanMenu.tsx';
import { planStoreOf } from './planStore.ts';
import styles from './PlanTab.module.css';
import { Radar } from './Radar.tsx';
import { ServiceProblems } from './ServiceProblems.tsx';
import { SimulationBar } from './SimulationBar.tsx';
import { StepChanges } from './StepChanges.tsx';
import { Tornado } from './Tornado.tsx';
import { WaitsByHour } from './WaitsByHour.tsx';

/** Its forms come when they are asked for. */
const ServiceDialog = lazyPart(async () => (await import('../service/ServiceDialog.tsx')).ServiceDialog);

const LedgerDialog = lazyPart(async () => (await import('../ledger/LedgerDialog.tsx')).LedgerDialog);

export interface PlanTabProps {
  readonly shared: SharedMap;
  readonly map: JourneyMap;
  readonly stepId: StepId | undefined;
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
}

/** What a plan would change, and how sure that is: index, dimensions, levers, and the selected step. */
export function PlanTab({ shared, map, stepId, readOnly, run }: PlanTabProps) {
  const { t } = useLingui();
  const store = planStoreOf(shared);
  const shownPlanId = store((state) => state.shownPlanId);
  const forecast = store((state) => state.forecast);
  const computing = store((state) => state.computing);
  const problem = store((state) => state.problem);
  const simulating = store((state) => state.simulating);
  const [serviceOpen, setServiceOpen] = useState(false);
  const [ledgerOpen, setLedgerOpen] = useState(false);
  useEffect(() => store.watch(), [store]);

  const model = map.qualityModels[0];
  const plan = map.plans.find((each) => each.id === shownPlanId) ?? map.plans[0];

  if (model === undefined)
    return (
      <EmptyState icon={<Scale />} title={<Trans>This map has no quality model yet</Trans>}>
        <Trans>
          A quality model says what good service is made of. Maps from the template “A wrong parcel” bring the
          five-dimension index.
        </Trans>
      </EmptyState>
    );

  const addPlan = () => {
    const id = newId('plan', Math.random);
    run({ type: 'put', collection: 'plans', record: { id, title: t`Plan ${map.plans.length + 1}` } });
    store.show(id);
  };

  return (
    <div className={styles['tab']}>
      {problem !== undefined && (
        <p className={styles['problem']} role="alert">
          <Trans>The forecast could not be computed: {problem}</Trans>
        </p>
      )}
      <PlanChoice
        plans={map.plans}
        plan={plan}
        shown={shownPlanId !== undefined}
        onChoose={(chosen) => store.show(chosen.id)}
        onShow={(on) => store.show(on ? plan?.id : undefined)}
        onAdd={readOnly ? undefined : addPlan}
        menu={
          plan !== undefined &&
          !readOnly && (
            <PlanMenu
              map={map}
              plan={plan}
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
          forecast={
            forecast !== undefined && !computing && forecast.planId === shownPlanId ? forecast : undefined
          }
          computing={computing}
          readOnly={readOnly}
          run={run}
          onClose={() => setLedgerOpen(false)}
        />
      )}
      {forecast === undefined ? (
        <div role="status" aria-busy aria-label={t`Computing the forecast`} className={styles['loading']}>
          <Skeleton width={120} height={34} />
          <Skeleton height={180} />
          <Skeleton height={110} />
        </div>
      ) : (
        <>
          <IndexHeadline
            name={model.title}
            index={forecast.index}
            withPlan={shownPlanId !== undefined && forecast.planId === shownPlanId}
          />
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
              plan: shownPlanId === undefined ? null : (dimension.plan?.value ?? null),
            }))}
          />
          <DimensionBars
            model={model}
            dimensions={forecast.dimensions}
            withPlan={shownPlanId !== undefined}
          />
        </>
      )}
      {plan !== undefined && (
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
                if (shownPlanId === undefined) store.show(plan.id);
              }}
            />
          )}
        </>
      )}
      {forecast !== undefined && shownPlanId !== undefined && forecast.planId === shownPlanId && (
        <Tornado map={map} forecast={forecast} computing={computing} ask={store.tornado} />
      )}
      {forecast !== undefined && shownPlanId !== undefined && (
        <StepChanges map={map} forecast={forecast} stepId={stepId} />
      )}
      {forecast !== undefined && (
        <WaitsByHour map={map} forecast={forecast} stepId={stepId} withPlan={shownPlanId !== undefined} />
      )}
      {plan !== undefined && map.levers.length > 0 && (
        <BestPlan
          key={plan.id}
          map={map}
          budget={plan.budget}
          readOnly={readOnly}
          find={store.optimise}
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
      )}
      {plan !== undefined && (
        <MoneyPanel
          business={map.business}
          currency={map.currency}
          money={shownPlanId !== undefined && forecast?.planId === shownPlanId ? forecast.money : undefined}
          readOnly={readOnly}
          onChange={(business) => run({ type: 'setMap', fields: { business } })}
        />
      )}
      {forecast !== undefined && <Assumptions map={map} forecast={forecast} />}
    </div>
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

interface PlanChoiceProps {
  readonly plans: readonly Plan[];
  readonly plan: Plan | undefined;
  readonly shown: boolean;
  readonly onChoose: (plan: Plan) => void;
  readonly onShow: (shown: boolean) => void;
  readonly onAdd: (() => void) | undefined;
  readonly menu: ReactNode;
}

function PlanChoice({ plans, plan, shown, onChoose, onShow, onAdd, menu }: PlanChoiceProps) {
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
