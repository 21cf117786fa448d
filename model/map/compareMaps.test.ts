import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareMaps } from './compareMaps.ts';
import type { MapId } from './ids.ts';
import { emptyMap, type JourneyMap, journeyMapSchema } from './journeyMap.ts';

const stages = (...ids: string[]): JourneyMap =>
  journeyMapSchema.parse({
    ...emptyMap('map_a' as MapId, 'en'),
    stages: ids.map((id) => ({ id: `stage_${id}`, title: id })),
  });

it('[U9] a map does not differ from itself', () => {
  expect(compareMaps(stages('a', 'b'), stages('a', 'b'))).toEqual([]);
});

it('[U9] names what was added, removed and changed, with the fields', () => {
  const before = stages('a', 'b');
  const after = { ...stages('a', 'c'), title: 'New' };
  const changed = { ...after, stages: [{ ...after.stages[0]!, title: 'A' }, after.stages[1]!] };
  expect(
    compareMaps(before, changed).map(({ type, collection, id, fields }) => [type, collection, id, fields]),
  ).toEqual([
    ['changed', 'map', 'map_a', ['title']],
    ['changed', 'stages', 'stage_a', ['title']],
    ['added', 'stages', 'stage_c', []],
    ['removed', 'stages', 'stage_b', []],
  ]);
});

it('[U9] one record that moved is one change', () => {
  const changes = compareMaps(stages('a', 'b', 'c', 'd'), stages('d', 'a', 'b', 'c'));
  expect(changes.map(({ id, fields }) => [id, fields])).toEqual([['stage_d', ['order']]]);
});

it('[U9] nothing differs exactly when both orders are the same', () => {
  const order = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 });
  fc.assert(
    fc.property(order, order, (one, other) => {
      const moved = compareMaps(stages(...one), stages(...other)).map(({ id }) => id);
      expect(moved.length === 0).toBe(one.join() === other.join());
      const stay = (ids: readonly string[]) => ids.filter((id) => !moved.includes(`stage_${id}`));
      expect(stay(one)).toEqual(stay(other));
    }),
  );
});
