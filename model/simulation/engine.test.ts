import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serviceModel } from '../service/readService.ts';
import type { ServiceModel } from '../service/serviceModel.ts';
import { standardError } from './assembleForecast.ts';
import { compileService } from './compiledService.ts';
import type { DayTally, NodeTally } from './dayTally.ts';
import { simulateDay } from './engine.ts';
import { delayShare, erlangA, erlangC } from './queueFormulas.ts';
import { queueModel } from './testing/queueModel.ts';
import { wrongParcel } from './testing/wrongParcel.ts';

const days = (model: ServiceModel, count: number, seed = 1): readonly DayTally[] => {
  const compiled = compileService(model);
  return Array.from({ length: count }, (_, replication) => simulateDay(compiled, seed, replication));
};

/** Mean over replications and its standard error; intervals come only from replications, a path is correlated with itself. */
function estimate(list: readonly DayTally[], of: (day: DayTally) => number) {
  const values = list.map(of);
  return { mean: values.reduce((a, b) => a + b, 0) / values.length, error: standardError(values) };
}

const expectNear = (list: readonly DayTally[], of: (day: DayTally) => number, exact: number) => {
  const { mean, error } = estimate(list, of);
  expect(error).toBeGreaterThan(0);
  expect(Math.abs(mean - exact) / error).toBeLessThan(3.5);
  // And the comparison means something: the error is small beside the value.
  expect(error / exact).toBeLessThan(0.1);
};

const waitOf = (node: NodeTally): number => node.waitSeconds / node.visits;
const waitAt = (i: number) => (day: DayTally) => waitOf(day.nodes[i]!);

describe('the engine against theory (V18)', () => {
  it('[D40] M/M/50+M: wait and abandonment of Erlang A', () => {
    const model = queueModel([{ perHour: 2_880, patienceSeconds: 120 }], [{ agents: 50 }]);
    const list = days(model, 12);
    const exact = erlangA({ arrivalsPerHour: 2_880, handleSeconds: 60, agents: 50 }, 120);
    if (!exact.ok) throw new Error('no answer');
    expectNear(list, waitAt(0), exact.value.meanWaitSeconds!);
    expectNear(
      list,
      (day) => day.nodes[0]!.abandoned / day.nodes[0]!.visits,
      exact.value.abandonmentProbability!,
    );
  });

  it('[D40] M/M/50: wait of Erlang C', () => {
    const list = days(queueModel([{ perHour: 2_880 }], [{ agents: 50 }]), 16);
    const exact = erlangC({ arrivalsPerHour: 2_880, handleSeconds: 60, agents: 50 });
    if (!exact.ok) throw new Error('no answer');
    expectNear(list, waitAt(0), exact.value.meanWaitSeconds!);
  });

  it.each([
    ['M/D/1', 'gamma', 0],
    ['M/E2/1', 'gamma', Math.SQRT1_2],
    ['M/lognormal/1', 'lognormal', 1.2],
  ] as const)('[D40] %s: Pollaczek-Khinchine', (_, handleShape, handleCv) => {
    const model = queueModel([{ perHour: 126, handleSeconds: 20, handleShape, handleCv }], [{ agents: 1 }]);
    expectNear(days(model, 40), waitAt(0), (0.7 * 20 * (1 + handleCv ** 2)) / (2 * 0.3));
  });

  it('[D40] three stations with feedback: flows and waits of Jackson', () => {
    const out = (to: number, share: number) => ({ outcome: 'resolved' as const, to, share, afterSeconds: 0 });
    const model = queueModel(
      [
        { perHour: 400, handleSeconds: 24, pool: 0, routes: [out(1, 0.7), out(2, 0.3)] },
        { handleSeconds: 30, pool: 1, routes: [out(2, 0.5), out(-1, 0.5)] },
        { handleSeconds: 20, pool: 2, routes: [out(0, 0.4), out(-1, 0.6)] },
      ],
      [{ agents: 5 }, { agents: 4 }, { agents: 3 }],
    );
    // Visits x(0) = 400 + .4 x(2), x(1) = .7 x(0), x(2) = .3 x(0) + .5 x(1).
    const first = 400 / (1 - 0.4 * 0.65);
    const flows = [first, 0.7 * first, 0.65 * first];
    const list = days(model, 20);
    flows.forEach((perHour, i) => {
      expectNear(list, (day) => day.nodes[i]!.visits / 24, perHour);
      const { handleSeconds } = model.nodes[i]!;
      const exact = erlangC({ arrivalsPerHour: perHour, handleSeconds, agents: [5, 4, 3][i]! });
      if (!exact.ok) throw new Error('no answer');
      expectNear(list, waitAt(i), exact.value.meanWaitSeconds!);
    });
  });

  it('[D41] priorities without pre-emption: Cobham', () => {
    const model = queueModel(
      [
        { perHour: 180, priority: 1 },
        { perHour: 240, priority: 5 },
      ],
      [{ agents: 8, discipline: 'priority' }],
    );
    const [mu, servers] = [1 / 60, 8];
    const [urgent, all] = [180 / 3600 / (servers * mu), 420 / 3600 / (servers * mu)];
    const start = delayShare(all * servers, servers) / (servers * mu);
    const list = days(model, 30);
    expectNear(list, waitAt(0), start / (1 - urgent));
    expectNear(list, waitAt(1), start / ((1 - urgent) * (1 - all)));
  });
});

