import type { Card } from '../../../model/map/card.ts';
import type { CardId } from '../../../model/map/ids.ts';
import { indexMap } from '../../../model/map/mapIndex.ts';
import { lanesWithoutCards } from '../../../model/map/lane.ts';
import type { MapLayout } from '../../../model/layout/mapLayout.ts';
import type { Canvas } from '../canvasContext.ts';
import type { CardDrop, Carrying } from '../canvasState.ts';
import { type Direction, type GridFocus, moveFocus } from '../gridFocus.ts';
import { nextStepDrop } from './dropTargets.ts';

/**
 * What a key does while a place of the grid has the keyboard. Everything a pointer can do to the grid can be done here.
 * Returns whether the key was used.
 */
export function pressKey(event: KeyboardEvent, canvas: Canvas): boolean {
  const { store, actions, readOnly } = canvas;
  const { focus, carrying } = store.getState();
  if (carrying !== undefined) return carryByKey(event, canvas, carrying);
  const command = event.ctrlKey || event.metaKey;
  const direction = directionOf(event);

  if (direction !== undefined && focus !== undefined) {
    if (event.altKey) return false;
    if (
      event.shiftKey &&
      (direction === 'left' || direction === 'right') &&
      focus.kind === 'card' &&
      !readOnly
    ) {
      const card = canvas.shared.record('cards', focus.cardId);
      if (card !== undefined) actions.setSpan(card.id, card.span + (direction === 'right' ? 1 : -1));
      return true;
    }
    const next = moveFocus(canvas.map(), focus, direction);
    store.setFocus(next);
    if (event.shiftKey && next.kind === 'card') store.select([...store.getState().selection, next.cardId]);
    else store.select(next.kind === 'card' ? [next.cardId] : []);
    canvas.store.keepKeyboard();
    return true;
  }
  if (command && event.key.toLowerCase() === 'a') {
    store.select(
      canvas
        .layout()
        .rows.filter((row) => !row.content.collapsed)
        .flatMap((row) => row.content.cards.map((card) => card.cardId)),
    );
    return true;
  }
  if (event.key === 'Escape') {
    store.select([]);
    store.setTool('select');
    store.setState({ selectedConnector: undefined });
    return true;
  }
  if (readOnly) return false;
  // Also on a map that has just been emptied.
  if (command && takeBackByKey(event, canvas)) return true;
  return focus !== undefined && editByKey(event, canvas, focus);
}

function takeBackByKey({ key, shiftKey }: KeyboardEvent, { actions, store }: Canvas): boolean {
  const letter = key.toLowerCase();
  if (letter !== 'z' && letter !== 'y') return false;
  if (letter === 'y' || shiftKey) actions.redo();
  else actions.undo();
  store.keepKeyboard();
  return true;
}

function editByKey(event: KeyboardEvent, canvas: Canvas, focus: GridFocus): boolean {
  const { store, actions } = canvas;
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (command) {
    switch (key) {
      case 'd':
        actions.duplicate();
        canvas.store.keepKeyboard();
        return true;
      case 'Enter':
        return insertBeside(canvas, focus);
      default:
        return false;
    }
  }
  switch (key) {
    case 'Enter':
    case 'F2':
      if (focus.kind === 'cell' && enterCurve(canvas, focus)) return true;
      actions.editPlace(focus);
      return true;
    case 'Insert':
      return insertBeside(canvas, focus);
    case 'Delete':
    case 'Backspace': {
      const { selectedConnector } = store.getState();
      if (selectedConnector !== undefined) actions.deleteConnector(selectedConnector);
      else actions.deletePlace(focus);
      canvas.store.keepKeyboard();
      return true;
    }
    default:
      return false;
  }
}

/** Another one beside: a card below a card, a step after a step, a stage, a lane below a lane. */
function insertBeside(canvas: Canvas, focus: GridFocus): boolean {
  const { actions } = canvas;
  const map = canvas.map();
  switch (focus.kind) {
    case 'card':
      actions.addCardAfter(focus.cardId);
      return true;
    case 'cell':
      actions.addCard(focus.laneId, focus.stepId);
      return true;
    case 'step':
      actions.insertStepAfter(focus.stepId);
      return true;
    case 'stage': {
      const at = map.stages.findIndex((stage) => stage.id === focus.stageId);
      actions.insertStage(map.stages[at + 1]?.id);
      return true;
    }
    case 'lane': {
      const at = map.lanes.findIndex((lane) => lane.id === focus.laneId);
      actions.insertLane(map.lanes[at]?.kind ?? 'text', '', map.lanes[at + 1]?.id);
      return true;
    }
  }
}

