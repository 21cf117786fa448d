import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createSharedMap } from './sharedMap.ts';
import { seededRandom } from './testing/seededRandom.ts';
import { writeMap } from './writeMap.ts';
import { arbitraryMap } from '../map/arbitraries.ts';
import { bringOver } from '../map/bringOver.ts';
import { changesOfTrack } from '../map/changesOfTrack.ts';
import { compareMaps } from '../map/compareMaps.ts';
import { checkInvariants } from '../map/invariants.ts';
import type { JourneyMap } from '../map/journeyMap.ts';

/** The map as it would be after the step was deleted. */
function withoutStep(map: JourneyMap, stepId: string): JourneyMap {
  const cardIds = new Set<string | undefined>(
    map.cards.filter((card) => card.stepId === stepId).map(({ id }) => id),
  );
  return {
    ...map,
    steps: map.steps.filter(({ id }) => id !== stepId),
    cards: map.cards.filter(({ id }) => !cardIds.has(id)),
    emotions: map.emotions.filter((emotion) => emotion.stepId !== stepId),
    markers: map.markers.filter((marker) => marker.stepId !== stepId && !cardIds.has(marker.cardId)),
    measurements: map.measurements.filter(({ on }) => !('stepId' in on) || on.stepId !== stepId),
    connectors: [],
  };
}

const size = { stages: 3, steps: 4, lanes: 3, cards: 8 };
const namesOf = (map: JourneyMap) =>
  [...map.steps, ...map.lanes, ...map.cards, ...map.emotions, ...map.markers, ...map.measurements]
    .map(({ id }) => id)
    .toSorted();

it('[S74] a step that only the other side has comes over with what stands in it, and goes again the same way', () => {
  let cards = 0;
  fc.assert(
    fc.property(arbitraryMap(size), fc.nat(), (map, n) => {
      const step = map.steps[n % Math.max(1, map.steps.length)];
      fc.pre(step !== undefined);
      const whole = { ...map, connectors: [] };
      const less = withoutStep(map, step.id);
      const there = compareMaps(less, whole);
      const back = bringOver(less, whole, changesOfTrack(there, 'steps', step.id));
      expect(namesOf(back)).toEqual(namesOf(whole));
      expect(back.cards.filter(({ stepId }) => stepId === step.id)).toEqual(
        whole.cards.filter(({ stepId }) => stepId === step.id),
      );
      cards += whole.cards.length - less.cards.length;
      const away = compareMaps(whole, less);
      expect(namesOf(bringOver(whole, less, changesOfTrack(away, 'steps', step.id)))).toEqual(namesOf(less));
      // The command that carries it out puts the step into its stage.
      const doc = new Y.Doc();
      writeMap(doc, less, seededRandom(1));
      const shared = createSharedMap(doc, { random: seededRandom(2) });
      expect(shared.run({ type: 'restoreMap', map: back }).ok).toBe(true);
      expect(checkInvariants(shared.map())).toEqual([]);
    }),
    { seed: 3, numRuns: 60 },
  );
  expect(cards).toBeGreaterThan(10);
});

it('[S74] a lane that was renamed is taken by itself', () => {
  const [map] = fc.sample(
    arbitraryMap(size).filter(({ lanes }) => lanes.length > 0),
    { numRuns: 1, seed: 5 },
  );
  const [lane, ...others] = map!.lanes;
  const changes = compareMaps(map!, {
    ...map!,
    cards: [],
    lanes: [{ ...lane!, title: 'Renamed' }, ...others],
  });
  expect(changesOfTrack(changes, 'lanes', lane!.id)).toMatchObject([{ collection: 'lanes', id: lane!.id }]);
  expect(changesOfTrack(changes, 'lanes', 'lane_none')).toEqual([]);
});
