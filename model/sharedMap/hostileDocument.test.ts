import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { arbitraryMap } from '../map/arbitraries.ts';
import { collectionNames, journeyMapSchema } from '../map/journeyMap.ts';
import { createSharedMap } from './sharedMap.ts';
import { withService } from './testing/richMap.ts';
import { commandMakers } from './testing/commandMakers.ts';
import { seededRandom } from './testing/seededRandom.ts';
import { writeMap } from './writeMap.ts';

/** Values that no field expects, or that only some do. */
const wrongValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    0,
    1e9,
    Number.NaN,
    '',
    'x',
    'lane_0|step_0|zz',
    '|||',
    '@1,2||a',
    'step_none|b',
  ),
  fc.string(),
  fc.constant('\uD800 half'),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.integer(), { maxKeys: 3 }),
  fc.constantFrom(new Uint8Array([1, 2, 3]), [new Uint8Array([1])], { stepId: new Uint8Array([1]) }),
  fc.constantFrom('tags/x', [{ to: 'node_none' }], [null], { kind: 'estimate' }),
  fc.constantFrom('text', 'map', 'array').map((kind) => ({ sharedType: kind })),
);

const asStored = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array)
    return value;
  if (!('sharedType' in value)) return { ...value };
  if (value.sharedType === 'text') return new Y.Text('text');
  return value.sharedType === 'map' ? new Y.Map([['x', 1]]) : new Y.Array();
};

const damage = fc.record({
  collection: fc.constantFrom(...collectionNames, 'map'),
  record: fc.nat(20),
  key: fc.nat(20),
  value: wrongValue,
  how: fc.constantFrom('set', 'remove', 'newKey', 'newRecord', 'wrongRecord'),
});

