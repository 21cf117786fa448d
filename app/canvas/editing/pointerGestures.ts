import type { MapLayout, Point } from '../../../model/layout/mapLayout.ts';
import { cardAt, cardBoxOnMap, columnAt, rowAt } from '../../../model/layout/placeOnMap.ts';
import type { CardId, LaneId, PersonaId, StepId } from '../../../model/map/ids.ts';
import type { Canvas } from '../canvasContext.ts';
import type { TrackPlace } from '../canvasState.ts';
import type { GridFocus } from '../gridFocus.ts';
import { startPointerDrag } from '../pointerDrag.ts';
import type { ViewportSource } from '../viewport.ts';
import { cardDropAt, columnNear, laneDropAt, stageDropAt, stepDropAt } from './dropTargets.ts';
import { connectorOfElement, placeOfElement } from './placeOfElement.ts';

/**
 * What a press on the canvas becomes: selecting, carrying, drawing a connector, pulling an edge, a marquee. It finds
 * out what was pressed, and hands over to a gesture; each gesture writes the canvas's state and ends in one action.
 */
export function pressCanvas(
  event: PointerEvent,
  canvas: Canvas,
  viewport: ViewportSource,
  root: HTMLElement,
): void {
  const target = event.target instanceof Element ? event.target : null;
  const { tool } = canvas.store.getState();
  if (event.button !== 0 || tool === 'hand' || target === null) return;
  const trayCard = target.closest('[data-tray-card]')?.getAttribute('data-tray-card');
  if (trayCard !== null && trayCard !== undefined)
    return dragFromTray(event, canvas, viewport, root, trayCard as CardId);
  if (target.closest('textarea, input, button, [data-no-canvas]') !== null) return;
  // Whoever is written in keeps what was written when it loses the keyboard.
  if (canvas.store.getState().editing !== undefined) blurIn(root);
  // What the keyboard carries is put back when the pointer takes over.
  if (canvas.store.getState().carrying !== undefined) {
    canvas.store.setState({ carrying: undefined });
    canvas.actions.sayPutBack();
  }
  const at = viewport.toMap({ x: event.clientX, y: event.clientY });
  const gesture: Gesture = { event, canvas, viewport, root, at };
  const attribute = (name: string): string | null => target.closest(`[${name}]`)?.getAttribute(name) ?? null;

  if (!canvas.readOnly) {
    const edge = target.closest('[data-edge]');
    if (edge !== null) return pullEdge(gesture, edge);
    const from = attribute('data-connect-from');
    if (from !== null) return drawConnector(gesture, from as CardId);
    const point = target.closest('[data-emotion-step]');
    if (point !== null) return dragEmotion(gesture, point);
    if (tool !== 'select') return pressWithTool(gesture, tool, attribute('data-card') as CardId | null);
  }
  const selectedConnector = connectorOfElement(target);
  if (selectedConnector !== undefined) {
    canvas.store.select([]);
    canvas.store.setState({ selectedConnector });
    return undefined;
  }
  const card = attribute('data-card');
  if (card !== null) return pressCard(gesture, card as CardId);
  const place = placeOfElement(target);
  if (place !== undefined && place.kind !== 'cell' && place.kind !== 'card')
    return pressHeader(gesture, place);
  return pressGround(gesture, place);
}

function blurIn(root: HTMLElement): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && root.contains(activeElement)) activeElement.blur();
}

interface Gesture {
  readonly event: PointerEvent;
  readonly canvas: Canvas;
  readonly viewport: ViewportSource;
  readonly root: HTMLElement;
  /** Where the press was, in map units. */
  readonly at: Point;
}

