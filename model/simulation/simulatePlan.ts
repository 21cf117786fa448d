import type { JourneyMap } from '../map/journeyMap.ts';
import type { Plan } from '../map/plan.ts';
import type { QualityModel } from '../map/qualityModel.ts';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { inputDraws, weightDraws } from '../quality/drawInputs.ts';
import { uniforms } from '../quality/draws.ts';
import { measuredInputs } from '../quality/measuredInputs.ts';
import { scoreMap } from '../quality/scoreMap.ts';
import { err, ok, type Result } from '../result.ts';
import type { ServiceError } from '../service/checkService.ts';
import { serviceModel } from '../service/readService.ts';
import type { ServiceModel } from '../service/serviceModel.ts';
import { applyToNodes, applyToService, type EffectSize } from './applyToService.ts';
import { assembleForecast, moreContacts, type ScorecardPair, standardError } from './assembleForecast.ts';
import { type Calibrated, calibrate } from './calibration.ts';
import { type CompiledService, compileService } from './compiledService.ts';
import { addTally, type DayTally, emptyTally, type WaitTally, tailOf } from './dayTally.ts';
import { effectResponses, type FigureShift } from './effectResponses.ts';
import { simulateDay } from './engine.ts';
import { figuresOf, vectorOf } from './figureVector.ts';
import { type PlanEffect, planEffects } from './planEffects.ts';
import type { PlanForecast, SojournFigures } from './planForecast.ts';
import { baselineInputs, planInputs, type RunService, type SatisfactionLinks } from './planInputs.ts';
import { drawnLinks, drawnSizes, meanLinks, meanSize, noModel } from './quickForecast.ts';
import { meanOf, simulatedOccupancy, simulatedService, simulatedWaits } from './simulatedService.ts';
import { waitExceededBy } from './waitGrid.ts';

/** Counts up when the same seed may give other numbers than before. */
export const engineVersion = '2';

export interface SimulationOptions {
  readonly seed?: number;
  /** Pairs of days; `auto` stops when the difference of the index is known well enough [D42]. */
  readonly replications?: number | 'auto';
  readonly model?: QualityModel;
  /** Draws behind the bands. */
  readonly draws?: number;
}

/** After every batch of pairs: how far it is, and the forecast so far when asked. */
export interface SimulationProgress {
  readonly pairs: number;
  readonly of: number;
  readonly forecast: () => PlanForecast;
}

export const usualPairs = 100;
const mostPairs = 400;
/** Fewer than formulas use: here they share the second that a person waits with the engine. */
const usualDraws = 100;
const leastPairs = 20;
const batchPairs = 10;

/**
 * The standard level: pairs of simulated days, each with the same customers with and without the plan. A generator, so
 * that a worker can show progress, hand out the forecast so far, and stop between batches.
 */
export function* simulation(
  map: JourneyMap,
  plan: Plan,
  options: SimulationOptions = {},
): Generator<SimulationProgress, Result<PlanForecast, readonly ServiceError[]>> {
  const service = serviceModel(map);
  if (!service.ok) return err(service.error);
  const { seed = 1, replications = usualPairs, draws = usualDraws } = options;
  const run = new Simulation(
    map,
    plan,
    options.model ?? map.qualityModels[0] ?? noModel,
    service.value,
    seed,
    draws,
  );
  const most = replications === 'auto' ? mostPairs : replications;
  while (run.pairs < most) {
    run.simulate(Math.min(batchPairs, most - run.pairs));
    yield { pairs: run.pairs, of: most, forecast: () => run.forecast(true) };
    if (run.cut || (replications === 'auto' && run.pairs >= leastPairs && run.isKnown())) break;
  }
  return ok(run.forecast(run.cut));
}

/** The whole run at once, for the command line and tests. */
export function simulatePlan(
  map: JourneyMap,
  plan: Plan,
  options: SimulationOptions = {},
): Result<PlanForecast, readonly ServiceError[]> {
  const run = simulation(map, plan, options);
  for (;;) {
    const next = run.next();
    if (next.done === true) return next.value;
  }
}

class Simulation {
  readonly #map: JourneyMap;
  readonly #plan: Plan;
  readonly #quality: QualityModel;
  readonly #seed: number;
  readonly #draws: number;
  readonly #effects: readonly PlanEffect[];
  readonly #calibrated: Calibrated;
  readonly #baseline: Side;
  /** The very same side where the plan does nothing to the service: the difference is then exactly 0. */
  readonly #planned: Side;
  readonly #measured: ReturnType<typeof measuredInputs>;
  readonly #batches: ScorecardPair[] = [];
  /** What all draws of all forecasts of this run share; made for the first. */
  #drawn: Drawn | undefined;
  pairs = 0;

