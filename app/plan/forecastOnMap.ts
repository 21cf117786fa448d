import type { LayoutForecast } from '../../model/layout/layoutForecast.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';

/** A forecast as far as it is drawn on the map: the curve with its band, and the waits under their steps. */
export function forecastOnMap(forecast: PlanForecast): LayoutForecast {
  return {
    emotions: forecast.steps.flatMap((step) =>
      step.emotions.map(({ personaId, value, low, high }) => ({
        personaId,
        stepId: step.stepId,
        value,
        low,
        high,
      })),
    ),
    metrics: forecast.steps.flatMap(({ stepId, wait }) =>
      wait === undefined || wait.plan.meanSeconds === wait.baseline.meanSeconds
        ? []
        : [{ stepId, metric: 'wait', value: wait.plan.meanSeconds }],
    ),
  };
}
