import { describe, expect, it } from 'vitest';
import { cappedQueue } from './cappedQueue.ts';
import { compileService } from './compiledService.ts';
import { simulateDay } from './engine.ts';
import { standardError } from './assembleForecast.ts';
import type { DayTally } from './dayTally.ts';
import { blockingShare, impatientQueue } from './queueFormulas.ts';
import { solveNetwork } from './queueNetwork.ts';
import { queueModel } from './testing/queueModel.ts';

const times = [0, 5, 30, 120, 600];

describe('a queue in which only so many may wait', () => {
  it('[K23] without a place to wait it is Erlang B', () => {
    const { turnedAway, abandonment, waitProbability } = cappedQueue(8, 10, 180, 120, 0);
    expect(turnedAway).toBeCloseTo(blockingShare(8, 10), 12);
    expect(abandonment).toBeCloseTo(turnedAway, 12);
    expect(waitProbability).toBe(0);
  });

  it('[K23] one server and K places: (1 - r) r^(K+1) / (1 - r^(K+2)) are turned away, also in overload', () => {
    for (const r of [0.5, 0.9, 1.4])
      for (const cap of [1, 4, 40]) {
        const { turnedAway, abandonment } = cappedQueue(r, 1, 60, Number.POSITIVE_INFINITY, cap);
        expect(turnedAway).toBeCloseTo(((1 - r) * r ** (cap + 1)) / (1 - r ** (cap + 2)), 12);
        expect(abandonment).toBeCloseTo(turnedAway, 12);
      }
  });

  it('[K23] with room for everybody it is Erlang A, tails included', () => {
    for (const offered of [40, 50, 60]) {
      const capped = cappedQueue(offered, 50, 180, 120, 900);
      const open = impatientQueue(offered, 50, 180, 120);
      expect(capped.turnedAway).toBeLessThan(1e-12);
      expect(capped.abandonment).toBeCloseTo(open.abandonment, 9);
      expect(capped.waitProbability).toBeCloseTo(open.waitProbability, 9);
      for (const seconds of times)
        expect(capped.servedLater(seconds, true)).toBeCloseTo(open.offeredWaitLonger(seconds), 9);
    }
  });

  it.each([
    ['patient', Number.POSITIVE_INFINITY, 3],
    ['impatient', 120, 4],
    ['overloaded and patient', Number.POSITIVE_INFINITY, 20],
  ])('[K23] the engine agrees: %s customers', (name, patienceSeconds, queueCap) => {
    const perHour = name.startsWith('overloaded') ? 700 : 540;
    const model = queueModel([{ perHour, patienceSeconds, queueCap }], [{ agents: 10 }]);
    const exact = cappedQueue(perHour / 60, 10, 60, patienceSeconds, queueCap);
    const compiled = compileService(model);
    const list = Array.from({ length: 24 }, (_, replication) => simulateDay(compiled, 3, replication));
    const near = (of: (day: DayTally) => number, value: number) => {
      const values = list.map(of);
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      expect(Math.abs(mean - value) / standardError(values)).toBeLessThan(3.5);
      expect(standardError(values) / value).toBeLessThan(0.1);
    };
    near((day) => day.nodes[0]!.abandoned / day.nodes[0]!.visits, exact.abandonment);
    // What the served waited, all together: the integral of their tail.
    const step = 0.25;
    let waited = 0;
    for (let seconds = 0; seconds < 1_500; seconds += step)
      waited += step * exact.servedLater(seconds + step / 2, false);
    near((day) => day.nodes[0]!.waits.seconds / day.nodes[0]!.visits, waited);
  });

  it('[K23] V5: 5.5 erlangs, half of the blocked call again: ten lines block more than 3 %, eleven less', () => {
    // Extended Erlang B: the offered load settles at a = 5.5 + .5 a B(a).
    const extended = (lines: number): number => {
      let offered = 5.5;
      for (let round = 0; round < 100; round++) offered = 5.5 + 0.5 * offered * blockingShare(offered, lines);
      return blockingShare(offered, lines);
    };
    expect([10, 11].map((lines) => extended(lines) > 0.03)).toEqual([true, false]);
    for (const lines of [10, 11]) {
      const again = { outcome: 'abandoned' as const, to: 0, share: 0.5, afterSeconds: 1_800 };
      const done = { outcome: 'resolved' as const, to: -1, share: 1, afterSeconds: 0 };
      const model = queueModel([{ perHour: 330, queueCap: 0, routes: [done, again] }], [{ agents: lines }]);
      const compiled = compileService(model);
      const blocked = Array.from({ length: 60 }, (_, replication) => {
        const { abandoned, visits } = simulateDay(compiled, 5, replication).nodes[0]!;
        return abandoned / visits;
      });
      const mean = blocked.reduce((a, b) => a + b, 0) / blocked.length;
      expect(Math.abs(mean - extended(lines)) / standardError(blocked)).toBeLessThan(3.5);
      expect(standardError(blocked) / mean).toBeLessThan(0.05);
    }
  });

  it('[K23] the quick estimate of a service takes the limit too', () => {
    const model = queueModel([{ perHour: 540, queueCap: 3 }], [{ agents: 10 }]);
    const [node] = solveNetwork(model).nodes;
    expect(node?.abandonedShare).toBeCloseTo(
      cappedQueue(9, 10, 60, Number.POSITIVE_INFINITY, 3).abandonment,
      9,
    );
  });
});
