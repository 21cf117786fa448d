import type { JourneyMap } from '../map/journeyMap.ts';
import type { Dimension, QualityModel } from '../map/qualityModel.ts';
import { measuredInputs } from './measuredInputs.ts';
import { scoreMap } from './scoreMap.ts';

/** The rows from which spread is read: of each step that has all of them, the scores of indicators or of dimensions. */
export interface StepScores {
  readonly ofIndicators: (dimension: Dimension) => readonly (readonly number[])[];
  /** A step's dimension is the mean of its indicators there, by their weights. */
  readonly ofDimensions: readonly (readonly number[])[];
}

export function scoresByStep(map: JourneyMap, model: QualityModel): StepScores {
  const { steps } = scoreMap(map, model, measuredInputs(map));
  const known = steps.map(
    ({ indicators }) => new Map<string, number>(indicators.map(({ id, value }) => [id, value])),
  );
  /** The row, when nothing is missing in it. */
  const whole = (row: readonly (number | undefined)[]): readonly (readonly number[])[] => {
    const numbers = row.filter((value) => value !== undefined);
    return numbers.length === row.length ? [numbers] : [];
  };
  const mean = (dimension: Dimension, at: ReadonlyMap<string, number>): number | undefined => {
    const present = dimension.indicators.filter(({ id }) => at.has(id));
    const all = present.reduce((sum, { weight }) => sum + weight, 0);
    return all > 0 ? present.reduce((sum, { id, weight }) => sum + weight * at.get(id)!, 0) / all : undefined;
  };
  return {
    ofIndicators: ({ indicators }) => known.flatMap((at) => whole(indicators.map(({ id }) => at.get(id)))),
    ofDimensions: known.flatMap((at) => whole(model.dimensions.map((each) => mean(each, at)))),
  };
}