function pressCard(gesture: Gesture, cardId: CardId): void {
  const { event, canvas, at } = gesture;
  const { store } = canvas;
  const several = event.shiftKey || event.ctrlKey || event.metaKey;
  const wasSelected = store.getState().selection.has(cardId);
  if (several) store.toggleSelected(cardId);
  else if (!wasSelected) store.select([cardId]);
  store.setFocus({ kind: 'card', cardId });
  canvas.store.keepKeyboard();
  if (canvas.readOnly) return;
  const box = cardBoxOnMap(canvas.layout(), cardId);
  if (box === undefined) return;
  const clear = () => store.setState({ carrying: undefined, carriedBy: { x: 0, y: 0 } });
  // A card over several steps goes by its first one, wherever it was grabbed.
  const { columns } = canvas.layout();
  const grabbed = columns[columnNear(canvas.layout(), at.x)]?.x ?? 0;
  const stepId = canvas.shared.record('cards', cardId)?.stepId;
  const ahead = grabbed - (columns.find((column) => column.stepId === stepId)?.x ?? grabbed);
  follow(gesture, {
    dropsOnCanvas: true,
    onStart: () => {
      const selected = [...store.getState().selection];
      const cardIds = selected.includes(cardId) ? selected : [cardId];
      store.select(cardIds);
      store.setState({
        carrying: { kind: 'cards', cardIds, anchorId: cardId, target: undefined, by: 'pointer' },
      });
    },
    onMove: (now) => {
      const carriedBy = { x: now.x - at.x, y: now.y - at.y };
      const { carrying } = store.getState();
      if (carrying?.kind !== 'cards') return;
      const corner = { x: box.x + carriedBy.x, y: box.y + carriedBy.y };
      const target = cardDropAt(canvas.layout(), { x: now.x - ahead, y: now.y }, corner);
      store.setState({ carriedBy, carrying: { ...carrying, target } });
    },
    onDrop: () => {
      const { carrying } = store.getState();
      clear();
      if (carrying?.kind === 'cards' && carrying.target !== undefined)
        canvas.actions.dropCards(carrying.cardIds, cardId, carrying.target);
    },
    onCancel: clear,
    onPress: () => {
      if (!several && wasSelected) store.select([cardId]);
    },
  });
}

/** Out of the tray and into a cell; a mere press is the button's own. */
function dragFromTray(
  event: PointerEvent,
  canvas: Canvas,
  viewport: ViewportSource,
  root: HTMLElement,
  cardId: CardId,
): void {
  const { store, actions } = canvas;
  const clear = () => store.setState({ carrying: undefined });
  startPointerDrag(event, viewport, root, {
    dropsOnCanvas: true,
    onMove: (now) =>
      store.setState({
        carrying: {
          kind: 'cards',
          cardIds: [cardId],
          anchorId: cardId,
          target: cardDropAt(canvas.layout(), now, now),
          by: 'pointer',
        },
      }),
    onDrop: () => {
      const { carrying } = store.getState();
      clear();
      if (carrying?.kind === 'cards' && carrying.target !== undefined)
        actions.dropCards([cardId], cardId, carrying.target);
    },
    onCancel: clear,
  });
}

function pressHeader(gesture: Gesture, place: TrackPlace): void {
  const { canvas } = gesture;
  const { store, actions } = canvas;
  store.select([]);
  store.setFocus(place);
  canvas.store.keepKeyboard();
  if (canvas.readOnly) return;
  const clear = () => store.setState({ carrying: undefined });
  follow(gesture, {
    dropsOnCanvas: true,
    panAxis: place.kind === 'lane' ? 'y' : 'x',
    onMove: (now) => {
      const layout = canvas.layout();
      if (place.kind === 'step')
        store.setState({ carrying: { ...place, target: stepDropAt(layout, now.x) } });
      else if (place.kind === 'stage')
        store.setState({ carrying: { ...place, target: stageDropAt(layout, now.x) } });
      else store.setState({ carrying: { ...place, target: laneDropAt(layout, now.y) } });
    },
    onDrop: () => {
      const { carrying } = store.getState();
      clear();
      if (carrying?.kind === 'step' && carrying.target !== undefined)
        actions.moveStep(carrying.stepId, carrying.target);
      if (carrying?.kind === 'stage' && carrying.target !== undefined)
        actions.moveStage(carrying.stageId, carrying.target.before);
      if (carrying?.kind === 'lane' && carrying.target !== undefined)
        actions.moveLane(carrying.laneId, carrying.target.before);
    },
    onCancel: clear,
  });
}

