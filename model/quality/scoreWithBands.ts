import type { JourneyMap } from '../map/journeyMap.ts';
import type { QualityModel } from '../map/qualityModel.ts';
import { inputDraws, usualConcentration, weightDraws } from './drawInputs.ts';
import { uniforms } from './draws.ts';
import { usualLevel } from './intervals.ts';
import type { ScoreInputs } from './scoreInputs.ts';
import { type Band, type Score, scoreMap, type Scorecard } from './scoreMap.ts';

export interface DrawOptions {
  readonly seed?: number;
  readonly draws?: number;
  /** Share of the draws inside a band. */
  readonly level?: number;
  /** How firmly the weights are held (Dirichlet); Infinity: weights are certain. */
  readonly weightConcentration?: number;
}

export const usualDraws = 500;
export const usualSeed = 1;

/** [Q8] The scorecard with a band on every score, from draws of values and weights at a fixed seed. */
export function scoreWithBands(
  map: JourneyMap,
  model: QualityModel,
  inputs: ScoreInputs,
  options: DrawOptions = {},
): Scorecard {
  return withBands(scoreMap(map, model, inputs), drawScorecards(map, model, inputs, options), options.level);
}

/** The scorecards of all draws, for bands and for differences between two sets of inputs drawn alike. */
export function drawScorecards(
  map: JourneyMap,
  model: QualityModel,
  inputs: ScoreInputs,
  {
    seed = usualSeed,
    draws = usualDraws,
    weightConcentration = usualConcentration,
  }: Omit<DrawOptions, 'level'> = {},
): readonly Scorecard[] {
  const inputsOf = inputDraws(inputs);
  const modelOf = Number.isFinite(weightConcentration)
    ? weightDraws(model, weightConcentration)
    : () => model;
  return Array.from({ length: draws }, (_, draw) => {
    const uniform = uniforms(seed, draw);
    return scoreMap(map, modelOf(uniform), inputsOf(uniform));
  });
}

/** Puts the bands of the draws on a scorecard of the same map and model. */
export function withBands(card: Scorecard, draws: readonly Scorecard[], level = usualLevel): Scorecard {
  const banded = <S extends Score>(score: S, of: (draw: Scorecard) => Score | undefined): S => {
    if (score.value === null) return score;
    const band = bandOf(
      draws.flatMap((draw) => of(draw)?.value ?? []),
      score.value,
      level,
    );
    return band === undefined ? score : { ...score, band };
  };
  const lowestDimension = lowestShares(draws.map((draw) => draw.dimensions));
  const lowestStep = lowestShares(draws.map((draw) => draw.steps));
  return {
    ...card,
    index: banded(card.index, (draw) => draw.index),
    dimensions: card.dimensions.map((dimension, d) => ({
      ...banded(dimension, (draw) => draw.dimensions[d]),
      ...lowestDimension[d],
      indicators: dimension.indicators.map((indicator, i) => ({
        ...banded(indicator, (draw) => draw.dimensions[d]?.indicators[i]),
        places: indicator.places.map((place, p) =>
          banded(place, (draw) => draw.dimensions[d]?.indicators[i]?.places[p]),
        ),
      })),
    })),
    steps: card.steps.map((step, s) => ({
      ...banded(step, (draw) => draw.steps[s]),
      ...lowestStep[s],
    })),
  };
}

/** [Q40] How often each of several scores is the lowest: values and weights are drawn, so the order is not certain. */
function lowestShares(draws: readonly (readonly Score[])[]): readonly { readonly lowestIn?: number }[] {
  const first = draws[0] ?? [];
  if (first.filter(({ value }) => value !== null).length < 2) return first.map(() => ({}));
  const times = first.map(() => 0);
  for (const scores of draws) {
    const lowest = Math.min(...scores.map(({ value }) => value ?? Infinity));
    times[scores.findIndex(({ value }) => value === lowest)]! += 1;
  }
  return first.map(({ value }, i) => (value === null ? {} : { lowestIn: times[i]! / draws.length }));
}

/** The middle share of the draws, widened to hold the point: a value at the edge of its range lies outside its own draws. */
export function bandOf(values: readonly number[], point: number, level = usualLevel): Band | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const i = Math.min(sorted.length - 1, Math.floor(place));
    return sorted[i]! + (place - i) * ((sorted[i + 1] ?? sorted[i]!) - sorted[i]!);
  };
  return { low: Math.min(point, at((1 - level) / 2)), high: Math.max(point, at((1 + level) / 2)) };
}
