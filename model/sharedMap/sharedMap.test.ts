import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { assert } from '../assert.ts';
import { arbitraryMap } from '../map/arbitraries.ts';
import type { CardId, ForecastId, LaneId, PlanId, QualityModelId, StageId, StepId } from '../map/ids.ts';
import { checkInvariants } from '../map/invariants.ts';
import { emptyMap, type JourneyMap, journeyMapSchema } from '../map/journeyMap.ts';
import type { Dimension } from '../map/qualityModel.ts';
import type { Command } from './commands/command.ts';
import { fingerprint } from './deletion.ts';
import { mapDocument } from './mapDocument.ts';
import { readMap } from './mapReader.ts';
import { createSharedMap, type SharedMap } from './sharedMap.ts';
import { seededRandom } from './testing/seededRandom.ts';
import { writeMap } from './writeMap.ts';

/** One person's copy of a map. */
function replica(map: JourneyMap = exampleMap(), seed = 1): { doc: Y.Doc; shared: SharedMap } {
  const doc = new Y.Doc();
  writeMap(doc, map, seededRandom(seed));
  return { doc, shared: createSharedMap(doc, { random: seededRandom(seed + 1) }) };
}

/** Another person's copy of the same document. */
function joined(other: Y.Doc, seed = 5): { doc: Y.Doc; shared: SharedMap } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  return { doc, shared: createSharedMap(doc, { random: seededRandom(seed) }) };
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  const toB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
  const toA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
  Y.applyUpdate(b, toB);
  Y.applyUpdate(a, toA);
}

const stageA = 'stage_a' as StageId;
const stepA = 'step_a' as StepId;
const stepB = 'step_b' as StepId;
const laneT = 'lane_t' as LaneId;
const card1 = 'card_1' as CardId;
const card2 = 'card_2' as CardId;

function exampleMap(): JourneyMap {
  return {
    ...emptyMap('map_x' as JourneyMap['id'], 'en', 'Example'),
    stages: [{ id: stageA, title: 'A', hue: 0 }],
    steps: [
      { id: stepA, stageId: stageA, title: 'a' },
      { id: stepB, stageId: stageA, title: 'b' },
    ],
    lanes: [{ id: laneT, kind: 'text', role: 'none', title: 'T', collapsed: false }],
    cards: [
      { id: card1, laneId: laneT, stepId: stepA, span: 1, text: 'one', tags: [], evidenceIds: [] },
      { id: card2, laneId: laneT, stepId: stepA, span: 1, text: 'two', tags: [], evidenceIds: [] },
    ],
  };
}

function done(shared: SharedMap, command: Command): readonly string[] {
  const result = shared.run(command);
  assert(result.ok, `${command.type} is carried out: ${JSON.stringify(result)}`);
  return result.value.created;
}

const cardIds = (shared: SharedMap): readonly string[] => shared.map().cards.map((card) => card.id);

