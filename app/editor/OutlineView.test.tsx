import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSyncExternalStore } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import { emptyMap } from '../../model/map/journeyMap.ts';
import { createSharedMap } from '../../model/sharedMap/sharedMap.ts';
import { writeMap } from '../../model/sharedMap/writeMap.ts';
import type { Canvas } from '../canvas/canvasContext.ts';
import { OutlineView } from './OutlineView.tsx';

beforeEach(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));
afterEach(cleanup);

it('[C41] an emotion below zero is typed sign by sign, and counts as one edit when its field is left', async () => {
  const doc = new Y.Doc();
  writeMap(doc, emptyMap('map_x' as MapId, 'en', 'Feelings'), Math.random);
  const shared = createSharedMap(doc, { random: Math.random });
  shared.run({ type: 'insertStages', stages: [{ title: 'All', steps: [{ title: 'Ask' }] }] });
  shared.run({ type: 'insertLanes', lanes: [{ kind: 'emotion', title: 'Emotions' }] });
  shared.run({ type: 'put', collection: 'personas', record: { name: 'Ada' } });
  const { lanes, steps, personas } = shared.map();
  const point = { laneId: lanes[0]!.id, stepId: steps[0]!.id, personaId: personas[0]!.id };
  shared.run({ type: 'setEmotion', ...point, value: 0.5 });
  let edits = 0;
  const setEmotion = (fields: { readonly value: number }) => {
    edits += 1;
    shared.run({ type: 'setEmotion', ...point, ...fields });
  };
  // The outline of a map without cards asks no more of a canvas.
  const canvas = { readOnly: false, actions: { setEmotion } } as unknown as Canvas;
  const Shown = () => (
    <OutlineView canvas={canvas} map={useSyncExternalStore(shared.subscribe, shared.map)} />
  );
  render(
    <I18nProvider i18n={i18n}>
      <Shown />
    </I18nProvider>,
  );
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: /^Emotion of Ada at Ask/ });
  const person = userEvent.setup();
  await person.clear(field);
  await person.type(field, '-1.5{Enter}');
  expect(shared.map().emotions[0]?.value).toBe(-0.75);
  expect(field.value).toBe('-1.5');
  await person.clear(field);
  await person.type(field, '-7');
  await person.tab();
  expect(screen.getByRole('alert').textContent).toBe('Expected a number from -2 to 2.');
  expect([edits, shared.map().emotions[0]?.value]).toEqual([1, -0.75]);
});
