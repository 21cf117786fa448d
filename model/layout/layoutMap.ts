import type { Card } from '../map/card.ts';
import type { CardId, LaneId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Lane } from '../map/lane.ts';
import { indexMap } from '../map/mapIndex.ts';
import type { Marker } from '../map/marker.ts';
import type { Persona } from '../map/persona.ts';
import { blueprintLines, laneGroups } from './blueprintLines.ts';
import { layoutCardParts } from './cardParts.ts';
import { layoutColumns } from './columns.ts';
import { layoutConnectors } from './connectorRoutes.ts';
import { layoutMemory, type LayoutMemory } from './layoutMemory.ts';
import type { LayoutOptions, ShownParts } from './layoutOptions.ts';
import { layoutSizes as sizes } from './layoutSizes.ts';
import type { BlueprintLine, CardBox, MapLayout, Row, RowContent } from './mapLayout.ts';
import { shownMeasurements } from './metricCells.ts';
import { layoutRow, type CardInRow, type RowInput } from './rows.ts';

/**
 * Lays a map out. With the layout that was made before with the same options, whatever did not change is the same
 * value again: after an edit of one card, one row's content and the places of the rows below it are new.
 */
export function layoutMap(map: JourneyMap, options: LayoutOptions, previous?: MapLayout): MapLayout {
  const { memory, keepWith } = layoutMemory(previous, options);
  const index = indexMap(map);
  const columns = memory.same('columns', [map.stages, map.steps, map.markers, options.show], () =>
    layoutColumns(map, index, options.show, options.measure),
  );
  const lanes = shownLanes(map.lanes, options.show);
  const groups = laneGroups(lanes);
  const places = options.show?.view === 'journey' ? [] : blueprintLines(lanes);
  const pageLaneIds = options.show?.pageLaneIds;
  const lineAbove = new Map(places.map((place) => [place.below, place]));
  const parts = cardParts(map, options, memory);
  const inputs = rowInputs(map, lanes, columns.columns, options, memory, parts);

  const rows: Row[] = [];
  const lines: BlueprintLine[] = [];
  let y = columns.header.stepY + columns.header.stepHeight + sizes.headerGap;
  lanes.forEach((lane, i) => {
    const above = rows.at(-1);
    const line = lineAbove.get(i);
    const onPage = pageLaneIds?.has(lane.id) !== false;
    if (!onPage && (line === undefined || above?.laneId !== lanes[i - 1]?.id)) return;
    if (above !== undefined) y += line === undefined ? sizes.rowGap : sizes.lineGap;
    if (above !== undefined && line !== undefined)
      lines.push({
        kinds: line.kinds,
        y: y - sizes.lineGap / 2,
        afterLaneId: above.laneId,
        beforeLaneId: lane.id,
      });
    if (!onPage) return;
    const input: RowInput = { ...inputs(lane), group: groups[i] ?? 'customer' };
    const content = memory.row(input, (before) => layoutRow(input, options, before));
    rows.push(memory.placed({ laneId: lane.id, index: rows.length, y, height: content.height, content }));
    y += content.height;
  });

  const sharedRows = memory.list('rows', rows);
  const layout: MapLayout = {
    width: columns.right,
    height: y,
    rail: { x: 0, width: sizes.railWidth },
    grid: { x: columns.gridX, right: columns.right },
    header: columns.header,
    stages: columns.stages,
    columns: columns.columns,
    rows: sharedRows,
    lines: memory.same('lines', [sharedRows, places.length], () => lines),
    connectors: memory.same('connectors', [map.connectors, placesOf(sharedRows, memory), columns], () =>
      layoutConnectors(map.connectors, columns.columns, sharedRows, options.measure),
    ),
    stickies: memory.list('stickies', stickiesOf(map, parts.of, memory)),
  };
  keepWith(layout);
  return layout;
}

/** Where the cards stand: the same list again while an edit moves none of them. */
function placesOf(rows: readonly Row[], memory: LayoutMemory): readonly unknown[] {
  return memory.list(
    'places',
    rows.flatMap(({ laneId, y, content }) => [
      y,
      memory.same(`places ${laneId}`, [content], () => memory.list(`boxes ${laneId}`, boxesIn(content))),
    ]),
  );
}

const boxesIn = ({ height: all, cards }: RowContent): readonly unknown[] => [
  all,
  ...cards.flatMap(({ cardId, x, y, width, height, column, span }) => [
    cardId,
    x,
    y,
    width,
    height,
    column,
    span,
  ]),
];

/** The lanes that are shown, in order. */
export function shownLanes(lanes: readonly Lane[], show: ShownParts | undefined): readonly Lane[] {
  const groups = laneGroups(lanes);
  return lanes.filter((lane, i) => {
    if (show?.laneIds !== undefined && !show.laneIds.has(lane.id)) return false;
    if (show?.view !== 'journey') return true;
    return groups[i] === 'customer' || groups[i] === 'frontstage' || lane.role === 'none';
  });
}

