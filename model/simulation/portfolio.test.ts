import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimisePlan } from './optimisePlan.ts';
import {
  additiveFrontier,
  bestPortfolio,
  bestPortfolios,
  greedyPortfolio,
  type PortfolioOption,
  type PortfolioProblem,
  upperBound,
  valueOf,
} from './portfolio.ts';
import { wrongParcel } from './testing/wrongParcel.ts';

const terms = 6;
const option = (name: string) =>
  fc.record({
    levers: fc.constant([name]),
    cost: fc.integer({ min: 1, max: 40 }),
    closes: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: terms,
      maxLength: terms,
    }),
    loss: fc.oneof(fc.constant(0), fc.double({ min: -3, max: 0, noNaN: true })),
  }) as fc.Arbitrary<PortfolioOption>;
const problems: fc.Arbitrary<PortfolioProblem> = fc.record({
  open: fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: terms, maxLength: terms }),
  groups: fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 })
    .chain((sizes) =>
      fc.tuple(
        ...sizes.map((size, g) => fc.tuple(...Array.from({ length: size }, (_, i) => option(`l${g}${i}`)))),
      ),
    ) as fc.Arbitrary<PortfolioProblem['groups']>,
  budget: fc.integer({ min: 0, max: 120 }),
  excludes: fc.constantFrom([], [['l00', 'l10'] as const]),
  requires: fc.constantFrom([], [['l10', 'l20'] as const]),
});

/** What every choice that is allowed gains, best first, one for each set of levers; only those that gain anything. */
function everyValue(problem: PortfolioProblem): readonly number[] {
  const values = new Map<string, number>();
  const choice: (PortfolioOption | undefined)[] = [];
  const visit = (group: number): void => {
    if (group === problem.groups.length) {
      const taken = new Set(choice.flatMap((each) => each?.levers ?? []));
      const cost = choice.reduce((sum, each) => sum + (each?.cost ?? 0), 0);
      const allowed =
        cost <= problem.budget &&
        !problem.excludes.some(([one, other]) => taken.has(one) && taken.has(other)) &&
        !problem.requires.some(([lever, needed]) => taken.has(lever) && !taken.has(needed));
      if (allowed) values.set([...taken].join(' '), valueOf(problem, choice));
      return;
    }
    for (const each of [undefined, ...problem.groups[group]!]) {
      choice[group] = each;
      visit(group + 1);
    }
  };
  visit(0);
  return [...values.values()].filter((value) => value > 1e-9).sort((one, other) => other - one);
}

const bruteForce = (problem: PortfolioProblem): number => everyValue(problem)[0] ?? 0;

describe('the best portfolio', () => {
  it('[K12] is the best of all choices, keeps the budget and the rules between levers', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = bestPortfolio(problem);
        expect(found.certificate).toEqual({ kind: 'optimal' });
        expect(found.value).toBeCloseTo(bruteForce(problem), 8);
        expect(found.cost).toBeLessThanOrEqual(problem.budget);
      }),
      { numRuns: 200 },
    );
  });

  it('[K24] the sets next to the best are the next best of all, each once', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        // Gains of less than the search tells apart may be in or out.
        const found = bestPortfolios(problem, 5).filter(({ value }) => value > 1e-6);
        const all = everyValue(problem).filter((value) => value > 1e-6);
        expect(found.length).toBe(Math.min(5, all.length));
        found.forEach(({ value }, i) => expect(value).toBeCloseTo(all[i] ?? Number.NaN, 8));
        expect(new Set(found.map(({ levers }) => levers.join(' '))).size).toBe(found.length);
      }),
      { numRuns: 200 },
    );
  });

  it('[K13] no choice is above the certified bound', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(upperBound(problem)).toBeGreaterThanOrEqual(bruteForce(problem) - 1e-7);
      }),
      { numRuns: 200 },
    );
  });

  it('[K13] six hundred decisions come with a certificate within 1 %', () => {
    const large = synthetic(600, 100, 42);
    const found = greedyPortfolio({ ...large, budget: large.budget * 3 });
    expect(found.certificate).toMatchObject({ kind: 'within' });
    expect((found.certificate as { percent: number }).percent).toBeLessThan(1);
    expect(found.levers.length).toBeGreaterThan(50);
  });

  it('[K12] thirty levers on a hundred terms are proven optimal', () => {
    for (const seed of [1, 2, 3])
      expect(bestPortfolio(synthetic(30, 100, seed)).certificate).toEqual({ kind: 'optimal' });
  });

  it('[K14] where levers touch different terms the whole frontier comes at once and is never below the best for its cost', () => {
    const groups = Array.from({ length: 8 }, (_, g): readonly PortfolioOption[] => [
      {
        levers: [`l${g}`],
        cost: 3 + ((g * 7) % 11),
        closes: Array.from({ length: 8 }, (_, t) => (t === g ? 0.1 + g / 20 : 0)),
        loss: 0,
      },
    ]);
    const problem: PortfolioProblem = {
      open: groups.map((_, g) => 2 + g),
      groups,
      budget: 40,
      excludes: [],
      requires: [],
    };
    const frontier = additiveFrontier(problem);
    for (const point of frontier) {
      const best = bestPortfolio({ ...problem, budget: point.cost });
      expect(point.value).toBeCloseTo(best.value, 8);
    }
    expect(frontier.at(-1)!.value).toBeCloseTo(bestPortfolio(problem).value, 8);
  });
});

describe('the levers of a map', () => {
  const map = wrongParcel();

  it('[K15] more budget never buys less, and the choice fits the budget', () => {
    const { frontier, cost, value, budget } = optimisePlan(map, 12_000_000);
    expect(cost).toBeLessThanOrEqual(budget);
    frontier.slice(1).forEach((point, i) => expect(point.value).toBeGreaterThan(frontier[i]!.value));
    expect(value).toBeGreaterThan(1);
    expect(frontier.at(-1)!.value).toBeCloseTo(value, 6);
  });

  it('[K15] without money nothing is chosen', () => {
    expect(optimisePlan(map, 0)).toMatchObject({ levers: [], value: 0, certificate: { kind: 'optimal' } });
  });
});

/** Levers that close a few of many gaps each, as in a real map, from a fixed stream of numbers. */
function synthetic(levers: number, count: number, seed: number): PortfolioProblem {
  let state = seed;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const open = Array.from({ length: count }, () => next());
  const groups = Array.from({ length: levers }, (_, i): readonly PortfolioOption[] => [
    {
      levers: [`l${i}`],
      cost: Math.ceil(1 + 99 * next()),
      closes: Array.from({ length: count }, () => (next() < 0.08 ? 0.05 + 0.45 * next() : 0)),
      loss: 0,
    },
  ]);
  return { open, groups, budget: levers * 12, excludes: [], requires: [] };
}
