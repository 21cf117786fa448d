import type { Card } from '../map/card.ts';
import type { Emotion } from '../map/emotion.ts';
import type { StepId } from '../map/ids.ts';
import type { Lane } from '../map/lane.ts';
import type { Measurement } from '../map/measurement.ts';
import type { Persona } from '../map/persona.ts';
import type { BlueprintGroup } from './blueprintLines.ts';
import { cardHeight, type CardParts } from './cardParts.ts';
import { layoutEmotionCurve, layoutPlainCurve } from './emotionCurve.ts';
import type { LayoutForecast } from './layoutForecast.ts';
import { layoutSizes as sizes, textStyles } from './layoutSizes.ts';
import type {
  CardBox,
  Cell,
  Column,
  Curve,
  CurveArea,
  MetricBox,
  RowContent,
  TextBlock,
} from './mapLayout.ts';
import { sameItems } from './sameItems.ts';
import { layoutMetricCells, type DescribeMeasurement } from './metricCells.ts';
import { breakLines, oneLine } from './textLines.ts';
import type { TextMeasure } from './textMeasure.ts';

/** Everything that one row depends on; while all of it stays the same, so does the row's content. */
export interface RowInput {
  readonly lane: Lane;
  readonly group: BlueprintGroup;
  readonly columns: readonly Column[];
  /** From left to right, in a cell from top to bottom. */
  readonly cards: readonly CardInRow[];
  readonly emotions: readonly Emotion[];
  readonly personas: readonly Persona[];
  readonly forecast: LayoutForecast | undefined;
  readonly measurements: ReadonlyMap<StepId, readonly Measurement[]>;
}

export interface CardInRow {
  readonly card: Card;
  readonly column: number;
  /** Columns that it covers and that are shown. */
  readonly span: number;
  readonly width: number;
  readonly parts: CardParts;
}

export interface RowPorts {
  readonly measure: TextMeasure;
  readonly describeMeasurement: DescribeMeasurement;
}

/** Boxes and cells that say the same as in the content before are the same values again. */
export function layoutRow(input: RowInput, ports: RowPorts, before?: RowContent): RowContent {
  const { lane } = input;
  const text = railTitle(lane, ports.measure);
  const railHeight = text.lines.length * text.style.lineHeight + 2 * sizes.railPadding;
  const common = {
    laneId: lane.id,
    kind: lane.kind,
    group: input.group,
    collapsed: lane.collapsed,
    text,
  };
  if (lane.collapsed) {
    const height = sizes.collapsedRowHeight;
    const cells = cellsOf(input, [], [], before?.cells);
    return { ...common, height, cells, cards: [], curveArea: undefined, metrics: [] };
  }

  const metrics = metricsOf(input, ports);
  const bandHeight = Math.max(
    curveHeight(lane, input.cards.length > 0),
    ...metrics.map((metric) => metric.y + metric.height),
  );
  const stacked = stackCards(input.cards, input.columns, bandHeight, before?.cards ?? []);
  const height = Math.max(lane.height ?? 0, sizes.leastRowHeight, railHeight, stacked.height);
  return {
    ...common,
    height,
    cells: cellsOf(input, stacked.cards, metrics, before?.cells),
    cards: stacked.cards,
    curveArea: curveAreaOf(
      input,
      bandHeight === 0 ? 0 : Math.max(bandHeight, height - stacked.height + bandHeight),
    ),
    metrics,
  };
}

function railTitle(lane: Lane, measure: TextMeasure): TextBlock {
  const width = sizes.railWidth - 2 * sizes.railPadding;
  const style = textStyles.lane;
  return lane.collapsed
    ? {
        x: sizes.railPadding,
        y: (sizes.collapsedRowHeight - style.lineHeight) / 2,
        lines: lane.title === '' ? [] : [oneLine(lane.title, width, style, measure)],
        style,
      }
    : {
        x: sizes.railPadding,
        y: sizes.railPadding,
        lines: breakLines(lane.title, width, style, measure),
        style,
      };
}

function cellsOf(
  input: RowInput,
  boxes: readonly CardBox[],
  metrics: readonly MetricBox[],
  before: readonly Cell[] | undefined,
): readonly Cell[] {
  const cells = input.columns.map((column) => ({
    stepId: column.stepId,
    column: column.index,
    cardIds: [] as Card['id'][],
    cards: [] as CardBox[],
    metrics: [] as MetricBox[],
  }));
  for (const { card, column } of input.cards) cells[column]?.cardIds.push(card.id);
  for (const box of boxes) cells[box.column]?.cards.push(box);
  const columns = new Map(input.columns.map(({ stepId, index }) => [stepId, index]));
  for (const box of metrics) cells[columns.get(box.stepId) ?? -1]?.metrics.push(box);
  return cells.map((cell, i) => {
    const known = before?.[i];
    return known !== undefined && sameCell(known, cell) ? known : cell;
  });
}

