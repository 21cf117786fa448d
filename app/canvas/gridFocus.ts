import type { CardId, LaneId, StageId, StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { indexMap } from '../../model/map/mapIndex.ts';

/** The one place of the grid that has the keyboard: a header, an empty cell, or a card. */
export type GridFocus =
  | { readonly kind: 'stage'; readonly stageId: StageId }
  | { readonly kind: 'step'; readonly stepId: StepId }
  | { readonly kind: 'lane'; readonly laneId: LaneId }
  | { readonly kind: 'cell'; readonly laneId: LaneId; readonly stepId: StepId }
  | { readonly kind: 'card'; readonly cardId: CardId };

export type Direction = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd' | 'gridStart' | 'gridEnd';

/**
 * Where the focus goes from a place. Rows are stages, steps, then lanes; columns are the lane titles, then steps.
 * In a cell with several cards, up and down go through the cards before they leave the cell.
 */
export function moveFocus(map: JourneyMap, focus: GridFocus, direction: Direction): GridFocus {
  const at = positionOf(map, focus);
  if (at === undefined) return firstFocus(map) ?? focus;
  switch (direction) {
    case 'up':
    case 'down':
      return vertical(map, focus, at, direction === 'up' ? -1 : 1);
    case 'left':
      return sideways(map, focus, at, -1);
    case 'right':
      return sideways(map, focus, at, 1);
    case 'rowStart':
      return placeAt(map, at.row, firstColumn(at.row), 0) ?? focus;
    case 'rowEnd':
      return placeAt(map, at.row, map.steps.length - 1, 0) ?? focus;
    case 'gridStart':
      return firstFocus(map) ?? focus;
    case 'gridEnd':
      return placeAt(map, map.lanes.length - 1, map.steps.length - 1, 0) ?? focus;
  }
}

/** Where the keyboard starts in a map; undefined for a map without stages, steps and lanes. */
export function firstFocus(map: JourneyMap): GridFocus | undefined {
  const lane = map.lanes[0];
  const step = map.steps[0];
  if (lane !== undefined && step !== undefined) return focusInCell(map, lane.id, step.id, 0);
  if (step !== undefined) return { kind: 'step', stepId: step.id };
  if (lane !== undefined) return { kind: 'lane', laneId: lane.id };
  const stage = map.stages[0];
  return stage === undefined ? undefined : { kind: 'stage', stageId: stage.id };
}

/** The card of that number in the cell (the last one if there are fewer), or the cell itself if it is empty. */
export function focusInCell(map: JourneyMap, laneId: LaneId, stepId: StepId, number: number): GridFocus {
  const cards = indexMap(map).cardsInCell(laneId, stepId);
  const card = cards[Math.min(number, cards.length - 1)];
  return card === undefined ? { kind: 'cell', laneId, stepId } : { kind: 'card', cardId: card.id };
}

/** The place itself if the map still has it, else the nearest one that is left (its cell, or the start). */
export function focusThatExists(
  map: JourneyMap,
  focus: GridFocus,
  before: JourneyMap,
): GridFocus | undefined {
  if (isLoose(map, focus)) return focus;
  if (positionOf(map, focus) !== undefined)
    // A cell that got a card hands the keyboard on to it.
    return focus.kind === 'cell' ? focusInCell(map, focus.laneId, focus.stepId, 0) : focus;
  const was = positionOf(before, focus);
  if (was === undefined) return firstFocus(map);
  return (
    placeAt(
      map,
      Math.min(was.row, map.lanes.length - 1),
      Math.min(was.column, map.steps.length - 1),
      Math.max(0, was.number - 1),
    ) ?? firstFocus(map)
  );
}

/** A note beside the grid has the keyboard without a place in it. */
function isLoose(map: JourneyMap, focus: GridFocus): boolean {
  return focus.kind === 'card' && indexMap(map).cardsById.get(focus.cardId)?.position !== undefined;
}

export const sameFocus = (a: GridFocus | undefined, b: GridFocus | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && focusKey(a) === focusKey(b));

/** A text that is the same for the same place. */
export function focusKey(focus: GridFocus): string {
  switch (focus.kind) {
    case 'stage':
      return focus.stageId;
    case 'step':
      return focus.stepId;
    case 'lane':
      return focus.laneId;
    case 'cell':
      return `${focus.laneId} ${focus.stepId}`;
    case 'card':
      return focus.cardId;
  }
}

/** Rows: -2 stages, -1 steps, 0.. lanes. Columns: -1 lane titles, 0.. steps. `number`: which card of the cell. */
interface Position {
  readonly row: number;
  readonly column: number;
  readonly number: number;
}

const stageRow = -2;
const stepRow = -1;
const firstColumn = (row: number) => (row < 0 ? 0 : -1);

function positionOf(map: JourneyMap, focus: GridFocus): Position | undefined {
  const index = indexMap(map);
  switch (focus.kind) {
    case 'stage': {
      const column = map.steps.findIndex((step) => step.stageId === focus.stageId);
      return index.stagesById.has(focus.stageId)
        ? { row: stageRow, column: Math.max(0, column), number: 0 }
        : undefined;
    }
    case 'step':
      return inGrid(stepRow, columnOf(map, focus.stepId), 0);
    case 'lane':
      return index.lanesById.has(focus.laneId)
        ? { row: rowOf(map, focus.laneId), column: -1, number: 0 }
        : undefined;
    case 'cell':
      return inGrid(rowOf(map, focus.laneId), columnOf(map, focus.stepId), 0);
    case 'card': {
      const card = index.cardsById.get(focus.cardId);
      if (card?.laneId === undefined || card.stepId === undefined) return undefined;
      const number = index.cardsInCell(card.laneId, card.stepId).indexOf(card);
      return inGrid(rowOf(map, card.laneId), columnOf(map, card.stepId), Math.max(0, number));
    }
  }
}

const rowOf = (map: JourneyMap, laneId: LaneId) => map.lanes.findIndex((lane) => lane.id === laneId);
const columnOf = (map: JourneyMap, stepId: StepId) => map.steps.findIndex((step) => step.id === stepId);
const inGrid = (row: number, column: number, number: number): Position | undefined =>
  column < 0 || (row < 0 && row !== stepRow) ? undefined : { row, column, number };

function placeAt(map: JourneyMap, row: number, column: number, number: number): GridFocus | undefined {
  const step = map.steps[column];
  if (row === stageRow) {
    const stage = step === undefined ? map.stages[0] : indexMap(map).stagesById.get(step.stageId);
    return stage === undefined ? undefined : { kind: 'stage', stageId: stage.id };
  }
  if (row === stepRow) return step === undefined ? undefined : { kind: 'step', stepId: step.id };
  const lane = map.lanes[row];
  if (lane === undefined) return undefined;
  if (step === undefined) return column === -1 ? { kind: 'lane', laneId: lane.id } : undefined;
  return focusInCell(map, lane.id, step.id, number);
}

function vertical(map: JourneyMap, focus: GridFocus, at: Position, by: 1 | -1): GridFocus {
  if (focus.kind === 'card') {
    const next = focusInCellExactly(map, at, at.number + by);
    if (next !== undefined) return next;
  }
  const row = at.row + by;
  if (at.column === -1 && row < 0) return placeAt(map, stepRow, 0, 0) ?? focus;
  return placeAt(map, row, at.column, by === 1 ? 0 : Number.MAX_SAFE_INTEGER) ?? focus;
}

function focusInCellExactly(map: JourneyMap, at: Position, number: number): GridFocus | undefined {
  const lane = map.lanes[at.row];
  const step = map.steps[at.column];
  if (lane === undefined || step === undefined) return undefined;
  const card = indexMap(map).cardsInCell(lane.id, step.id)[number];
  return card === undefined ? undefined : { kind: 'card', cardId: card.id };
}

function sideways(map: JourneyMap, focus: GridFocus, at: Position, by: 1 | -1): GridFocus {
  if (focus.kind === 'stage') {
    const stage = map.stages[map.stages.findIndex((one) => one.id === focus.stageId) + by];
    return stage === undefined ? focus : { kind: 'stage', stageId: stage.id };
  }
  if (at.column + by < firstColumn(at.row)) return focus;
  return placeAt(map, at.row, at.column + by, at.number) ?? focus;
}
