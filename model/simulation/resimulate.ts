import type { JourneyMap } from '../map/journeyMap.ts';
import { err, ok, type Result } from '../result.ts';
import type { ServiceError } from '../service/checkService.ts';
import type { LeverSet } from './optimisePlan.ts';
import type { Change } from './planForecast.ts';
import { planOf } from './portfolioProblem.ts';
import { simulation } from './simulatePlan.ts';

/** A set of levers that the formulas chose, with what the engine says of it. */
export interface SimulatedSet extends LeverSet {
  /** Of the index, in points; null where too little is known. */
  readonly difference: Change['difference'];
}

/** Pairs of days for each set: enough to put five sets in order, a band apart. */
const usualPairs = 40;

/**
 * [K24] The sets that formulas found, simulated one after the other, best first by the engine. A generator, so that a Worker can
 * show how far it is and stop. `done` counts pairs of days over all sets.
 */
export function* resimulation(
  map: JourneyMap,
  sets: readonly LeverSet[],
  weeks: number,
  pairs = usualPairs,
): Generator<
  { readonly done: number; readonly of: number },
  Result<readonly SimulatedSet[], readonly ServiceError[]>
> {
  const simulated: SimulatedSet[] = [];
  for (const set of sets) {
    const run = simulation(map, planOf(map, set.levers, weeks), { replications: pairs });
    for (;;) {
      const next = run.next();
      if (next.done === true) {
        if (!next.value.ok) return err(next.value.error);
        simulated.push({ ...set, difference: next.value.value.index.difference });
        break;
      }
      yield { done: simulated.length * pairs + next.value.pairs, of: sets.length * pairs };
    }
  }
  const gain = ({ difference, value }: SimulatedSet): number => difference?.value ?? value;
  return ok(simulated.toSorted((a, b) => gain(b) - gain(a) || a.cost - b.cost));
}
