import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMap, nastyText } from '../map/arbitraries.ts';
import * as Y from 'yjs';
import type { LaneId, StageId, StepId } from '../map/ids.ts';
import { copyCards, pasteLines, pasteOwn, pasteText } from './clipboard.ts';
import { createSharedMap } from './sharedMap.ts';
import { seededRandom } from './testing/seededRandom.ts';

describe('the clipboard', () => {
  it('[S80] cards copied as our own type arrive with everything but their place and references', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const cards = map.cards.filter((card) => card.stepId !== undefined);
        const rows = pasteOwn(
          copyCards(
            map,
            cards.map((card) => card.id),
          ).own,
        );
        const pasted = rows?.flat(2) ?? [];
        expect(new Set(pasted.map((card) => card.text))).toEqual(new Set(cards.map((card) => card.text)));
        expect(pasted).toHaveLength(cards.length);
        for (const card of pasted) expect(card).not.toHaveProperty('id');
      }),
    );
  });

  it('[S81] a table of texts survives the way through plain text, whatever the cells hold', () => {
    const cell = nastyText.map((text) => text.replace(/\r\n?/g, '\n').trim());
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((row) =>
            row.map((one) => (/[\t\n"]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join('\t'),
          )
          .join('\n');
        const pasted = pasteText(`${text}\n`);
        expect(pasted.map((row) => row.map((cards) => cards[0]?.text ?? ''))).toEqual(rows);
      }),
    );
  });

  it('[S81] the lines of a text are the cards of one cell', () => {
    expect(pasteLines('- one\r\n\n  two \n')).toEqual([[[{ text: '- one' }, { text: 'two' }]]]);
  });

  it('[S81] a table goes past lanes that show no cards, and what leaves the map into the tray', () => {
    const shared = createSharedMap(new Y.Doc(), { random: seededRandom(1) });
    const laneIds = ['lane_a', 'lane_b', 'lane_c'] as LaneId[];
    const stageId = 'stage_a' as StageId;
    const stepId = 'step_a' as StepId;
    shared.run({ type: 'insertStages', stages: [{ id: stageId, title: 'S' }] });
    shared.run({ type: 'insertSteps', stageId, steps: [{ id: stepId, title: 'S' }] });
    shared.run({
      type: 'insertLanes',
      lanes: (['text', 'emotion', 'notes'] as const).map((kind, i) => ({
        id: laneIds[i]!,
        kind,
        title: kind,
      })),
    });
    shared.run({ type: 'pasteCells', rows: pasteText('1\t2\n3'), to: { laneId: laneIds[0]!, stepId } });
    const placed = Object.fromEntries(shared.map().cards.map((card) => [card.text, card.laneId]));
    expect(placed).toEqual({ 1: 'lane_a', 2: undefined, 3: 'lane_c' });
  });

  it('[S82] the table for other programs escapes what is markup', () => {
    const map = fc
      .sample(arbitraryMap(), { seed: 5, numRuns: 30 })
      .find((one) => one.cards.some((card) => card.stepId !== undefined))!;
    const card = { ...map.cards.find((one) => one.stepId !== undefined)!, text: '<b>"x" & y\nz' };
    expect(copyCards({ ...map, cards: [card] }, [card.id]).html).toBe(
      '<table><tr><td>&lt;b&gt;&quot;x&quot; &amp; y<br>z</td></tr></table>',
    );
  });

  it('[S83] anything else under our own type is no paste', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(pasteOwn(text)).toBeUndefined();
      }),
    );
  });
});
