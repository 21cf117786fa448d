import type { JourneyMap } from '../map/journeyMap.ts';
import { type SourceKind, sourceKinds } from '../map/source.ts';
import type { InputOrigin } from './scoreInputs.ts';
import type { IndicatorScore, Score, Scorecard } from './scoreMap.ts';

/** A scorecard as `throughline score --json` prints it (docs/spec/cli.md): the keys are a contract. */
export interface ScoreReport {
  readonly model: string;
  readonly index: Range & { readonly coverage: number };
  readonly stepWeights: Scorecard['stepWeights'];
  readonly dimensions: readonly (Range & {
    readonly id: string;
    readonly title: string;
    readonly weight: number;
    readonly coverage: number;
    readonly indicators: readonly (Range & {
      readonly id: string;
      readonly title: string;
      readonly metric: string;
      readonly weight: number;
      /** The weakest kind of source behind the value; null without a value. */
      readonly source: SourceKind | null;
      readonly missing: NonNullable<IndicatorScore['missing']> | null;
      readonly measurements: readonly string[];
    })[];
  })[];
  readonly steps: readonly (Range & {
    readonly id: string;
    readonly title: string;
    readonly coverage: number;
  })[];
}

interface Range {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export function scoreReport(map: JourneyMap, card: Scorecard): ScoreReport {
  return {
    model: card.modelId,
    index: { ...range(card.index), coverage: card.index.coverage },
    stepWeights: card.stepWeights,
    dimensions: card.dimensions.map((dimension) => ({
      id: dimension.id,
      title: dimension.title,
      weight: dimension.weight,
      ...range(dimension),
      coverage: dimension.coverage,
      indicators: dimension.indicators.map((indicator) => ({
        id: indicator.id,
        title: indicator.title,
        metric: indicator.metric,
        weight: indicator.weight,
        ...range(indicator),
        source: weakestSource(map, indicator),
        missing: indicator.missing ?? null,
        measurements: originsOf(indicator).flatMap((origin) =>
          origin.kind === 'measurement' ? [origin.id] : [],
        ),
      })),
    })),
    steps: card.steps.map((step, i) => ({
      id: step.stepId,
      title: map.steps[i]!.title,
      ...range(step),
      coverage: step.coverage,
    })),
  };
}

const range = ({ value, band }: Score): Range => ({
  value,
  low: band?.low ?? null,
  high: band?.high ?? null,
});

const originsOf = (indicator: IndicatorScore): readonly InputOrigin[] =>
  indicator.places.flatMap((place) => place.inputs.map(({ origin }) => origin));

/** Of everything behind an indicator, the kind that is trusted least: one estimate makes it an estimate. */
export function weakestSource(map: JourneyMap, indicator: IndicatorScore): SourceKind | null {
  const kinds = originsOf(indicator).flatMap((origin) =>
    origin.kind === 'measurement'
      ? (map.measurements.find((each) => each.id === origin.id)?.source.kind ?? [])
      : 'estimate',
  );
  return sourceKinds.findLast((kind) => kinds.includes(kind)) ?? null;
}
