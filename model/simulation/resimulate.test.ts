import { describe, expect, it } from 'vitest';
import { optimisePlan, usualWeeks } from './optimisePlan.ts';
import { planOf } from './portfolioProblem.ts';
import { resimulation } from './resimulate.ts';
import { simulatePlan } from './simulatePlan.ts';
import { wrongParcel } from './testing/wrongParcel.ts';

describe('the best sets, simulated', () => {
  const map = wrongParcel();
  const { best } = optimisePlan(map, 20_000_000);

  it('[K24] are put in order by the engine, each with the band that a simulation of its own gives', () => {
    expect(best.length).toBeGreaterThan(2);
    const steps: number[] = [];
    const run = resimulation(map, best, usualWeeks, 10);
    let next = run.next();
    while (next.done !== true) {
      steps.push(next.value.done / next.value.of);
      next = run.next();
    }
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
    if (!next.value.ok) throw new Error(JSON.stringify(next.value.error));
    const sets = next.value.value;
    const gains = sets.map(({ difference }) => difference?.value ?? Number.NaN);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    expect(new Set(sets.map(({ levers }) => levers))).toEqual(new Set(best.map(({ levers }) => levers)));
    const first = sets[0]!;
    const alone = simulatePlan(map, planOf(map, first.levers, usualWeeks), { replications: 10 });
    expect(alone.ok && alone.value.index.difference).toEqual(first.difference);
  });

  it('[K24] what cannot run is named instead', () => {
    const run = resimulation({ ...map, nodes: [] }, best, usualWeeks, 10);
    const next = run.next();
    expect(next.done === true && !next.value.ok && next.value.error[0]?.type).toBe('NoNodes');
  });
});