const sameCell = (a: Cell, b: Cell): boolean =>
  a.stepId === b.stepId &&
  sameItems(a.cardIds, b.cardIds) &&
  sameItems(a.cards, b.cards) &&
  sameItems(a.metrics, b.metrics);

/** Stacks the cards under `top`. A card that spans columns stands below what is above it in each of them. */
function stackCards(
  cards: readonly CardInRow[],
  columns: readonly Column[],
  top: number,
  before: readonly CardBox[],
): { readonly cards: readonly CardBox[]; readonly height: number } {
  if (cards.length === 0) return { cards: [], height: top };
  const start = top + sizes.cellPadding;
  const bottoms = columns.map(() => start);
  const least = leastHeight(cards);
  const known = new Map(before.map((box) => [box.cardId, box]));
  const boxes = cards.map((each): CardBox => {
    const covered = bottoms.slice(each.column, each.column + each.span);
    const above = Math.max(...covered);
    const y = above === start ? start : above + sizes.cardGap;
    const height = Math.max(each.parts.height, least);
    bottoms.fill(y + height, each.column, each.column + each.span);
    const box: CardBox = {
      cardId: each.card.id,
      x: (columns[each.column]?.x ?? 0) + sizes.cellPadding,
      y,
      width: each.width,
      height,
      column: each.column,
      span: each.span,
      text: each.parts.text,
      quote: each.parts.quote,
      picture: each.parts.picture,
      icon: each.parts.icon,
      footer: each.parts.footer && { ...each.parts.footer, y: height - sizes.cardFooterHeight - 4 },
      markers: each.parts.markers,
    };
    const earlier = known.get(box.cardId);
    return earlier !== undefined && sameBox(earlier, box) ? earlier : box;
  });
  return { cards: boxes, height: Math.max(...bottoms) + sizes.cellPadding };
}

/** The text is a new value whenever the parts of a card are laid out anew, and the footer only follows the height. */
const sameBox = (a: CardBox, b: CardBox): boolean =>
  a.text === b.text &&
  a.markers === b.markers &&
  a.x === b.x &&
  a.y === b.y &&
  a.width === b.width &&
  a.height === b.height &&
  a.column === b.column &&
  a.span === b.span;

/** In a row where no cell holds two cards all are equally high; otherwise each has room for two lines. */
function leastHeight(cards: readonly CardInRow[]): number {
  const used = new Set<number>();
  const single = cards.every(({ column, span }) => {
    for (let i = column; i < column + span; i++) {
      if (used.has(i)) return false;
      used.add(i);
    }
    return true;
  });
  const two = cardHeight(sizes.leastCardLines);
  if (!single) return two;
  const highest = Math.max(...cards.map((each) => each.parts.height));
  return Math.max(two, Math.min(highest, cardHeight(sizes.evenCardLines)));
}

function curveHeight(lane: Lane, hasCards: boolean): number {
  const least = lane.kind === 'emotion' ? sizes.emotionHeight : lane.kind === 'arc' ? sizes.arcHeight : 0;
  // Without cards a row that was dragged higher gives all its room to the curve.
  return least === 0 || hasCards ? least : Math.max(least, lane.height ?? 0);
}

function curveAreaOf(input: RowInput, height: number): CurveArea | undefined {
  const { lane } = input;
  if (lane.kind !== 'emotion' && lane.kind !== 'arc') return undefined;
  const inset = lane.kind === 'emotion' ? sizes.emotionInset : sizes.arcInset;
  const scale = { highY: inset, lowY: height - inset };
  const curves: (Curve | undefined)[] =
    lane.kind === 'arc'
      ? [layoutPlainCurve(tensionByStep(input), input.columns, scale)]
      : input.personas.map((persona) =>
          layoutEmotionCurve(
            persona,
            input.emotions.filter((emotion) => emotion.personaId === persona.id),
            input.forecast?.emotions.filter((each) => each.personaId === persona.id) ?? [],
            input.columns,
            scale,
          ),
        );
  return {
    top: 0,
    height,
    ...scale,
    neutralY: (scale.highY + scale.lowY) / 2,
    curves: curves.filter((curve) => curve !== undefined),
  };
}

/** Tension 1..5 of the first card of a cell that has one, as -1..1. */
function tensionByStep(input: RowInput): ReadonlyMap<StepId, number> {
  const values = new Map<StepId, number>();
  for (const { card } of input.cards) {
    if (card.arc === undefined || card.stepId === undefined || values.has(card.stepId)) continue;
    values.set(card.stepId, (card.arc - 3) / 2);
  }
  return values;
}

function metricsOf(input: RowInput, ports: RowPorts): readonly MetricBox[] {
  if (input.lane.kind !== 'metrics') return [];
  return layoutMetricCells(
    input.columns,
    input.measurements,
    input.forecast,
    ports.describeMeasurement,
    ports.measure,
  );
}