describe('laws of every path', () => {
  const parcel = () => {
    const model = serviceModel(wrongParcel());
    if (!model.ok) throw new Error(JSON.stringify(model.error));
    return model.value;
  };

  it('[D43] Little: the time integral of the queues is the sum of the waits; customers are inside or have left', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 99 }), (seed, replication) => {
        const { whole } = simulateDay(compileService(parcel()), seed, replication);
        expect(whole.queueSeconds / whole.waitSeconds).toBeCloseTo(1, 9);
        expect(whole.created).toBe(whole.left + whole.inside);
        expect(whole.created).toBeGreaterThan(1_000);
      }),
      { numRuns: 20 },
    );
  });

  it('[D43] P(abandonment) = mean wait / mean patience, with exponential patience', () => {
    const list = days(parcel(), 40);
    for (const [i, patience] of [
      [3, 600],
      [4, 240],
    ] as const) {
      const gap = estimate(
        list,
        (day) => day.nodes[i]!.abandoned / day.nodes[i]!.visits - waitOf(day.nodes[i]!) / patience,
      );
      expect(Math.abs(gap.mean) / gap.error).toBeLessThan(3.5);
    }
  });

  it('[D43] the same seed gives the same bytes, another seed other days', () => {
    const bytes = (seed: number) => JSON.stringify(days(parcel(), 2, seed));
    expect(bytes(3)).toBe(bytes(3));
    expect(bytes(3)).not.toBe(bytes(4));
  });

  it('[D43] one more agent never adds to the wait of anyone in line (same customers, one queue, first come first served)', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom(0.5, 1.2),
        (seed, agents, cv) => {
          const total = (people: number) =>
            days(queueModel([{ perHour: 50 * agents, handleCv: cv }], [{ agents: people }]), 1, seed)[0]!
              .whole.waitSeconds;
          expect(total(agents + 1)).toBeLessThanOrEqual(total(agents));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('[D43] one pool for all waits less than separate pools, and smart pools come near it', () => {
    const nodes = [0, 1].map((pool) => ({ perHour: 105, pool, skill: 'parcels' }));
    const separate = days(queueModel(nodes, [{ agents: 2 }, { agents: 2 }]), 12);
    const shared = days(
      queueModel(
        nodes.map((node) => ({ ...node, pool: 0 })),
        [{ agents: 4 }],
      ),
      12,
    );
    const smart = days(
      queueModel(nodes, [
        { agents: 2, discipline: 'smart', skills: ['parcels'] },
        { agents: 2, discipline: 'smart', skills: ['parcels'] },
      ]),
      12,
    );
    const mean = (list: readonly DayTally[]) =>
      estimate(list, (day) => day.whole.waitSeconds / day.whole.created).mean;
    expect(mean(shared)).toBeLessThan(0.7 * mean(separate));
    expect(mean(smart)).toBeCloseTo(mean(shared), 6);
  });
});

