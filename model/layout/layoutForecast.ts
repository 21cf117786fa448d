import type { MetricKey } from '../map/metric.ts';
import type { PersonaId, StepId } from '../map/ids.ts';

/** What a plan is expected to change, as far as it is drawn on the map. Values as in the records. */
export interface LayoutForecast {
  readonly emotions: readonly EmotionForecast[];
  readonly metrics: readonly MetricForecast[];
}

export interface EmotionForecast {
  readonly personaId: PersonaId;
  readonly stepId: StepId;
  readonly value: number;
  /** Interval of the forecast; equal to the value when there is none. */
  readonly low: number;
  readonly high: number;
}

export interface MetricForecast {
  readonly stepId: StepId;
  readonly metric: MetricKey;
  readonly value: number;
}
