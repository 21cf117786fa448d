import { beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createSharedMap } from '../../../model/sharedMap/sharedMap.ts';
import { tellDone, useToasts } from './toasts.ts';

const offers = () => useToasts.getState().shown.map(({ undo }) => undo);
const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve));
const note = { type: 'insertCards', cards: [{}], to: { position: { x: 0, y: 0 } } } as const;

beforeEach(() => useToasts.setState({ shown: [] }));

it('[C36] a message takes back what it tells of', () => {
  const map = createSharedMap(new Y.Doc(), { random: Math.random });
  map.run(note);
  tellDone('One card', map);
  offers()[0]!();
  expect(map.map().cards).toEqual([]);
});

it('[C36] a message does not offer to take back what was done after it, or what is back already', async () => {
  const map = createSharedMap(new Y.Doc(), { random: Math.random });
  map.run(note);
  tellDone('One card', map);
  map.run(note);
  await settled();
  tellDone('Another card', map);
  expect(offers()).toEqual([undefined, expect.any(Function)]);
  map.undo();
  await settled();
  expect(offers()).toEqual([undefined, undefined]);
});
