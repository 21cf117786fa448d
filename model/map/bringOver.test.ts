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
      const all = compareMaps(bringOver(into, changes, changes), from);
      expect(all.flatMap(({ type, fields }) => [type, ...fields]).toSorted()).toEqual(
        all.flatMap(() => ['changed', 'order']).toSorted(),
      );
      expect(bringOver(into, changes, [])).toEqual(into);
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
      const done = compareMaps(into, bringOver(into, changes, chosen));
      expect(done.map(nameOf).every((name) => names.has(name))).toBe(true);
    }),
    { numRuns: 50 },
  );
});
