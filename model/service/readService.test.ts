import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../map/journeyMap.ts';
import { languages } from '../map/language.ts';
import type { Measurement } from '../map/measurement.ts';
import { wrongParcel } from '../simulation/testing/wrongParcel.ts';
import { serviceErrorText, serviceWarningText } from '../text/serviceTexts.ts';
import { visitsPerDay, warnAboutService } from './checkService.ts';
import { readService, serviceModel } from './readService.ts';

const map = wrongParcel();
const with_ = (change: Partial<JourneyMap>): JourneyMap => ({ ...map, ...change });
const withNode = (id: string, change: object): JourneyMap =>
  with_({ nodes: map.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)) });
const errors = (of: JourneyMap) => {
  const model = serviceModel(of);
  return model.ok ? [] : model.error;
};
const handleTime = (on: object, value: number): Measurement =>
  ({ id: `measurement_${value}`, metric: 'aht', on, value, source: { kind: 'measured' } }) as Measurement;

describe('reading the service', () => {
  it('[D20] a measured parameter stands for the guess: on the node, else its step, else its pool', () => {
    const measured = (...list: Measurement[]) =>
      readService(with_({ measurements: [...map.measurements, ...list] })).nodes.find(
        (node) => node.id === 'node_chat',
      )!.handleSeconds;
    expect(measured()).toBe(420);
    expect(measured(handleTime({ poolId: 'pool_chat' }, 400))).toBe(400);
    expect(measured(handleTime({ poolId: 'pool_chat' }, 400), handleTime({ stepId: 'step_talk' }, 390))).toBe(
      390,
    );
    expect(measured(handleTime({ stepId: 'step_talk' }, 390), handleTime({ nodeId: 'node_chat' }, 380))).toBe(
      380,
    );
  });

  it('[D20] measured first-contact resolution moves the solved share where that is judged, and only there', () => {
    const model = readService(map);
    const confirm = model.nodes.find((node) => node.id === 'node_confirm')!;
    expect(confirm.routes.map((route) => route.share)).toEqual([
      expect.closeTo(0.144, 12),
      expect.closeTo(0.576, 12),
      expect.closeTo(0.224, 12),
      expect.closeTo(0.056, 12),
    ]);
  });

  it('[D24] visits follow the routes (Jackson): returns come again', () => {
    const visits = visitsPerDay(readService(map));
    const signIn = visits[map.nodes.findIndex((node) => node.id === 'node_signIn')]!;
    // 1,080 pass the help page; of each three quarters pass the bot and 22.4 % of those come back.
    expect(signIn).toBeCloseTo(1_080 / (1 - 0.75 * 0.224), 6);
  });
});

describe('a service that cannot run', () => {
  const blocked = [
    [with_({ nodes: [] }), 'NoNodes'],
    [with_({ arrivals: [] }), 'NoArrivals'],
    [withNode('node_chat', { handle: undefined }), 'HandleTimeMissing'],
    [withNode('node_chat', { poolId: undefined }), 'PoolMissing'],
    [
      withNode('node_email', {
        routes: [{ outcome: 'resolved', to: 'node_confirm', share: 1.5, afterSeconds: 0 }],
      }),
      'ShareOutOfRange',
    ],
    [
      withNode('node_triage', {
        routes: [{ outcome: 'resolved', to: 'node_chat', share: 1, afterSeconds: 0 }],
      }),
      'Unreachable',
    ],
    [
      withNode('node_confirm', {
        routes: [{ outcome: 'unresolved', to: 'node_confirm', share: 1, afterSeconds: 0 }],
      }),
      'NoWayOut',
    ],
    [
      withNode('node_chat', {
        queueCap: 5,
        routes: [
          { outcome: 'resolved', to: 'exit', share: 1, afterSeconds: 0 },
          { outcome: 'abandoned', to: 'node_chat', share: 1, afterSeconds: 0 },
        ],
      }),
      'TurnedInCircles',
    ],
    [
      with_({
        pools: map.pools.map((pool) =>
          pool.id === 'pool_email' ? { ...pool, agents: pool.agents.map(() => 0) } : pool,
        ),
      }),
      'NobodyOnDuty',
    ],
    [
      with_({
        pools: map.pools.map((pool) =>
          pool.id === 'pool_email' ? { ...pool, agents: pool.agents.map((n) => n / 3) } : pool,
        ),
      }),
      'PoolOverloaded',
    ],
  ] as const;

  it.each(blocked)('[D21] %#: is named', (broken, type) => {
    const found = errors(broken);
    expect(found.map((error) => error.type)).toContain(type);
    for (const language of languages)
      for (const error of found) expect(serviceErrorText(error, language).length).toBeGreaterThan(10);
  });

  it('[D21] shares that add up to more than all are named with their sum', () => {
    const routes = [0.7, 0.7].map((share) => ({
      outcome: 'resolved',
      to: 'node_confirm',
      share,
      afterSeconds: 0,
    }));
    expect(errors(withNode('node_email', { routes }))).toContainEqual({
      type: 'RoutesOverOne',
      nodeId: 'node_email',
      title: 'E-mail team',
      found: 1.4,
    });
  });

  it('[D21] arrivals while nobody is there are a warning, not an error', () => {
    const early = with_({
      arrivals: map.arrivals.map((each) => ({
        ...each,
        profile: each.profile.map((weight, hour) => (hour === 3 ? 1.49 : weight)),
      })),
    });
    expect(errors(early)).toEqual([]);
    const [warning] = warnAboutService(readService(early));
    expect(warning!.shareOfArrivals).toBeCloseTo(0.0909, 3);
    expect(serviceWarningText(warning!, 'en')).toContain('9.1 %');
  });
});
