import type { Business } from '../map/business.ts';
import { uniforms } from '../quality/draws.ts';
import { pert } from '../quality/pert.ts';
import { err, ok, type Result } from '../result.ts';
import type { Banded, MoneyError, MoneyForecast } from './planForecast.ts';
import { bandOf } from '../quality/scoreWithBands.ts';

/** What a plan is worth: fewer contacts and customers who stay, against what it costs. All in minor units of the map's currency. */

/** What the plan changes, by draw of a forecast; the same draw is the same luck. */
export interface MoneyDraw {
  /** Change of contacts a day; less is negative. */
  readonly contactsPerDay: number;
  /** Change of the share of satisfied customers, 0..1. */
  readonly csat: number;
}

/** Points of churn saved per point of satisfaction; judgement, grade E. */
const churnPerCsat = pert(0, 0.05, 0.15);
/** Names its draw. */
export const churnKey = 'churn per satisfaction';

/** Costs of a plan and how long they count. */
interface MoneyPlan {
  readonly once: number;
  readonly perMonth: number;
  readonly months: number;
  readonly leadMonths: number;
}

/** The worth of each draw. */
export interface MoneyOutcomes {
  readonly cost: number;
  readonly outcomes: readonly {
    readonly value: number;
    /** Months; Infinity: never. */
    readonly payback: number;
  }[];
}

export function moneyOutcomes(
  plan: MoneyPlan,
  economics: Business,
  draws: readonly MoneyDraw[],
  seed = 1,
): Result<MoneyOutcomes, MoneyError> {
  const { retention, discountRate } = economics;
  if (retention >= 1 + discountRate)
    return err({ type: 'RetentionTooHigh', found: retention, most: 1 + discountRate });
  const lifetimeValue = (economics.marginPerCustomerYear * retention) / (1 + discountRate - retention);
  const monthly = (1 + discountRate) ** (1 / 12) - 1;
  /** Worth today of one a month, from month `from` to the end. */
  const annuity = (from: number): number => {
    let sum = 0;
    for (let month = Math.ceil(from) + 1; month <= plan.months; month++) sum += (1 + monthly) ** -month;
    return sum;
  };
  const cost = plan.once + plan.perMonth * annuity(0);
  const outcomes = draws.map((draw, i) => {
    const kept = churnPerCsat.quantile(uniforms(seed, i)(churnKey)) * draw.csat * economics.customers;
    const perMonth =
      -draw.contactsPerDay * (365 / 12) * economics.costPerContact + (kept * lifetimeValue) / 12;
    const benefit = perMonth * annuity(plan.leadMonths);
    const surplus = perMonth - plan.perMonth;
    return {
      value: benefit - cost,
      // Running costs begin at once, benefits after the lead time.
      payback:
        surplus > 0
          ? plan.leadMonths + (plan.once + plan.perMonth * plan.leadMonths) / surplus
          : Number.POSITIVE_INFINITY,
    };
  });
  const largest = Math.max(cost, ...outcomes.map(({ value }) => Math.abs(value)));
  if (largest > Number.MAX_SAFE_INTEGER) return err({ type: 'MoneyTooLarge', found: largest });
  return ok({ cost, outcomes });
}

export function moneyForecast(
  plan: MoneyPlan,
  economics: Business,
  draws: readonly MoneyDraw[],
  seed = 1,
): Result<MoneyForecast, MoneyError> {
  const worth = moneyOutcomes(plan, economics, draws, seed);
  if (!worth.ok) return worth;
  const { cost, outcomes } = worth.value;
  const values = outcomes.map(({ value }) => value);
  const paybacks = outcomes.map(({ payback }) => payback).sort((a, b) => a - b);
  const median = paybacks[Math.floor(paybacks.length / 2)] ?? Number.POSITIVE_INFINITY;
  return ok({
    cost: Math.round(cost),
    netPresentValue: rounded(banded(values), 1),
    returnOnInvestment: cost > 0 ? banded(values.map((value) => value / cost)) : null,
    chanceOfReturn: values.filter((value) => value > 0).length / Math.max(1, values.length),
    paybackMonths: Number.isFinite(median) ? median : null,
  });
}

function banded(values: readonly number[]): Banded {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { value: mean, ...(bandOf(values, mean) ?? { low: mean, high: mean }) };
}

const rounded = ({ value, low, high }: Banded, unit: number): Banded => ({
  value: Math.round(value / unit) * unit,
  low: Math.round(low / unit) * unit,
  high: Math.round(high / unit) * unit,
});