/** In an emotion lane Enter goes to the face, which the arrow keys then move; an empty place gets one. */
function enterCurve(canvas: Canvas, focus: Extract<GridFocus, { kind: 'cell' }>): boolean {
  const kind = canvas.shared.record('lanes', focus.laneId)?.kind;
  if (kind !== 'emotion') return kind !== undefined && lanesWithoutCards.has(kind);
  const face = () =>
    document.querySelector<HTMLElement>(
      `[data-emotion-lane="${focus.laneId}"][data-emotion-step="${focus.stepId}"]`,
    );
  const here = face();
  if (here !== null) here.focus({ preventScroll: true });
  else {
    canvas.actions.addEmotion(focus.laneId, focus.stepId, 0);
    requestAnimationFrame(() => face()?.focus({ preventScroll: true }));
  }
  return true;
}

/** Space picks up what has the keyboard. It acts on release, so that holding it pans with the pointer. */
export function pickUp(canvas: Canvas): boolean {
  const { store, actions, readOnly } = canvas;
  const { focus, carrying } = store.getState();
  if (readOnly || focus === undefined || carrying !== undefined) return false;
  switch (focus.kind) {
    case 'card':
      store.setState({
        carrying: {
          kind: 'cards',
          cardIds: actions.cardsInHand(),
          anchorId: focus.cardId,
          target: undefined,
          by: 'keyboard',
        },
      });
      break;
    case 'step':
    case 'stage':
    case 'lane':
      store.setState({ carrying: { ...focus, target: undefined } });
      break;
    case 'cell':
      return false;
  }
  actions.sayPickedUp();
  return true;
}

function carryByKey(event: KeyboardEvent, canvas: Canvas, carrying: Carrying): boolean {
  const { store, actions } = canvas;
  if (event.key === 'Escape') {
    store.setState({ carrying: undefined });
    actions.sayPutBack();
    return true;
  }
  if (event.key === ' ' || event.key === 'Enter') {
    store.setState({ carrying: undefined });
    drop(canvas, carrying);
    canvas.store.keepKeyboard();
    return true;
  }
  const direction = directionOf(event);
  if (direction === undefined) return false;
  const next = nextTarget(canvas, carrying, direction);
  store.setState({ carrying: next });
  actions.sayTarget(next);
  return true;
}

/** Puts down what the keyboard carries; where it was picked up, nothing changes. */
export function drop({ actions }: Canvas, carrying: Carrying): void {
  if (carrying.target === undefined) return;
  switch (carrying.kind) {
    case 'cards':
      actions.dropCards(carrying.cardIds, carrying.anchorId, carrying.target);
      return;
    case 'step':
      actions.moveStep(carrying.stepId, carrying.target);
      return;
    case 'stage':
      actions.moveStage(carrying.stageId, carrying.target.before);
      return;
    case 'lane':
      actions.moveLane(carrying.laneId, carrying.target.before);
      return;
  }
}

function nextTarget(canvas: Canvas, carrying: Carrying, direction: Direction): Carrying {
  const layout = canvas.layout();
  const by = direction === 'left' || direction === 'up' ? -1 : 1;
  switch (carrying.kind) {
    case 'cards':
      return { ...carrying, target: nextCardDrop(canvas, carrying, direction) };
    case 'step':
      return {
        ...carrying,
        target: nextStepDrop(layout, carrying.stepId, carrying.target, by) ?? carrying.target,
      };
    case 'stage': {
      const ids = layout.stages.map((stage) => stage.stageId);
      return { ...carrying, target: { before: neighbour(ids, carrying.stageId, carrying.target, by) } };
    }
    case 'lane': {
      const ids = layout.rows.map((row) => row.laneId);
      return { ...carrying, target: { before: neighbour(ids, carrying.laneId, carrying.target, by) } };
    }
  }
}