describe('a document that somebody else wrote', () => {
  it('[S60] with wrong types, missing references and unknown kinds is shown as a map that keeps its schema, flagged, and not rewritten', () => {
    let flagged = 0;
    fc.assert(
      fc.property(
        arbitraryMap({ stages: 2, steps: 3, lanes: 3, cards: 6 }).map(withService),
        fc.array(damage, { minLength: 1, maxLength: 12 }),
        (map, damages) => {
          const doc = new Y.Doc();
          writeMap(doc, map, seededRandom(1));
          // The reader is there while it happens, as it is when another client does it.
          const shared = createSharedMap(doc, { random: seededRandom(2) });
          for (const one of damages) harm(doc, one);
          const state = Y.encodeStateAsUpdate(doc);
          const shown = shared.map();
          expect(journeyMapSchema.safeParse(shown).error?.issues).toBeUndefined();
          if (shared.flags().length > 0) flagged++;
          for (const flag of shared.flags()) expect(typeof flag.id).toBe('string');
          // A reader that opens it afterwards finds the same, and nobody has changed anything.
          const again = new Y.Doc();
          Y.applyUpdate(again, state);
          expect(createSharedMap(again, { random: seededRandom(3) }).map()).toEqual(shown);
          expect(Y.encodeStateAsUpdate(doc)).toEqual(state);
        },
      ),
      { numRuns: 80 },
    );
    expect(flagged).toBeGreaterThan(20);
  });

  it('[S61] can be worked on: every command is carried out or refused, none fails', () => {
    const names = [...commandMakers.keys()];
    fc.assert(
      fc.property(
        arbitraryMap({ stages: 2, steps: 3, lanes: 3, cards: 6 }).map(withService),
        fc.array(damage, { minLength: 1, maxLength: 12 }),
        fc.array(
          fc.record({
            what: fc.nat(names.length - 1),
            a: fc.nat(99),
            b: fc.nat(99),
            c: fc.nat(99),
            text: fc.string(),
          }),
          { minLength: 5, maxLength: 20 },
        ),
        (map, damages, choices) => {
          const doc = new Y.Doc();
          writeMap(doc, map, seededRandom(1));
          const shared = createSharedMap(doc, { random: seededRandom(2) });
          for (const one of damages) harm(doc, one);
          for (const { what, ...choice } of choices) {
            const command = commandMakers.get(names[what]!)!(shared.map(), choice);
            if (command !== undefined) shared.run(command);
            if (choice.a % 4 === 0) shared.undo();
          }
          expect(journeyMapSchema.safeParse(shared.map()).error?.issues).toBeUndefined();
        },
      ),
    );
  });

  it('[S62] a card without its lane is in the tray, and says so', () => {
    const doc = new Y.Doc();
    writeMap(doc, withService(fc.sample(arbitraryMap(), { seed: 1, numRuns: 1 })[0]!), seededRandom(1));
    const shared = createSharedMap(doc, { random: seededRandom(2) });
    doc.getMap('cards').set('card_lost', new Y.Map([['place', 'lane_none|step_none|V']]));
    expect(shared.record('cards', 'card_lost')).toEqual({
      id: 'card_lost',
      span: 1,
      text: '',
      tags: [],
      evidenceIds: [],
    });
    expect(shared.flags()).toContainEqual({
      type: 'MissingReference',
      collection: 'cards',
      id: 'card_lost',
      field: 'laneId',
    });
  });

  it('[S60] a step that leads into its own map leads nowhere, and says so', () => {
    const doc = new Y.Doc();
    const map = withService(fc.sample(arbitraryMap(), { seed: 1, numRuns: 1 })[0]!);
    writeMap(doc, map, seededRandom(1));
    const shared = createSharedMap(doc, { random: seededRandom(2) });
    const step = shared.map().steps[0]!;
    (doc.getMap('steps').get(step.id) as Y.Map<unknown>).set('childMapId', map.id);
    expect(shared.record('steps', step.id)).toEqual(step);
    const flag = { type: 'BrokenRule', collection: 'steps', id: step.id, field: 'childMapId' };
    expect(shared.flags()).toContainEqual(flag);
  });

  it('[S26] whatever stands where the days of deletions are noted, nothing is taken out before its time', () => {
    const doc = new Y.Doc();
    writeMap(doc, withService(fc.sample(arbitraryMap(), { seed: 1, numRuns: 1 })[0]!), seededRandom(1));
    const shared = createSharedMap(doc, { random: seededRandom(2) });
    const { id } = shared.map().cards[0]!;
    shared.run({ type: 'deleteCards', cardIds: [id] });
    const days = doc.getMap('deletionDays');
    const gone = String((doc.getMap('cards').get(id) as Y.Map<unknown>).get('gone'));
    for (const wrong of ['', 'x', `x ${gone}`, `9999 ${gone}`, '1 otherFingerprint', 7, null, new Y.Map()]) {
      days.set(id, wrong);
      days.set('card_never', wrong instanceof Y.Map ? 0 : wrong);
      shared.tidy(1_000);
      expect(doc.getMap('cards').has(id)).toBe(true);
      expect(days.get(id)).toBe(`1000 ${gone}`);
      expect(days.has('card_never')).toBe(false);
    }
  });

  it('[S62] a card with several wrong values keeps the right ones', () => {
    const doc = new Y.Doc();
    writeMap(doc, withService(fc.sample(arbitraryMap(), { seed: 1, numRuns: 1 })[0]!), seededRandom(1));
    const shared = createSharedMap(doc, { random: seededRandom(2) });
    const wrong = {
      'opportunity.impact': 0,
      'opportunity.status': '',
      'touchpoint.channel': 'pigeon',
      colour: 7,
      span: -2,
    };
    doc
      .getMap('cards')
      .set('card_odd', new Y.Map<unknown>([...Object.entries(wrong), ['text', new Y.Text('kept')]]));
    expect(shared.record('cards', 'card_odd')).toEqual({
      id: 'card_odd',
      span: 1,
      text: 'kept',
      tags: [],
      evidenceIds: [],
    });
    expect(
      shared
        .flags()
        .filter((flag) => flag.id === 'card_odd')
        .map((flag) => flag.field.split('.')[0]),
    ).toEqual(expect.arrayContaining(['opportunity', 'touchpoint', 'colour', 'span']));
  });

  it('[S63] a map of a newer program opens read-only and says why', () => {
    const doc = new Y.Doc();
    writeMap(doc, withService(fc.sample(arbitraryMap(), { seed: 1, numRuns: 1 })[0]!), seededRandom(1));
    doc.getMap('map').set('formatVersion', 99);
    const shared = createSharedMap(doc, { random: seededRandom(2) });
    const before = shared.map();
    expect(shared.readOnly()).toBe('newerFormat');
    expect(shared.run({ type: 'setMap', fields: { title: 'x' } })).toEqual({
      ok: false,
      error: { type: 'ReadOnly', reason: 'newerFormat' },
    });
    shared.text('map', '', 'description')?.change('x', 1);
    expect(shared.map()).toBe(before);
  });
});

function harm(
  doc: Y.Doc,
  {
    collection,
    record,
    key,
    value,
    how,
  }: { collection: string; record: number; key: number; value: unknown; how: string },
): void {
  const root = doc.getMap(collection);
  const ids = [...root.keys()];
  const id = ids[record % Math.max(1, ids.length)];
  const stored = asStored(value);
  if (how === 'newRecord') root.set(`${collection}_new${record}`, new Y.Map([['place', stored]]));
  else if (how === 'wrongRecord' || id === undefined) root.set(id ?? 'x', stored);
  else {
    const inner = root.get(id);
    if (!(inner instanceof Y.Map)) {
      if (how === 'remove') root.delete(id);
      else root.set(id, stored);
      return;
    }
    const keys = [...inner.keys()];
    const name = how === 'newKey' ? `unknown${key}` : (keys[key % Math.max(1, keys.length)] ?? 'x');
    if (how === 'remove') inner.delete(name);
    else inner.set(name, stored);
  }
}
