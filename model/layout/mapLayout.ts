import type { MarkerKind } from '../map/marker.ts';
import type { LaneKind } from '../map/lane.ts';
import type {
  CardId,
  ConnectorId,
  LaneId,
  MarkerId,
  MeasurementId,
  PersonaId,
  StageId,
  StepId,
} from '../map/ids.ts';
import type { BlueprintGroup, BlueprintLineKind } from './blueprintLines.ts';
import type { TextStyle } from './layoutSizes.ts';
import type { TextLine } from './textLines.ts';

/**
 * Where everything on a map stands, in map units (px at 100 %), origin at the top left corner of the rail. Screen,
 * overview, hit testing, SVG, PDF, PNG and PPTX draw these boxes. What lies in a row is measured from the top of the
 * row, and what lies on a card from the corner of the card, so that a row that only moves keeps its content value.
 */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly rail: { readonly x: number; readonly width: number };
  /** Left edge of the first column and right edge of the last. */
  readonly grid: { readonly x: number; readonly right: number };
  readonly header: MapHeader;
  readonly stages: readonly StageBand[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly lines: readonly BlueprintLine[];
  readonly connectors: readonly ConnectorRoute[];
  /** Cards without a cell but with a position; boxes from the origin of the map. */
  readonly stickies: readonly CardBox[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface MapHeader {
  readonly stageY: number;
  readonly stageHeight: number;
  readonly stepY: number;
  readonly stepHeight: number;
}

/** Lines of text in one style; x and y are the corner of the first line box. */
export interface TextBlock extends Point {
  readonly lines: readonly TextLine[];
  readonly style: TextStyle;
}

export interface StageBand extends Box {
  readonly stageId: StageId;
  readonly hue: number;
  readonly text: TextBlock;
  /** Indexes of its first and last column; a stage without steps has none and stands over an empty place. */
  readonly columns: { readonly first: number; readonly last: number } | undefined;
}

/** One step. The header box is `x`, `width` and the header's stepY and stepHeight. */
export interface Column {
  readonly stepId: StepId;
  readonly stageId: StageId;
  readonly index: number;
  readonly x: number;
  readonly width: number;
  readonly hue: number;
  /** Relative to the corner of the header box. */
  readonly number: TextBlock;
  readonly text: TextBlock;
  readonly markers: readonly MarkerBox[];
}

/** A marker's circle: its middle, from the corner of the card or the step's header box. */
export interface MarkerBox extends Point {
  readonly markerId: MarkerId;
  readonly kind: MarkerKind;
  readonly size: number;
}

/** One lane: where it stands. What is in it is `content`, which stays the same value while the row only moves. */
export interface Row {
  readonly laneId: LaneId;
  readonly index: number;
  readonly y: number;
  readonly height: number;
  readonly content: RowContent;
}

export interface RowContent {
  readonly laneId: LaneId;
  readonly kind: LaneKind;
  readonly group: BlueprintGroup;
  readonly collapsed: boolean;
  readonly height: number;
  /** The lane's title in the rail, from the top left of the rail's box. */
  readonly text: TextBlock;
  readonly cells: readonly Cell[];
  /** From left to right, in a cell from top to bottom; none while the lane is collapsed. */
  readonly cards: readonly CardBox[];
  /** Only on emotion and arc lanes. */
  readonly curveArea: CurveArea | undefined;
  /** Only on metrics lanes. */
  readonly metrics: readonly MetricBox[];
}

/** Lane x step. Its box is the column's x and width and the whole height of the row. */
export interface Cell {
  readonly stepId: StepId;
  readonly column: number;
  /** Cards that begin here, in order. */
  readonly cardIds: readonly CardId[];
  /** Their boxes; none while the lane is collapsed. */
  readonly cards: readonly CardBox[];
  readonly metrics: readonly MetricBox[];
}

/** A card; x from the origin of the map, y from the top of the row; its parts from its own corner. */
export interface CardBox extends Box {
  readonly cardId: CardId;
  readonly column: number;
  readonly span: number;
  readonly text: TextBlock;
  readonly quote: TextBlock | undefined;
  readonly picture: Box | undefined;
  /** Square for the touchpoint's channel icon. */
  readonly icon: Box | undefined;
  /** Strip for severity, impact and effort. */
  readonly footer: Box | undefined;
  readonly markers: readonly MarkerBox[];
}

/** Where curves are drawn in an emotion or arc row: y of the values 1, 0 and -1 from the top of the row. */
export interface CurveArea {
  readonly top: number;
  readonly height: number;
  readonly highY: number;
  readonly neutralY: number;
  readonly lowY: number;
  readonly curves: readonly Curve[];
}

export interface Curve {
  /** Undefined on an arc lane. */
  readonly personaId: PersonaId | undefined;
  readonly styleIndex: number;
  readonly points: readonly CurvePoint[];
  /** SVG path through the points, monotone between them. Empty with fewer than two points. */
  readonly path: string;
  readonly peak: StepId | undefined;
  readonly end: StepId | undefined;
  readonly forecast: CurveForecast | undefined;
}

export interface CurvePoint extends Point {
  readonly stepId: StepId;
  /** -1..1. */
  readonly value: number;
}

export interface CurveForecast {
  readonly points: readonly CurvePoint[];
  readonly path: string;
  /** Closed path of the band between low and high; empty without a band. */
  readonly band: string;
}

/** One number of a metrics row. */
export interface MetricBox extends Box {
  readonly measurementId: MeasurementId;
  readonly stepId: StepId;
  readonly label: TextBlock;
  readonly value: TextBlock;
  readonly unit: TextBlock;
  readonly plan: TextBlock | undefined;
  readonly target: (Point & { readonly state: TargetState }) | undefined;
  readonly sparkline: readonly Point[];
  /** An estimate is hatched. */
  readonly estimate: boolean;
}

/** How the value stands to its target. */
export type TargetState = 'met' | 'near' | 'missed';

/** A line between two rows; several kinds at one place are one line with all their labels. */
export interface BlueprintLine {
  readonly kinds: readonly BlueprintLineKind[];
  readonly y: number;
  /** The rows it stands between. */
  readonly afterLaneId: LaneId;
  readonly beforeLaneId: LaneId;
}

export interface ConnectorRoute {
  readonly connectorId: ConnectorId;
  readonly fromCardId: CardId;
  readonly toCardId: CardId;
  readonly kind: 'triggers' | 'needs';
  readonly heads: 'one' | 'both';
  /** Corners from start to end, every part horizontal or vertical; from the origin of the map. */
  readonly points: readonly Point[];
  /** Where the label stands (its middle), when there is one. */
  readonly label: (Point & TextLine) | undefined;
}
