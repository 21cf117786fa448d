import type { LayoutForecast } from '../layout/layoutForecast.ts';
import type { PlanForecast } from '../simulation/planForecast.ts';

/** The part of a plan's forecast that is drawn on the map: the curve with its band, and the wait under its measured value. */
export function forecastOnMap(forecast: PlanForecast): LayoutForecast {
  return {
    emotions: forecast.steps.flatMap((step) =>
      step.emotions.map(({ personaId, value, low, high }) => ({
        stepId: step.stepId,
        personaId,
        value,
        low,
        high,
      })),
    ),
    metrics: forecast.steps.flatMap((step) =>
      step.wait === undefined
        ? []
        : [{ stepId: step.stepId, metric: 'wait', value: step.wait.plan.meanSeconds }],
    ),
  };
}