describe('a part of a record', () => {
  const modelId = 'qualityModel_q' as QualityModelId;
  const dimension = (name: string, weight: number) => ({
    id: `dimension_${name}`,
    title: name,
    weight,
    indicators: [{ id: `indicator_${name}`, title: name, weight: 1, metric: 'csat' }],
  });
  const model = { id: modelId, title: 'Q', dimensions: [dimension('speed', 2), dimension('care', 1)] };
  const withModel = () => replica(journeyMapSchema.parse({ ...exampleMap(), qualityModels: [model] }));
  const dimensionsOf = (shared: SharedMap) => shared.record('qualityModels', modelId)!.dimensions;
  const change = (shared: SharedMap, dimensions: readonly Dimension[]) =>
    done(shared, { type: 'setFields', collection: 'qualityModels', ids: [modelId], fields: { dimensions } });
  const weigh = (shared: SharedMap, weight: number) =>
    change(
      shared,
      dimensionsOf(shared).map((one) => ({ ...one, weight })),
    );
  const drop = (shared: SharedMap) => change(shared, dimensionsOf(shared).slice(1));
  const titles = (shared: SharedMap) => dimensionsOf(shared).map((one) => one.title);

  it('[S25] that one changes while another deletes it stays, whole; unchanged it goes, and undo brings it back', () => {
    const a = withModel();
    const b = joined(a.doc);
    const before = dimensionsOf(a.shared);
    drop(a.shared);
    weigh(b.shared, 7);
    exchange(a.doc, b.doc);
    expect(dimensionsOf(a.shared)).toEqual(before.map((one) => ({ ...one, weight: 7 })));
    expect(dimensionsOf(b.shared)).toEqual(dimensionsOf(a.shared));

    drop(a.shared);
    exchange(a.doc, b.doc);
    expect(titles(b.shared)).toEqual(['care']);
    expect(readMap(b.doc).qualityModels).toEqual(a.shared.map().qualityModels);
    a.shared.undo();
    expect(titles(a.shared)).toEqual(['speed', 'care']);
    a.shared.redo();
    expect(titles(a.shared)).toEqual(['care']);
  });

  it('[S25] within a part goes too, while another moves it', () => {
    const a = withModel();
    const b = joined(a.doc);
    change(
      a.shared,
      dimensionsOf(a.shared).map((one) => ({ ...one, indicators: [] })),
    );
    change(b.shared, dimensionsOf(b.shared).toReversed());
    exchange(a.doc, b.doc);
    expect(titles(a.shared)).toEqual(['care', 'speed']);
    expect(dimensionsOf(b.shared).flatMap((one) => one.indicators)).toEqual([]);
  });

  it('[S32] that is new and in which somebody else has written stays whole when its making is undone', () => {
    const a = withModel();
    const b = joined(a.doc);
    change(
      a.shared,
      journeyMapSchema.parse({
        ...exampleMap(),
        qualityModels: [{ ...model, dimensions: [...model.dimensions, dimension('new', 3)] }],
      }).qualityModels[0]!.dimensions,
    );
    exchange(a.doc, b.doc);
    weigh(b.shared, 9);
    exchange(a.doc, b.doc);
    expect(a.shared.undo().changed).toBe(false);
    expect(dimensionsOf(a.shared)[2]).toMatchObject({ title: 'new', weight: 9 });
  });
});

it('[S14] a stage comes with its steps, and goes with them in one step of undo', () => {
  const { shared } = replica();
  const before = shared.map();
  const created = done(shared, {
    type: 'insertStages',
    stages: [
      { title: 'One', steps: [{ title: 'a' }, { title: 'b' }] },
      { title: 'Two', steps: [{ title: 'c' }] },
    ],
    before: before.stages[0]!.id,
  });
  const { stages, steps } = shared.map();
  expect(created).toEqual([...stages.slice(0, 2), ...steps.slice(0, 3)].map(({ id }) => id));
  expect(
    steps.slice(0, 3).map(({ title, stageId }) => [title, stages.findIndex(({ id }) => id === stageId)]),
  ).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', 1],
  ]);
  shared.undo();
  expect(shared.map()).toEqual(before);
});

it('[S26] the content of a card leaves the document ninety days after its deletion was first seen, unless it came back', () => {
  const { doc, shared } = replica();
  const made = done(shared, {
    type: 'insertCards',
    cards: [
      { text: 'goes', quote: 'with its quote' },
      { text: 'changed' },
      { text: 'taken back' },
      { text: 'stays' },
    ],
    to: { laneId: laneT, stepId: stepA },
  }) as CardId[];
  const [goes, changed, back, stays] = made;
  done(shared, { type: 'put', collection: 'markers', record: { cardId: goes!, kind: 'decision' } });
  done(shared, {
    type: 'put',
    collection: 'connectors',
    record: { fromCardId: goes!, toCardId: stays!, label: '' },
  });
  const other = joined(doc);
  done(shared, { type: 'deleteCards', cardIds: [goes!, changed!] });
  done(shared, { type: 'deleteCards', cardIds: [back!] });
  shared.tidy(1_000);
  shared.undo();
  shared.tidy(1_089);
  expect(doc.getMap('cards').has(goes!)).toBe(true);
  // Written offline all the time, and sent before the day has come.
  other.shared.text('cards', changed!, 'text')!.change('changed!', 8);
  exchange(doc, other.doc);
  const size = Y.encodeStateAsUpdate(doc).length;
  shared.tidy(1_090);
  exchange(doc, other.doc);
  for (const one of [doc, other.doc]) {
    expect(one.getMap('cards').has(goes!)).toBe(false);
    expect(one.getMap('markers').size + one.getMap('connectors').size).toBe(0);
  }
  expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(size);
  expect(JSON.stringify(readMap(doc))).not.toContain('with its quote');
  expect(shared.flags()).toEqual([]);
  const texts = shared.map().cards.map((card) => card.text);
  expect(texts).toEqual(['one', 'two', 'changed!', 'taken back', 'stays']);
  expect(shared.undo().left).toContainEqual({ owner: 'cards', id: goes, field: 'gone' });
});

