import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../result.ts';
import {
  allenCunneen,
  blockingShare,
  delayShare,
  erlangA,
  erlangB,
  erlangC,
  impatientQueue,
  mg1,
} from './queueFormulas.ts';
import { waitGrid } from './waitGrid.ts';
import { garnettDelay, gradeForDelay, halfinWhittDelay, squareRootStaffing } from './staffing.ts';

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** The call centre of Garnett, Mandelbaum and Reiman: 48 calls a minute of a minute each, 50 agents. */
const fifty = { arrivalsPerHour: 48 * 60, handleSeconds: 60, agents: 50 };

describe('Erlang B', () => {
  it.each([
    ['V1', 8.108, 15, 0.0099996, 1e-6],
    ['V2', 25, 30, 0.052603, 1e-6],
    ['V3', 2.5, 7, 0.009983, 1e-6],
    ['V3', 2.5, 5, 0.06973, 1e-5],
    ['V4', 4.4612, 10, 0.0100003, 1e-7],
    ['V4', 12.031, 20, 0.0100026, 1e-7],
  ])('[D1] %s: %d erlangs on %d lines', (_, erlangs, lines, expected, within) => {
    expect(Math.abs(blockingShare(erlangs, lines) - expected)).toBeLessThan(within);
    const figures = must(erlangB({ arrivalsPerHour: erlangs * 60, handleSeconds: 60, agents: lines }));
    expect(figures.blockingProbability).toBeCloseTo(blockingShare(erlangs, lines), 12);
    expect(figures.meanWaitSeconds).toBeNull();
  });

  it('[D1] equals the sum of Poisson terms, also for thousands of lines', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 60, noNaN: true }), fc.integer({ min: 1, max: 80 }), (a, c) => {
        let term = 1;
        let sum = 1;
        for (let k = 1; k <= c; k++) sum += term *= a / k;
        expect(blockingShare(a, c)).toBeCloseTo(term / sum, 10);
      }),
    );
    expect(blockingShare(5_000, 5_000)).toBeCloseTo(0.01121, 4);
  });
});

describe('Erlang C', () => {
  it('[D2] V6: 720 calls an hour of 240 s at 55 agents', () => {
    const figures = must(erlangC({ arrivalsPerHour: 720, handleSeconds: 240, agents: 55 }, 15));
    expect(figures.waitProbability).toBeCloseTo(0.238701, 6);
    expect(figures.meanWaitSeconds).toBeCloseTo(8.18403, 5);
    expect(figures.serviceLevel).toBeCloseTo(0.845883, 6);
  });

  it('[D2] V7: fifty agents at 96 % occupancy', () => {
    const figures = must(erlangC(fifty));
    expect(figures.meanWaitSeconds).toBeCloseTo(20.8337, 4);
    expect(figures.p90WaitSeconds).toBeCloseTo(58.139, 3);
    expect(figures.meanQueueLength).toBeCloseTo(16.667, 3);
    expect(figures.occupancy).toBeCloseTo(0.96, 10);
  });

  it('[D2] V12: one queue for two beats two queues', () => {
    const wait = (load: number, agents: number) =>
      must(erlangC({ arrivalsPerHour: load * 3600, handleSeconds: 1, agents })).meanWaitSeconds;
    expect(wait(0.8, 1)).toBeCloseTo(4, 10);
    expect(wait(1.6, 2)).toBeCloseTo(1.7778, 4);
    expect(wait(9, 10)).toBeCloseTo(0.66873, 5);
    expect(wait(45, 50)).toBeCloseTo(0.07277, 5);
  });

  it('[D5] overload without patience has no answer and says the load', () => {
    expect(erlangC({ arrivalsPerHour: 60, handleSeconds: 60, agents: 1 })).toEqual({
      ok: false,
      error: { type: 'Overload', offeredErlangs: 1, agents: 1 },
    });
    expect(erlangC({ arrivalsPerHour: 60, handleSeconds: 60, agents: 1.5 }).ok).toBe(false);
    expect(mg1({ arrivalsPerHour: 61, handleSeconds: 60 }, 1).ok).toBe(false);
  });

  it('[D5] a number that is not positive is named', () => {
    expect(erlangC({ ...fifty, agents: 0 })).toEqual({
      ok: false,
      error: { type: 'NotPositive', field: 'agents', found: 0 },
    });
    expect(erlangA({ ...fifty, handleSeconds: Number.NaN }, 120).ok).toBe(false);
    expect(erlangA(fifty, -1)).toMatchObject({ error: { field: 'patienceSeconds' } });
  });
});