/** What each row depends on, apart from its group. */
function rowInputs(
  map: JourneyMap,
  lanes: readonly Lane[],
  columns: RowInput['columns'],
  options: LayoutOptions,
  memory: LayoutMemory,
  parts: CardPartsMaker,
): (lane: Lane) => Omit<RowInput, 'group'> {
  const columnOfStep = new Map(columns.map((column) => [column.stepId, column.index]));
  const personas = memory.same('personas', [map.personas, options.show], () =>
    shownPersonas(map.personas, options.show),
  );
  const measurements = memory.same('measurements', [map.measurements], () =>
    shownMeasurements(map.measurements),
  );
  const firstSteps = new Map(map.steps.map((step, i) => [step.id, i]));
  const cardsByLane = new Map<LaneId, Card[]>(lanes.map((lane) => [lane.id, []]));
  for (const card of map.cards) if (card.laneId !== undefined) cardsByLane.get(card.laneId)?.push(card);

  const place = (card: Card): readonly CardInRow[] => {
    const covered = coveredColumns(card, map, firstSteps, columnOfStep);
    if (covered === undefined) return [];
    const last = columns[covered.column + covered.span - 1];
    const first = columns[covered.column];
    if (first === undefined || last === undefined) return [];
    const width = last.x + last.width - first.x - 2 * sizes.cellPadding;
    return [{ card, ...covered, width, parts: parts.of(card, width) }];
  };
  const placed = memory.same(
    'cards at columns',
    [columns, map.steps, ...parts.from],
    () => new WeakMap<Card, readonly CardInRow[]>(),
  );
  const cardInRow = (card: Card): readonly CardInRow[] => {
    const known = placed.get(card) ?? place(card);
    placed.set(card, known);
    return known;
  };
  // Most edits touch one card of one lane; the others stand as they stood.
  const cardsIn = ({ id }: Lane): readonly CardInRow[] => {
    const cards = memory.list(`cards ${id}`, cardsByLane.get(id) ?? []);
    return memory.same(`cards in row ${id}`, [cards, columns, map.steps, ...parts.from], () =>
      // A stable sort: within a column the order of the map's cards stays.
      cards.flatMap(cardInRow).sort((a, b) => a.column - b.column),
    );
  };

  return (lane) => ({
    lane,
    columns,
    cards: cardsIn(lane),
    emotions: lane.kind === 'emotion' ? map.emotions.filter((emotion) => emotion.laneId === lane.id) : [],
    personas,
    forecast: lane.kind === 'emotion' || lane.kind === 'metrics' ? options.forecast : undefined,
    measurements: lane.kind === 'metrics' ? measurements : noMeasurements,
  });
}

const noMeasurements: RowInput['measurements'] = new Map();

/** The shown columns under a card; a step of it that is not shown is left out. */
function coveredColumns(
  card: Card,
  map: JourneyMap,
  firstSteps: ReadonlyMap<string, number>,
  columnOfStep: ReadonlyMap<string, number>,
): { readonly column: number; readonly span: number } | undefined {
  if (card.stepId === undefined) return undefined;
  const only = columnOfStep.get(card.stepId);
  if (card.span === 1) return only === undefined ? undefined : { column: only, span: 1 };
  const first = firstSteps.get(card.stepId) ?? 0;
  const columns = map.steps
    .slice(first, first + card.span)
    .flatMap((step) => columnOfStep.get(step.id) ?? []);
  const column = columns[0];
  return column === undefined ? undefined : { column, span: columns.length };
}

function shownPersonas(personas: readonly Persona[], show: ShownParts | undefined): readonly Persona[] {
  return show?.personaIds === undefined
    ? personas
    : personas.filter((persona) => show.personaIds?.has(persona.id));
}

interface CardPartsMaker {
  readonly of: (card: Card, width: number) => CardInRow['parts'];
  /** What it takes from the map beside the card. */
  readonly from: readonly unknown[];
}

function cardParts(map: JourneyMap, options: LayoutOptions, memory: LayoutMemory): CardPartsMaker {
  const markers = memory.same('markersByCard', [map.markers], () => markersByCard(map.markers));
  const pictures = memory.same(
    'pictures',
    [map.pictures],
    () => new Map(map.pictures.map((picture) => [picture.hash, picture])),
  );
  const partsOf: CardPartsMaker['of'] = (card, width) => {
    const setting = {
      width,
      picture: card.pictureId === undefined ? undefined : pictures.get(card.pictureId),
      markers: markers.get(card.id) ?? noMarkers,
    };
    return memory.card(card, setting, () => layoutCardParts(card, setting, options.measure));
  };
  return { of: partsOf, from: [markers, pictures] };
}

const noMarkers: readonly Marker[] = [];

function markersByCard(markers: readonly Marker[]): ReadonlyMap<CardId, readonly Marker[]> {
  const byCard = new Map<CardId, Marker[]>();
  for (const marker of markers) {
    if (marker.cardId === undefined) continue;
    const list = byCard.get(marker.cardId);
    if (list === undefined) byCard.set(marker.cardId, [marker]);
    else list.push(marker);
  }
  return byCard;
}

function stickiesOf(
  map: JourneyMap,
  cardPartsOf: CardPartsMaker['of'],
  memory: LayoutMemory,
): readonly CardBox[] {
  return map.cards.flatMap((card) => {
    if (card.position === undefined) return [];
    const parts = cardPartsOf(card, sizes.stickyWidth);
    return [memory.same(`sticky ${card.id}`, [card, parts], () => stickyBox(card, card.position, parts))];
  });
}

function stickyBox(card: Card, position: Card['position'], parts: CardInRow['parts']): CardBox {
  return {
    ...parts,
    cardId: card.id,
    x: position?.x ?? 0,
    y: position?.y ?? 0,
    width: sizes.stickyWidth,
    column: -1,
    span: 1,
  };
}
