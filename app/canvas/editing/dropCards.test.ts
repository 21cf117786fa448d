import { describe, expect, it } from 'vitest';
import { layoutMap } from '../../../model/layout/layoutMap.ts';
import { cardBoxOnMap } from '../../../model/layout/placeOnMap.ts';
import { createTextMeasure } from '../../../model/layout/textMeasure.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import { mapFromTemplate } from '../../../model/map/mapFromTemplate.ts';
import { describeMeasurements } from '../../../model/quality/describeMeasurement.ts';
import { journeyTemplates } from '../../../templates/journeys/journeyTemplates.ts';
import { dropCardsCommands } from './dropCards.ts';
import { cardDropAt, nextStepDrop, stepDropAt } from './dropTargets.ts';

const read = mapFromTemplate(journeyTemplates[0]!.content, 'en', 'map_x' as JourneyMap['id']);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const map = read.value;
const layout = layoutMap(map, {
  measure: createTextMeasure((text) => text.length * 0.55),
  describeMeasurement: describeMeasurements(map, 'en'),
});
const card = (text: string) => map.cards.find((one) => one.text.startsWith(text))!;
const step = (number: number) => map.steps[number - 1]!.id;

describe('putting carried cards down', () => {
  it('[C20] cards of several steps and lanes keep their distance to the one that was grabbed', () => {
    const [anchor, right, below] = [card('Opens the box'), card('Looks for'), card('“Delivered”')];
    const commands = dropCardsCommands(layout, [below.id, right.id, anchor.id], anchor.id, {
      kind: 'cell',
      place: { laneId: anchor.laneId!, stepId: step(4), beforeCardId: undefined },
    });
    expect(commands).toEqual([
      { type: 'moveCards', cardIds: [anchor.id], to: { laneId: anchor.laneId, stepId: step(4) } },
      { type: 'moveCards', cardIds: [right.id], to: { laneId: anchor.laneId, stepId: step(5) } },
      { type: 'moveCards', cardIds: [below.id], to: { laneId: below.laneId, stepId: step(4) } },
    ]);
  });

  it('[C20] cards that would leave the grid stop at its edge, as far from each other as before', () => {
    const [anchor, right] = [card('Opens the box'), card('Looks for')];
    const commands = dropCardsCommands(layout, [anchor.id, right.id], anchor.id, {
      kind: 'cell',
      place: { laneId: anchor.laneId!, stepId: step(9), beforeCardId: undefined },
    });
    expect(commands).toEqual([
      { type: 'moveCards', cardIds: [anchor.id], to: { laneId: anchor.laneId, stepId: step(8) } },
      { type: 'moveCards', cardIds: [right.id], to: { laneId: anchor.laneId, stepId: step(9) } },
    ]);
  });

  it('[C21] lanes in which no card can stand do not count when several are carried', () => {
    const [anchor, above] = [card('Has to say'), card('Signs in again')];
    const laneIds = layout.rows
      .filter(({ content }) => content.kind !== 'emotion')
      .map(({ laneId }) => laneId);
    const next = laneIds[laneIds.indexOf(anchor.laneId!) + 1]!;
    const commands = dropCardsCommands(layout, [anchor.id, above.id], anchor.id, {
      kind: 'cell',
      place: { laneId: next, stepId: step(3), beforeCardId: undefined },
    });
    expect(commands.map(({ to }) => to)).toEqual([
      { laneId: anchor.laneId, stepId: step(3) },
      { laneId: next, stepId: step(3) },
    ]);
  });

  it('[C20] beside the grid cards lie as they lay to each other', () => {
    const [anchor, right] = [card('Opens the box'), card('Looks for')];
    const apart = cardBoxOnMap(layout, right.id)!.x - cardBoxOnMap(layout, anchor.id)!.x;
    const commands = dropCardsCommands(layout, [anchor.id, right.id], anchor.id, {
      kind: 'loose',
      corner: { x: 10, y: -200 },
    });
    expect(commands).toMatchObject([
      { to: { position: { x: 10, y: -200 } } },
      { to: { position: { x: 10 + apart, y: -200 } } },
    ]);
  });

  it('[C21] a card falls into cells of cards, not onto the curve', () => {
    const row = (kind: string) => layout.rows.find((one) => one.content.kind === kind)!;
    const middle = (kind: string) => ({
      x: layout.columns[2]!.x + 20,
      y: row(kind).y + row(kind).height / 2,
    });
    expect(cardDropAt(layout, middle('emotion'), { x: 0, y: 0 })).toBeUndefined();
    expect(cardDropAt(layout, middle('support'), { x: 0, y: 0 })).toMatchObject({
      kind: 'cell',
      place: { laneId: row('support').laneId, stepId: step(3) },
    });
    expect(cardDropAt(layout, { x: -300, y: 40 }, { x: -310, y: 30 })).toEqual({
      kind: 'loose',
      corner: { x: -310, y: 30 },
    });
  });

  it('[C20] a step goes before the one on whose left half it is dropped, or to the end of a stage', () => {
    const column = layout.columns[1]!;
    expect(stepDropAt(layout, column.x + 5)).toEqual({ stageId: column.stageId, before: column.stepId });
    expect(stepDropAt(layout, column.x + column.width - 5)).toEqual({
      stageId: column.stageId,
      before: undefined,
    });
  });

  it('[C20] the keyboard carries a step through every place of every stage', () => {
    const [first, second] = map.stages;
    const right1 = nextStepDrop(layout, step(1), undefined, 1);
    expect(right1).toEqual({ stageId: first!.id, before: undefined });
    const right2 = nextStepDrop(layout, step(1), right1, 1);
    expect(right2).toEqual({ stageId: second!.id, before: step(3) });
    expect(nextStepDrop(layout, step(1), right2, -1)).toEqual(right1);
  });
});