  constructor(
    map: JourneyMap,
    plan: Plan,
    quality: QualityModel,
    model: ServiceModel,
    seed: number,
    draws: number,
  ) {
    this.#map = map;
    this.#plan = plan;
    this.#quality = quality;
    this.#seed = seed;
    this.#draws = draws;
    this.#effects = planEffects(map, plan);
    this.#measured = measuredInputs(map);
    this.#calibrated = calibrate(map, model, seed);
    const planned = applyToService(this.#calibrated.model, this.#effects, meanSize);
    this.#baseline = new Side(this.#calibrated.model);
    this.#planned = planned === this.#calibrated.model ? this.#baseline : new Side(planned);
  }

  get cut(): boolean {
    return this.#baseline.sum.cut || this.#planned.sum.cut;
  }

  /** One batch: its days count for the whole, and its own scores tell the noise. */
  simulate(pairs: number): void {
    const [before, after] = [this.#baseline, this.#planned];
    const sides = new Set([before, after]);
    for (const side of sides) side.startBatch();
    for (let i = 0; i < pairs; i++, this.pairs++)
      for (const side of sides) side.simulate(this.#seed, this.pairs);
    for (const side of sides) side.endBatch();
    this.#batches.push(this.#scores(before.batchRun(), after.batchRun(), meanSize, meanLinks));
  }

  /** [D42] Half the 90 % interval of the index's difference is at most half a point, or 5 % of it. */
  isKnown(): boolean {
    const differences = this.#batches.map(
      ({ baseline, plan }) => (plan.index.value ?? 0) - (baseline.index.value ?? 0),
    );
    const half = tQuantile(0.95, differences.length - 1) * standardError(differences);
    const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
    return half <= Math.max(0.5, 0.05 * Math.abs(mean));
  }

  forecast(partial: boolean): PlanForecast {
    const [before, after] = [this.#baseline.run(this.pairs), this.#planned.run(this.pairs)];
    const shown = (side: Side) => ({
      waits: simulatedWaits(side.sum, this.pairs),
      occupancy: [...simulatedOccupancy(side.sum)],
    });
    const luck = Array.from({ length: this.#draws }, (_, draw) => uniforms(this.#seed, draw));
    return assembleForecast(
      {
        map: this.#map,
        plan: this.#plan,
        effects: this.#effects,
        measured: this.#measured,
        service: {
          model: this.#calibrated.model,
          baseline: shown(this.#baseline),
          plan: shown(this.#planned),
        },
        serviceErrors: [],
        point: this.#scores(before, after, meanSize, meanLinks),
        pairs: this.#drawPairs(before, after, luck),
        noise: {
          batches: this.#batches,
          normals: luck.map((uniform) => ({
            baseline: normalQuantile(uniform('noise of the baseline'), 0, 1),
            difference: normalQuantile(uniform('noise of the difference'), 0, 1),
          })),
        },
      },
      {
        level: 'standard',
        seed: this.#seed,
        draws: this.#draws,
        calibrated: this.#calibrated.pools.length > 0,
        simulation: {
          engineVersion,
          replications: this.pairs,
          events:
            this.#baseline.sum.events + (this.#planned === this.#baseline ? 0 : this.#planned.sum.events),
          partial,
          sojournSeconds: {
            baseline: sojournFigures(this.#baseline.sum.sojourn),
            plan: sojournFigures(this.#planned.sum.sojourn),
          },
          calibration: this.#calibrated.pools,
        },
      },
    );
  }

  /** Level from the engine, slope by effect from the formulas, everything measured from its posterior. */
  #drawPairs(
    before: RunService,
    after: RunService,
    luck: readonly ReturnType<typeof uniforms>[],
  ): readonly ScorecardPair[] {
    this.#drawn ??= {
      inputsOf: inputDraws(this.#measured),
      weightsOf: weightDraws(this.#quality),
      shiftOf: effectResponses(this.#calibrated.model, this.#effects),
    };
    const { inputsOf, weightsOf, shiftOf } = this.#drawn;
    const level = vectorOf(after.figures);
    return luck.map((uniform) => {
      const sizeOf = drawnSizes(uniform);
      const shift = shiftOf(sizeOf);
      const plan: RunService =
        shift === undefined
          ? after
          : {
              model: applyToNodes(this.#calibrated.model, this.#effects, sizeOf),
              figures: figuresOf(
                level.map((value, i) => value + shift[i]!),
                after.figures,
              ),
            };
      return this.#scores(before, plan, sizeOf, drawnLinks(uniform), {
        quality: weightsOf(uniform),
        measured: inputsOf(uniform),
        origins: false,
      });
    });
  }

  #scores(
    before: RunService,
    after: RunService,
    sizeOf: EffectSize,
    links: SatisfactionLinks,
    { quality = this.#quality, measured = this.#measured, origins = true } = {},
  ): ScorecardPair {
    const inputs = planInputs(this.#map, measured, before, after, this.#effects, sizeOf, links);
    return {
      moreContactsPerDay: moreContacts(before, after),
      baseline: scoreMap(this.#map, quality, baselineInputs(measured, before), { origins }),
      plan: scoreMap(this.#map, quality, inputs, { origins }),
    };
  }
}

interface Drawn {
  readonly inputsOf: ReturnType<typeof inputDraws>;
  readonly weightsOf: ReturnType<typeof weightDraws>;
  readonly shiftOf: FigureShift;
}

/** The days of one side of the pairs. */
class Side {
  readonly #model: ServiceModel;
  readonly #compiled: CompiledService;
  readonly sum: DayTally;
  #batch: DayTally;
  #batchDays = 0;

  constructor(model: ServiceModel) {
    this.#model = model;
    this.#compiled = compileService(model);
    this.sum = this.#empty();
    this.#batch = this.#empty();
  }

  startBatch(): void {
    this.#batch = this.#empty();
    this.#batchDays = 0;
  }

  simulate(seed: number, replication: number): void {
    simulateDay(this.#compiled, seed, replication, { into: this.#batch });
    this.#batchDays++;
  }

  endBatch(): void {
    addTally(this.sum, this.#batch);
  }

  run(days: number): RunService {
    return simulatedService(this.#model, this.sum, days);
  }

  batchRun(): RunService {
    return simulatedService(this.#model, this.#batch, this.#batchDays);
  }

  #empty(): DayTally {
    return emptyTally(this.#model.nodes.length, this.#model.pools.length);
  }
}

export function sojournFigures(times: WaitTally): SojournFigures {
  const tail = tailOf(times);
  return {
    meanSeconds: meanOf(times),
    p50Seconds: waitExceededBy(tail, 0.5),
    p90Seconds: waitExceededBy(tail, 0.1),
  };
}
