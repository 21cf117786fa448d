import { setupI18n } from '@lingui/core';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { MapId } from '../../../model/map/ids.ts';
import type { MapLayout } from '../../../model/layout/mapLayout.ts';
import { emptyMap } from '../../../model/map/journeyMap.ts';
import { createSharedMap } from '../../../model/sharedMap/sharedMap.ts';
import { writeMap } from '../../../model/sharedMap/writeMap.ts';
import { createCanvasStore } from '../canvasState.ts';
import { canvasActions } from './canvasActions.ts';

function emptyCanvas() {
  const doc = new Y.Doc();
  writeMap(doc, emptyMap('map_x' as MapId, 'en', 'Empty'), Math.random);
  const shared = createSharedMap(doc, { random: Math.random });
  const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
  const store = createCanvasStore();
  const actions = canvasActions({
    shared,
    store,
    i18n,
    map: shared.map,
    // Neither action looks at it.
    layout: () => undefined as unknown as MapLayout,
    editedByOthers: () => [],
  });
  return { shared, actions };
}

it('[C22] beginning an empty map is one step of undo', () => {
  const { shared, actions } = emptyCanvas();
  const before = shared.map();
  actions.begin('Stage', 'Step', 'Lane');
  const { stages, steps, lanes } = shared.map();
  expect([stages.length, steps.length, lanes.length]).toEqual([1, 1, 1]);
  expect(steps[0]?.stageId).toBe(stages[0]?.id);
  actions.undo();
  expect(shared.map()).toEqual(before);
  actions.redo();
  expect(shared.map()).toMatchObject({ stages, steps, lanes });
});

it('[C22] the first emotion of a map without personas is one step of undo', () => {
  const { shared, actions } = emptyCanvas();
  actions.begin('Stage', 'Step', 'Lane');
  actions.run({ type: 'insertLanes', lanes: [{ kind: 'emotion', title: 'E' }] });
  const laneId = shared.map().lanes[1]!.id;
  const stepId = shared.map().steps[0]!.id;
  actions.addEmotion(laneId, stepId, 0.5);
  expect(shared.map().emotions).toMatchObject([
    { stepId, value: 0.5, personaId: shared.map().personas[0]!.id },
  ]);
  actions.undo();
  expect([shared.map().emotions, shared.map().personas]).toEqual([[], []]);
});
