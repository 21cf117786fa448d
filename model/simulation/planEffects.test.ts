import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../map/lever.ts';
import { combine, type Contribution, shrunk, strengthAt } from './planEffects.ts';

const effect = (change: Partial<Effect>): Effect => ({
  on: 'politeness',
  form: 'add',
  low: 20,
  likely: 20,
  high: 20,
  basis: 'claim',
  grade: 'D',
  ...change,
});

describe('shrinkage', () => {
  it('[Q11] a claim of 20 points of grade D becomes 0, 6, 20 with mean 7.33', () => {
    const size = shrunk(effect({}));
    expect([size.low, size.likely, size.high]).toEqual([0, 6, 20]);
    expect(size.mean).toBeCloseTo(22 / 3, 10);
  });

  it('[Q11] a factor is drawn towards 1, a fall towards nothing, and a judgement is left alone', () => {
    const factor = shrunk(effect({ form: 'multiply', low: 0.8, likely: 0.9, high: 1, grade: 'C' }));
    expect([factor.low, factor.likely, factor.high]).toEqual([0.9, 0.95, 1]);
    const fall = shrunk(effect({ low: -20, likely: -20, high: -20, grade: 'C' }));
    expect([fall.low, fall.likely, fall.high]).toEqual([-20, -10, 0]);
    const guess = shrunk(effect({ basis: 'judgement', low: 1, likely: 2, high: 3 }));
    expect([guess.low, guess.likely, guess.high]).toEqual([1, 2, 3]);
  });

  it('[Q11] what is believed always ascends, whatever is claimed', () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(number, number, number),
        fc.constantFrom('gapClosure', 'multiply', 'add', 'set'),
        fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        (numbers, form, grade) => {
          const [low, likely, high] = numbers.sort((a, b) => a - b);
          const size = shrunk(effect({ low, likely, high, form, grade }));
          expect(size.low).toBeLessThanOrEqual(size.likely);
          expect(size.likely).toBeLessThanOrEqual(size.high);
        },
      ),
    );
  });
});

describe('time', () => {
  it('[K2] lead, ramp and decay', () => {
    const lever = { leadWeeks: 4, rampWeeks: 8, decayHalfLifeWeeks: 26 };
    expect([3, 4, 8, 12, 38].map((week) => strengthAt(lever, week))).toEqual([0, 0, 0.5, 1, 0.5]);
    expect(strengthAt({ leadWeeks: 0, rampWeeks: 0 }, 0)).toBe(1);
  });
});

describe('combination', () => {
  const gap = (size: number, group: string): Contribution => ({
    form: 'gapClosure',
    size,
    strength: 1,
    group,
  });

  it('[K3] two levers close what the other leaves open, and never more than all of it', () => {
    expect(combine(60, [gap(0.5, 'a'), gap(0.5, 'b')], 100)).toBe(90);
    expect(combine(60, [gap(1, 'a'), gap(1, 'b')], 100)).toBe(100);
  });

  it('[K3] levers by the same mechanism overlap: the weaker one counts half', () => {
    expect(combine(60, [gap(0.5, 'a'), gap(0.4, 'a')], 100)).toBeCloseTo(60 + 40 * (1 - 0.5 * 0.8), 10);
  });

  it('[K3] nothing moves nothing, and the order of levers is no matter', () => {
    const one = fc.record({
      form: fc.constantFrom('gapClosure', 'multiply', 'add', 'set'),
      size: fc.double({ min: 0, max: 1, noNaN: true }),
      strength: fc.double({ min: 0, max: 1, noNaN: true }),
      group: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.array(one as fc.Arbitrary<Contribution>),
        (base, list) => {
          expect(combine(base, [], 100)).toBe(base);
          expect(combine(base, list.toReversed(), 100)).toBeCloseTo(combine(base, list, 100), 8);
        },
      ),
    );
  });
});
