import { describe, expect, it } from 'vitest';
import type { PersonaId, StageId } from '../map/ids.ts';
import { measuredInputs } from './measuredInputs.ts';
import { scoreOnTarget, stageScore } from './partialScores.ts';
import { scoreMap } from './scoreMap.ts';
import { scoreWithBands } from './scoreWithBands.ts';
import { example, exampleMeasurements, mapOf } from './testing/numericExample.ts';

describe('scores of parts', () => {
  it("[Q31] a stage's own score is what is present in it, without values of the whole map", () => {
    const model = example.qualityModels[0]!;
    const twoStages = {
      ...example,
      stages: [...example.stages, { id: 'stage_two' as StageId, title: 'Two', hue: 1 }],
      steps: example.steps.map((step, i) => (i === 1 ? { ...step, stageId: 'stage_two' as StageId } : step)),
    };
    const inputs = measuredInputs(twoStages);
    const { steps } = scoreMap(twoStages, model, inputs);
    const stages = twoStages.stages.map(({ id }) => stageScore(twoStages, model, inputs, id));
    expect(stages.map(({ value }) => value)).toEqual(steps.map(({ value }) => expect.closeTo(value!, 10)));
    expect(stages[1]!.coverage).toBeCloseTo(steps[1]!.coverage, 12);
    // A stage of one step is as uncertain as that step.
    const banded = scoreWithBands(twoStages, model, inputs).steps;
    expect(stages.map(({ band }) => band)).toEqual(
      banded.map(({ band }) => ({ low: expect.closeTo(band!.low, 6), high: expect.closeTo(band!.high, 6) })),
    );
  });

  it('[Q31] on target: every measurement with a target is taken to be there', () => {
    expect(scoreOnTarget(example, example.qualityModels[0]!)).toBeUndefined();
    const map = mapOf(
      exampleMeasurements.map((each) => (each.id === 'measurement_a-csat' ? { ...each, target: 1 } : each)),
    );
    // Satisfaction: csat (300 x 100 + 100 x 60) / 400 = 90 in place of 75, so 15 / 2 x .15 points more.
    expect(scoreOnTarget(map, map.qualityModels[0]!)!.index.value).toBeCloseTo(69.1875 + 1.125, 10);
    // A persona's own targets are those of its own measurements.
    const personaId = 'persona_a' as PersonaId;
    expect(scoreOnTarget(map, map.qualityModels[0]!, { personaId })).toBeUndefined();
    const own = {
      ...map,
      measurements: map.measurements.map((each) => ({ ...each, segment: { personaId } })),
    };
    expect(scoreOnTarget(own, own.qualityModels[0]!, { personaId })!.index.value).toBeCloseTo(
      69.1875 + 1.125,
      10,
    );
    expect(scoreOnTarget(own, own.qualityModels[0]!)).toBeUndefined();
  });
});
