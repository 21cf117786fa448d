import type { JourneyMap } from '../map/journeyMap.ts';
import type { Plan } from '../map/plan.ts';
import type { QualityModel } from '../map/qualityModel.ts';
import { inputDraws, weightDraws } from '../quality/drawInputs.ts';
import { uniforms } from '../quality/draws.ts';
import { measuredInputs } from '../quality/measuredInputs.ts';
import type { ScoreInputs } from '../quality/scoreInputs.ts';
import { scoreMap } from '../quality/scoreMap.ts';
import { err, ok, type Result } from '../result.ts';
import type { ServiceError } from '../service/checkService.ts';
import { readService, serviceModel } from '../service/readService.ts';
import type { ServiceModel } from '../service/serviceModel.ts';
import { applyToService, type EffectSize } from './applyToService.ts';
import { assembleForecast, indexVariance, moreContacts, type ScorecardPair } from './assembleForecast.ts';
import { type Calibrated, calibrate, withCalibration } from './calibration.ts';
import { compileService } from './compiledService.ts';
import { addTally, type DayTally, emptyTally } from './dayTally.ts';
import { simulateDay } from './engine.ts';
import { type PlanEffect, planEffects } from './planEffects.ts';
import type { PlanForecast } from './planForecast.ts';
import { baselineInputs, planInputs, type RunService, type SatisfactionLinks } from './planInputs.ts';
import { drawnLinks, drawnSizes, meanLinks, meanSize, noModel } from './quickForecast.ts';
import { engineVersion, type SimulationProgress, sojournFigures } from './simulatePlan.ts';
import { simulatedOccupancy, simulatedService, simulatedWaits } from './simulatedService.ts';

export interface FullOptions {
  readonly seed?: number;
  /** Draws of everything that is not known, each simulated. */
  readonly draws?: number;
  readonly model?: QualityModel;
}

export const usualFullDraws = 500;
/** Days of each draw: two tell the luck of a day from what is not known. */
const daysEach = 2;
const batchDraws = 10;

/**
 * The full level [K20]: every draw of measurements, effects, weights and links runs its own service through the engine,
 * as it is and with the plan, on the same customers. Nothing is taken as straight, as the standard level takes slopes.
 */
export function* fullSimulation(
  map: JourneyMap,
  plan: Plan,
  options: FullOptions = {},
): Generator<SimulationProgress, Result<PlanForecast, readonly ServiceError[]>> {
  const service = serviceModel(map);
  if (!service.ok) return err(service.error);
  const { seed = 1, draws = usualFullDraws, model = map.qualityModels[0] ?? noModel } = options;
  const run = new FullSimulation(map, plan, model, service.value, seed);
  while (run.draws < draws && !run.cut) {
    for (let i = Math.min(batchDraws, draws - run.draws); i > 0 && !run.cut; i--) run.draw();
    yield { pairs: run.draws, of: draws, forecast: () => run.forecast(true) };
  }
  return ok(run.forecast(run.cut));
}

class FullSimulation {
  readonly #map: JourneyMap;
  readonly #plan: Plan;
  readonly #quality: QualityModel;
  readonly #seed: number;
  readonly #effects: readonly PlanEffect[];
  readonly #calibrated: Calibrated;
  readonly #measured: ScoreInputs;
  readonly #inputsOf: ReturnType<typeof inputDraws>;
  readonly #weightsOf: ReturnType<typeof weightDraws>;
  readonly #pairs: ScorecardPair[] = [];
  readonly #days: (readonly [ScorecardPair, ScorecardPair])[] = [];
  readonly #sums: { readonly baseline: DayTally; readonly plan: DayTally };
  /** No draw changed the service: both sides are one. */
  #same = true;

  constructor(map: JourneyMap, plan: Plan, quality: QualityModel, model: ServiceModel, seed: number) {
    this.#map = map;
    this.#plan = plan;
    this.#quality = quality;
    this.#seed = seed;
    this.#effects = planEffects(map, plan);
    this.#calibrated = calibrate(map, model, seed);
    this.#measured = measuredInputs(map);
    this.#inputsOf = inputDraws(this.#measured);
    this.#weightsOf = weightDraws(quality);
    this.#sums = { baseline: emptyOf(model), plan: emptyOf(model) };
  }

