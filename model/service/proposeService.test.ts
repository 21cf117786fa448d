import { describe, expect, it } from 'vitest';
import { checkInvariants } from '../map/invariants.ts';
import { emptyMap, type JourneyMap } from '../map/journeyMap.ts';
import type { MapId } from '../map/ids.ts';
import { planSchema } from '../map/plan.ts';
import { quickForecast } from '../simulation/quickForecast.ts';
import { simulatePlan } from '../simulation/simulatePlan.ts';
import { wrongParcel } from '../simulation/testing/wrongParcel.ts';
import { proposeService } from './proposeService.ts';
import { serviceModel } from './readService.ts';

const bare = (): JourneyMap => ({ ...wrongParcel(), nodes: [], pools: [], arrivals: [], plans: [] });
const random = () => {
  let n = 0;
  return () => (n = (n + 0.123_456_789) % 1);
};
const proposed = (map: JourneyMap) => {
  const proposal = proposeService(map, random());
  if (!proposal.ok) throw new Error(proposal.error.type);
  return { ...map, ...proposal.value };
};

describe('setting up the service in one click', () => {
  it('[D60] from a template to a forecast with a band: sound, runs, and nobody is overloaded', () => {
    const map = proposed(bare());
    expect(checkInvariants(map)).toEqual([]);
    expect(serviceModel(map).ok).toBe(true);
    const plan = planSchema.parse({ id: 'plan_x', title: 'x', levers: [{ leverId: 'lever_training' }] });
    const forecast = quickForecast(map, plan, { draws: 50 });
    expect(forecast.serviceErrors).toEqual([]);
    expect(forecast.index.difference!.high).toBeGreaterThan(forecast.index.difference!.low);
    for (const pool of forecast.pools)
      for (const share of pool.baseline) expect(share ?? 0).toBeLessThan(0.95);
    expect(simulatePlan(map, plan, { replications: 2, draws: 10 }).ok).toBe(true);
  });

  it('[D60] people work where the map shows people, the main contact where it shows most of them', () => {
    const map = proposed(bare());
    const peopleLane = map.lanes.find(({ kind }) => kind === 'frontstagePeople')!.id;
    const contacts = map.nodes.filter(({ kind }) => kind === 'contact');
    for (const node of contacts)
      expect(map.cards.some((card) => card.laneId === peopleLane && card.stepId === node.stepId)).toBe(true);
    expect(contacts.filter(({ handle }) => handle!.meanSeconds === 240)).toHaveLength(1);
    expect(contacts.filter(({ handle }) => handle!.meanSeconds === 60)).toHaveLength(contacts.length - 1);
    expect(map.pools[0]!.agents.findIndex((agents) => agents > 0)).toBe(9);
    expect(map.pools[0]!.agents.findLastIndex((agents) => agents > 0)).toBe(17);
  });

  it('[D60] what is not solved at the last person comes back after four hours', () => {
    const { nodes } = proposed(bare());
    const judging = nodes.filter(({ routes }) => routes.some(({ outcome }) => outcome === 'unresolved'));
    expect(judging).toHaveLength(1);
    expect(judging[0]!.routes[1]).toMatchObject({
      share: expect.closeTo(0.2, 10),
      to: nodes[0]!.id,
      afterSeconds: 14_400,
    });
  });

  it('[D61] says what is missing, and never replaces a service that is there', () => {
    expect(proposeService(emptyMap('map_e' as MapId, 'en'), random())).toEqual({
      ok: false,
      error: { type: 'NoContactStep' },
    });
    expect(proposeService(wrongParcel(), random())).toEqual({ ok: false, error: { type: 'ServiceExists' } });
  });
});
