import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Route } from '../../model/map/serviceNode.ts';
import { rescaledRoutes, wholeRoutes } from './rescaledRoutes.ts';

const route = (outcome: Route['outcome'], share: number): Route => ({
  outcome,
  to: 'exit',
  share,
  afterSeconds: 0,
});

const routes = [
  route('resolved', 0.6),
  route('unresolved', 0.3),
  route('escalated', 0.1),
  route('abandoned', 0.5),
];

it('[D22] a changed share scales the others in proportion, and those who gave up keep theirs', () => {
  expect(rescaledRoutes(routes, 0, 0.8).map(({ share }) => share)).toEqual([0.8, 0.15, 0.05, 0.5]);
  expect(rescaledRoutes(routes, 3, 0.2).map(({ share }) => share)).toEqual([0.6, 0.3, 0.1, 0.2]);
});

it('[D22] shares sum to 1 whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }),
      fc.double({ min: -1, max: 2, noNaN: true }),
      (shares, typed) => {
        const next = rescaledRoutes(
          shares.map((share) => route('resolved', share)),
          0,
          typed,
        );
        expect(next.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
      },
    ),
  );
});

it('[D22] a route that becomes one of those who gave up leaves the whole to the others, and back', () => {
  const [first, second, third, abandoned] = routes;
  const moved = [first!, { ...second!, outcome: 'abandoned' as const }, third!, abandoned!];
  expect(wholeRoutes(moved).map(({ share }) => share)).toEqual([0.857142857, 0.3, 0.142857143, 0.5]);
  const back = [first!, second!, third!, { ...abandoned!, outcome: 'resolved' as const }];
  expect(wholeRoutes(back).map(({ share }) => share)).toEqual([0.4, 0.2, 0.066666667, 0.333333333]);
  expect(wholeRoutes([{ ...first!, share: 0 }]).map(({ share }) => share)).toEqual([1]);
});
