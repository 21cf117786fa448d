import type { JourneyMap } from '../map/journeyMap.ts';
import type { Plan } from '../map/plan.ts';
import type { QualityModel } from '../map/qualityModel.ts';
import { inputDraws, weightDraws } from '../quality/drawInputs.ts';
import { type UniformByKey, uniforms } from '../quality/draws.ts';
import { measuredInputs } from '../quality/measuredInputs.ts';
import { pert } from '../quality/pert.ts';
import type { ScoreInputs } from '../quality/scoreInputs.ts';
import { scoreMap, type ScoreOptions } from '../quality/scoreMap.ts';
import { serviceModel } from '../service/readService.ts';
import type { ServiceModel } from '../service/serviceModel.ts';
import { applyToService, type EffectSize } from './applyToService.ts';
import { assembleForecast, moreContacts, type ScorecardPair, type ShownService } from './assembleForecast.ts';
import { networkService } from './networkService.ts';
import { isParameter, type PlanEffect, planEffects } from './planEffects.ts';
import type { PlanForecast, WaitFigures } from './planForecast.ts';
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
export const meanLinks: SatisfactionLinks = { ofWait: linkOfWait.mean, ofResolution: linkOfResolution.mean };
export const drawnLinks = (uniform: UniformByKey): SatisfactionLinks => ({
  ofWait: linkOfWait.quantile(uniform('link of wait')),
  ofResolution: linkOfResolution.quantile(uniform('link of resolution')),
});

export const meanSize: EffectSize = (effect) => effect.size.mean;

/** A quick estimate by formulas, not calibrated: point and 90 % bands from seeded draws. */
export function quickForecast(map: JourneyMap, plan: Plan, options: QuickOptions = {}): PlanForecast {
  const { seed = 1, draws = 500, model = map.qualityModels[0] ?? noModel } = options;
  const service = serviceModel(map);
  const effects = planEffects(map, plan);
  const measured = measuredInputs(map);
  const baseline = service.ok ? runFormulas(service.value) : undefined;
  const context: Context = { map, effects, baseline };

  const planned = baseline && runPlan(context, meanSize);
  const point = scorePair(context, model, measured, planned, meanSize, meanLinks);
  const pairs = drawPairs(context, model, measured, planned, draws, (draw) => uniforms(seed, draw));

  const shown = ({ network }: FormulaRun): ShownService => ({
    waits: network.nodes.map(waitFigures),
    occupancy: [...network.occupancy],
  });
  return assembleForecast(
    {
      map,
      plan,
      effects,
      measured,
      service: baseline &&
        planned && { model: baseline.model, baseline: shown(baseline), plan: shown(planned) },
      serviceErrors: service.ok ? [] : service.error,
      point,
      pairs,
    },
    { level: 'quick', seed, draws, calibrated: false },
  );
}

/** The draws behind a quick forecast, with luck of the caller's: whoever hands it out sees what was asked for. */
export function quickDraws(
  map: JourneyMap,
  plan: Plan,
  draws: number,
  luckOf: (draw: number) => UniformByKey,
): readonly ScorecardPair[] {
  const service = serviceModel(map);
  const baseline = service.ok ? runFormulas(service.value) : undefined;
  const context: Context = { map, effects: planEffects(map, plan), baseline };
  const planned = baseline && runPlan(context, meanSize);
  const model = map.qualityModels[0] ?? noModel;
  return drawPairs(context, model, measuredInputs(map), planned, draws, luckOf);
}

/** For a map without a quality model: waits are forecast, scores are not. */
export const noModel = { id: 'qualityModel_none', title: '', dimensions: [] } as unknown as QualityModel;

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
  options: ScoreOptions = {},
): ScorecardPair {
  const inputs = planInputs(map, measured, baseline, planned, effects, sizeOf, links);
  return {
    moreContactsPerDay: moreContacts(baseline, planned),
    baseline: scoreMap(map, model, baselineInputs(measured, baseline), options),
    plan: scoreMap(map, model, inputs, options),
  };
}

/** [Q8] Draws of the measurements, the weights, the effects and the links; baseline and plan share each draw's luck. */
function drawPairs(
  context: Context,
  model: QualityModel,
  measured: ScoreInputs,
  planned: FormulaRun | undefined,
  draws: number,
  luckOf: (draw: number) => UniformByKey,
): readonly ScorecardPair[] {
  if (draws === 0) return [];
  const inputsOf = inputDraws(measured);
  const weightsOf = weightDraws(model);
  const certain = context.effects.every(
    (effect) => !isParameter(effect.on) || effect.size.low === effect.size.high,
  );
  return Array.from({ length: draws }, (_, draw) => {
    const uniform = luckOf(draw);
    const sizeOf = drawnSizes(uniform);
    // Where no effect on the service is uncertain, every draw runs the same service.
    const run = context.baseline && (certain ? planned : runPlan(context, sizeOf));
    return scorePair(context, weightsOf(uniform), inputsOf(uniform), run, sizeOf, drawnLinks(uniform), {
      origins: false,
    });
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