it('[S24] a deletion holds in whatever order a device keeps the members of a value', () => {
  // ywasm hands objects on with their members in another order.
  const [one, other] = [
    { on: 'agents', low: 0, likely: { a: 1, b: 2 } },
    { likely: { b: 2, a: 1 }, low: 0, on: 'agents' },
  ].map((effect) => {
    const doc = new Y.Doc();
    doc.getMap('levers').set('lever_x', new Y.Map([['effects', [effect]]]));
    return fingerprint(mapDocument(doc), 'levers', 'lever_x');
  });
  expect(one).toBe(other);
});

describe('a map in the shared document', () => {
  it('[S1] a map written and read again is the same map', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const { doc, shared } = replica(withDistinctTags(map));
        expect(readMap(doc)).toEqual(withDistinctTags(map));
        expect(shared.flags()).toEqual([]);
      }),
    );
  });

  it('[S2] a change of one record leaves every other record the same object', () => {
    const { shared } = replica();
    const before = shared.map();
    const read = shared.readCount();
    done(shared, { type: 'setFields', collection: 'cards', ids: [card1], fields: { text: 'changed' } });
    const after = shared.map();
    expect(after.cards[0]).toMatchObject({ text: 'changed' });
    expect(after.cards[1]).toBe(before.cards[1]);
    expect(after.steps).toBe(before.steps);
    expect(shared.readCount() - read).toBe(1);
  });

  it('[S3] listeners hear of changes of their record, and of no other', () => {
    const { shared } = replica();
    const heard: string[] = [];
    shared.subscribeRecord('cards', card1, () => heard.push('card1'));
    shared.subscribeRecord('cards', card2, () => heard.push('card2'));
    shared.subscribe(() => heard.push('map'));
    done(shared, { type: 'setFields', collection: 'cards', ids: [card1], fields: { colour: 'teal' } });
    expect(heard).toEqual(['card1', 'map']);
    done(shared, { type: 'deleteCards', cardIds: [card2] });
    expect(heard).toEqual(['card1', 'map', 'card2', 'map']);
  });
});