function pressGround(gesture: Gesture, place: GridFocus | undefined): void {
  const { event, canvas, at } = gesture;
  const { store } = canvas;
  const several = event.shiftKey || event.ctrlKey || event.metaKey;
  const before = several ? [...store.getState().selection] : [];
  const clear = () => store.setState({ marquee: undefined });
  const press = () => {
    store.select(before);
    if (place !== undefined) store.setFocus(place);
    canvas.store.keepKeyboard();
  };
  // A finger pans.
  if (event.pointerType === 'touch') return press();
  return follow(gesture, {
    onMove: (now) => {
      const marquee = {
        x: Math.min(at.x, now.x),
        y: Math.min(at.y, now.y),
        width: Math.abs(now.x - at.x),
        height: Math.abs(now.y - at.y),
      };
      store.setState({ marquee });
      store.select([...before, ...cardsIn(canvas.layout(), marquee)]);
    },
    onDrop: clear,
    onCancel: () => {
      clear();
      store.select(before);
    },
    onPress: press,
  });
}

function cardsIn(
  layout: MapLayout,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): readonly CardId[] {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const inGrid = layout.rows
    .filter((row) => row.y < bottom && row.y + row.height > box.y && !row.content.collapsed)
    .flatMap((row) =>
      row.content.cards.filter(
        (card) =>
          card.x < right &&
          card.x + card.width > box.x &&
          row.y + card.y < bottom &&
          row.y + card.y + card.height > box.y,
      ),
    );
  const loose = layout.stickies.filter(
    (card) =>
      card.x < right && card.x + card.width > box.x && card.y < bottom && card.y + card.height > box.y,
  );
  return [...inGrid, ...loose].map((card) => card.cardId);
}

function pressWithTool(gesture: Gesture, tool: string, cardId: CardId | null): void {
  const { event, canvas, at } = gesture;
  const { actions, store } = canvas;
  const layout = canvas.layout();
  const row = rowAt(layout, at.y);
  const column = columnAt(layout, at.x);
  if (tool === 'connector') {
    if (cardId !== null) drawConnector(gesture, cardId);
    return;
  }
  // The press must not take the keyboard from the editor that opens.
  event.preventDefault();
  if (!event.shiftKey) store.setTool('select');
  const isOnGrid = row !== undefined && column !== undefined;
  // On the grid a note is a card of its cell: loose ones lie beside it.
  if (isOnGrid && (tool === 'card' || tool === 'note')) actions.addCard(row.laneId, column.stepId);
  else if (tool === 'note') actions.addNote(at);
  else if (tool === 'pain' && column !== undefined) actions.addPain(column.stepId);
  else if (tool === 'marker') {
    if (cardId !== null) actions.toggleMarker(store.getState().markerKind, { cardId });
    else if (column !== undefined)
      actions.toggleMarker(store.getState().markerKind, { stepId: column.stepId });
  } else if (tool === 'emotion' && column !== undefined) {
    const lane =
      row?.content.kind === 'emotion' ? row : layout.rows.find((one) => one.content.kind === 'emotion');
    if (lane?.content.curveArea === undefined) return;
    const { highY, lowY } = lane.content.curveArea;
    const isFelt = canvas
      .map()
      .emotions.some((one) => one.laneId === lane.laneId && one.stepId === column.stepId);
    // Beside the lane the press gives no height: what is felt there already stays.
    if (row !== lane && isFelt) store.setFocus({ kind: 'cell', laneId: lane.laneId, stepId: column.stepId });
    else
      actions.addEmotion(lane.laneId, column.stepId, row === lane ? valueAt(at.y - lane.y, highY, lowY) : 0);
  }
}

function drawConnector(gesture: Gesture, fromCardId: CardId): void {
  const { canvas } = gesture;
  const { store, actions } = canvas;
  const clear = () => store.setState({ drawnConnector: undefined });
  const over = (at: Point) => {
    const card = cardAt(canvas.layout(), at)?.cardId;
    return card === fromCardId ? undefined : card;
  };
  follow(gesture, {
    onMove: (to) => store.setState({ drawnConnector: { fromCardId, to, overCardId: over(to) } }),
    onDrop: (to) => {
      clear();
      const toCardId = over(to);
      if (toCardId !== undefined) actions.connect(fromCardId, toCardId);
      store.setTool('select');
    },
    onCancel: clear,
  });
}

