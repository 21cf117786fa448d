import { proxy, type Remote, wrap } from 'comlink';
import { useMemo } from 'react';
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { LayoutForecast } from '../../model/layout/layoutForecast.ts';
import type { PlanId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Plan } from '../../model/map/plan.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import type { TornadoBar } from '../../model/simulation/tornado.ts';
import type { MeasureFirst } from '../../model/simulation/measureFirst.ts';
import type { Result } from '../../model/result.ts';
import type { ServiceError } from '../../model/service/checkService.ts';
import type { LeverSet, OptimisedPlan } from '../../model/simulation/optimisePlan.ts';
import type { SimulatedSet } from '../../model/simulation/resimulate.ts';
import type { Forecaster, SimulationLevel, SimulationStep } from './forecastWorker.ts';
import { forecastOnMap } from './forecastOnMap.ts';

/**
 * Which plan lies over an open map on this screen, and its forecast: one for the panel and the canvas. It is neither
 * stored nor shared: whoever looks at a map decides for themselves what they see over it.
 */
export interface PlanState {
  /** The plan that is drawn over the map; undefined: the map as it is. */
  readonly shownPlanId: PlanId | undefined;
  /** Of the shown plan, or of no lever at all; while `computing` without bands, or of an earlier state of the map. */
  readonly forecast: PlanForecast | undefined;
  readonly computing: boolean;
  /** How far the simulation is that runs now. */
  readonly simulating: SimulationStep | undefined;
  /** Set when the last computation broke. */
  readonly problem: string | undefined;
}

export type PlanStore = UseBoundStore<StoreApi<PlanState>> & {
  /** Lays a plan over the map, or takes it away. */
  readonly show: (planId: PlanId | undefined) => void;
  /** Keeps the forecast up to date, even without a shown plan, until the answer is called. */
  readonly watch: () => () => void;
  /** Has the engine confirm the forecast; a change of the map makes it a quick estimate again. */
  readonly simulate: (level: SimulationLevel) => Promise<void>;
  readonly stopSimulating: () => void;
  /** Every plan of the map with its bands, one after the other. */
  readonly sideBySide: (map: JourneyMap) => Promise<readonly PlanForecast[]>;
  /** What the shown plan's difference hangs on, widest first; nothing while no plan is shown. */
  readonly tornado: () => Promise<readonly TornadoBar[]>;
  /** What to find out before choosing among the plans; nothing while no plan is shown. */
  readonly measureFirst: () => Promise<MeasureFirst | undefined>;
  /** The best levers of the map for a budget in minor units. */
  readonly optimise: (budget: number) => Promise<OptimisedPlan>;
  /** The best sets, simulated; undefined when it was stopped. */
  readonly resimulate: (
    sets: readonly LeverSet[],
    onStep: (share: number, simulated: readonly SimulatedSet[]) => void,
  ) => Promise<Result<readonly SimulatedSet[], readonly ServiceError[]> | undefined>;
  readonly stopResimulating: () => void;
};

/** The store of an open map; everybody who asks with the same map gets the same one. */
export function planStoreOf(shared: SharedMap): PlanStore {
  const known = stores.get(shared);
  if (known !== undefined) return known;
  const store = createPlanStore(shared, forecastInWorker, () => forecasterFor('engine'));
  stores.set(shared, store);
  return store;
}

const stores = new WeakMap<SharedMap, PlanStore>();

/** What the canvas draws over the map; undefined while no plan is shown. */
export function useForecastOnMap(shared: SharedMap): LayoutForecast | undefined {
  const store = planStoreOf(shared);
  const shown = store((state) => state.shownPlanId);
  const forecast = store((state) => state.forecast);
  return useMemo(
    () => (shown !== undefined && forecast?.planId === shown ? forecastOnMap(forecast) : undefined),
    [shown, forecast],
  );
}

/** 0 draws give the points alone, in a few milliseconds; the bands take a second. */
export type ComputeForecast = (map: JourneyMap, plan: Plan, draws: number) => Promise<PlanForecast>;

const drawsOfBands = 500;
/** Typing a card must not start a forecast at every key. */
const quietMs = 150;