describe('a day of a service', () => {
  const map = wrongParcel();
  const parcel = serviceModel(map);
  if (!parcel.ok) throw new Error('the template cannot run');
  const at = (id: string) => map.nodes.findIndex((node) => node.id === id);

  it('[D44] "A wrong parcel" agrees with its independent simulation', () => {
    // That one served follow-up calls in line with the live ones.
    const inLine = {
      ...parcel.value,
      pools: parcel.value.pools.map((pool) => ({ ...pool, discipline: 'fifo' as const })),
    };
    const list = days(inLine, 150);
    const near = (of: (day: DayTally) => number, expected: number, rounding: number) => {
      const { mean, error } = estimate(list, of);
      expect(Math.abs(mean - expected)).toBeLessThan(3.5 * error + rounding);
    };
    const chat = (day: DayTally) => day.nodes[at('node_chat')]!;
    const phone = (day: DayTally) => day.nodes[at('node_phone')]!;
    near((day) => chat(day).firstAnswers.seconds / chat(day).firstAnswers.count, 145, 0.5);
    near((day) => chat(day).waits.seconds / chat(day).waits.count, 70, 0.5);
    near((day) => chat(day).abandoned / chat(day).visits, 0.13, 0.005);
    near((day) => phone(day).waits.seconds / phone(day).waits.count, 21, 0.5);
    near((day) => phone(day).abandoned / phone(day).visits, 0.13, 0.005);
    near((day) => chat(day).visits, 521, 0.5);
    near((day) => phone(day).visits, 238, 0.5);
    near((day) => day.nodes[at('node_email')]!.visits, 190, 0.5);
    const { mean } = estimate(list, (day) => {
      const [pool] = day.pools;
      const sum = (of: Float64Array) => [10, 11, 19, 20].reduce((total, hour) => total + of[hour]!, 0);
      return sum(pool!.busySecondsByHour) / sum(pool!.capacitySecondsByHour);
    });
    expect(mean).toBeGreaterThan(0.8);
    expect(mean).toBeLessThan(0.9);
  });

  it('[D45] follow-up calls wait behind live calls', () => {
    const list = days(parcel.value, 20);
    const followUp = estimate(list, (day) => waitOf(day.nodes[at('node_followUp')]!));
    const live = estimate(list, (day) => waitOf(day.nodes[at('node_phone')]!));
    expect(followUp.mean).toBeGreaterThan(2 * live.mean);
  });

  it('[D46] what is due at night comes in the first two hours; who has no patience waits for the morning', () => {
    const routes = [{ outcome: 'resolved' as const, to: 1, share: 1, afterSeconds: 4 * 3_600 }];
    const open = Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 20 ? 3 : 0));
    const model = queueModel([{ perHour: 20, routes }, {}], [{ agents: 0 }]);
    const closing: ServiceModel = {
      ...model,
      pools: model.pools.map((pool) => ({ ...pool, agents: open })),
      arrivals: model.arrivals.map((arrivals) => ({
        ...arrivals,
        profile: open.map((agents) => (agents > 0 ? 1 / 12 : 0)),
      })),
    };
    const [tally] = days(closing, 1);
    const returns = tally!.nodes[1]!.visitsByHour;
    // From 16 h on the second visit is due when nobody is there: it comes at 8 or 9 h, and nowhere at night.
    expect(returns.subarray(0, 8).every((visits) => visits === 0)).toBe(true);
    expect(returns[8]! + returns[9]!).toBeGreaterThan(4 * 20 * 2);
    expect(returns.subarray(20).every((visits) => visits === 0)).toBe(true);
  });

  it('[D46] the impatient leave a closed service, the patient are served first in the morning', () => {
    const open = Array.from({ length: 24 }, (_, hour) => (hour >= 8 ? 2 : 0));
    const shut = (patienceSeconds: number): ServiceModel => {
      const model = queueModel([{ perHour: 10, patienceSeconds }], [{ agents: 0 }]);
      return { ...model, pools: model.pools.map((pool) => ({ ...pool, agents: open })) };
    };
    const [impatient] = days(shut(60), 1);
    expect(impatient!.nodes[0]!.abandoned).toBeGreaterThan(0.28 * impatient!.nodes[0]!.visits);
    const [patient] = days(shut(Number.POSITIVE_INFINITY), 1);
    expect(patient!.nodes[0]!.abandoned).toBe(0);
    expect(patient!.nodes[0]!.waitSecondsByHour[2]! / patient!.nodes[0]!.servedByHour[2]!).toBeGreaterThan(
      5 * 3_600,
    );
  });

  it('[D47] fractions of people are there on a fraction of the days, the same days for every plan', () => {
    const model = queueModel([{ perHour: 100 }], [{ agents: 2.25 }]);
    const capacity = estimate(
      days(model, 30),
      (day) => day.pools[0]!.capacitySecondsByHour.reduce((a, b) => a + b) / 86_400,
    );
    expect(capacity.mean).toBeCloseTo(2.25, 1);
    const capacities = (perHour: number) =>
      Array.from(days(queueModel([{ perHour }], [{ agents: 2.25 }]), 1)[0]!.pools[0]!.capacitySecondsByHour);
    expect(capacities(100)).toEqual(capacities(10));
  });

  it('[D48] a run stops at its cap on events and says so', () => {
    const tally = simulateDay(compileService(parcel.value), 1, 0, { eventCap: 500 });
    expect(tally).toMatchObject({ cut: true, events: 501 });
  });

  it('[D49] a plan meets the customers of the baseline: the difference needs a fraction of the days', () => {
    const chat = (day: DayTally) => waitOf(day.nodes[at('node_chat')]!);
    const faster: ServiceModel = {
      ...parcel.value,
      nodes: parcel.value.nodes.map((node) =>
        node.id === 'node_chat' ? { ...node, handleSeconds: 0.94 * node.handleSeconds } : node,
      ),
    };
    const [before, after] = [days(parcel.value, 41).map(chat), days(faster, 41).map(chat)];
    const same = standardError(before.slice(1).map((wait, i) => after[i + 1]! - wait));
    const others = standardError(before.slice(1).map((wait, i) => after[i]! - wait));
    expect((others / same) ** 2).toBeGreaterThan(3);
  });
});