function dragEmotion(gesture: Gesture, element: Element): void {
  const { canvas } = gesture;
  const { store, actions } = canvas;
  // The attributes are written by EmotionPoint from a layout's ids.
  const laneId = element.getAttribute('data-emotion-lane') as LaneId;
  const stepId = element.getAttribute('data-emotion-step') as StepId;
  const personaId = element.getAttribute('data-emotion-persona') as PersonaId;
  const row = canvas.layout().rows.find((one) => one.laneId === laneId);
  const area = row?.content.curveArea;
  if (row === undefined || area === undefined) return;
  store.setFocus({ kind: 'cell', laneId, stepId });
  const clear = () => store.setState({ emotionMove: undefined });
  follow(gesture, {
    onMove: (now) =>
      store.setState({
        emotionMove: { laneId, stepId, personaId, value: valueAt(now.y - row.y, area.highY, area.lowY) },
      }),
    onDrop: (now) => {
      clear();
      actions.setEmotion({ laneId, stepId, personaId, value: valueAt(now.y - row.y, area.highY, area.lowY) });
    },
    onCancel: clear,
    onPress: () => (element as HTMLElement).focus({ preventScroll: true }),
  });
}

/** A height in an emotion row as a value -1..1, in steps of .05. */
const valueAt = (y: number, highY: number, lowY: number): number => {
  const value = 1 - (2 * (y - highY)) / (lowY - highY);
  return Math.round(Math.min(1, Math.max(-1, value)) * 20) / 20;
};

/** Pulls the right edge of a card (how many steps it covers), of a step (its width) or the lower one of a lane. */
function pullEdge(gesture: Gesture, edge: Element): void {
  const { canvas } = gesture;
  const { store, actions } = canvas;
  const kind = edge.getAttribute('data-edge');
  const id = edge.getAttribute('data-edge-of') ?? '';
  const clear = () => store.setState({ pulledEdge: undefined });
  const layout = canvas.layout();
  if (kind === 'span') {
    const card = canvas.shared.record('cards', id);
    const first = layout.columns.findIndex((column) => column.stepId === card?.stepId);
    if (card === undefined || first < 0) return;
    const spanAt = (x: number) => Math.max(1, columnNear(layout, x) - first + 1);
    follow(gesture, {
      onMove: (now) => {
        const last = layout.columns[first + spanAt(now.x) - 1];
        const start = layout.columns[first];
        if (last !== undefined && start !== undefined)
          store.setState({ pulledEdge: { kind, id, length: last.x + last.width - start.x - 12 } });
      },
      onDrop: (now) => {
        clear();
        actions.setSpan(card.id, spanAt(now.x));
      },
      onCancel: clear,
    });
    return;
  }
  const column = layout.columns.find((one) => one.stepId === id);
  const row = layout.rows.find((one) => one.laneId === id);
  const lengthAt = (now: Point): number =>
    column === undefined
      ? clamp(Math.round((now.y - (row?.y ?? 0)) / 4) * 4, 24, 2_000)
      : clamp(Math.round((now.x - column.x) / 4) * 4, 80, 1_200);
  follow(gesture, {
    onMove: (now) =>
      store.setState({
        pulledEdge: { kind: column === undefined ? 'row' : 'column', id, length: lengthAt(now) },
      }),
    onDrop: (now) => {
      clear();
      if (column !== undefined) actions.setStepWidth(column.stepId, lengthAt(now));
      else if (row !== undefined) actions.setLaneHeight(row.laneId, lengthAt(now));
    },
    onCancel: clear,
  });
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

const follow = (gesture: Gesture, handlers: Parameters<typeof startPointerDrag>[3]): void =>
  startPointerDrag(gesture.event, gesture.viewport, gesture.root, handlers);
