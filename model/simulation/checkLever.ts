import type { Lever } from '../map/lever.ts';
import { canonicalMetric } from '../quality/metricCatalogue.ts';
import { isParameter, type Parameter } from './planEffects.ts';

/** An effect that would count twice: through the service, and once more on a number that follows from it. */
export interface DoubleCount {
  readonly type: 'DoubleCounted';
  /** Positions in the lever's list of effects. */
  readonly parameter: number;
  readonly metric: number;
}

/** What the service computes from its parameters; satisfaction follows waits and solving [Q9]. */
const followsFromWaits = ['firstResponse', 'wait', 'serviceLevel', 'abandonment', 'timeToResolution', 'csat'];
const followsFromSolving = [
  'firstContactResolution',
  'reworkRate',
  'resolutionRate',
  'timeToResolution',
  'csat',
];
const follows: Readonly<Record<Parameter, readonly string[]>> = {
  arrivalsPerDay: followsFromWaits,
  arrivalShape: followsFromWaits,
  handleSeconds: [...followsFromWaits, 'handleTime'],
  handleCv: followsFromWaits,
  patienceSeconds: followsFromWaits,
  containment: [...followsFromWaits, 'containment'],
  resolvedShare: followsFromSolving,
  returnShare: followsFromSolving,
  returnAfterSeconds: followsFromWaits,
  transferShare: [...followsFromWaits, 'transferRate'],
  agents: followsFromWaits,
  shrinkage: followsFromWaits,
  concurrency: followsFromWaits,
  discipline: followsFromWaits,
  priority: followsFromWaits,
};

/** [K10] No lever may change a parameter of the service and also a metric that the service derives from it. */
export function doubleCounts(lever: Pick<Lever, 'effects'>): readonly DoubleCount[] {
  return lever.effects.flatMap(({ on: parameterName }, parameter) =>
    isParameter(parameterName)
      ? lever.effects.flatMap(({ on }, metric): readonly DoubleCount[] =>
          !isParameter(on) && follows[parameterName].includes(canonicalMetric(on))
            ? [{ type: 'DoubleCounted', parameter, metric }]
            : [],
        )
      : [],
  );
}
