import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../map/journeyMap.ts';
import { mapToJson } from '../map/mapJson.ts';
import type { Plan } from '../map/plan.ts';
import { serviceModel } from '../service/readService.ts';
import { applyToService } from './applyToService.ts';
import { networkService } from './networkService.ts';
import { planEffects } from './planEffects.ts';
import { quickForecast } from './quickForecast.ts';
import { solveNetwork } from './queueNetwork.ts';
import { wrongParcel } from './testing/wrongParcel.ts';

const map = wrongParcel();
const [plan] = map.plans as readonly [Plan];
const without: Plan = { ...plan, levers: [] };
const service = (of: JourneyMap) => {
  const model = serviceModel(of);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
};

describe('the service by formula', () => {
  it('[D23] "A wrong parcel" comes close to its independent simulation', () => {
    const network = solveNetwork(service(map));
    const at = (id: string) => network.nodes[map.nodes.findIndex((node) => node.id === id)]!;
    // 521 chats, 238 calls and 190 e-mails a day; waits 70 s and 21 s, both lose 13 %.
    expect(at('node_chat').visitsPerDay / 521).toBeCloseTo(1, 1);
    expect(at('node_phone').visitsPerDay / 238).toBeCloseTo(1, 1);
    expect(at('node_email').visitsPerDay / 190).toBeCloseTo(1, 1);
    expect(at('node_chat').abandonedShare).toBeCloseTo(0.13, 1);
    expect(at('node_phone').abandonedShare).toBeCloseTo(0.13, 1);
    expect(Math.abs(at('node_chat').meanWaitSeconds - 70)).toBeLessThan(20);
    expect(Math.abs(at('node_phone').meanWaitSeconds - 21)).toBeLessThan(15);
  });

  it('[D25] the first response runs from the sign-in through the bot to the first person', () => {
    const model = service(map);
    const { nodes } = networkService(model, solveNetwork(model));
    const chat = nodes[map.nodes.findIndex((node) => node.id === 'node_chat')]!;
    expect(chat.firstAnswer!.meanSeconds).toBeCloseTo(30 + 45 + chat.meanWaitSeconds, 8);
    expect(chat.firstAnswer!.contactsPerDay).toBeCloseTo(chat.visitsPerDay, 6);
    expect(chat.firstAnswer!.waitedLonger(74)).toBe(1);
    expect(nodes[map.nodes.findIndex((node) => node.id === 'node_specialists')]!.firstAnswer).toBeUndefined();
  });

  it('[D23] what comes in goes out: solved, contained, given up or lost', () => {
    const model = service(map);
    const network = solveNetwork(model);
    let gone = 0;
    model.nodes.forEach((node, i) => {
      const { visitsPerDay, abandonedShare } = network.nodes[i]!;
      gone += visitsPerDay * abandonedShare + visitsPerDay * (1 - abandonedShare) * node.containment;
      for (const route of node.routes)
        if (route.to < 0) gone += visitsPerDay * (1 - abandonedShare) * (1 - node.containment) * route.share;
    });
    expect(gone).toBeCloseTo(1_200, 0);
  });

  it('[D23] more people never make anyone wait longer', () => {
    const model = service(map);
    const more = {
      ...model,
      pools: model.pools.map((pool) => ({ ...pool, agents: pool.agents.map((n) => (n > 0 ? n + 1 : 0)) })),
    };
    const before = solveNetwork(model);
    const after = solveNetwork(more);
    after.nodes.forEach((node, i) =>
      expect(node.meanWaitSeconds).toBeLessThanOrEqual(before.nodes[i]!.meanWaitSeconds + 1e-9),
    );
  });
});

