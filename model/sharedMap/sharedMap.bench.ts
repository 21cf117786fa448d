import { bench, describe } from 'vitest';
import * as Y from 'yjs';
import { emptyMap, type JourneyMap, journeyMapSchema } from '../map/journeyMap.ts';
import { createSharedMap, type SharedMap } from './sharedMap.ts';
import { seededRandom } from './testing/seededRandom.ts';
import { writeMap } from './writeMap.ts';

/** Size and speed of the shared map: `npx vitest bench --run model/sharedMap`. Results: docs/benchmarks.md. */

const words = ['等待客服', 'The parcel is wrong', '請稍候', 'Who helps me?', '确认订单', 'calls back'];

/** A grid with so many cards: 10 lanes, 4 cards a cell. */
function mapOf(cards: number): JourneyMap {
  const lanes = Array.from({ length: 10 }, (_, i) => ({ id: `lane_${i}`, kind: 'text', title: `Lane ${i}` }));
  const steps = Array.from({ length: Math.ceil(cards / 40) }, (_, i) => ({
    id: `step_${i}`,
    stageId: 'stage_a',
    title: `Step ${i}`,
  }));
  return journeyMapSchema.parse({
    ...emptyMap('map_bench' as JourneyMap['id'], 'en', 'Bench'),
    stages: [{ id: 'stage_a', title: 'A' }],
    steps,
    lanes,
    cards: Array.from({ length: cards }, (_, i) => ({
      id: `card_${i.toString(36).padStart(16, '0')}`,
      laneId: `lane_${i % 10}`,
      stepId: `step_${Math.floor(i / 40)}`,
      text: `${words[i % words.length]} ${i}`,
    })),
  });
}

/** Edits as people make them: mostly typing, some moves, fields, new and deleted cards. */
function edit(shared: SharedMap, count: number): void {
  const random = seededRandom(7);
  const below = (n: number): number => Math.floor(random() * n);
  for (let i = 0; i < count; i++) {
    const { cards, lanes, steps } = shared.map();
    const card = cards[below(cards.length)]!;
    const to = { laneId: lanes[below(lanes.length)]!.id, stepId: steps[below(steps.length)]!.id };
    const kind = below(100);
    if (kind < 70) {
      const field = shared.text('cards', card.id, 'text')!;
      const text = field.text();
      // Texts stay as long as people's: a letter more, or the last ones away.
      if (text.length > 60) field.change(text.slice(0, 20), 20);
      else field.change(`${text}${words[below(words.length)]!.slice(0, 2)}`, text.length + 2);
    } else if (kind < 85) shared.run({ type: 'moveCards', cardIds: [card.id], to });
    else if (kind < 92)
      shared.run({
        type: 'setFields',
        collection: 'cards',
        ids: [card.id],
        fields: { painPoint: { severity: 1 + below(5) } },
      });
    else if (kind < 96) shared.run({ type: 'insertCards', cards: [{ text: 'new' }], to });
    else shared.run({ type: 'deleteCards', cardIds: [card.id] });
  }
}

/** The same document with every field of every card written, as a layout without left-out defaults would have it. */
function writeAllFields(doc: Y.Doc): void {
  const all = {
    span: 1,
    colour: '',
    tags: [],
    author: '',
    evidenceIds: [],
    pictureId: '',
    'painPoint.severity': 0,
    'opportunity.impact': 0,
    'opportunity.effort': 0,
    'opportunity.ownerName': '',
    'opportunity.status': '',
    'touchpoint.channel': '',
    arc: 0,
    seconds: 0,
    quote: '',
  };
  doc.transact(() => {
    for (const card of doc.getMap('cards').values())
      if (card instanceof Y.Map)
        for (const [key, value] of Object.entries(all)) if (!card.has(key)) card.set(key, value);
  });
}

function editedDocument(cards: number, edits: number, allFields: boolean): Uint8Array {
  const doc = new Y.Doc();
  writeMap(doc, mapOf(cards), seededRandom(1));
  if (allFields) writeAllFields(doc);
  const shared = createSharedMap(doc, { random: seededRandom(2) });
  edit(shared, edits);
  shared.close();
  if (allFields) writeAllFields(doc);
  return Y.encodeStateAsUpdate(doc);
}

function opened(state: Uint8Array): { readonly doc: Y.Doc; readonly shared: SharedMap } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return { doc, shared: createSharedMap(doc, { random: seededRandom(3) }) };
}

const ours = editedDocument(960, 20_000, false);
const withAllFields = editedDocument(960, 20_000, true);
const large = editedDocument(2_000, 0, false);

console.log(
  `960 cards after 20,000 edits: ${ours.length} bytes, with all fields ${withAllFields.length}, ratio ${(ours.length / withAllFields.length).toFixed(2)}`,
);

{
  const { doc, shared } = opened(large);
  const other = opened(large);
  const before = shared.readCount();
  other.shared.text('cards', other.shared.map().cards[1_000]!.id, 'text')!.change('remote', 6);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(doc)));
  console.log(`a remote edit to one of 2,000 cards reads ${shared.readCount() - before} record`);
}

describe('loading the document of 960 cards after 20,000 edits', () => {
  bench('defaults left out', () => Y.applyUpdate(new Y.Doc(), ours));
  bench('all fields written', () => Y.applyUpdate(new Y.Doc(), withAllFields));
});

describe('2,000 cards', () => {
  bench('from bytes to the first record', () => void opened(large));
  const { doc, shared } = opened(large);
  const source = opened(large);
  const field = source.shared.text('cards', source.shared.map().cards[1_000]!.id, 'text')!;
  let n = 0;
  bench('a remote edit until the plain map', () => {
    const before = Y.encodeStateVector(source.doc);
    field.change(`remote ${n++}`, 8);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(source.doc, before));
    shared.map();
  });
});
