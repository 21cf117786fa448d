import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { assert } from '../assert.ts';
import type { LeverId, PoolId, QualityModelId } from '../map/ids.ts';
import { journeyMapSchema } from '../map/journeyMap.ts';
import type { Command } from './commands/command.ts';
import { createSharedMap, type SharedMap } from './sharedMap.ts';
import { withService } from './testing/richMap.ts';
import { seededRandom } from './testing/seededRandom.ts';
import { writeMap } from './writeMap.ts';

const modelId = 'qualityModel_q' as QualityModelId;
const leverId = 'lever_l' as LeverId;
const poolId = 'pool_p' as PoolId;

function opened(): SharedMap {
  const doc = new Y.Doc();
  const empty = journeyMapSchema.parse({
    formatVersion: 1,
    id: 'map_m',
    title: 'Map',
    language: 'en',
    stages: [{ id: 'stage_s', title: 'Stage' }],
  });
  writeMap(doc, withService(empty), seededRandom(1));
  return createSharedMap(doc, { random: seededRandom(2) });
}

function run(shared: SharedMap, command: Command): void {
  const result = shared.run(command);
  assert(result.ok, `${command.type} is carried out: ${JSON.stringify(result)}`);
}

it('[S28] a dialog that saves a whole record leaves what others changed in it while it was open', () => {
  const shared = opened();
  const base = shared.record('levers', leverId)!;
  run(shared, {
    type: 'setFields',
    collection: 'levers',
    ids: [leverId],
    fields: { title: 'Named by another', cost: { once: 500, perMonth: 0 } },
  });
  run(shared, {
    type: 'put',
    collection: 'levers',
    record: { ...base, rampWeeks: 9, cost: { ...base.cost, perMonth: 70 } },
    base,
  });
  expect(shared.record('levers', leverId)).toEqual({
    ...base,
    title: 'Named by another',
    rampWeeks: 9,
    cost: { once: 500, perMonth: 70 },
  });
  // Without the base the record is what is saved, as a whole.
  run(shared, { type: 'put', collection: 'levers', record: base });
  expect(shared.record('levers', leverId)).toEqual(base);
});

it('[S28] parts, hours and sets of a record are taken one by one; a part that others deleted stays away', () => {
  const shared = opened();
  const base = shared.record('qualityModels', modelId)!;
  const [ease] = base.dimensions;
  assert(ease !== undefined, 'the model has a dimension');
  const dimension = (name: string) => ({
    ...ease,
    id: `dimension_${name}` as typeof ease.id,
    title: name,
    indicators: [],
  });
  const others = [{ ...ease, weight: 5 }, dimension('theirs')];
  run(shared, {
    type: 'setFields',
    collection: 'qualityModels',
    ids: [modelId],
    fields: { dimensions: others },
  });
  const mine = { ...base, dimensions: [{ ...ease, title: 'Effortless' }, dimension('mine')] };
  run(shared, { type: 'put', collection: 'qualityModels', record: mine, base });
  const after = shared.record('qualityModels', modelId)!;
  expect(after.dimensions.map(({ title, weight }) => [title, weight])).toEqual([
    ['Effortless', 5],
    ['mine', 1],
    ['theirs', 1],
  ]);
  run(shared, {
    type: 'setFields',
    collection: 'qualityModels',
    ids: [modelId],
    fields: { dimensions: after.dimensions.slice(1) },
  });
  run(shared, {
    type: 'put',
    collection: 'qualityModels',
    record: { ...after, title: 'Renamed' },
    base: after,
  });
  expect(shared.record('qualityModels', modelId)).toMatchObject({
    title: 'Renamed',
    dimensions: [{ title: 'mine' }, { title: 'theirs' }],
  });

  const pool = shared.record('pools', poolId)!;
  const withHour = (hour: number, people: number) =>
    pool.agents.map((each, at) => (at === hour ? people : each));
  run(shared, {
    type: 'setFields',
    collection: 'pools',
    ids: [poolId],
    fields: { agents: withHour(9, 7), skills: ['chat'] },
  });
  run(shared, {
    type: 'put',
    collection: 'pools',
    record: { ...pool, agents: withHour(10, 3), skills: ['phone'] },
    base: pool,
  });
  const { agents, skills } = shared.record('pools', poolId)!;
  expect([agents[9], agents[10], agents[11]]).toEqual([7, 3, 2]);
  expect(skills).toEqual(['phone', 'chat']);
});

it('[S28] a number is kept whole: its value and source are of one person', () => {
  const shared = opened();
  const { steps } = shared.map();
  const measured = {
    id: 'measurement_x',
    metric: 'csat',
    on: { stepId: steps[0]!.id },
    value: 0.8,
    source: { kind: 'survey', reference: 'May', ownerName: '' },
  } as const;
  run(shared, { type: 'put', collection: 'measurements', record: measured });
  const base = shared.map().measurements.find(({ id }) => id === measured.id)!;
  run(shared, { type: 'put', collection: 'measurements', record: { ...base, target: 0.9 } });
  run(shared, { type: 'put', collection: 'measurements', record: { ...base, value: 0.7 }, base });
  expect(shared.record('measurements', base.id)).toMatchObject({
    value: 0.7,
    target: 0.9,
    source: { reference: 'May', ownerName: '' },
  });
  // What another deleted meanwhile comes back as it was saved.
  run(shared, { type: 'delete', collection: 'measurements', ids: [base.id] });
  run(shared, { type: 'put', collection: 'measurements', record: { ...base, value: 0.6 }, base });
  expect(shared.record('measurements', base.id)).toMatchObject({ value: 0.6 });
});