/** Before whom it would stand one place further; undefined is the end. */
function neighbour<Id extends string>(
  ids: readonly Id[],
  own: Id,
  target: { readonly before: Id | undefined } | undefined,
  by: 1 | -1,
): Id | undefined {
  const others = ids.filter((id) => id !== own);
  const now =
    target === undefined
      ? ids.indexOf(own)
      : target.before === undefined
        ? others.length
        : others.indexOf(target.before);
  return others[Math.min(Math.max(0, now + by), others.length)];
}

function nextCardDrop(
  canvas: Canvas,
  carrying: Extract<Carrying, { kind: 'cards' }>,
  direction: Direction,
): CardDrop | undefined {
  const layout = canvas.layout();
  const from = cellOf(canvas, carrying);
  if (from === undefined) return carrying.target;
  const step = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] } as const;
  const [rows, columns] = direction in step ? step[direction as keyof typeof step] : [0, 0];
  const within = rows === 0 ? undefined : slotInCell(canvas, carrying, rows);
  if (within !== undefined) return within;
  const column = Math.min(Math.max(0, from.column + columns), layout.columns.length - 1);
  const row = rowForCards(layout, from.row + rows, direction === 'up' ? -1 : 1);
  const laneId = layout.rows[row ?? from.row]?.laneId;
  const stepId = layout.columns[column]?.stepId;
  if (laneId === undefined || stepId === undefined) return carrying.target;
  // From above one comes to the first place of a cell, from elsewhere to the last.
  const first = indexMap(canvas.map()).cardsInCell(laneId, stepId)[0]?.id;
  return { kind: 'cell', place: { laneId, stepId, beforeCardId: direction === 'down' ? first : undefined } };
}

/** One card further up or down among those of the cell; nothing where the cell ends. */
function slotInCell(
  canvas: Canvas,
  { target, anchorId, cardIds }: Extract<Carrying, { kind: 'cards' }>,
  by: number,
): CardDrop | undefined {
  const card = canvas.shared.record('cards', anchorId);
  const at = target?.kind === 'cell' ? target.place : card;
  if (at?.laneId === undefined || at.stepId === undefined) return undefined;
  const { laneId, stepId } = at;
  const cards = indexMap(canvas.map()).cardsInCell(laneId, stepId);
  const others = cards.filter(({ id }) => !cardIds.includes(id)).map(({ id }) => id);
  const before = 'beforeCardId' in at ? at.beforeCardId : nextOf(cards, anchorId, cardIds);
  const now = before === undefined ? others.length : others.indexOf(before);
  const next = now + by;
  if (next < 0 || next > others.length) return undefined;
  return { kind: 'cell', place: { laneId, stepId, beforeCardId: others[next] } };
}

/** The card below one that is not carried itself. */
function nextOf(cards: readonly Card[], cardId: CardId, carried: readonly CardId[]): CardId | undefined {
  const from = cards.findIndex(({ id }) => id === cardId);
  return cards.slice(from + 1).find(({ id }) => !carried.includes(id))?.id;
}

/** The nearest row in that direction where a card can stand. */
function rowForCards(layout: MapLayout, from: number, by: 1 | -1): number | undefined {
  for (let row = from; row >= 0 && row < layout.rows.length; row += by) {
    const kind = layout.rows[row]?.content.kind;
    if (kind !== undefined && !lanesWithoutCards.has(kind)) return row;
  }
  return undefined;
}

function cellOf(
  canvas: Canvas,
  { target, anchorId }: Extract<Carrying, { kind: 'cards' }>,
): { readonly row: number; readonly column: number } | undefined {
  const layout = canvas.layout();
  const card = canvas.shared.record('cards', anchorId);
  const laneId = target?.kind === 'cell' ? target.place.laneId : card?.laneId;
  const stepId = target?.kind === 'cell' ? target.place.stepId : card?.stepId;
  const row = layout.rows.findIndex((one) => one.laneId === laneId);
  const column = layout.columns.findIndex((one) => one.stepId === stepId);
  return row < 0 || column < 0 ? undefined : { row, column };
}

function directionOf(event: KeyboardEvent): Direction | undefined {
  const command = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'ArrowLeft':
      return 'left';
    case 'ArrowRight':
      return 'right';
    case 'Home':
      return command ? 'gridStart' : 'rowStart';
    case 'End':
      return command ? 'gridEnd' : 'rowEnd';
    default:
      return undefined;
  }
}
