import { useEffect } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Plan } from '../../model/map/plan.ts';
import type { QualityModel } from '../../model/map/qualityModel.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import type { Undoable } from '../design/parts/toasts.ts';
import { planStoreOf, type PlanStore } from './planStore.ts';

/** What every part of the plan's panel and of the workbench works with. */
export interface PlanInHand {
  readonly map: JourneyMap;
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
  /** Of what `run` did. */
  readonly history: Undoable;
  readonly store: PlanStore;
  /** By which the forecast is scored; none: there is nothing to forecast. */
  readonly model: QualityModel | undefined;
  /** The shown plan, else the first one. */
  readonly plan: Plan | undefined;
  readonly isShown: boolean;
  readonly forecast: PlanForecast | undefined;
  /** The forecast is of the shown plan. */
  readonly isOfPlan: boolean;
  readonly computing: boolean;
}

export interface PlanInHandInput {
  readonly shared: SharedMap;
  readonly map: JourneyMap;
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
}

/** Keeps the forecast up to date as long as something shows it. */
export function usePlanInHand({ shared, map, readOnly, run }: PlanInHandInput): PlanInHand {
  const store = planStoreOf(shared);
  const shownPlanId = store((state) => state.shownPlanId);
  const forecast = store((state) => state.forecast);
  const computing = store((state) => state.computing);
  useEffect(() => store.watch(), [store]);
  return {
    map,
    readOnly,
    run,
    history: shared,
    store,
    model: map.qualityModels[0],
    plan: map.plans.find(({ id }) => id === shownPlanId) ?? map.plans[0],
    isShown: shownPlanId !== undefined,
    forecast,
    isOfPlan: shownPlanId !== undefined && forecast?.planId === shownPlanId,
    computing,
  };
}
