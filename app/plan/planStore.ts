import { wrap } from 'comlink';
import { useMemo } from 'react';
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { LayoutForecast } from '../../model/layout/layoutForecast.ts';
import type { PlanId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Plan } from '../../model/map/plan.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import type { Forecaster } from './forecastWorker.ts';
import { forecastOnMap } from './forecastOnMap.ts';

/**
 * Which plan lies over an open map on this screen, and its forecast: one for the panel and the canvas. It is neither
 * stored nor shared: whoever looks at a map decides for themselves what they see over it.
 */
export interface PlanState {
  /** The plan that is drawn over the map; undefined: the map as it is. */
  readonly shownPlanId: PlanId | undefined;
  /** Of the shown plan, or of no lever at all; of an earlier state of the map while `computing`. */
  readonly forecast: PlanForecast | undefined;
  readonly computing: boolean;
  /** Set when the last computation broke. */
  readonly problem: string | undefined;
}

export type PlanStore = UseBoundStore<StoreApi<PlanState>> & {
  /** Lays a plan over the map, or takes it away. */
  readonly show: (planId: PlanId | undefined) => void;
  /** Keeps the forecast up to date, even without a shown plan, until the answer is called. */
  readonly watch: () => () => void;
};

/** The store of an open map; everybody who asks with the same map gets the same one. */
export function planStoreOf(shared: SharedMap): PlanStore {
  const known = stores.get(shared);
  if (known !== undefined) return known;
  const store = createPlanStore(shared, forecastInWorker);
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

export type ComputeForecast = (map: JourneyMap, plan: Plan) => Promise<PlanForecast>;

/** Typing a card must not start a forecast at every key. */
const quietMs = 150;

export function createPlanStore(shared: SharedMap, compute: ComputeForecast): PlanStore {
  const store = create<PlanState>(() => ({
    shownPlanId: undefined,
    forecast: undefined,
    computing: false,
    problem: undefined,
  }));
  let watchers = 0;
  let computed: readonly [JourneyMap, PlanId | undefined] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;

  const wanted = () => watchers > 0 || store.getState().shownPlanId !== undefined;
  const upToDate = () => computed?.[0] === shared.map() && computed[1] === store.getState().shownPlanId;

  const run = async () => {
    if (running || !wanted() || upToDate()) return;
    running = true;
    const map = shared.map();
    const { shownPlanId } = store.getState();
    const plan = map.plans.find((each) => each.id === shownPlanId);
    store.setState({ computing: true, ...(plan === undefined ? { shownPlanId: undefined } : {}) });
    computed = [map, plan?.id];
    try {
      const forecast = await compute(map, plan ?? noPlan);
      store.setState({ forecast, problem: undefined });
    } catch (error) {
      store.setState({ problem: error instanceof Error ? error.message : String(error) });
    }
    running = false;
    store.setState({ computing: false });
    void run();
  };

  shared.subscribe(() => {
    clearTimeout(timer);
    if (wanted()) timer = setTimeout(() => void run(), quietMs);
  });

  return Object.assign(store, {
    show: (planId: PlanId | undefined) => {
      store.setState({ shownPlanId: planId });
      void run();
    },
    watch: () => {
      watchers += 1;
      void run();
      return () => {
        watchers -= 1;
      };
    },
  });
}

const noPlan: Plan = { id: 'plan_none' as PlanId, title: '', horizonWeeks: 26, levers: [] };

/** One Worker for all maps of this page, made when the first forecast is asked for. */
const forecastInWorker: ComputeForecast = (map, plan) => {
  forecaster ??= wrap<Forecaster>(
    new Worker(new URL('./forecastWorker.ts', import.meta.url), { type: 'module' }),
  );
  return forecaster.quick(map, plan);
};
let forecaster: ReturnType<typeof wrap<Forecaster>> | undefined;
