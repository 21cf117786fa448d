import type { InputPlace, InputValue, ScoreInputs } from '../quality/scoreInputs.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { LeverId, StepId } from '../map/ids.ts';
import { indexMap } from '../map/mapIndex.ts';
import type { MetricKey } from '../map/metric.ts';
import { canonicalMetric, metricOf } from '../quality/metricCatalogue.ts';
import type { EffectSize } from './applyToService.ts';
import { movedDistribution } from './movedDistribution.ts';
import {
  combine,
  type Contribution,
  isParameter,
  metricOfParameter,
  type PlanEffect,
} from './planEffects.ts';

/** [K4] Measured numbers as they would be under a plan: effects on metrics that no part of the service stands for. */
export function applyToMeasured(
  map: JourneyMap,
  inputs: ScoreInputs,
  effects: readonly PlanEffect[],
  sizeOf: EffectSize,
  /** Without a service to run, effects on its parameters move the measured metric instead. */
  withService: boolean,
): ScoreInputs {
  const byMetric = new Map<MetricKey, PlanEffect[]>();
  for (const effect of effects) {
    const metric = metricMoved(effect, withService);
    if (metric !== undefined) byMetric.set(metric, [...(byMetric.get(metric) ?? []), effect]);
  }
  if (byMetric.size === 0) return inputs;
  const values = new Map(inputs.values);
  for (const [metric, ofMetric] of byMetric) {
    const places = inputs.values.get(metric);
    if (places === undefined) continue;
    values.set(
      metric,
      new Map(
        [...places].map(([place, list]) => [place, movedValues(map, metric, place, list, ofMetric, sizeOf)]),
      ),
    );
  }
  return { ...inputs, values };
}

/** The metric that an effect moves by itself; undefined where it works through the service. */
export function metricMoved(effect: PlanEffect, withService: boolean): MetricKey | undefined {
  if (!isParameter(effect.on)) return canonicalMetric(effect.on);
  return withService ? undefined : metricOfParameter[effect.on];
}

function movedValues(
  map: JourneyMap,
  metric: MetricKey,
  place: InputPlace,
  list: readonly InputValue[],
  effects: readonly PlanEffect[],
  sizeOf: EffectSize,
): readonly InputValue[] {
  const here = effects.filter((effect) => aimedAt(map, effect, place));
  if (here.length === 0) return list;
  const contributions = here.map((effect): Contribution => ({
    form: effect.form,
    size: sizeOf(effect),
    strength: effect.strength,
    group: effect.group,
  }));
  const known = metricOf(map, metric);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = known?.range ?? {};
  const best = known?.direction === 'lower' ? min : max;
  const move = (value: number): number => {
    // A gap to an endless best cannot be closed: the value itself is then the best.
    const moved = combine(value, contributions, Number.isFinite(best) ? best : value);
    return Math.min(max, Math.max(min, moved));
  };
  const leverIds = [...new Set<LeverId>(here.map((effect) => effect.leverId))];
  return list.map((input) => ({
    ...input,
    distribution: movedDistribution(input.distribution, move),
    origin: { kind: 'plan', leverIds, base: input.origin },
  }));
}

/** An effect is made for one map and asked in every draw. */
const aims = new WeakMap<PlanEffect, Map<InputPlace, boolean>>();

function aimedAt(map: JourneyMap, effect: PlanEffect, place: InputPlace): boolean {
  const ofEffect = aims.get(effect) ?? new Map<InputPlace, boolean>();
  aims.set(effect, ofEffect);
  const known = ofEffect.get(place) ?? isAimedAt(map, effect, place);
  ofEffect.set(place, known);
  return known;
}

function isAimedAt(map: JourneyMap, { targets }: PlanEffect, place: InputPlace): boolean {
  if (targets.size === 0) return true;
  if (place === 'map') return false;
  if (targets.has(place)) return true;
  const { nodesById } = indexMap(map);
  const stepOf = (id: string): readonly (StepId | undefined)[] => {
    const node = nodesById.get(id as Parameters<typeof nodesById.get>[0]);
    if (node !== undefined) return [node.stepId, node.waitShownAt];
    return map.nodes.filter((each) => each.poolId === id).map((each) => each.stepId);
  };
  return [...targets].some((id) => stepOf(id).includes(place));
}