  get draws(): number {
    return this.#pairs.length;
  }

  get cut(): boolean {
    return this.#sums.baseline.cut || this.#sums.plan.cut;
  }

  draw(): void {
    const uniform = uniforms(this.#seed, this.draws);
    const sizeOf = drawnSizes(uniform);
    const drawn = withCalibration(readService(this.#map, uniform), this.#calibrated.pools);
    const planned = applyToService(drawn, this.#effects, sizeOf);
    const first = daysEach * this.draws;
    const before = this.#simulate(drawn, first, this.#sums.baseline);
    const after = planned === drawn ? before : this.#simulate(planned, first, this.#sums.plan);
    if (planned !== drawn) this.#same = false;
    const links = drawnLinks(uniform);
    const quality = this.#weightsOf(uniform);
    const measured = this.#inputsOf(uniform);
    const scores = (one: RunService, two: RunService): ScorecardPair =>
      this.#scores(one, two, sizeOf, links, quality, measured);
    this.#pairs.push(scores(before.both, after.both));
    this.#days.push([scores(before.days[0], after.days[0]), scores(before.days[1], after.days[1])]);
  }

  #simulate(model: ServiceModel, first: number, sum: DayTally) {
    const compiled = compileService(model);
    const one = simulateDay(compiled, this.#seed, first);
    const two = simulateDay(compiled, this.#seed, first + 1);
    const together = emptyOf(model);
    for (const day of [one, two]) {
      addTally(together, day);
      addTally(sum, day);
    }
    return {
      both: simulatedService(model, together, daysEach),
      days: [simulatedService(model, one, 1), simulatedService(model, two, 1)] as const,
    };
  }

  forecast(partial: boolean): PlanForecast {
    const days = daysEach * this.draws;
    const [before, after] = [this.#sums.baseline, this.#same ? this.#sums.baseline : this.#sums.plan];
    const { model } = this.#calibrated;
    const planned = applyToService(model, this.#effects, meanSize);
    const baselineRun = simulatedService(model, before, days);
    const planRun = this.#same ? baselineRun : simulatedService(planned, after, days);
    const shown = (tally: DayTally) => ({
      waits: simulatedWaits(tally, days),
      occupancy: [...simulatedOccupancy(tally)],
    });
    return assembleForecast(
      {
        map: this.#map,
        plan: this.#plan,
        effects: this.#effects,
        measured: this.#measured,
        service: { model, baseline: shown(before), plan: shown(after) },
        serviceErrors: [],
        point: this.#scores(baselineRun, planRun, meanSize, meanLinks, this.#quality, this.#measured),
        pairs: this.#pairs,
        days: this.#days,
      },
      {
        level: 'full',
        seed: this.#seed,
        draws: this.draws,
        calibrated: this.#calibrated.pools.length > 0,
        simulation: {
          engineVersion,
          replications: days,
          events: before.events + (this.#same ? 0 : after.events),
          partial,
          sojournSeconds: {
            baseline: sojournFigures(before.sojourn),
            plan: sojournFigures(after.sojourn),
          },
          calibration: this.#calibrated.pools,
          variance: indexVariance(this.#pairs, this.#days),
        },
      },
    );
  }

  #scores(
    before: RunService,
    after: RunService,
    sizeOf: EffectSize,
    links: SatisfactionLinks,
    quality: QualityModel,
    measured: ScoreInputs,
  ): ScorecardPair {
    const inputs = planInputs(this.#map, measured, before, after, this.#effects, sizeOf, links);
    return {
      moreContactsPerDay: moreContacts(before, after),
      baseline: scoreMap(this.#map, quality, baselineInputs(measured, before), { origins: false }),
      plan: scoreMap(this.#map, quality, inputs, { origins: false }),
    };
  }
}

const emptyOf = (model: ServiceModel): DayTally => emptyTally(model.nodes.length, model.pools.length);
