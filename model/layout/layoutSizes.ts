/**
 * Every gap, padding and font size of a map, in map units (px at 100 %). The screen's CSS and all exports take them
 * from here, so a box has room for exactly the text that was measured for it. Everything lies on a 4 px grid
 * where type allows it.
 */
export const layoutSizes = {
  /** Width of the lane rail on the left and the gap to the first column. */
  railWidth: 124,
  railGap: 8,
  railPadding: 10,
  /**
   * Width of a step. It leaves 105 px for the text of a card: nearly nine Han characters or about seventeen Latin
   * letters of 12 px, so a customer's verb phrase stands in two or three lines. Nine steps and the rail then fill the
   * 1440 px editor of the target picture (1,066 px beside its panel) at 78 %, with card text as large as it shows.
   */
  stepWidth: 136,
  /** Least width that a user can give a step. */
  leastStepWidth: 80,
  stageHeight: 30,
  stageGap: 4,
  stagePadding: 10,
  stepPadding: 8,
  /** Room for the step's number left of its title. */
  stepNumberWidth: 18,
  leastStepLines: 2,
  /** From stage band to step headers, and from step headers to the first row. */
  headerGap: 6,
  rowGap: 10,
  /** Height of the gap that a blueprint line stands in. */
  lineGap: 30,
  leastRowHeight: 48,
  collapsedRowHeight: 28,
  /** Between the edge of a cell and its cards: twice this is the gutter that connectors run in. */
  cellPadding: 6,
  /** Between the cards of a cell. */
  cardGap: 6,
  cardBar: 3,
  cardPaddingX: 8,
  cardPaddingY: 7,
  leastCardLines: 2,
  /** In a row of single cards all are as high as the highest, up to this many lines. */
  evenCardLines: 4,
  cardRadius: 5,
  cellRadius: 6,
  /** Dots of severity, impact and effort, and small facts below the text of a card. */
  cardFooterHeight: 16,
  channelIconSize: 14,
  channelIconGap: 5,
  pictureGreatestHeight: 160,
  markerSize: 16,
  stickyWidth: 152,
  emotionHeight: 168,
  /** From the top or bottom of an emotion row to the values 1 and -1. */
  emotionInset: 26,
  arcHeight: 76,
  arcInset: 14,
  faceSize: 18,
  /** Height of a number without its label and sparkline. */
  metricValueHeight: 32,
  mostMetricLabelLines: 2,
  metricPaddingX: 6,
  sparklineHeight: 16,
  targetDotSize: 7,
} as const;

export type FontWeight = 400 | 600;

export interface TextStyle {
  readonly size: number;
  readonly weight: FontWeight;
  readonly lineHeight: number;
}

/** The styles of the texts on a map. Faces: Inter and a Han face, two weights. */
export const textStyles = {
  stage: { size: 12.5, weight: 600, lineHeight: 18 },
  step: { size: 12, weight: 600, lineHeight: 16 },
  lane: { size: 12, weight: 600, lineHeight: 16 },
  card: { size: 12, weight: 400, lineHeight: 16 },
  quote: { size: 11, weight: 400, lineHeight: 15 },
  small: { size: 10.5, weight: 400, lineHeight: 14 },
  line: { size: 10.5, weight: 600, lineHeight: 14 },
  metricValue: { size: 17, weight: 600, lineHeight: 22 },
} as const satisfies Record<string, TextStyle>;

/** Inter's ascent and descent in em: where CSS puts the baseline of a line box, every back end puts it too. */
const ascent = 0.96875;
const descent = 0.2412;

/** From the top of a line box to the baseline of its text. */
export function baselineInLine(style: TextStyle): number {
  return (style.lineHeight - (ascent + descent) * style.size) / 2 + ascent * style.size;
}
