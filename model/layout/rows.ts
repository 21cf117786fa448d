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

export function layoutRow(input: RowInput, ports: RowPorts): RowContent {
  const { lane } = input;
  const text = railTitle(lane, ports.measure);
  const railHeight = text.lines.length * text.style.lineHeight + 2 * sizes.railPadding;
  const common = {
    laneId: lane.id,
    kind: lane.kind,
    group: input.group,
    collapsed: lane.collapsed,
    text,
    cells: cellsOf(input),
  };
  if (lane.collapsed) {
    const height = sizes.collapsedRowHeight;
    return { ...common, height, cards: [], curveArea: undefined, metrics: [] };
  }

  const metrics = metricsOf(input, ports);
  const bandHeight = Math.max(
    curveHeight(lane, input.cards.length > 0),
    ...metrics.map((metric) => metric.y + metric.height),
  );
  const stacked = stackCards(input.cards, input.columns, bandHeight);
  const height = Math.max(lane.height ?? 0, sizes.leastRowHeight, railHeight, stacked.height);
  return {
    ...common,
    height,
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

function cellsOf(input: RowInput): readonly Cell[] {
  const cells = input.columns.map((column) => ({
    stepId: column.stepId,
    column: column.index,
    cardIds: [] as Card['id'][],
  }));
  for (const { card, column } of input.cards) cells[column]?.cardIds.push(card.id);
  return cells;
}

/** Stacks the cards under `top`. A card that spans columns stands below what is above it in each of them. */
function stackCards(
  cards: readonly CardInRow[],
  columns: readonly Column[],
  top: number,
): { readonly cards: readonly CardBox[]; readonly height: number } {
  if (cards.length === 0) return { cards: [], height: top };
  const start = top + sizes.cellPadding;
  const bottoms = columns.map(() => start);
  const least = leastHeight(cards);
  const boxes = cards.map((each): CardBox => {
    const covered = bottoms.slice(each.column, each.column + each.span);
    const above = Math.max(...covered);
    const y = above === start ? start : above + sizes.cardGap;
    const height = Math.max(each.parts.height, least);
    bottoms.fill(y + height, each.column, each.column + each.span);
    return {
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
  });
  return { cards: boxes, height: Math.max(...bottoms) + sizes.cellPadding };
}

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
