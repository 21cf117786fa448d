import { expose } from 'comlink';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Plan } from '../../model/map/plan.ts';
import { ok, type Result } from '../../model/result.ts';
import type { ServiceError } from '../../model/service/checkService.ts';
import { fullSimulation } from '../../model/simulation/fullLevel.ts';
import { type MeasureFirst, measureFirst } from '../../model/simulation/measureFirst.ts';
import {
  type LeverSet,
  type OptimisedPlan,
  optimisePlan,
  usualWeeks,
} from '../../model/simulation/optimisePlan.ts';
import { resimulation, type SimulatedSet } from '../../model/simulation/resimulate.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import { quickForecast } from '../../model/simulation/quickForecast.ts';
import { tornado, type TornadoBar } from '../../model/simulation/tornado.ts';
import { simulation } from '../../model/simulation/simulatePlan.ts';

/** Forecasts away from the main thread: typing and panning never wait for them. */

/** Pairs of days with slopes from formulas in about a second, or every draw simulated, in half a minute. */
export type SimulationLevel = 'standard' | 'full';

/** How far a simulation is; now and then with the forecast so far. */
export interface SimulationStep {
  readonly level: SimulationLevel;
  /** Pairs of days, or draws at the full level. */
  readonly pairs: number;
  readonly of: number;
  readonly forecast?: PlanForecast;
}

/** After these pairs (or draws) the forecast so far is worth its while: a first band soon, a better one on the way. */
const shownAfter: ReadonlySet<number> = new Set([10, 40, 70, 150, 300]);

/** What can be stopped. */
export type Stoppable = 'plan' | 'sets';

/** The run of each kind that goes on: one that was stopped, or has a successor, is no longer here. */
const running = new Map<Stoppable, object>();

/** Begins a run in place of an earlier one of its kind; the answer says whether it is still wanted. */
function begin(kind: Stoppable): () => boolean {
  const run = {};
  running.set(kind, run);
  return () => running.get(kind) === run;
}

const forecaster = {
  quick: (map: JourneyMap, plan: Plan, draws: number): PlanForecast => quickForecast(map, plan, { draws }),
  tornado: (map: JourneyMap, plan: Plan): readonly TornadoBar[] => tornado(map, plan),
  measureFirst: (map: JourneyMap, plan: Plan): MeasureFirst => measureFirst(map, plan),
  optimise: (map: JourneyMap, budget: number): OptimisedPlan => optimisePlan(map, budget),
  /** `onStep` is told the share that is done and the sets that are through; undefined when it was stopped. */
  resimulate: async (
    map: JourneyMap,
    sets: readonly LeverSet[],
    onStep: (share: number, simulated: readonly SimulatedSet[]) => void,
  ): Promise<Result<readonly SimulatedSet[], readonly ServiceError[]> | undefined> => {
    const isWanted = begin('sets');
    const run = resimulation(map, sets, usualWeeks);
    for (;;) {
      const next = run.next();
      if (next.done === true) return next.value;
      const { done, of, simulated } = next.value;
      onStep(done / of, simulated);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (!isWanted()) return undefined;
    }
  },
  simulate: async (
    map: JourneyMap,
    plan: Plan,
    level: SimulationLevel,
    onStep: (step: SimulationStep) => void,
  ): Promise<Result<PlanForecast, readonly ServiceError[]>> => {
    const isWanted = begin('plan');
    const run = level === 'full' ? fullSimulation(map, plan) : simulation(map, plan);
    for (;;) {
      const next = run.next();
      if (next.done === true) return next.value;
      const { pairs, of, forecast } = next.value;
      onStep({ level, pairs, of, ...(shownAfter.has(pairs) && { forecast: forecast() }) });
      // Lets a stop, or a quick forecast, come in between two batches.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (!isWanted()) return ok(forecast());
    }
  },
  stop: (kind: Stoppable): void => {
    running.delete(kind);
  },
};

export type Forecaster = typeof forecaster;

expose(forecaster);
