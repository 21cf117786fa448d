import type { JourneyMap } from '../map/journeyMap.ts';
import { scoreFunction } from '../quality/curve.ts';
import { curveOf } from '../quality/defaultCurves.ts';
import { expectedScore } from '../quality/distribution.ts';
import { catalogueMetric } from '../quality/metricCatalogue.ts';
import type { InputValue, ScoreInputs } from '../quality/scoreInputs.ts';
import type { ServiceModel } from '../service/serviceModel.ts';
import { applyToMeasured } from './applyToMeasured.ts';
import type { EffectSize } from './applyToService.ts';
import { movedDistribution } from './movedDistribution.ts';
import type { PlanEffect } from './planEffects.ts';
import { resolvedAtFirstContact, type ServiceFigures, withServiceFigures } from './serviceInputs.ts';

/** A service that ran, by formula or in the engine. */
export interface RunService {
  readonly model: ServiceModel;
  readonly figures: ServiceFigures & { readonly meanSecondsToResolution: number | null };
}

/** How satisfaction follows the waits and the solving; judgement on thin sources, drawn in every draw [Q9]. */
export interface SatisfactionLinks {
  readonly ofWait: number;
  readonly ofResolution: number;
}

/** The inputs of the scores as things are: measured, and from the service where it runs [Q7]. */
export function baselineInputs(measured: ScoreInputs, baseline: RunService | undefined): ScoreInputs {
  return baseline === undefined ? measured : withServiceFigures(measured, baseline.model, baseline.figures);
}

/** The inputs as they would be under a plan. `plan` is the service with the plan's effects applied. */
export function planInputs(
  map: JourneyMap,
  measured: ScoreInputs,
  baseline: RunService | undefined,
  plan: RunService | undefined,
  effects: readonly PlanEffect[],
  sizeOf: EffectSize,
  links: SatisfactionLinks,
): ScoreInputs {
  const before = baselineInputs(measured, baseline);
  const followed =
    baseline === undefined || plan === undefined
      ? measured
      : withFollowingMetrics(measured, before, baseline, plan, links);
  const moved = applyToMeasured(map, followed, effects, sizeOf, plan !== undefined);
  return baselineInputs(moved, plan);
}

/** What is measured but follows the service: time to resolution in proportion, satisfaction by its links. */
function withFollowingMetrics(
  measured: ScoreInputs,
  before: ScoreInputs,
  baseline: RunService,
  plan: RunService,
  links: SatisfactionLinks,
): ScoreInputs {
  const values = new Map(measured.values);
  const change = (metric: string, move: (value: number) => number) => {
    const places = values.get(metric);
    if (places === undefined) return;
    values.set(
      metric,
      new Map([...places].map(([place, list]) => [place, list.map((value) => movedInput(value, move))])),
    );
  };
  const stretch = ratio(plan.figures.meanSecondsToResolution, baseline.figures.meanSecondsToResolution);
  if (stretch !== 1) change('timeToResolution', (seconds) => seconds * stretch);
  const after = withServiceFigures(measured, plan.model, plan.figures);
  const resolved =
    (resolvedAtFirstContact(plan.model, plan.figures) ?? 0) -
    (resolvedAtFirstContact(baseline.model, baseline.figures) ?? 0);
  const shift = links.ofWait * (waitUtility(after) - waitUtility(before)) + links.ofResolution * resolved;
  if (shift !== 0) change('csat', (share) => Math.min(1, Math.max(0, share + shift)));
  return { ...measured, values };
}

const ratio = (after: number | null, before: number | null): number =>
  after === null || before === null || before === 0 ? 1 : after / before;

function movedInput(input: InputValue, move: (value: number) => number): InputValue {
  return {
    ...input,
    distribution: movedDistribution(input.distribution, move),
    origin: { kind: 'plan', leverIds: [], base: input.origin },
  };
}

/** U of [Q9]: mean score of the first answers over all contacts, 0..1. */
function waitUtility(inputs: ScoreInputs): number {
  const metric = catalogueMetric('firstResponse')!;
  let sum = 0;
  let weights = 0;
  for (const list of inputs.values.get('firstResponse')?.values() ?? [])
    for (const { distribution, weight, channel } of list) {
      const curve = curveOf(metric, 'default', channel);
      if (curve === undefined) continue;
      sum += weight * expectedScore(scoreFunction(curve), distribution);
      weights += weight;
    }
  return weights > 0 ? sum / weights / 100 : 0;
}
