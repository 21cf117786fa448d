import type { LaneId, PersonaId, StageId, StepId } from '../map/ids.ts';
import type { LayoutForecast } from './layoutForecast.ts';
import type { DescribeMeasurement } from './metricCells.ts';
import type { TextMeasure } from './textMeasure.ts';

export interface LayoutOptions {
  readonly measure: TextMeasure;
  readonly describeMeasurement: DescribeMeasurement;
  /** What is shown of the map; left out: all of it. */
  readonly show?: ShownParts;
  /** A plan's forecast, drawn over the map. */
  readonly forecast?: LayoutForecast;
}

export interface ShownParts {
  /** `journey` leaves out what the customer never sees (backstage and support) and draws no blueprint lines. */
  readonly view?: 'journey' | 'blueprint';
  readonly laneIds?: ReadonlySet<LaneId>;
  /** Of these lanes only the ones on a page of a booklet: the blueprint line below the last of them still stands. */
  readonly pageLaneIds?: ReadonlySet<LaneId>;
  readonly stageIds?: ReadonlySet<StageId>;
  /** Only these steps, and the stages that have one of them: a page of a booklet. */
  readonly stepIds?: ReadonlySet<StepId>;
  readonly personaIds?: ReadonlySet<PersonaId>;
  /** Width of steps that have none of their own; an export may widen them to fill its sheet. */
  readonly stepWidth?: number;
  /** Size of the stages' titles; a poster makes them larger, to be read from afar. */
  readonly stageSize?: number;
}