export function createPlanStore(
  shared: SharedMap,
  compute: ComputeForecast,
  worker: () => Remote<Forecaster>,
  informer: () => Remote<Forecaster> = () => forecasterFor('information'),
): PlanStore {
  const store = create<PlanState>(() => ({
    shownPlanId: undefined,
    forecast: undefined,
    computing: false,
    simulating: undefined,
    problem: undefined,
  }));
  let watchers = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** What is to be forecast now; undefined while nobody looks. */
  const wanted = (): Question | undefined => {
    const { shownPlanId } = store.getState();
    if (watchers === 0 && shownPlanId === undefined) return undefined;
    const map = shared.map();
    return { map, plan: map.plans.find((plan) => plan.id === shownPlanId) ?? noPlan };
  };

  const stage = (draws: number, then: () => void) => {
    let answered: Question | undefined;
    let busy = false;
    const run = async (): Promise<void> => {
      const question = wanted();
      if (busy || question === undefined || sameQuestion(question, answered)) return;
      busy = true;
      answered = question;
      try {
        const forecast = await compute(question.map, question.plan, draws);
        if (sameQuestion(question, wanted())) store.setState({ forecast, problem: undefined });
      } catch (error) {
        store.setState({ problem: error instanceof Error ? error.message : String(error) });
      }
      busy = false;
      if (sameQuestion(question, wanted())) then();
      else void run();
    };
    return () => void run();
  };
  const bands = stage(drawsOfBands, () => store.setState({ computing: false }));
  const points = stage(0, bands);
  let asked: Question | undefined;
  const start = () => {
    // A plan that somebody has deleted lies over nothing any more.
    const { shownPlanId } = store.getState();
    if (shownPlanId !== undefined && wanted()?.plan.id !== shownPlanId)
      store.setState({ shownPlanId: undefined });
    const question = wanted();
    // Whatever else an edit changed, the forecast is made of the same numbers.
    if (sameQuestion(question, asked)) return;
    asked = question;
    store.setState({ computing: question !== undefined });
    points();
  };

  const simulate = async (level: SimulationLevel) => {
    const map = shared.map();
    const { shownPlanId } = store.getState();
    const plan = map.plans.find((each) => each.id === shownPlanId) ?? noPlan;
    const isCurrent = () => sameInputs(shared.map(), map) && store.getState().shownPlanId === shownPlanId;
    store.setState({ simulating: { level, pairs: 0, of: 1 } });
    try {
      const result = await worker().simulate(
        map,
        plan,
        level,
        proxy((step: SimulationStep) => {
          if (store.getState().simulating === undefined) return;
          const { forecast } = step;
          store.setState({ simulating: step, ...(forecast !== undefined && isCurrent() && { forecast }) });
        }),
      );
      if (result.ok && isCurrent()) store.setState({ forecast: result.value, problem: undefined });
    } catch (error) {
      store.setState({ problem: error instanceof Error ? error.message : String(error) });
    }
    store.setState({ simulating: undefined });
  };

  shared.subscribe(() => {
    clearTimeout(timer);
    if (wanted() !== undefined) timer = setTimeout(start, quietMs);
  });

  return Object.assign(store, {
    show: (planId: PlanId | undefined) => {
      store.setState({ shownPlanId: planId });
      start();
    },
    simulate,
    stopSimulating: () => void worker().stop('plan'),
    sideBySide: async (map: JourneyMap) => {
      const forecasts: PlanForecast[] = [];
      for (const plan of map.plans) forecasts.push(await compute(map, plan, drawsOfBands));
      return forecasts;
    },
    tornado: async () => {
      const plan = shared.map().plans.find((each) => each.id === store.getState().shownPlanId);
      return plan === undefined ? [] : worker().tornado(shared.map(), plan);
    },
    measureFirst: async () => {
      const plan = shared.map().plans.find((each) => each.id === store.getState().shownPlanId);
      return plan && informer().measureFirst(shared.map(), plan);
    },
    optimise: (budget: number) => worker().optimise(shared.map(), budget),
    resimulate: (
      sets: readonly LeverSet[],
      onStep: (share: number, simulated: readonly SimulatedSet[]) => void,
    ) => worker().resimulate(shared.map(), sets, proxy(onStep)),
    stopResimulating: () => void worker().stop('sets'),
    watch: () => {
      watchers += 1;
      start();
      return () => {
        watchers -= 1;
      };
    },
  });
}

interface Question {
  readonly map: JourneyMap;
  readonly plan: Plan;
}

const sameQuestion = (a: Question | undefined, b: Question | undefined): boolean =>
  a?.plan === b?.plan && (a === b || (a !== undefined && b !== undefined && sameInputs(a.map, b.map)));

/** What a forecast is made of; cards, comments and frozen forecasts are not in it. */
const forecastInputs = [
  'language',
  'currency',
  'steps',
  'lanes',
  'personas',
  'emotions',
  'metrics',
  'measurements',
  'evidence',
  'pools',
  'nodes',
  'arrivals',
  'qualityModels',
  'levers',
] as const satisfies readonly (keyof JourneyMap)[];

/** Maps share the records that an edit did not touch, so identity tells; the header is read anew as a whole. */
const sameInputs = (a: JourneyMap, b: JourneyMap): boolean =>
  forecastInputs.every((field) => a[field] === b[field]) &&
  JSON.stringify(a.business) === JSON.stringify(b.business);

const noPlan: Plan = { id: 'plan_none' as PlanId, title: '', horizonWeeks: 26, levers: [] };

const forecastInWorker: ComputeForecast = (map, plan, draws) =>
  forecasterFor(draws === 0 ? 'points' : 'bands').quick(map, plan, draws);

/** Points, bands, the engine and the value of information have a Worker each, so that none waits for another; each is made when first asked. */
function forecasterFor(job: 'points' | 'bands' | 'engine' | 'information'): Remote<Forecaster> {
  const made =
    forecasters.get(job) ??
    wrap<Forecaster>(new Worker(new URL('./forecastWorker.ts', import.meta.url), { type: 'module' }));
  forecasters.set(job, made);
  return made;
}
const forecasters = new Map<string, Remote<Forecaster>>();