describe('commands', () => {
  it('[S10] cards are inserted, moved and ordered within a cell', () => {
    const { shared } = replica();
    const [id] = done(shared, {
      type: 'insertCards',
      cards: [{ text: 'between' }],
      to: { laneId: laneT, stepId: stepA, beforeCardId: card2 },
    });
    expect(cardIds(shared)).toEqual([card1, id, card2]);
    done(shared, {
      type: 'moveCards',
      cardIds: [card2],
      to: { laneId: laneT, stepId: stepA, beforeCardId: card1 },
    });
    expect(cardIds(shared)).toEqual([card2, card1, id]);
    done(shared, { type: 'moveCards', cardIds: [card1], to: { laneId: laneT, stepId: stepB } });
    expect(shared.record('cards', card1)).toMatchObject({ stepId: stepB });
  });

  it('[S11] a refused command changes nothing and says why', () => {
    const { shared } = replica();
    const before = shared.map();
    expect(shared.run({ type: 'deleteCards', cardIds: ['card_none' as CardId] })).toEqual({
      ok: false,
      error: { type: 'NotFound', collection: 'cards', id: 'card_none' },
    });
    expect(
      shared.run({ type: 'setFields', collection: 'cards', ids: [card1], fields: { span: 0 } }),
    ).toMatchObject({ ok: false, error: { type: 'WrongField', collection: 'cards', field: 'span' } });
    expect(shared.map()).toBe(before);
    expect(shared.canUndo()).toBe(false);
  });

  it('[S12] a card over several steps covers one less when one of them is deleted', () => {
    const { shared } = replica();
    const [first, second] = shared.map().steps;
    const [id] = done(shared, {
      type: 'insertCards',
      cards: [{ span: 2 }],
      to: { laneId: laneT, stepId: first!.id },
    });
    done(shared, { type: 'deleteSteps', stepIds: [second!.id] });
    expect(shared.record('cards', id!)).toMatchObject({ stepId: first!.id, span: 1 });
    shared.undo();
    expect(shared.record('cards', id!)).toMatchObject({ span: 2 });
  });

  it('[S15] cards are duplicated with the arrows among them', () => {
    const { shared } = replica();
    const put = { type: 'put', collection: 'connectors' } as const;
    done(shared, { ...put, record: { fromCardId: card1, toCardId: card2 } });
    const before = shared.map().connectors.length;
    const [copy1, copy2] = done(shared, { type: 'duplicateCards', cardIds: [card1, card2] });
    expect(shared.map().connectors.slice(before)).toMatchObject([{ fromCardId: copy1, toCardId: copy2 }]);
    done(shared, { type: 'duplicateCards', cardIds: [card1] });
    expect(shared.map().connectors).toHaveLength(before + 1);
  });

  it('[S12] deleting a step deletes its cards; those that others are editing go to the tray', () => {
    const { shared } = replica();
    done(shared, { type: 'deleteSteps', stepIds: [stepA], editedByOthers: [card2] });
    expect(cardIds(shared)).toEqual([card2]);
    expect(shared.record('cards', card2)).not.toHaveProperty('stepId');
    shared.undo();
    expect(shared.map()).toEqual(exampleMap());
  });

  it('[K18] what came of one value of a forecast leaves what came of the others', () => {
    const { shared } = replica();
    const planId = 'plan_p' as PlanId;
    done(shared, {
      type: 'put',
      collection: 'plans',
      record: { id: planId, title: 'P', horizonWeeks: 26, levers: [] },
    });
    const [id] = done(shared, {
      type: 'put',
      collection: 'forecasts',
      record: {
        planId,
        frozenAt: '2026-01-05T09:00:00.000Z',
        engineVersion: '1',
        seed: 1,
        inputsHash: '',
        results: [],
        actuals: [],
      },
    });
    const forecastId = id as ForecastId;
    const came = (metric: string, value?: number) =>
      done(shared, {
        type: 'setActual',
        forecastId,
        metric,
        ...(value === undefined ? {} : { actual: { value, date: '2026-03-01' } }),
      });
    came('index', 70);
    came('dimension_d', 20);
    came('index', 73);
    expect(shared.record('forecasts', forecastId)?.actuals).toEqual([
      { metric: 'dimension_d', value: 20, date: '2026-03-01' },
      { metric: 'index', value: 73, date: '2026-03-01' },
    ]);
    came('dimension_d');
    expect(shared.record('forecasts', forecastId)?.actuals).toMatchObject([{ metric: 'index' }]);
  });
});

