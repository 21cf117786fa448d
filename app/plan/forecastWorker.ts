import { expose } from 'comlink';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Plan } from '../../model/map/plan.ts';
import { ok, type Result } from '../../model/result.ts';
import type { ServiceError } from '../../model/service/checkService.ts';
import { type OptimisedPlan, optimisePlan } from '../../model/simulation/optimisePlan.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import { quickForecast } from '../../model/simulation/quickForecast.ts';
import { tornado, type TornadoBar } from '../../model/simulation/tornado.ts';
import { simulation } from '../../model/simulation/simulatePlan.ts';

/** Forecasts away from the main thread: typing and panning never wait for them. */

/** How far a simulation is; now and then with the forecast so far. */
export interface SimulationStep {
  readonly pairs: number;
  readonly of: number;
  readonly forecast?: PlanForecast;
}

/** After these pairs the forecast so far is worth its while: a first band soon, a better one on the way. */
const shownAfter: ReadonlySet<number> = new Set([10, 40, 70]);

let stopped = false;

const forecaster = {
  quick: (map: JourneyMap, plan: Plan, draws: number): PlanForecast => quickForecast(map, plan, { draws }),
  tornado: (map: JourneyMap, plan: Plan): readonly TornadoBar[] => tornado(map, plan),
  optimise: (map: JourneyMap, budget: number): OptimisedPlan => optimisePlan(map, budget),
  simulate: async (
    map: JourneyMap,
    plan: Plan,
    onStep: (step: SimulationStep) => void,
  ): Promise<Result<PlanForecast, readonly ServiceError[]>> => {
    stopped = false;
    const run = simulation(map, plan);
    for (;;) {
      const next = run.next();
      if (next.done === true) return next.value;
      const { pairs, of, forecast } = next.value;
      onStep({ pairs, of, ...(shownAfter.has(pairs) && { forecast: forecast() }) });
      // Lets a stop, or a quick forecast, come in between two batches.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (stopped) return ok(forecast());
    }
  },
  stop: (): void => {
    stopped = true;
  },
};

export type Forecaster = typeof forecaster;

expose(forecaster);
