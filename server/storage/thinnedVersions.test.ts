import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thinnedVersions } from './thinnedVersions.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 5, 17, 12);

it('[P17] of what the clock keeps, all of a day, one a day for a month and one a week before stay', () => {
  const ages = fc.uniqueArray(fc.integer({ min: 0, max: 400 * day }), { maxLength: 200 });
  fc.assert(
    fc.property(ages, (all) => {
      const versions = all.map((age) => ({ id: String(age), at: now - age }));
      const gone = new Set(thinnedVersions(versions, now));
      const stays = versions.filter(({ id }) => !gone.has(id));
      const young = versions.filter(({ at }) => now - at <= day);
      expect(stays).toEqual(expect.arrayContaining(young));
      const daily = stays.filter(({ at }) => now - at > day && now - at <= 30 * day);
      expect(new Set(daily.map(({ at }) => new Date(at).toISOString().slice(0, 10))).size).toBe(daily.length);
      // Whatever goes has a later one, less than a week away, that stays.
      for (const { at } of versions.filter(({ id }) => gone.has(id)))
        expect(stays.some((other) => other.at > at && other.at - at < 7 * day)).toBe(true);
      expect(thinnedVersions(stays, now)).toEqual([]);
    }),
    { seed: 17, numRuns: 200 },
  );
});
