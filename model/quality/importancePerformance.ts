import type { IndicatorId } from '../map/ids.ts';
import type { Band, Scorecard } from './scoreMap.ts';

/** Importance against performance: what to work on first. */
export type Quadrant = 'concentrate' | 'keepUp' | 'lowPriority' | 'overkill';

export interface PlacedIndicator {
  readonly id: IndicatorId;
  readonly title: string;
  /** Score 0..100. */
  readonly performance: number;
  readonly performanceBand: Band;
  /** Share of the whole model. */
  readonly importance: number;
  readonly importanceBand: Band;
  readonly quadrant: Quadrant;
  /** The bands cross one of the two lines: the quadrant is not certain. */
  readonly ambiguous: boolean;
}

export interface ImportancePerformance {
  readonly indicators: readonly PlacedIndicator[];
  /** Where the four fields meet. */
  readonly performanceLine: number;
  readonly importanceLine: number;
}

export interface ImportanceOptions {
  /** The line between good and poor performance; left out: the mean of the scores. */
  readonly targetScore?: number;
  /** Importance from answers of respondents (regressionWeights.ts) in place of the model's weights. */
  readonly importance?: ReadonlyMap<IndicatorId, { readonly share: number; readonly band: Band }>;
}

/** Indicators without a score are left out. Undefined when none has one. */
export function importancePerformance(
  card: Scorecard,
  { targetScore, importance }: ImportanceOptions = {},
): ImportancePerformance | undefined {
  const scored = card.dimensions.flatMap((dimension) =>
    dimension.indicators.flatMap(({ id, title, value, band, weight }) => {
      if (value === null) return [];
      const given = importance?.get(id);
      const share = given?.share ?? dimension.weight * weight;
      return [
        {
          id,
          title,
          performance: value,
          performanceBand: band ?? { low: value, high: value },
          importance: share,
          importanceBand: given?.band ?? { low: share, high: share },
        },
      ];
    }),
  );
  if (scored.length === 0) return undefined;
  const mean = (of: (each: (typeof scored)[number]) => number): number =>
    scored.reduce((sum, each) => sum + of(each), 0) / scored.length;
  const performanceLine = targetScore ?? mean((each) => each.performance);
  const importanceLine = mean((each) => each.importance);
  const crosses = ({ low, high }: Band, line: number): boolean => low < line && line < high;
  return {
    performanceLine,
    importanceLine,
    indicators: scored.map((each) => {
      const good = each.performance >= performanceLine;
      const important = each.importance >= importanceLine;
      return {
        ...each,
        quadrant: important ? (good ? 'keepUp' : 'concentrate') : good ? 'overkill' : 'lowPriority',
        ambiguous:
          crosses(each.performanceBand, performanceLine) || crosses(each.importanceBand, importanceLine),
      };
    }),
  };
}
