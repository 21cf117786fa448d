import type { StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Plan } from '../map/plan.ts';
import type { QualityModel } from '../map/qualityModel.ts';
import { inputDraws, weightDraws } from '../quality/drawInputs.ts';
import { type UniformByKey, uniforms } from '../quality/draws.ts';
import { measuredInputs } from '../quality/measuredInputs.ts';
import { pert } from '../quality/pert.ts';
import type { ScoreInputs } from '../quality/scoreInputs.ts';
import { scoreMap } from '../quality/scoreMap.ts';
import { warnAboutService } from '../service/checkService.ts';
import { serviceModel } from '../service/readService.ts';
import type { ServiceModel } from '../service/serviceModel.ts';
import { metricMoved } from './applyToMeasured.ts';
import { applyToService, type EffectSize } from './applyToService.ts';
import { networkService } from './networkService.ts';
import {
  changeOf,
  forecastEmotions,
  noteEffects,
  type NodeForecast,
  type PlanForecast,
  type PlanWarning,
  type ScorecardPair,
  type WaitFigures,
} from './planForecast.ts';
import { isParameter, type PlanEffect, planEffects } from './planEffects.ts';
import { baselineInputs, planInputs, type RunService, type SatisfactionLinks } from './planInputs.ts';
import { type NetworkFigures, type NodeFigures, solveNetwork } from './queueNetwork.ts';
import { waitExceededBy } from './waitGrid.ts';

export interface QuickOptions {
  readonly seed?: number;
  /** Draws behind the bands; 0 gives the point alone, in a few milliseconds. */
  readonly draws?: number;
  /** Left out: the map's first quality model. */
  readonly model?: QualityModel;
}

/** [Q9] Links of satisfaction: a to the waits (source 002, grade D), b to first-contact resolution (vendor, grade C). */
const linkOfWait = pert(0, 0.3, 1);
const linkOfResolution = pert(0, 0.5, 1);

/** A quick estimate by formulas, not calibrated: point and 90 % bands from seeded draws. */
export function quickForecast(map: JourneyMap, plan: Plan, options: QuickOptions = {}): PlanForecast {
  const { seed = 1, draws = 500, model = map.qualityModels[0] ?? emptyModel } = options;
  const service = serviceModel(map);
  const effects = planEffects(map, plan);
  const measured = measuredInputs(map);
  const baseline = service.ok ? runFormulas(service.value) : undefined;
  const context: Context = { map, effects, baseline };

  const meanSize: EffectSize = (effect) => effect.size.mean;
  const meanLinks = { ofWait: linkOfWait.mean, ofResolution: linkOfResolution.mean };
  const planned = baseline && runPlan(context, meanSize);
  const point = scorePair(context, model, measured, planned, meanSize, meanLinks);
  const pairs = drawPairs(context, model, measured, planned, seed, draws);

  const shown = (network: NetworkFigures) => network.nodes.map(waitFigures);
  const before = baseline && shown(baseline.network);
  const after = planned && shown(planned.network);
  const nodes = service.ok
    ? service.value.nodes.map((node, i): NodeForecast => ({
        nodeId: node.id,
        baseline: before![i]!,
        plan: after![i]!,
      }))
    : [];
  return {
    planId: plan.id,
    level: 'quick',
    seed,
    draws,
    calibrated: false,
    index: changeOf(point, pairs, (card) => card.index.value),
    dimensions: point.baseline.dimensions.map((dimension, d) => ({
      id: dimension.id,
      title: dimension.title,
      ...changeOf(point, pairs, (card) => card.dimensions[d]?.value),
      indicators: dimension.indicators.map((indicator, i) => ({
        id: indicator.id,
        title: indicator.title,
        ...changeOf(point, pairs, (card) => card.dimensions[d]?.indicators[i]?.value),
      })),
    })),
    csat: changeOf(point, pairs, (card) => indicatorOf(card, 'csat')),
    steps: map.steps.map((step, s) => ({
      stepId: step.id,
      score: changeOf(point, pairs, (card) => card.steps[s]?.value),
      emotions: forecastEmotions(map, step.id, point, pairs),
      ...waitAt(step.id, service.ok ? service.value : undefined, nodes),
    })),
    nodes,
    pools: service.ok
      ? service.value.pools.map((pool, p) => ({
          poolId: pool.id,
          baseline: baseline!.network.occupancy[p]!,
          plan: planned!.network.occupancy[p]!,
        }))
      : [],
    effects: noteEffects(map, effects),
    serviceErrors: service.ok ? [] : service.error,
    warnings: [
      ...(service.ok ? warnAboutService(service.value) : []),
      ...warnAboutPlan(context, plan, measured),
    ],
  };
}

const emptyModel = { id: 'qualityModel_none', title: '', dimensions: [] } as unknown as QualityModel;

interface Context {
  readonly map: JourneyMap;
  readonly effects: readonly PlanEffect[];
  readonly baseline: FormulaRun | undefined;
}

type FormulaRun = RunService & { readonly network: NetworkFigures };

function runFormulas(model: ServiceModel): FormulaRun {
  const network = solveNetwork(model);
  return { model, network, figures: networkService(model, network) };
}

function runPlan({ baseline, effects }: Context, sizeOf: EffectSize): FormulaRun {
  const model = applyToService(baseline!.model, effects, sizeOf);
  return model === baseline!.model ? baseline! : runFormulas(model);
}

