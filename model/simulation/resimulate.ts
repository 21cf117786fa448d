import type { JourneyMap } from '../map/journeyMap.ts';
import { err, ok, type Result } from '../result.ts';
import type { ServiceError } from '../service/checkService.ts';
import type { LeverSet } from './optimisePlan.ts';
import type { Change } from './planForecast.ts';
import { planOf } from './portfolioProblem.ts';
import { simulation } from './simulatePlan.ts';

/** A set of levers that the formulas found, with what the engine says of it. */
export interface SimulatedSet extends LeverSet {
  /** Of the index, in points; null where too little is known. */
  readonly difference: Change['difference'];
}

/** Pairs of days for each set: enough to put five sets in order, a band apart. */
const usualPairs = 40;

export interface ResimulationStep {
  /** Pairs of days, over all sets. */
  readonly done: number;
  readonly of: number;
  /** The sets that are through, in the order they were given in. */
  readonly simulated: readonly SimulatedSet[];
}

/**
 * [K24] The sets that formulas found, simulated one after the other. A generator, so that a Worker can show how far it is,
 * hand out what is known already, and stop.
 */
export function* resimulation(
  map: JourneyMap,
  sets: readonly LeverSet[],
  weeks: number,
  pairs = usualPairs,
): Generator<ResimulationStep, Result<readonly SimulatedSet[], readonly ServiceError[]>> {
  let simulated: readonly SimulatedSet[] = [];
  for (const set of sets) {
    const run = simulation(map, planOf(map, set.levers, weeks), { replications: pairs });
    for (;;) {
      const next = run.next();
      if (next.done === true) {
        if (!next.value.ok) return err(next.value.error);
        simulated = [...simulated, { ...set, difference: next.value.value.index.difference }];
        break;
      }
      yield { done: simulated.length * pairs + next.value.pairs, of: sets.length * pairs, simulated };
    }
  }
  return ok(simulated);
}

/** Best first by the engine; of equals the cheaper one. */
export const bestFirst = (sets: readonly SimulatedSet[]): readonly SimulatedSet[] => {
  const gain = ({ difference, value }: SimulatedSet): number => difference?.value ?? value;
  return sets.toSorted((a, b) => gain(b) - gain(a) || a.cost - b.cost);
};