describe('Erlang A', () => {
  it('[D3] V8: fifty agents whose callers hang up after two minutes', () => {
    const figures = must(erlangA(fifty, 120));
    expect(figures.abandonmentProbability).toBeCloseTo(0.030912, 6);
    expect(figures.meanWaitSeconds).toBeCloseTo(3.7095, 4);
    expect(figures.p90WaitSeconds).toBeCloseTo(12.445, 3);
    expect(figures.meanQueueLength).toBeCloseTo(2.968, 3);
    expect(figures.occupancy).toBeCloseTo(0.9303, 4);
  });

  it('[D3] agrees with the birth and death chain, summed state by state', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 30, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.2, max: 20, noNaN: true }),
        (offered, servers, patience) => {
          const chain = birthAndDeath(offered, servers, 1 / patience);
          const queue = impatientQueue(offered, servers, 1, patience);
          expect(queue.waitProbability).toBeCloseTo(chain.waitProbability, 8);
          expect(queue.abandonment).toBeCloseTo(chain.abandonment, 8);
        },
      ),
    );
  });

  it('[D3] the chance to wait longer than t agrees with phases of the exponential', () => {
    // Two servers, the offered wait is a sum of exponentials whose rates are 2 mu + j theta: integrated numerically.
    const queue = impatientQueue(3, 2, 1, 2);
    expect(queue.offeredWaitLonger(0)).toBeCloseTo(queue.waitProbability, 12);
    for (const t of [0.1, 0.5, 1, 2, 5])
      expect(queue.offeredWaitLonger(t)).toBeCloseTo(offeredWaitByStates(3, 2, 0.5, t), 8);
  });

  it('[D3] everyone is answered in the end or gives up', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 300, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0.05, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (offered, servers, patience, t) => {
          const queue = impatientQueue(offered, servers, 1, patience);
          expect(queue.answeredWithin(1e6 * patience)).toBeCloseTo(1 - queue.abandonment, 7);
          const answered = queue.answeredWithin(t);
          expect(answered).toBeGreaterThanOrEqual(1 - queue.waitProbability - 1e-9);
          expect(answered).toBeLessThanOrEqual(1 - queue.stillWaiting(t) + 1e-7);
        },
      ),
    );
  });

  it('[D3] many times at once agree with one by one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 40, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 60, max: 2_000, noNaN: true }),
        (offered, servers, patience) => {
          const queue = impatientQueue(offered, servers, 300, patience);
          const offeredTail = queue.offeredTail(waitGrid);
          const servedTail = queue.servedTail(waitGrid);
          waitGrid.forEach((seconds, i) => {
            expect(Math.abs(offeredTail[i]! - queue.offeredWaitLonger(seconds))).toBeLessThan(0.01);
            const served = queue.answeredWithin(1e9) - queue.answeredWithin(seconds);
            expect(Math.abs(servedTail[i]! - served)).toBeLessThan(0.01);
          });
        },
      ),
    );
  });

  it('[D3] with very patient customers it becomes Erlang C', () => {
    const patient = must(erlangA(fifty, 60 * 1e7));
    const endless = must(erlangC(fifty));
    expect(patient.meanWaitSeconds! / endless.meanWaitSeconds!).toBeCloseTo(1, 3);
    expect(patient.serviceLevel! / endless.serviceLevel!).toBeCloseTo(1, 3);
  });

  it('[D3] stands a load far above the agents, and hours without a fraction of an agent', () => {
    const figures = must(erlangA({ arrivalsPerHour: 100_000, handleSeconds: 600, agents: 10 }, 3_600));
    expect(figures.abandonmentProbability).toBeCloseTo(1 - 10 / (100_000 / 6), 6);
    expect(
      must(erlangA({ arrivalsPerHour: 10, handleSeconds: 60, agents: 0.5 }, 60)).occupancy,
    ).toBeGreaterThan(0);
  });

  it('[D4] a fraction of an agent is a mix of the whole numbers beside it', () => {
    const wait = (agents: number) => must(erlangA({ ...fifty, agents }, 120)).meanWaitSeconds!;
    expect(wait(50.25)).toBeCloseTo(0.75 * wait(50) + 0.25 * wait(51), 10);
  });
});

