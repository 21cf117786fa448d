import { expect, it } from 'vitest';
import { journeyTemplates } from '../../templates/journeys/journeyTemplates.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { mapFromTemplate } from '../map/mapFromTemplate.ts';
import { moneyForecast } from './money.ts';
import { quickForecast } from './quickForecast.ts';

const economics = {
  costPerContact: 800,
  marginPerCustomerYear: 20_000,
  customers: 50_000,
  retention: 0.7,
  discountRate: 0.05,
};
const plan = { once: 1_200_000, perMonth: 100_000, months: 24, leadMonths: 2 };
const draws = Array.from({ length: 200 }, () => ({ contactsPerDay: -20, csat: 0 }));

it('[K16] saved contacts pay back what the plan costs, discounted month by month', () => {
  const money = moneyForecast(plan, { ...economics, discountRate: 0 }, draws);
  if (!money.ok) throw new Error(money.error.type);
  const saved = 20 * (365 / 12) * 800;
  expect(money.value.cost).toBe(1_200_000 + 24 * 100_000);
  expect(money.value.netPresentValue.value).toBeCloseTo(saved * 22 - money.value.cost, -1);
  expect(money.value.paybackMonths).toBeCloseTo(2 + (1_200_000 + 2 * 100_000) / (saved - 100_000), 8);
  expect(money.value.chanceOfReturn).toBe(1);
});

it('[K16] the chance of a return is a share of the draws, and the sums are whole minor units', () => {
  const mixed = draws.map((draw, i) => ({ ...draw, contactsPerDay: i % 4 === 0 ? 30 : -20, csat: 0.01 }));
  const money = moneyForecast(plan, economics, mixed);
  if (!money.ok) throw new Error(money.error.type);
  expect(money.value.chanceOfReturn).toBeGreaterThan(0.5);
  expect(money.value.chanceOfReturn).toBeLessThan(1);
  expect(Number.isInteger(money.value.netPresentValue.low)).toBe(true);
});

it('[K16] a retention that never ends, and sums beyond exact numbers, are named', () => {
  expect(moneyForecast(plan, { ...economics, retention: 1.05 }, draws)).toMatchObject({
    error: { type: 'RetentionTooHigh' },
  });
  expect(moneyForecast({ ...plan, once: 2 ** 60 }, economics, draws)).toMatchObject({
    error: { type: 'MoneyTooLarge' },
  });
});

it('[K16] a plan that changes nothing never pays back', () => {
  const money = moneyForecast(
    plan,
    economics,
    draws.map(() => ({ contactsPerDay: 0, csat: 0 })),
  );
  expect(money).toMatchObject({ value: { chanceOfReturn: 0, paybackMonths: null } });
});

it('[K16] a forecast says what its plan is worth where the map knows the business, and nothing elsewhere', () => {
  const map = mapFromTemplate(journeyTemplates[0]!.content, 'en', 'map_test' as JourneyMap['id']);
  if (!map.ok) throw new Error('the first template is a map');
  const [answerFaster] = map.value.plans;
  const worth = quickForecast(map.value, answerFaster!, { draws: 60 }).money;
  if (worth?.ok !== true) throw new Error('the template knows its business');
  const { netPresentValue, chanceOfReturn, cost } = worth.value;
  expect(netPresentValue.low).toBeLessThan(netPresentValue.value);
  expect(netPresentValue.value).toBeLessThan(netPresentValue.high);
  expect(chanceOfReturn).toBeGreaterThan(0);
  expect(cost).toBeGreaterThan(0);

  const idle = quickForecast(map.value, { ...answerFaster!, levers: [] }, { draws: 20 }).money;
  expect(idle).toMatchObject({ value: { cost: 0, returnOnInvestment: null, netPresentValue: { value: 0 } } });

  const { business: _, ...unknown } = map.value;
  expect(quickForecast(unknown, answerFaster!, { draws: 20 }).money).toBeUndefined();
  expect(quickForecast(map.value, answerFaster!, { draws: 0 }).money).toBeUndefined();
});