describe('two people at the same time', () => {
  it('[S20] a card that one moves while the other deletes its step is not lost', () => {
    const a = replica();
    const b = joined(a.doc);
    done(a.shared, { type: 'deleteSteps', stepIds: [stepA] });
    b.shared.text('cards', card1, 'text')?.change('one, edited', 11);
    exchange(a.doc, b.doc);
    expect(a.shared.map()).toEqual(b.shared.map());
    expect(a.shared.map().cards).toEqual([expect.objectContaining({ id: card1, text: 'one, edited' })]);
    expect(checkInvariants(a.shared.map())).toEqual([]);
  });

  it('[S21] two who move the same card leave it in one of the two places', () => {
    const a = replica();
    const b = joined(a.doc);
    done(a.shared, { type: 'moveCards', cardIds: [card1], to: { laneId: laneT, stepId: stepB } });
    done(b.shared, { type: 'moveCards', cardIds: [card1], to: { tray: true } });
    exchange(a.doc, b.doc);
    expect(a.shared.map()).toEqual(b.shared.map());
    expect(cardIds(a.shared).filter((id) => id === card1)).toHaveLength(1);
  });

  it('[S22] two who fill different fields of the same opportunity both succeed', () => {
    const a = replica();
    const opportunity = { impact: 1, effort: 1, ownerName: '', status: 'idea' } as const;
    done(a.shared, { type: 'setFields', collection: 'cards', ids: [card1], fields: { opportunity } });
    const b = joined(a.doc);
    done(a.shared, {
      type: 'setFields',
      collection: 'cards',
      ids: [card1],
      fields: { opportunity: { ...opportunity, impact: 5 } },
    });
    done(b.shared, {
      type: 'setFields',
      collection: 'cards',
      ids: [card1],
      fields: { opportunity: { ...opportunity, ownerName: 'Mei' } },
    });
    exchange(a.doc, b.doc);
    expect(a.shared.record('cards', card1)?.opportunity).toEqual({
      ...opportunity,
      impact: 5,
      ownerName: 'Mei',
    });
  });
});

describe('undo', () => {
  it('[S30] takes back only what this person did', () => {
    const a = replica();
    const b = joined(a.doc);
    done(a.shared, { type: 'setFields', collection: 'cards', ids: [card1], fields: { colour: 'teal' } });
    done(b.shared, { type: 'setFields', collection: 'cards', ids: [card2], fields: { colour: 'pink' } });
    exchange(a.doc, b.doc);
    expect(a.shared.undo()).toEqual({ changed: true, left: [] });
    expect(a.shared.record('cards', card1)).not.toHaveProperty('colour');
    expect(a.shared.record('cards', card2)).toMatchObject({ colour: 'pink' });
    expect(a.shared.canUndo()).toBe(false);
  });

  it('[S31] leaves a newer value of somebody else and says so', () => {
    const a = replica();
    const b = joined(a.doc);
    done(a.shared, { type: 'setFields', collection: 'cards', ids: [card1], fields: { colour: 'teal' } });
    exchange(a.doc, b.doc);
    done(b.shared, { type: 'setFields', collection: 'cards', ids: [card1], fields: { colour: 'pink' } });
    exchange(a.doc, b.doc);
    expect(a.shared.undo()).toEqual({
      changed: false,
      left: [{ owner: 'cards', id: card1, field: 'colour' }],
    });
    expect(a.shared.record('cards', card1)).toMatchObject({ colour: 'pink' });
  });

  it('[S31] takes the same value from somebody else for theirs, also one set at the same time', () => {
    const a = replica();
    const b = joined(a.doc);
    const colour = (shared: SharedMap, value: 'teal' | 'pink' | 'amber') =>
      done(shared, { type: 'setFields', collection: 'cards', ids: [card1], fields: { colour: value } });
    colour(a.shared, 'teal');
    exchange(a.doc, b.doc);
    colour(b.shared, 'pink');
    colour(b.shared, 'teal');
    exchange(a.doc, b.doc);
    expect(a.shared.undo().changed).toBe(false);

    for (const one of [a, b]) colour(one.shared, 'amber');
    exchange(a.doc, b.doc);
    // One of the two values stands: only its author can take it back.
    expect([a, b].filter((one) => one.shared.undo().changed)).toHaveLength(1);
  });

  it('[S31] still takes back several own values of one field, one after the other and again', () => {
    const { shared } = replica();
    for (const colour of ['teal', 'pink', 'amber'] as const)
      done(shared, { type: 'setFields', collection: 'cards', ids: [card1], fields: { colour } });
    const seen = () => shared.record('cards', card1)?.colour;
    const back = [1, 2, 3].map(() => (shared.undo(), seen()));
    expect(back).toEqual(['pink', 'teal', undefined]);
    expect([1, 2, 3].map(() => (shared.redo(), seen()))).toEqual(['teal', 'pink', 'amber']);
  });

  it('[S32] a new card in which somebody else has written stays', () => {
    const a = replica();
    const b = joined(a.doc);
    const [id] = done(a.shared, { type: 'insertCards', cards: [{}], to: { laneId: laneT, stepId: stepA } });
    exchange(a.doc, b.doc);
    b.shared.text('cards', id!, 'text')?.change('mine', 4);
    exchange(a.doc, b.doc);
    expect(a.shared.undo()).toMatchObject({ changed: false });
    expect(a.shared.record('cards', id!)).toMatchObject({ text: 'mine' });
  });

  it('[S33] typing is undone apart from the other typing in the same text', () => {
    const a = replica();
    const b = joined(a.doc);
    a.shared.text('cards', card1, 'text')?.change('one A', 5);
    exchange(a.doc, b.doc);
    b.shared.text('cards', card1, 'text')?.change('B one A', 2);
    exchange(a.doc, b.doc);
    a.shared.undo();
    expect(a.shared.record('cards', card1)?.text).toBe('B one');
    a.shared.redo();
    expect(a.shared.record('cards', card1)?.text).toBe('B one A');
  });
});