function scorePair(
  { map, effects, baseline }: Context,
  model: QualityModel,
  measured: ScoreInputs,
  planned: FormulaRun | undefined,
  sizeOf: EffectSize,
  links: SatisfactionLinks,
): ScorecardPair {
  return {
    baseline: scoreMap(map, model, baselineInputs(measured, baseline)),
    plan: scoreMap(map, model, planInputs(map, measured, baseline, planned, effects, sizeOf, links)),
  };
}

/** [Q8] Draws of the measurements, the weights, the effects and the links; baseline and plan share each draw's luck. */
function drawPairs(
  context: Context,
  model: QualityModel,
  measured: ScoreInputs,
  planned: FormulaRun | undefined,
  seed: number,
  draws: number,
): readonly ScorecardPair[] {
  if (draws === 0) return [];
  const inputsOf = inputDraws(measured);
  const weightsOf = weightDraws(model);
  const certain = context.effects.every(
    (effect) => !isParameter(effect.on) || effect.size.low === effect.size.high,
  );
  return Array.from({ length: draws }, (_, draw) => {
    const uniform = uniforms(seed, draw);
    const sizeOf = drawnSizes(uniform);
    // Where no effect on the service is uncertain, every draw runs the same service.
    const run = context.baseline && (certain ? planned : runPlan(context, sizeOf));
    const links = {
      ofWait: linkOfWait.quantile(uniform('link of wait')),
      ofResolution: linkOfResolution.quantile(uniform('link of resolution')),
    };
    return scorePair(context, weightsOf(uniform), inputsOf(uniform), run, sizeOf, links);
  });
}

/** The sizes of a draw. */
export function drawnSizes(uniform: UniformByKey): EffectSize {
  const kept = new Map<PlanEffect, number>();
  return (effect) => {
    const known = kept.get(effect);
    if (known !== undefined) return known;
    const size = effect.size.quantile(uniform(`effect ${effect.leverId} ${effect.index}`));
    kept.set(effect, size);
    return size;
  };
}

const indicatorOf = (card: ScorecardPair['baseline'], metric: string): number | null => {
  for (const dimension of card.dimensions)
    for (const indicator of dimension.indicators) if (indicator.metric === metric) return indicator.value;
  return null;
};

function waitFigures(node: NodeFigures): WaitFigures {
  const byHour = Array.from<number | null>({ length: 24 }).fill(null);
  for (const hour of node.hours) byHour[hour.hour] = hour.meanWaitSeconds;
  return {
    visitsPerDay: node.visitsPerDay,
    meanSeconds: node.meanWaitSeconds,
    p90Seconds: waitExceededBy(node.waitedLonger, 0.1),
    abandonedShare: node.abandonedShare,
    byHour,
  };
}

/** The wait felt at a step: of all nodes that show theirs there, by visits. */
export function waitAt(
  stepId: StepId,
  model: ServiceModel | undefined,
  nodes: readonly NodeForecast[],
): { readonly wait?: { readonly baseline: WaitFigures; readonly plan: WaitFigures } } {
  const here = nodes.filter((_, i) => {
    const node = model?.nodes[i];
    return node !== undefined && node.waitStepId === stepId && node.pool >= 0;
  });
  if (here.length === 0) return {};
  return {
    wait: {
      baseline: joined(here.map((node) => node.baseline)),
      plan: joined(here.map((node) => node.plan)),
    },
  };
}

function joined(nodes: readonly WaitFigures[]): WaitFigures {
  const visitsPerDay = nodes.reduce((sum, node) => sum + node.visitsPerDay, 0);
  const mean = (figure: (node: WaitFigures) => number) =>
    visitsPerDay === 0
      ? 0
      : nodes.reduce((sum, node) => sum + node.visitsPerDay * figure(node), 0) / visitsPerDay;
  return {
    visitsPerDay,
    meanSeconds: mean((node) => node.meanSeconds),
    // Of several queues the longest 90 % is the honest one to show at a step.
    p90Seconds: Math.max(...nodes.map((node) => node.p90Seconds)),
    abandonedShare: mean((node) => node.abandonedShare),
    byHour: Array.from({ length: 24 }, (_, hour) => {
      const open = nodes.filter((node) => node.byHour[hour] !== null);
      const visits = open.reduce((sum, node) => sum + node.visitsPerDay, 0);
      return visits === 0
        ? null
        : open.reduce((sum, node) => sum + node.visitsPerDay * node.byHour[hour]!, 0) / visits;
    }),
  };
}

function warnAboutPlan(
  { map, effects, baseline }: Context,
  plan: Plan,
  measured: ScoreInputs,
): readonly PlanWarning[] {
  const on = plan.levers.filter((use) => use.on);
  const known = new Set(map.levers.map((lever) => lever.id));
  return [
    ...on.flatMap(({ leverId }): readonly PlanWarning[] => {
      if (!known.has(leverId)) return [{ type: 'UnknownLever', leverId }];
      return effects.some((effect) => effect.leverId === leverId) ? [] : [{ type: 'NotWorkingYet', leverId }];
    }),
    ...effects.flatMap((effect): readonly PlanWarning[] => {
      const metric = metricMoved(effect, baseline !== undefined);
      const moves =
        metric === undefined
          ? applyToService(baseline!.model, [effect], () => effect.size.likely) !== baseline!.model
          : measured.values.has(metric);
      return moves ? [] : [{ type: 'NothingToMove', leverId: effect.leverId, on: effect.on }];
    }),
  ];
}
