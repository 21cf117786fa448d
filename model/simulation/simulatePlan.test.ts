import { describe, expect, it } from 'vitest';
import type { Measurement } from '../map/measurement.ts';
import type { Plan } from '../map/plan.ts';
import { simulatePlan, simulation } from './simulatePlan.ts';
import { wrongParcel } from './testing/wrongParcel.ts';

const map = wrongParcel();
const [plan] = map.plans as readonly [Plan];
const none: Plan = { ...plan, levers: [] };
const must = (of = map, with_ = plan, options = {}) => {
  const forecast = simulatePlan(of, with_, { replications: 20, draws: 60, ...options });
  if (!forecast.ok) throw new Error(JSON.stringify(forecast.error));
  return forecast.value;
};
const measured = (value: number, on: object): Measurement =>
  ({
    ...map.measurements.find(({ metric }) => metric === 'firstResponse')!,
    id: 'measurement_w',
    value,
    on,
  }) as Measurement;

describe('simulating a plan', () => {
  it('[K6] a plan without levers differs by exactly 0, in every number', () => {
    const forecast = must(map, none);
    expect(forecast.index.difference).toEqual({ value: 0, low: 0, high: 0, resolved: false });
    for (const node of forecast.nodes) expect(node.plan).toEqual(node.baseline);
    for (const step of forecast.steps) for (const mood of step.emotions) expect(mood.value).toBe(mood.asIs);
  });

  it('[D43] the same seed gives the same bytes', () => {
    expect(JSON.stringify(must())).toBe(JSON.stringify(must()));
    expect(JSON.stringify(must(map, plan, { seed: 2 }))).not.toBe(JSON.stringify(must()));
  });

  it('[K8] "Answer faster" shortens the wait and lifts the index, beyond noise', () => {
    const forecast = must(map, plan, { replications: 60 });
    const wait = forecast.steps.find(({ stepId }) => stepId === 'step_wait')!;
    expect(wait.wait!.plan.meanSeconds).toBeLessThan(0.8 * wait.wait!.baseline.meanSeconds);
    expect(forecast.index.difference).toMatchObject({ resolved: true });
    expect(forecast.simulation).toMatchObject({ replications: 60, partial: false, calibration: [] });
    expect(forecast.calibrated).toBe(false);
  });

  it('[K9] hands out the forecast so far, and stops when the caller stops', () => {
    const run = simulation(map, plan, { draws: 20 });
    const first = run.next();
    if (first.done === true) throw new Error('ended at once');
    expect(first.value).toMatchObject({ pairs: 10, of: 100 });
    expect(first.value.forecast().simulation).toMatchObject({ replications: 10, partial: true });
  });

  it('[D42] auto stops between 20 and 400 pairs, when the difference is known well enough', () => {
    const forecast = must(map, plan, { replications: 'auto' });
    expect(forecast.simulation!.replications).toBeGreaterThanOrEqual(20);
    expect(forecast.simulation!.replications).toBeLessThan(400);
  });

  it('[Q7] a wait measured at a node calibrates its pool, and what is left is shown', () => {
    const before = must(map, none).nodes.find(({ nodeId }) => nodeId === 'node_chat')!.baseline.meanSeconds;
    const slower = { ...map, measurements: [...map.measurements, measured(200, { nodeId: 'node_chat' })] };
    const forecast = must(slower, none);
    const [pool] = forecast.simulation!.calibration;
    expect(forecast.calibrated).toBe(true);
    expect(pool).toMatchObject({ poolId: 'pool_chat', measuredSeconds: 200 });
    expect(pool!.factor).toBeLessThan(1);
    expect(Math.abs(pool!.misfit)).toBeLessThan(0.1);
    const after = forecast.nodes.find(({ nodeId }) => nodeId === 'node_chat')!.baseline.meanSeconds;
    expect(after).toBeGreaterThan(1.3 * before);
  });

  it('[Q7] a wait that several pools share calibrates none of them; one of a channel does', () => {
    expect(must(map, none).simulation!.calibration).toEqual([]);
    const ofChats = {
      ...measured(180, { stepId: 'step_wait' }),
      segment: { channel: 'chat' },
    } as Measurement;
    const forecast = must({ ...map, measurements: [...map.measurements, ofChats] }, none);
    expect(forecast.simulation!.calibration.map(({ poolId }) => poolId)).toEqual(['pool_chat']);
  });

  it('[D21] what cannot run is told, not simulated', () => {
    expect(simulatePlan({ ...map, nodes: [] }, plan)).toEqual({ ok: false, error: [{ type: 'NoNodes' }] });
  });

  it('[D26] the order of pools and steps in the file changes nothing', () => {
    const turned = { ...map, pools: map.pools.toReversed(), steps: map.steps.toReversed() };
    expect(must(turned).index.difference!.value).toBeCloseTo(must().index.difference!.value, 10);
  });
});
