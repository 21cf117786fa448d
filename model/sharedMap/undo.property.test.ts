import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { arbitraryMap, nastyText } from '../map/arbitraries.ts';
import { emptyMap, type JourneyMap } from '../map/journeyMap.ts';
import { createSharedMap, type SharedMap } from './sharedMap.ts';
import { commandMakers } from './testing/commandMakers.ts';
import { withService } from './testing/richMap.ts';
import { seededRandom } from './testing/seededRandom.ts';
import { isWellFormed } from './testing/wellFormed.ts';
import { writeMap } from './writeMap.ts';

const names = [...commandMakers.keys()];
const choice = fc.record({
  what: fc.nat(names.length - 1),
  a: fc.nat(999),
  b: fc.nat(999),
  c: fc.nat(999),
  text: nastyText,
});
const start = arbitraryMap({ stages: 3, steps: 4, lanes: 4, cards: 10 }).map(withService);

const blank = withService({
  ...emptyMap('map_x' as JourneyMap['id'], 'en'),
  stages: [{ id: 'stage_s' as never, title: '', hue: 0 }],
});

interface Person {
  readonly doc: Y.Doc;
  readonly shared: SharedMap;
}

function twoPeople(map: JourneyMap): readonly [Person, Person] {
  const first = new Y.Doc();
  writeMap(first, map, seededRandom(1));
  const second = new Y.Doc();
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
  return [
    { doc: first, shared: createSharedMap(first, { random: seededRandom(2) }) },
    { doc: second, shared: createSharedMap(second, { random: seededRandom(3) }) },
  ];
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  const toB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
  const toA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
  Y.applyUpdate(b, toB);
  Y.applyUpdate(a, toA);
}

function act(
  shared: SharedMap,
  { what, ...rest }: { what: number; a: number; b: number; c: number; text: string },
): boolean {
  const command = commandMakers.get(names[what]!)!(shared.map(), rest);
  return command !== undefined && shared.run(command).ok;
}

describe('undo', () => {
  it('[S34] taking every own step back gives the map as it was, and doing it all again the map as it became', () => {
    let steps = 0;
    fc.assert(
      fc.property(start, fc.array(choice, { minLength: 1, maxLength: 25 }), (map, choices) => {
        const [{ shared }] = twoPeople(map);
        const before = shared.map();
        for (const one of choices) act(shared, one);
        const after = shared.map();
        while (shared.canUndo()) {
          expect(shared.undo().left).toEqual([]);
          steps++;
        }
        expect(shared.map()).toEqual(before);
        while (shared.canRedo()) shared.redo();
        expect(shared.map()).toEqual(after);
      }),
    );
    expect(steps).toBeGreaterThan(100);
  });

  it('[S35] undo leaves what somebody else did at another record, before and after', () => {
    let checked = 0;
    fc.assert(
      fc.property(start, choice, fc.nat(999), nastyText, (map, mine, n, text) => {
        const [me, other] = twoPeople(map);
        if (!act(me.shared, mine)) return;
        exchange(me.doc, other.doc);
        const cards = other.shared.map().cards;
        const card = cards[n % Math.max(1, cards.length)];
        if (card === undefined) return;
        other.shared.text('cards', card.id, 'text')?.change(`${card.text}${text} theirs`, 0);
        exchange(me.doc, other.doc);
        const written = me.shared.record('cards', card.id)?.text;
        const undone = me.shared.undo();
        const kept = me.shared.record('cards', card.id);
        // The card with their words is still there, and says what they wrote.
        expect(kept?.text).toContain(' theirs');
        if (kept?.text !== written) expect(undone.changed).toBe(true);
        checked++;
      }),
    );
    expect(checked).toBeGreaterThan(30);
  });
});

describe('at the same time', () => {
  it('[S20] what one writes while another deletes is never lost', () => {
    const deletions = names
      .map((name, i) => [name, i] as const)
      .filter(([name]) => /^delete|merge|restore/.test(name))
      .map(([, i]) => i);
    let rescued = 0;
    fc.assert(
      fc.property(
        start,
        fc.array(fc.tuple(choice, fc.constantFrom(...deletions)), { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(99), fc.boolean()), { minLength: 1, maxLength: 5 }),
        (map, deleted, edits) => {
          const [one, other] = twoPeople(map);
          for (const [rest, what] of deleted) act(one.shared, { ...rest, what });
          const written: string[] = [];
          edits.forEach(([n, isNew], i) => {
            const words = `words ${i}.`;
            const now = other.shared.map();
            const card = now.cards[n % Math.max(1, now.cards.length)];
            const [lane, step] = [now.lanes[0], now.steps[n % now.steps.length]];
            if (isNew && lane !== undefined && step !== undefined)
              other.shared.run({
                type: 'insertCards',
                cards: [{ text: words }],
                to: { laneId: lane.id, stepId: step.id },
              });
            else if (card !== undefined)
              other.shared.text('cards', card.id, 'text')?.change(card.text + words, 0);
            else return;
            written.push(words);
          });
          const before = one.shared.map().cards.length;
          exchange(one.doc, other.doc);
          const texts = one.shared.map().cards.map((card) => card.text);
          for (const words of written) expect(texts.some((text) => text.includes(words))).toBe(true);
          if (one.shared.map().cards.length > before) rescued++;
          expect(other.shared.map()).toEqual(one.shared.map());
        },
      ),
    );
    expect(rescued).toBeGreaterThan(10);
  });

  it('[S42] a text that two change at once is well-formed and holds what both inserted', () => {
    fc.assert(
      fc.property(
        nastyText,
        nastyText,
        nastyText,
        fc.nat(50),
        fc.nat(50),
        fc.nat(4),
        (text, mine, theirs, a, b, removed) => {
          const map = {
            ...blank,
            cards: [{ id: 'card_c' as never, span: 1, text, tags: [], evidenceIds: [] }],
          };
          const [me, other] = twoPeople(map);
          const change = (shared: SharedMap, at: number, words: string): void => {
            const field = shared.text('cards', 'card_c', 'text')!;
            const from = at % (text.length + 1);
            field.change(text.slice(0, from) + words + text.slice(from + removed), from + words.length);
          };
          change(me.shared, a, mine);
          change(other.shared, b, theirs);
          exchange(me.doc, other.doc);
          const end = me.shared.record('cards', 'card_c')!.text;
          expect(other.shared.record('cards', 'card_c')!.text).toBe(end);
          expect(isWellFormed(end)).toBe(true);
          // A replacement character is one that somebody wrote.
          if (![text, mine, theirs].some((words) => words.includes('\uFFFD')))
            expect(end).not.toContain('\uFFFD');
          me.shared.undo();
          expect(isWellFormed(me.shared.record('cards', 'card_c')!.text)).toBe(true);
        },
      ),
    );
  });
});
