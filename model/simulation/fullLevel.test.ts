import { describe, expect, it } from 'vitest';
import type { Measurement } from '../map/measurement.ts';
import type { Plan } from '../map/plan.ts';
import { fullSimulation } from './fullLevel.ts';
import type { PlanForecast } from './planForecast.ts';
import { simulatePlan } from './simulatePlan.ts';
import { wrongParcel } from './testing/wrongParcel.ts';

const map = wrongParcel();
const [plan] = map.plans as readonly [Plan];
const none: Plan = { ...plan, levers: [] };

function run(of = map, with_ = plan, draws = 60): PlanForecast {
  const going = fullSimulation(of, with_, { draws });
  for (;;) {
    const next = going.next();
    if (next.done !== true) continue;
    if (!next.value.ok) throw new Error(JSON.stringify(next.value.error));
    return next.value.value;
  }
}

const width = ({ low, high }: { readonly low: number; readonly high: number }): number => high - low;

describe('the full level', () => {
  it('[K20] agrees with the standard level about the change of the index and its band', () => {
    const full = run(map, plan, 150);
    const standard = simulatePlan(map, plan);
    if (!standard.ok) throw new Error('does not run');
    const [one, two] = [full.index.difference!, standard.value.index.difference!];
    expect(full).toMatchObject({ level: 'full', draws: 150, simulation: { replications: 300 } });
    expect(one.resolved).toBe(true);
    expect(Math.abs(one.value - two.value)).toBeLessThan(0.35 * two.value);
    expect(width(one) / width(two)).toBeGreaterThan(0.6);
    expect(width(one) / width(two)).toBeLessThan(1.6);
  });

  it('[K20] tells what is not known from the luck of a day', () => {
    const { variance } = run().simulation!;
    expect(variance!.notKnown).toBeGreaterThan(0);
    expect(variance!.ofOneDay).toBeGreaterThan(0);
  });

  it('[K6] a plan without levers differs by exactly 0', () => {
    const full = run(map, none, 10);
    expect(full.index.difference).toEqual({ value: 0, low: 0, high: 0, resolved: false });
    expect(full.simulation!.variance).toEqual({ notKnown: 0, ofOneDay: 0 });
    for (const node of full.nodes) expect(node.plan).toEqual(node.baseline);
  });

  it('[D43] the same seed gives the same bytes', () => {
    expect(JSON.stringify(run(map, plan, 10))).toBe(JSON.stringify(run(map, plan, 10)));
  });

  it('[K9] hands out the forecast so far, labelled partial', () => {
    const first = fullSimulation(map, plan).next();
    if (first.done === true) throw new Error('ended at once');
    expect(first.value).toMatchObject({ pairs: 10, of: 500 });
    expect(first.value.forecast()).toMatchObject({ level: 'full', draws: 10, simulation: { partial: true } });
  });

  it('[K20] a handle time that was hardly measured makes the waits of the draws uncertain', () => {
    const measured = (n: number): Measurement =>
      ({
        ...map.measurements.find(({ metric }) => metric === 'firstResponse')!,
        id: 'measurement_handle',
        metric: 'handleTime',
        value: 420,
        n,
        on: { nodeId: 'node_chat' },
      }) as Measurement;
    const bandOf = (n: number): number => {
      const forecast = run({ ...map, measurements: [...map.measurements, measured(n)] }, none, 40);
      const efficiency = forecast.dimensions.find(({ id }) => id.includes('attitude'))!;
      const first = efficiency.indicators.find(({ id }) => id.toLowerCase().includes('firstresponse'))!;
      return width(first.baseline!);
    };
    expect(bandOf(5)).toBeGreaterThan(1.3 * bandOf(20_000));
  });
});
