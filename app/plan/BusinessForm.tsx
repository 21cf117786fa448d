import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { type Business, businessSchema } from '../../model/map/business.ts';
import { minorUnits } from '../../model/map/currency.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { Field } from '../design/parts/Field.tsx';
import { numberIn } from '../design/readNumber.ts';
import styles from './PlanMenu.module.css';

export interface BusinessFormProps {
  readonly business: Business | undefined;
  readonly currency: string;
  readonly onSave: (business: Business) => void;
  readonly onClose: () => void;
}

type Typed = Readonly<Record<keyof Business, string>>;

/** The team's own figures; money in whole units here, in minor units in the map. */
export function BusinessForm({ business, currency, onSave, onClose }: BusinessFormProps) {
  const { t } = useLingui();
  const minor = minorUnits(currency);
  const factor: Readonly<Record<keyof Business, number>> = {
    costPerContact: minor,
    marginPerCustomerYear: minor,
    customers: 1,
    retention: 0.01,
    discountRate: 0.01,
  };
  const shown = (field: keyof Business): string =>
    business === undefined ? '' : String(Number((business[field] / factor[field]).toPrecision(12)));
  const [typed, setTyped] = useState<Typed>(() => ({
    costPerContact: shown('costPerContact'),
    marginPerCustomerYear: shown('marginPerCustomerYear'),
    customers: shown('customers'),
    retention: shown('retention'),
    discountRate: shown('discountRate'),
  }));
  const [asked, setAsked] = useState(false);
  const valueOf = (field: keyof Business): number => {
    const value = numberIn(typed[field]) * factor[field];
    return field === 'retention' || field === 'discountRate' ? value : Math.round(value);
  };
  const fits = (field: keyof Business): boolean =>
    typed[field].trim() !== '' && businessSchema.unwrap().shape[field].safeParse(valueOf(field)).success;
  const field = (name: keyof Business, label: string, unit: string, expected: string, hint?: string) => (
    <Field
      label={label}
      unit={unit}
      hint={hint}
      inputMode="decimal"
      value={typed[name]}
      error={asked && !fits(name) ? expected : undefined}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const names = Object.keys(typed) as (keyof Business)[];
    if (!names.every(fits)) return;
    onSave({
      costPerContact: valueOf('costPerContact'),
      marginPerCustomerYear: valueOf('marginPerCustomerYear'),
      customers: valueOf('customers'),
      retention: valueOf('retention'),
      discountRate: valueOf('discountRate'),
    });
    onClose();
  };
  const amount = t`Expected an amount of 0 or more.`;
  const percent = t`Expected 0 to 100 %.`;
  return (
    <Dialog
      open
      width="narrow"
      title={t`Figures of the business`}
      description={t`Your own figures; estimates will do. They are kept in the map.`}
      onClose={onClose}
    >
      <form className={styles['form']} onSubmit={save}>
        {field('costPerContact', t`Cost of one contact`, currency, amount)}
        {field('customers', t`Customers`, '', t`Expected a whole number of 0 or more.`)}
        {field('marginPerCustomerYear', t`Profit from one customer a year`, currency, amount)}
        {field('retention', t`Customers who stay a year`, '%', percent)}
        {field('discountRate', t`Interest a year`, '%', percent, t`by which later money counts less`)}
        <Button look="main" type="submit" className={styles['save']}>
          <Trans>Save</Trans>
        </Button>
      </form>
    </Dialog>
  );
}
