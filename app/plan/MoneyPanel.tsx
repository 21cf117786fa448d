import { Trans, useLingui } from '@lingui/react/macro';
import { Coins, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Business } from '../../model/map/business.ts';
import type { Language } from '../../model/map/language.ts';
import { moneyMonths } from '../../model/simulation/planMoney.ts';
import type { Banded, MoneyForecast, PlanForecast } from '../../model/simulation/planForecast.ts';
import { formatMoney } from '../design/formatNumber.ts';
import { Button } from '../design/parts/Button.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { BusinessForm } from './BusinessForm.tsx';
import styles from './MoneyPanel.module.css';

export interface MoneyPanelProps {
  readonly business: Business | undefined;
  readonly currency: string;
  /** Of the shown plan; undefined while it is worked out, or without a plan. */
  readonly money: PlanForecast['money'];
  readonly readOnly: boolean;
  readonly onChange: (business: Business) => void;
}

/** What the plan is worth, and how sure that is: the chance of a return first. */
export function MoneyPanel({ business, currency, money, readOnly, onChange }: MoneyPanelProps) {
  const { t } = useLingui();
  const [changing, setChanging] = useState(false);
  const years = moneyMonths / 12;
  return (
    <section>
      <h2 className={styles['heading']}>
        <span>
          <Trans>Money over {years} years</Trans>
        </span>
        {business !== undefined && !readOnly && (
          <IconButton
            size="small"
            label={t`Figures of the business`}
            icon={<Pencil />}
            onClick={() => setChanging(true)}
          />
        )}
      </h2>
      {business === undefined ? (
        <>
          <p className={styles['note']}>
            <Trans>
              With a few figures of your business the forecast says what a plan is worth: contacts saved and
              customers who stay, against its cost.
            </Trans>
          </p>
          {!readOnly && (
            <Button size="small" icon={<Coins />} onClick={() => setChanging(true)}>
              <Trans>Enter the figures</Trans>
            </Button>
          )}
        </>
      ) : money === undefined ? (
        <p className={styles['note']}>
          <Trans>Shown with a plan, once its bands are worked out.</Trans>
        </p>
      ) : money.ok ? (
        <Worth money={money.value} currency={currency} />
      ) : (
        <p className={styles['problem']} role="alert">
          {money.error.type === 'RetentionTooHigh' ? (
            <Trans>
              Customers that never leave would be worth without end: enter a retention below one plus the
              interest.
            </Trans>
          ) : (
            <Trans>The sums are larger than can be counted exactly. Check the figures of the business.</Trans>
          )}
        </p>
      )}
      {changing && (
        <BusinessForm
          business={business}
          currency={currency}
          onSave={onChange}
          onClose={() => setChanging(false)}
        />
      )}
    </section>
  );
}

function Worth({ money, currency }: { readonly money: MoneyForecast; readonly currency: string }) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const sum = (minor: number) => formatMoney(minor, currency, language);
  const percent = (share: number) => i18n.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const band = (banded: Banded, say: (value: number) => string) =>
    t`${say(banded.value)}, likely ${say(banded.low)} to ${say(banded.high)}`;
  const months = i18n.number(money.paybackMonths ?? 0, { maximumFractionDigits: 0 });
  return (
    <>
      <p className={styles['chance']}>
        <strong className="numbers">{percent(money.chanceOfReturn)}</strong>{' '}
        <Trans>chance that it pays for itself</Trans>
      </p>
      <dl className={styles['figures']}>
        <dt>
          <Trans>Net present value</Trans>
        </dt>
        <dd className="numbers">{band(money.netPresentValue, sum)}</dd>
        {money.returnOnInvestment !== null && (
          <>
            <dt>
              <Trans>Return on investment</Trans>
            </dt>
            <dd className="numbers">{band(money.returnOnInvestment, percent)}</dd>
          </>
        )}
        <dt>
          <Trans>Cost</Trans>
        </dt>
        <dd className="numbers">{sum(money.cost)}</dd>
        <dt>
          <Trans>Paid back</Trans>
        </dt>
        <dd className="numbers">
          {money.paybackMonths === null
            ? t`in half the cases never`
            : t`after ${months} months, in the middle case`}
        </dd>
      </dl>
    </>
  );
}
