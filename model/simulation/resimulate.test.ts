import { describe, expect, it } from 'vitest';
import { optimisePlan, setKey, setsToSimulate, usualWeeks } from './optimisePlan.ts';
import { planOf } from './portfolioProblem.ts';
import { bestFirst, resimulation } from './resimulate.ts';
import { simulatePlan } from './simulatePlan.ts';
import { wrongParcel } from './testing/wrongParcel.ts';

describe('the best sets, simulated', () => {
  const map = wrongParcel();
  const { best } = optimisePlan(map, 20_000_000);

  it('[K24] are put in order by the engine, each with the band that a simulation of its own gives', () => {
    expect(best.length).toBeGreaterThan(2);
    const steps: number[] = [];
    const through: number[] = [];
    const run = resimulation(map, best, usualWeeks, 10);
    let next = run.next();
    while (next.done !== true) {
      steps.push(next.value.done / next.value.of);
      through.push(next.value.simulated.length);
      next = run.next();
    }
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
    expect(through).toEqual(best.map((_, i) => i));
    if (!next.value.ok) throw new Error(JSON.stringify(next.value.error));
    expect(next.value.value.map(setKey)).toEqual(best.map(setKey));
    const sets = bestFirst(next.value.value);
    const gains = sets.map(({ difference }) => difference?.value ?? Number.NaN);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    expect(new Set(sets.map(({ levers }) => levers))).toEqual(new Set(best.map(({ levers }) => levers)));
    const first = sets[0]!;
    const alone = simulatePlan(map, planOf(map, first.levers, usualWeeks), { replications: 10 });
    expect(alone.ok && alone.value.index.difference).toEqual(first.difference);
  });

  it('[K27] of the whole frontier twelve points at most are simulated, from the cheapest to the last, and no set twice', () => {
    const found = optimisePlan(map, 20_000_000);
    const keys = setsToSimulate(found).map(setKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.slice(0, best.length)).toEqual(best.map(setKey));
    const bought = found.frontier.slice(1).map(setKey);
    expect(keys).toEqual(expect.arrayContaining([bought.at(-1)!]));
    const long = Array.from({ length: 100 }, (_, i) => ({
      cost: i,
      value: i,
      levers: i === 0 ? [] : [`lever_${i}`],
    }));
    const some = setsToSimulate({ ...found, best: [], frontier: long });
    expect(some).toHaveLength(12);
    expect(some.at(-1)).toEqual(long.at(-1));
    expect(some.map(({ cost }) => cost)).toEqual([8, 17, 25, 33, 41, 50, 58, 66, 74, 83, 91, 99]);
  });

  it('[K24] what cannot run is named instead', () => {
    const run = resimulation({ ...map, nodes: [] }, best, usualWeeks, 10);
    const next = run.next();
    expect(next.done === true && !next.value.ok && next.value.error[0]?.type).toBe('NoNodes');
  });
});
