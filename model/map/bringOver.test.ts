import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryMap } from './arbitraries.ts';
import { bringOver } from './bringOver.ts';
import { compareMaps } from './compareMaps.ts';

const size = { stages: 3, steps: 4, lanes: 3, cards: 8 };

it('[S73] bringing every difference over leaves none but the order; bringing nothing over changes nothing', () => {
  fc.assert(
    fc.property(arbitraryMap(size), arbitraryMap(size), (into, from) => {
      const changes = compareMaps(into, from);
      const all = compareMaps(bringOver(into, from, changes), from);
      expect(all.flatMap(({ type, fields }) => [type, ...fields]).toSorted()).toEqual(
        all.flatMap(() => ['changed', 'order']).toSorted(),
      );
      expect(bringOver(into, from, [])).toEqual(into);
    }),
    { numRuns: 50 },
  );
});

it('[S73] only what is chosen comes over', () => {
  fc.assert(
    fc.property(arbitraryMap(size), arbitraryMap(size), fc.nat(), (into, from, n) => {
      const changes = compareMaps(into, from);
      const chosen = changes.filter((_, i) => (n >> (i % 30)) % 2 === 1);
      const nameOf = ({ collection, id }: (typeof changes)[number]) => `${collection} ${id}`;
      const names = new Set(chosen.map(nameOf));
      const done = compareMaps(into, bringOver(into, from, chosen));
      expect(done.map(nameOf).every((name) => names.has(name))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it('[S73] what comes over stands behind the neighbour it follows there', () => {
  fc.assert(
    fc.property(arbitraryMap(size), fc.nat(), (map, n) => {
      const step = map.steps[n % Math.max(1, map.steps.length)];
      fc.pre(step !== undefined);
      const less = { ...map, steps: map.steps.filter(({ id }) => id !== step.id) };
      const back = bringOver(less, map, [{ collection: 'steps', id: step.id }]);
      expect(back.steps).toEqual(map.steps);
    }),
    { numRuns: 50 },
  );
});
