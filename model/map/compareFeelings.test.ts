import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryMap } from './arbitraries.ts';
import { compareFeelings } from './compareFeelings.ts';
import type { Emotion } from './emotion.ts';

const atOf = ({ laneId, stepId, personaId }: Emotion) => `${laneId} ${stepId} ${personaId}`;

it('[S79] emotions differ point by point, whatever their ids', () => {
  let [same, changed, added, removed] = [0, 0, 0, 0];
  fc.assert(
    fc.property(arbitraryMap({ stages: 2, steps: 5, lanes: 12, cards: 1 }), fc.nat(), (map, n) => {
      // One emotion of each place; every third is changed, every third is gone.
      const before = [...new Map(map.emotions.map((emotion) => [atOf(emotion), emotion])).values()];
      const after = before.flatMap((emotion, i): readonly Emotion[] => {
        if ((i + n) % 3 === 0) return [{ ...emotion, value: emotion.value > 0 ? -1 : 1 }];
        return (i + n) % 3 === 1 ? [] : [{ ...emotion, id: `${emotion.id}_again` as Emotion['id'] }];
      });
      const there = compareFeelings({ ...map, emotions: before }, { ...map, emotions: after });
      const back = compareFeelings({ ...map, emotions: after }, { ...map, emotions: before });
      const changeAt = (compared: typeof there, { laneId, stepId, personaId }: Emotion) =>
        compared(laneId, stepId).find((each) => each.personaId === personaId)?.change;
      before.forEach((emotion, i) => {
        const expected = (['changed', 'removed', 'same'] as const)[(i + n) % 3]!;
        expect(changeAt(there, emotion)).toBe(expected);
        expect(changeAt(back, emotion)).toBe(expected === 'removed' ? 'added' : expected);
        if (expected === 'same') same += 1;
        else if (expected === 'changed') changed += 1;
        else [added, removed] = [added + 1, removed + 1];
      });
    }),
    { seed: 4, numRuns: 200 },
  );
  expect(Math.min(same, changed, added, removed)).toBeGreaterThan(5);
});
