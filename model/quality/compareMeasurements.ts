import { shownMeasurements } from '../layout/metricCells.ts';
import type { StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Measurement } from '../map/measurement.ts';
import type { MetricKey } from '../map/metric.ts';

/** What two states of a map say of one metric at one step. */
export interface ComparedNumber {
  readonly metric: MetricKey;
  /** `changed` also where the number that is shown is the same and another one of its metric here, or its source, is not. */
  readonly change: 'same' | 'added' | 'removed' | 'changed';
  /** The measurement that counts [Q1]; undefined where a side has none to show. */
  readonly before: Measurement | undefined;
  readonly after: Measurement | undefined;
}

export function compareMeasurements(
  before: JourneyMap,
  after: JourneyMap,
): (stepId: StepId) => readonly ComparedNumber[] {
  const [old, now] = [before, after].map(({ measurements }) => ({
    shown: shownMeasurements(measurements),
    all: byStepAndMetric(measurements),
  })) as [Side, Side];
  return (stepId) =>
    [...new Set([old, now].flatMap(({ all }) => [...(all.get(stepId)?.keys() ?? [])]))].map((metric) => {
      const [was, is] = [old, now].map(({ all }) => all.get(stepId)?.get(metric)) as [Numbers, Numbers];
      const shownOn = (side: Side) => side.shown.get(stepId)?.find((each) => each.metric === metric);
      return { metric, change: changeOf(was, is), before: shownOn(old), after: shownOn(now) };
    });
}

type Numbers = readonly Measurement[] | undefined;

interface Side {
  readonly shown: ReadonlyMap<StepId, readonly Measurement[]>;
  readonly all: ReadonlyMap<StepId, ReadonlyMap<MetricKey, readonly Measurement[]>>;
}

function byStepAndMetric(measurements: readonly Measurement[]): Side['all'] {
  const all = new Map<StepId, Map<MetricKey, Measurement[]>>();
  for (const measurement of measurements) {
    if (!('stepId' in measurement.on)) continue;
    const here = all.get(measurement.on.stepId) ?? new Map<MetricKey, Measurement[]>();
    all.set(
      measurement.on.stepId,
      here.set(measurement.metric, [...(here.get(measurement.metric) ?? []), measurement]),
    );
  }
  return all;
}

function changeOf(was: Numbers, is: Numbers): ComparedNumber['change'] {
  if (was === undefined) return 'added';
  if (is === undefined) return 'removed';
  // Records are plain JSON in canonical key order.
  return JSON.stringify(was) === JSON.stringify(is) ? 'same' : 'changed';
}
