import { assert } from '../assert.ts';
import type { StageId, StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { QualityModel } from '../map/qualityModel.ts';
import { stagePart, stageScore } from './partialScores.ts';
import { peakEnd } from './peakEnd.ts';
import type { ScoreInputs } from './scoreInputs.ts';
import { scoreMap, type Scorecard } from './scoreMap.ts';
import { scoreOf, type Trace, traceFrom, traceIndicator, traceInput, type TraceNode } from './trace.ts';

/** The trees below the scores of parts: a step, a stage, and the journey as it is remembered. */

/** Precondition: the scorecard was made of this map and model. */
export function traceStep(map: JourneyMap, model: QualityModel, card: Scorecard, stepId: StepId): Trace {
  return traceFrom(stepNode(map, model, card, stepId));
}

/** Undefined when fewer steps have a score than a memory needs. */
export function tracePeakEnd(map: JourneyMap, model: QualityModel, card: Scorecard): Trace | undefined {
  const journey = peakEnd(card.steps.map(({ value }) => value));
  if (journey === undefined) return undefined;
  const half = (part: 'peak' | 'end'): TraceNode => {
    const node = stepNode(map, model, card, card.steps[journey[part]]!.stepId, `${part}/`);
    return { ...node, weight: 0.5 };
  };
  return traceFrom({
    id: 'peakEnd',
    of: { kind: 'peakEnd' },
    value: journey.value,
    formula: 'peakEnd',
    inputs: [half('peak'), half('end')],
    assumptions: [],
  });
}

export function traceStage(
  map: JourneyMap,
  model: QualityModel,
  inputs: ScoreInputs,
  stageId: StageId,
): Trace {
  const { part, stepsOnly } = stagePart(map, inputs, stageId);
  const card = scoreMap(part, model, stepsOnly);
  const score = stageScore(map, model, inputs, stageId);
  return traceFrom({
    id: stageId,
    of: { kind: 'stage', title: map.stages.find(({ id }) => id === stageId)?.title ?? '' },
    ...scoreOf(score),
    formula: 'weightedMean',
    inputs: card.dimensions.flatMap((dimension, d) =>
      dimension.indicators
        .map((indicator, i) => ({
          ...traceIndicator(
            part,
            model.dimensions[d]!.indicators[i]!,
            indicator,
            card.stepWeights,
            `${stageId}/${indicator.id}`,
          ),
          weight: dimension.weight * indicator.weight,
        }))
        .filter(({ value }) => value !== null),
    ),
    assumptions: score.coverage < 1 ? [{ type: 'partial', coverage: score.coverage }] : [],
  });
}

function stepNode(
  map: JourneyMap,
  model: QualityModel,
  card: Scorecard,
  stepId: StepId,
  above = '',
): TraceNode {
  const step = card.steps.find((each) => each.stepId === stepId);
  assert(step !== undefined, 'the step is one of the scorecard’s map');
  const id = `${above}${stepId}`;
  const indicators = new Map(
    card.dimensions.flatMap((dimension, d) =>
      dimension.indicators.map((score, i) => [
        score.id,
        { score, indicator: model.dimensions[d]!.indicators[i]! },
      ]),
    ),
  );
  return {
    id,
    of: {
      kind: 'place',
      place: stepId,
      title: map.steps.find((each) => each.id === stepId)?.title ?? '',
    },
    ...scoreOf(step),
    formula: 'weightedMean',
    inputs: step.indicators.map(({ id: indicatorId, value, weight }) => {
      const { score, indicator } = indicators.get(indicatorId)!;
      const here = score.places.find(({ place }) => place === stepId);
      return {
        id: `${id}/${indicatorId}`,
        of: { kind: 'indicator', title: score.title },
        value,
        weight,
        formula: 'weightedMean',
        inputs: (here?.inputs ?? []).map((input, i) =>
          traceInput(map, indicator, input, `${id}/${indicatorId}/${i}`),
        ),
        assumptions: [],
      };
    }),
    assumptions: step.coverage < 1 ? [{ type: 'partial', coverage: step.coverage }] : [],
  };
}
