import * as Y from 'yjs';
import { expect, it, vi } from 'vitest';
import { assert } from '../../model/assert.ts';
import type { LeverId, MapId, PlanId } from '../../model/map/ids.ts';
import { mapFromTemplate } from '../../model/map/mapFromTemplate.ts';
import { createSharedMap } from '../../model/sharedMap/sharedMap.ts';
import { writeMap } from '../../model/sharedMap/writeMap.ts';
import { quickForecast } from '../../model/simulation/quickForecast.ts';
import { journeyTemplates } from '../../templates/journeys/journeyTemplates.ts';
import { type ComputeForecast, createPlanStore } from './planStore.ts';

const planId = 'plan_answerFaster' as PlanId;

/** The real formulas with few draws, and what they were asked. */
function sampleStore() {
  const map = mapFromTemplate(journeyTemplates[0]!.content, 'en', 'map_test' as MapId);
  assert(map.ok, 'the template is sound');
  const doc = new Y.Doc();
  writeMap(doc, map.value, () => 0.5);
  const shared = createSharedMap(doc, { random: Math.random });
  const asked: number[] = [];
  const compute: ComputeForecast = (one, plan, draws) => {
    asked.push(draws);
    return Promise.resolve(quickForecast(one, plan, { draws: Math.min(draws, 5) }));
  };
  return { shared, store: createPlanStore(shared, compute, noEngine), asked };
}

const noEngine = () => {
  throw new Error('These tests simulate nothing.');
};

it('[U8] a shown plan has its points first, then its bands', async () => {
  const { store, asked } = sampleStore();
  store.show(planId);
  await vi.waitFor(() => expect(store.getState().computing).toBe(false));
  expect(asked).toEqual([0, 500]);
  const { forecast } = store.getState();
  expect(forecast?.planId).toBe(planId);
  expect(forecast?.index.plan?.value).toBeGreaterThan(forecast?.index.baseline?.value ?? Infinity);
  expect(forecast?.index.plan?.high).toBeGreaterThan(forecast?.index.plan?.low ?? Infinity);
});

it('[U8] switching a lever off forecasts again; nobody looking asks for nothing', async () => {
  const { shared, store, asked } = sampleStore();
  shared.run({ type: 'setMap', fields: { title: 'Nobody looks' } });
  expect(asked).toEqual([]);
  store.show(planId);
  await vi.waitFor(() => expect(store.getState().computing).toBe(false));
  const before = store.getState().forecast;
  for (const leverId of ['lever_staffingShift', 'lever_knowledgeBase', 'lever_training'] as LeverId[])
    shared.run({ type: 'setPlanLever', planId, leverId, fields: { on: false } });
  await vi.waitFor(() => expect(store.getState().forecast).not.toBe(before));
  await vi.waitFor(() => expect(store.getState().computing).toBe(false));
  expect(store.getState().forecast?.index.difference?.value).toBe(0);
});

it('[U8] what is no input of a forecast asks for nothing', async () => {
  const { shared, store, asked } = sampleStore();
  store.show(planId);
  await vi.waitFor(() => expect(store.getState().computing).toBe(false));
  const { forecast } = store.getState();
  const cardId = shared.map().cards[0]!.id;
  vi.useFakeTimers();
  shared.run({ type: 'setFields', collection: 'cards', ids: [cardId], fields: { tags: ['new'] } });
  shared.run({ type: 'setMap', fields: { title: 'Another name' } });
  vi.runAllTimers();
  vi.useRealTimers();
  expect(asked).toEqual([0, 500]);
  expect(store.getState().computing).toBe(false);
  // A number does.
  const [measurement] = shared.map().measurements;
  shared.run({ type: 'put', collection: 'measurements', record: { ...measurement!, n: 7 } });
  await vi.waitFor(() => expect(store.getState().forecast).not.toBe(forecast));
  await vi.waitFor(() => expect(store.getState().computing).toBe(false));
  expect(asked).toEqual([0, 500, 0, 500]);
});

it('[U8] a plan that is deleted lies over the map no more', async () => {
  const { shared, store } = sampleStore();
  store.show(planId);
  await vi.waitFor(() => expect(store.getState().computing).toBe(false));
  shared.run({ type: 'delete', collection: 'plans', ids: [planId] });
  await vi.waitFor(() => expect(store.getState().shownPlanId).toBeUndefined());
});
