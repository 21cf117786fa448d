import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../map/plan.ts';
import { uniforms } from '../quality/draws.ts';
import { informationValue } from './informationValue.ts';
import { measureFirst } from './measureFirst.ts';
import { wrongParcel } from './testing/wrongParcel.ts';

const draws = 2_000;
const column = (name: string): readonly number[] =>
  Array.from({ length: draws }, (_, i) => uniforms(7, i)(name));

describe('the value of information', () => {
  it('[K21] two normal inputs: the values are those of the unit normal loss', () => {
    // Benefit = .5 + 2 x + y against 0: knowing all, a normal of deviation sqrt 5; knowing x, one of deviation 2.
    const [x, y, idle] = [column('x'), column('y'), column('idle')];
    const benefit = x.map((u, i) => 0.5 + 2 * normalQuantile(u, 0, 1) + normalQuantile(y[i]!, 0, 1));
    const { ofEverything, inputs } = informationValue({
      inputs: new Map([
        ['y', y],
        ['idle', idle],
        ['x', x],
      ]),
      benefits: [benefit, benefit.map(() => 0)],
      result: benefit,
    });
    const loss = (mean: number, deviation: number): number => {
      const z = mean / deviation;
      return deviation * (density(z) - z * (1 - cumulative(z)));
    };
    expect(ofEverything / loss(0.5, Math.sqrt(5))).toBeCloseTo(1, 0.7);
    expect(inputs.map(({ input }) => input)).toEqual(['x', 'y', 'idle']);
    expect(inputs[0]!.value / loss(0.5, 2)).toBeGreaterThan(0.85);
    expect(inputs[0]!.value / loss(0.5, 2)).toBeLessThan(1.15);
    expect(Math.abs(inputs[1]!.value - loss(0.5, 1))).toBeLessThan(0.06);
    expect(inputs[2]!.value).toBe(0);
    // Squared correlations of a sum are the shares of its variance; ranks of normals are a little below.
    expect(inputs[0]!.influence).toBeGreaterThan(0.72);
    expect(inputs[0]!.influence).toBeLessThan(0.84);
    expect(inputs[1]!.influence).toBeGreaterThan(0.12);
    expect(inputs[1]!.influence).toBeLessThan(0.26);
    expect(inputs[2]!.influence).toBeLessThan(0.01);
  });

  it('[K21] where one choice is better in every draw, no knowledge changes it', () => {
    const x = column('x');
    const { ofEverything, inputs } = informationValue({
      inputs: new Map([['x', x]]),
      benefits: [x.map((u) => 3 + u), x.map(() => 0)],
      result: x,
    });
    expect(ofEverything).toBeCloseTo(0, 9);
    expect(inputs).toMatchObject([{ value: expect.closeTo(0, 9), influence: expect.closeTo(1, 9) }]);
  });

  it('[K21] names what moves "Answer faster" most, and values it in money where the business is known', () => {
    const map = wrongParcel();
    const [plan] = map.plans as readonly [Plan];
    const { business: _, ...without } = map;
    const points = measureFirst(without, plan, 1, 200);
    expect(points).toMatchObject({ unit: 'points', chosen: plan.id });
    expect(points.inputs[0]!.influence).toBeGreaterThan(0.1);
    const business = {
      customers: 2_000,
      marginPerCustomerYear: 9_000,
      retention: 0.7,
      discountRate: 0.08,
      costPerContact: 900,
    };
    const money = measureFirst({ ...map, business }, plan, 1, 200);
    expect(money.unit).toBe('money');
    expect(money.inputs.map(({ input }) => input)).toContainEqual(expect.objectContaining({ kind: 'link' }));
    for (const { value } of money.inputs) expect(value).toBeLessThanOrEqual(money.ofEverything + 1e-6);
  });
});

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
/** Abramowitz and Stegun 26.2.17, error below 7.5e-8; for z >= 0. */
function cumulative(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const tail = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  return 1 - density(z) * tail.reduce((sum, b, k) => sum + b * t ** (k + 1), 0);
}
