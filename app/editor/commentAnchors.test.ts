import { expect, it } from 'vitest';
import { journeyMapSchema } from '../../model/map/journeyMap.ts';
import type { CommentAnchor } from '../../model/protocol/talk.ts';
import { placeOfAnchor, tabOfAnchor } from './commentAnchors.ts';

const measurement = (id: string, on: object) => ({
  id: `measurement_${id}`,
  metric: 'csat',
  on,
  value: 0.8,
  source: { kind: 'measured' },
});
const map = journeyMapSchema.parse({
  formatVersion: 1,
  id: 'map_a',
  title: 'A',
  language: 'en',
  stages: [{ id: 'stage_a', title: 'A', hue: 0 }],
  steps: ['a', 'b'].map((id) => ({ id: `step_${id}`, stageId: 'stage_a', title: id })),
  pools: [{ id: 'pool_a', title: 'Agents', agents: Array.from({ length: 24 }, () => 2) }],
  nodes: [{ id: 'node_a', kind: 'contact', stepId: 'step_b', poolId: 'pool_a', title: 'Chat' }],
  measurements: [
    measurement('step', { stepId: 'step_a' }),
    measurement('node', { nodeId: 'node_a' }),
    measurement('pool', { poolId: 'pool_a' }),
    measurement('map', { map: true }),
  ],
});

it('[G9] a thread about a number leads to the step it stands at, by itself or by its service', () => {
  const place = (id: string) =>
    placeOfAnchor(map, { collection: 'measurements', recordId: `measurement_${id}` });
  expect(['step', 'node', 'pool', 'map', 'gone'].map(place)).toEqual([
    { kind: 'step', stepId: 'step_a' },
    { kind: 'step', stepId: 'step_b' },
    { kind: 'step', stepId: 'step_b' },
    undefined,
    undefined,
  ]);
});

it('[G9] what has no place on the grid leads to its tab', () => {
  const tab = (collection: CommentAnchor['collection']) => tabOfAnchor({ collection, recordId: 'any' });
  expect([tab('measurements'), tab('plans'), tab('evidence'), tab('cards')]).toEqual([
    'step',
    'plan',
    'evidence',
    undefined,
  ]);
});