describe('other queues', () => {
  it('[D6] V9: Pollaczek-Khinchine', () => {
    const figures = must(mg1({ arrivalsPerHour: 1_800, handleSeconds: 1 }, 0.5));
    expect(figures.meanWaitSeconds).toBeCloseTo(0.625, 10);
    expect(figures.meanQueueLength).toBeCloseTo(0.3125, 10);
  });

  it('[D7] Allen-Cunneen is exact for one server and exponential for cv 1', () => {
    const load = { arrivalsPerHour: 2_520, handleSeconds: 1, agents: 1 };
    const general = must(allenCunneen(load, { arrivalCv: 1, handleCv: 1.2 }));
    expect(general.meanWaitSeconds).toBeCloseTo(must(mg1(load, 1.2)).meanWaitSeconds!, 10);
    const plain = must(allenCunneen(fifty, { arrivalCv: 1, handleCv: 1 }));
    expect(plain.meanWaitSeconds).toBeCloseTo(must(erlangC(fifty)).meanWaitSeconds!, 10);
  });
});

describe('staffing', () => {
  it('[D8] V10: the Halfin-Whitt limit, and the exact value as groups grow', () => {
    expect(halfinWhittDelay(0.5)).toBeCloseTo(0.5045, 4);
    expect(halfinWhittDelay(1)).toBeCloseTo(0.2234, 4);
    expect(halfinWhittDelay(1.5)).toBeCloseTo(0.0847, 4);
    expect(delayShare(100, 105)).toBeCloseTo(0.5157, 4);
    expect(delayShare(100, 110)).toBeCloseTo(0.237, 4);
    expect(delayShare(100, 115)).toBeCloseTo(0.0954, 4);
    // The distance halves when the group grows fourfold.
    const distance = (load: number) => delayShare(load, load + Math.sqrt(load)) - halfinWhittDelay(1);
    expect(distance(400) / distance(1_600)).toBeCloseTo(2, 1);
  });

  it('[D8] V11: the Garnett limit with patience, and the exact value', () => {
    expect(garnettDelay(0, 1)).toBeCloseTo(0.5, 10);
    expect(garnettDelay(0.5, 2)).toBeCloseTo(0.3572, 4);
    expect(impatientQueue(100, 100, 1, 1).waitProbability).toBeCloseTo(0.5133, 4);
    expect(impatientQueue(100, 105, 1, 2).waitProbability).toBeCloseTo(0.3696, 4);
  });

  it('[D8] square-root staffing meets the asked delay', () => {
    expect(squareRootStaffing(100, 1)).toBe(110);
    expect(halfinWhittDelay(gradeForDelay(0.2))).toBeCloseTo(0.2, 10);
  });
});

/** M/M/c+M the slow way: states up to where nothing is left. */
function birthAndDeath(offered: number, servers: number, theta: number) {
  const p = [1];
  for (let k = 1; k < 2_000; k++)
    p.push((p[k - 1]! * offered) / (Math.min(k, servers) + Math.max(0, k - servers) * theta));
  const sum = p.reduce((a, b) => a + b, 0);
  const queue = p.reduce((total, share, k) => total + share * Math.max(0, k - servers), 0) / sum;
  return {
    waitProbability: p.slice(servers).reduce((a, b) => a + b, 0) / sum,
    abandonment: (theta * queue) / offered,
    p: p.map((share) => share / sum),
  };
}

/** P(offered wait > t): for each number ahead j, the chance that fewer than j + 1 departures happen within t (Kolmogorov, small steps). */
function offeredWaitByStates(offered: number, servers: number, theta: number, t: number): number {
  const { p } = birthAndDeath(offered, servers, theta);
  let state = p.slice(servers, servers + 60);
  const rate = (j: number) => servers + j * theta;
  const steps = 4_000;
  const h = t / steps;
  const slope = (now: readonly number[]) =>
    now.map((share, j) => (now[j + 1] ?? 0) * rate(j + 1) - share * rate(j));
  const moved = (now: readonly number[], by: readonly number[], factor: number) =>
    now.map((share, j) => share + factor * by[j]!);
  for (let i = 0; i < steps; i++) {
    const k1 = slope(state);
    const k2 = slope(moved(state, k1, h / 2));
    const k3 = slope(moved(state, k2, h / 2));
    const k4 = slope(moved(state, k3, h));
    state = state.map((share, j) => share + (h / 6) * (k1[j]! + 2 * k2[j]! + 2 * k3[j]! + k4[j]!));
  }
  return state.reduce((a, b) => a + b, 0);
}
