import { expose } from 'comlink';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Plan } from '../../model/map/plan.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import { quickForecast } from '../../model/simulation/quickForecast.ts';

/** Forecasts away from the main thread: typing and panning never wait for them. */
const forecaster = {
  quick: (map: JourneyMap, plan: Plan, draws: number): PlanForecast => quickForecast(map, plan, { draws }),
};

export type Forecaster = typeof forecaster;

expose(forecaster);
