import { Trans, useLingui } from '@lingui/react/macro';
import { BookMarked, Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { newId } from '../../model/map/newId.ts';
import type { Plan } from '../../model/map/plan.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import { minorUnits } from '../../model/map/currency.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { Field } from '../design/parts/Field.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Menu, MenuItem, MenuLine } from '../design/parts/Menu.tsx';
import { tell } from '../design/parts/toasts.ts';
import { numberIn } from '../design/readNumber.ts';
import { TalkButton } from '../talk/TalkButton.tsx';
import styles from './PlanMenu.module.css';

export interface PlanMenuProps {
  readonly map: JourneyMap;
  readonly plan: Plan;
  /** Who may only look still opens the ledger. */
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
  /** Lays a plan over the map. */
  readonly onShow: (planId: Plan['id']) => void;
  readonly onLedger: () => void;
}

/** What can be done with a plan as a whole. */
export function PlanMenu({ map, plan, readOnly, run, onShow, onLedger }: PlanMenuProps) {
  const { t } = useLingui();
  const [changing, setChanging] = useState(false);
  const put = (record: Plan, base?: Plan) => run({ type: 'put', collection: 'plans', record, base });
  const duplicate = () => {
    const id = newId('plan', Math.random);
    put({ ...plan, id, title: t`${plan.title} (copy)` });
    onShow(id);
  };
  const remove = () => {
    run({ type: 'delete', collection: 'plans', ids: [plan.id] });
    tell(t`The plan “${plan.title}” is deleted.`, () => put(plan));
  };
  return (
    <>
      <TalkButton anchor={{ collection: 'plans', recordId: plan.id }} name={plan.title} />
      <Menu align="end" trigger={<IconButton label={t`More for “${plan.title}”`} icon={<Ellipsis />} />}>
        {!readOnly && (
          <>
            <MenuItem icon={<Pencil />} onSelect={() => setChanging(true)}>
              <Trans>Name, budget and time</Trans>
            </MenuItem>
            <MenuItem icon={<Copy />} onSelect={duplicate}>
              <Trans>Duplicate</Trans>
            </MenuItem>
          </>
        )}
        <MenuItem icon={<BookMarked />} onSelect={onLedger}>
          <Trans>Prediction ledger</Trans>
        </MenuItem>
        {!readOnly && (
          <>
            <MenuLine />
            <MenuItem icon={<Trash2 />} danger onSelect={remove}>
              <Trans>Delete</Trans>
            </MenuItem>
          </>
        )}
      </Menu>
      {changing && (
        <PlanForm currency={map.currency} plan={plan} onSave={put} onClose={() => setChanging(false)} />
      )}
    </>
  );
}

interface PlanFormProps {
  readonly currency: string;
  readonly plan: Plan;
  /** `base`: the plan as it was when the form was opened. */
  readonly onSave: (plan: Plan, base: Plan) => void;
  readonly onClose: () => void;
}

const mostWeeks = 520;

function PlanForm({ currency, plan, onSave, onClose }: PlanFormProps) {
  const { t } = useLingui();
  const minor = minorUnits(currency);
  const [base] = useState(plan);
  const [title, setTitle] = useState(base.title);
  const [budget, setBudget] = useState(base.budget === undefined ? '' : String(base.budget / minor));
  const [weeks, setWeeks] = useState(String(base.horizonWeeks));
  const amount = Math.round(numberIn(budget) * minor);
  const isBudget = budget.trim() === '' || (Number.isSafeInteger(amount) && amount >= 0);
  const isTime = weeks.trim() !== '' && numberIn(weeks) >= 0 && numberIn(weeks) <= mostWeeks;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isBudget || !isTime) return;
    const { budget: _, ...rest } = base;
    const changed = {
      ...rest,
      title: title.trim(),
      horizonWeeks: numberIn(weeks),
      ...(budget.trim() === '' ? {} : { budget: amount }),
    };
    onSave(changed, base);
    onClose();
  };
  return (
    <Dialog open width="narrow" title={t`Plan`} onClose={onClose}>
      <form className={styles['form']} onSubmit={save}>
        <Field
          label={t`Name`}
          value={title}
          maxLength={500}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Field
          label={t`Budget`}
          unit={currency}
          inputMode="decimal"
          hint={t`empty: no limit`}
          value={budget}
          error={isBudget ? undefined : t`Enter an amount of 0 or more.`}
          onChange={(event) => setBudget(event.currentTarget.value)}
        />
        <Field
          label={t`Forecast after`}
          unit={t`weeks`}
          inputMode="numeric"
          value={weeks}
          error={isTime ? undefined : t`Expected a number from 0 to ${mostWeeks}.`}
          onChange={(event) => setWeeks(event.currentTarget.value)}
        />
        <Button look="main" type="submit" className={styles['save']}>
          <Trans>Save</Trans>
        </Button>
      </form>
    </Dialog>
  );
}