describe('the quick forecast', () => {
  it('[K6] a plan without levers changes exactly nothing', () => {
    const forecast = quickForecast(map, without, { draws: 50 });
    expect(forecast.index.difference).toEqual({ value: 0, low: 0, high: 0, resolved: false });
    for (const { wait } of forecast.steps) if (wait) expect(wait.plan).toEqual(wait.baseline);
    for (const step of forecast.steps)
      for (const mood of step.emotions)
        expect([mood.value, mood.low, mood.high]).toEqual([mood.asIs, mood.asIs, mood.asIs]);
  });

  it('[K6] the same seed gives the same bytes, another seed other bands around the same points', () => {
    const bytes = (seed: number) => JSON.stringify(quickForecast(map, plan, { seed, draws: 40 }));
    expect(bytes(7)).toBe(bytes(7));
    const [a, b] = [7, 8].map((seed) => quickForecast(map, plan, { seed, draws: 40 }).index.difference!);
    expect(a!.value).toBe(b!.value);
    expect(a!.low).not.toBe(b!.low);
  });

  it('[K6] the order of levers is no matter', () => {
    const turned: Plan = { ...plan, levers: plan.levers.toReversed() };
    const [a, b] = [plan, turned].map((each) => quickForecast(map, each, { draws: 0 }).index.plan!.value);
    expect(a).toBeCloseTo(b!, 10);
  });

  it('[K6] "Answer faster" shortens the wait, lifts index and mood, and says how sure it is', () => {
    const forecast = quickForecast(map, plan, { draws: 200 });
    const wait = forecast.steps.find((step) => step.stepId === 'step_wait')!;
    expect(wait.wait!.plan.meanSeconds).toBeLessThan(wait.wait!.baseline.meanSeconds);
    expect(wait.emotions[0]!.value).toBeGreaterThan(wait.emotions[0]!.asIs);
    const { difference } = forecast.index;
    expect(difference!.resolved).toBe(true);
    expect(difference!.low).toBeGreaterThan(0);
    expect(difference!.high).toBeGreaterThan(difference!.value);
    expect(forecast).toMatchObject({
      level: 'quick',
      calibrated: false,
      serviceErrors: [],
      warnings: [{ type: 'NothingToMove', leverId: 'lever_training', on: 'communication' }],
    });
  });

  it('[K6] names every effect with what was said, what is believed and on which evidence', () => {
    const note = quickForecast(map, plan, { draws: 0 }).effects.find((each) => each.on === 'politeness')!;
    expect(note).toMatchObject({
      leverId: 'lever_training',
      said: { likely: 10 },
      believed: { low: 0, likely: 3, high: 10 },
      grade: 'D',
    });
    expect(note.evidenceIds).toContain('evidence_E12');
  });

  it('[Q9] satisfaction follows waits and solving, only where it was measured', () => {
    const links = quickForecast(map, plan, { draws: 0 });
    expect(links.csat.difference!.value).toBeGreaterThan(0);
    const unmeasured = { ...map, measurements: map.measurements.filter((each) => each.metric !== 'csat') };
    expect(quickForecast(unmeasured, plan, { draws: 0 }).csat.plan).toBeNull();
  });

  it('[K7] a map without service still shows what the plan does to measured numbers, and says what is missing', () => {
    const bare = { ...map, nodes: [], pools: [], arrivals: [] };
    const aimed: Plan = { ...plan, levers: plan.levers.map((use) => ({ ...use, targets: [] })) };
    const forecast = quickForecast(bare, aimed, { draws: 20 });
    expect(forecast.serviceErrors).toEqual([{ type: 'NoNodes' }]);
    expect(forecast.index.difference!.value).toBeGreaterThan(0);
    const solved = forecast.dimensions
      .flatMap((each) => each.indicators)
      .find((each) => each.id === 'indicator_firstContactResolution');
    expect(solved?.difference!.value ?? 1).toBeGreaterThan(0);
    expect(forecast.warnings).toContainEqual({
      type: 'NothingToMove',
      leverId: 'lever_staffingShift',
      on: 'agents',
    });
  });

  it('[K7] leaves the map untouched', () => {
    const before = mapToJson(map);
    quickForecast(map, plan, { draws: 5 });
    expect(mapToJson(map)).toBe(before);
  });
});

describe('effects on the service', () => {
  const only = (leverId: string, targets: readonly string[] = []): Plan =>
    ({ ...plan, horizonWeeks: 100, levers: [{ leverId, on: true, targets }] }) as unknown as Plan;
  const planned = (of: Plan) =>
    applyToService(service(map), planEffects(map, of), (effect) => effect.size.likely);

  it('[K1] people are added in the hours of the lever and in the pools it is aimed at', () => {
    const after = planned(only('lever_staffingShift', ['pool_chat']));
    expect(after.pools[0]!.agents[10]).toBe(map.pools[0]!.agents[10]! + 1);
    expect(after.pools[0]!.agents[12]).toBe(map.pools[0]!.agents[12]);
    expect(after.pools[1]).toEqual(service(map).pools[1]);
  });

  it('[K5] a better bot leaves fewer but harder contacts to the people behind it', () => {
    const after = planned(only('lever_chatbot', ['node_triage']));
    const at = (id: string) => after.nodes.find((node) => node.id === id)!;
    expect(at('node_triage').containment).toBeCloseTo(0.25 + 0.75 * 0.25, 10);
    expect(at('node_triage').handleSeconds).toBe(45);
    expect(at('node_chat').handleSeconds).toBeCloseTo(420 * 1.1, 10);
    expect(at('node_specialists').handleSeconds).toBe(720);
  });

  it('[D22] fewer returns are more solved at once; what leaves still adds up to 1', () => {
    const routes = planned(only('lever_followUp')).nodes.find((node) => node.id === 'node_confirm')!.routes;
    expect(routes.reduce((sum, route) => sum + route.share, 0)).toBeCloseTo(1, 12);
    expect(routes[2]!.share).toBeCloseTo(0.224 * 0.95, 10);
    expect(routes[1]!.share / routes[0]!.share).toBeCloseTo(4, 10);
  });

  it('[K4] a lever that is aimed at nothing it could move is named', () => {
    const forecast = quickForecast(map, only('lever_followUp', ['node_chat']), { draws: 0 });
    expect(forecast.warnings).toEqual([
      { type: 'NothingToMove', leverId: 'lever_followUp', on: 'returnShare' },
    ]);
  });

  it('[K2] before its lead time a lever does nothing, and the forecast says so', () => {
    const soon = { ...only('lever_chatbot'), horizonWeeks: 6 };
    expect(quickForecast(map, soon, { draws: 0 }).warnings).toEqual([
      { type: 'NotWorkingYet', leverId: 'lever_chatbot' },
    ]);
  });
});
