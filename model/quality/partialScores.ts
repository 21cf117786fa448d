import type { StageId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Measurement } from '../map/measurement.ts';
import type { QualityModel } from '../map/qualityModel.ts';
import { measuredInputs, type Segment } from './measuredInputs.ts';
import type { ScoreInputs } from './scoreInputs.ts';
import { type Score, scoreMap, type Scorecard } from './scoreMap.ts';
import { bandOf, drawScorecards, type DrawOptions } from './scoreWithBands.ts';

/** Scores of a part of a map: of a stage, as what is present in it; and of the map as it would be on target. */

export interface PartScore extends Score {
  readonly coverage: number;
}

/** [Q31] A stage's own score with its band: the indicators present at its steps, steps weighed as in the map; no cut, no map-level values. */
export function stageScore(
  map: JourneyMap,
  model: QualityModel,
  inputs: ScoreInputs,
  stageId: StageId,
  options: DrawOptions = {},
): PartScore {
  const { part, stepsOnly } = stagePart(map, inputs, stageId);
  const score = ownScore(scoreMap(part, model, stepsOnly));
  if (score.value === null) return score;
  const drawn = drawScorecards(part, model, stepsOnly, options).flatMap((card) => ownScore(card).value ?? []);
  const band = bandOf(drawn, score.value, options.level);
  return band === undefined ? score : { ...score, band };
}

/** The map with the steps of one stage alone, and the inputs without those of the whole map. */
export function stagePart(
  map: JourneyMap,
  inputs: ScoreInputs,
  stageId: StageId,
): { readonly part: JourneyMap; readonly stepsOnly: ScoreInputs } {
  const values = new Map(
    [...inputs.values].map(([metric, places]) => [
      metric,
      new Map([...places].filter(([place]) => place !== 'map')),
    ]),
  );
  const part = { ...map, steps: map.steps.filter((step) => step.stageId === stageId) };
  return { part, stepsOnly: { ...inputs, values } };
}

function ownScore({ dimensions }: Scorecard): PartScore {
  let sum = 0;
  let coverage = 0;
  for (const dimension of dimensions)
    for (const { value, weight } of dimension.indicators) {
      if (value === null) continue;
      sum += dimension.weight * weight * value;
      coverage += dimension.weight * weight;
    }
  return { value: coverage > 0 ? sum / coverage : null, coverage };
}

/**
 * The scorecard if every measurement with a target were exactly there, of all customers or of a persona or channel;
 * undefined when none of theirs has one.
 */
export function scoreOnTarget(
  map: JourneyMap,
  model: QualityModel,
  segment: Segment = {},
): Scorecard | undefined {
  const isTheirs = ({ segment: of = {} }: Measurement): boolean =>
    of.personaId === segment.personaId && of.channel === segment.channel;
  if (!map.measurements.some((each) => each.target !== undefined && isTheirs(each))) return undefined;
  const reached = onTarget(map);
  return scoreMap(reached, model, measuredInputs(reached, segment));
}

/** The map with every measurement that has a target exactly there. */
export function onTarget(map: JourneyMap): JourneyMap {
  return {
    ...map,
    measurements: map.measurements.map(({ quantiles, samples, ...measurement }) =>
      measurement.target === undefined
        ? {
            ...measurement,
            ...(quantiles === undefined ? {} : { quantiles }),
            ...(samples === undefined ? {} : { samples }),
          }
        : { ...measurement, value: measurement.target, likely: measurement.target },
    ),
  };
}