describe('commands together', () => {
  it('[S13] go as one: one step of undo, and nothing when one of them cannot be carried out', () => {
    const { shared } = replica();
    const before = shared.map();
    done(shared, {
      type: 'together',
      commands: [
        { type: 'moveCards', cardIds: [card1], to: { laneId: laneT, stepId: stepB } },
        { type: 'setFields', collection: 'cards', ids: [card2], fields: { colour: 'teal' } },
      ],
    });
    expect(shared.record('cards', card1)?.stepId).toBe(stepB);
    expect(shared.record('cards', card2)?.colour).toBe('teal');
    shared.undo();
    expect(shared.map()).toEqual(before);

    const refused = shared.run({
      type: 'together',
      commands: [
        { type: 'deleteCards', cardIds: [card1] },
        { type: 'deleteCards', cardIds: ['card_none' as CardId] },
      ],
    });
    expect(refused.ok).toBe(false);
    expect(shared.map()).toEqual(before);
  });
});

describe('text editing', () => {
  it('[S40] changes snap to grapheme borders: no emoji is ever cut', () => {
    const { doc, shared } = replica();
    const field = shared.text('cards', card1, 'text');
    assert(field !== undefined, 'the card has a text');
    field.change('👩‍👩‍👧', 8);
    field.change('👩‍👩‍👦', 8);
    expect(field.text()).toBe('👩‍👩‍👦');
    expect(JSON.stringify(doc.getMap('cards').toJSON())).not.toContain('\uFFFD');
  });

  it.each([
    ['a flag whose half stays', '🇩🇪', '🇩🇰'],
    ['a family with another child', '👩‍👩‍👧', '👩‍👩‍👦'],
    ['a hand of another colour', '👍🏽', '👍🏿'],
    ['a Hangul syllable written in letters', '\u1100\u1161\u11A8', '\u1100\u1161\u11BC'],
    ['a letter with another accent', 'e\u0301', 'e\u0300'],
  ])('[S40] %s is replaced whole', (_, before, after) => {
    const { doc, shared } = replica();
    const field = shared.text('cards', card1, 'text')!;
    field.change(`a${before}z`, before.length + 2);
    const stored = (doc.getMap('cards').get(card1) as Y.Map<Y.Text>).get('text')!;
    const deltas: unknown[] = [];
    stored.observe((event) => deltas.push(event.delta));
    field.change(`a${after}z`, after.length + 1);
    expect(deltas).toEqual([[{ retain: 1 }, { delete: before.length }, { insert: after }]]);
  });

  it('[S41] a cursor moves along with what others write', () => {
    const a = replica();
    const b = joined(a.doc);
    const cursors: number[] = [];
    a.shared
      .text('cards', card1, 'text')
      ?.onChange((_, moveCursor) => cursors.push(moveCursor(3), moveCursor(0)));
    b.shared.text('cards', card1, 'text')?.change('>> one', 3);
    exchange(a.doc, b.doc);
    expect(cursors).toEqual([6, 0]);
  });
});

/** A tag stands once on a card. */
function withDistinctTags(map: JourneyMap): JourneyMap {
  return { ...map, cards: map.cards.map((card) => ({ ...card, tags: [...new Set(card.tags)] })) };
}
