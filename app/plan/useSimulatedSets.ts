import { useEffect, useState } from 'react';
import type { Language } from '../../model/map/language.ts';
import {
  type LeverSet,
  type OptimisedPlan,
  setKey,
  setsToSimulate,
} from '../../model/simulation/optimisePlan.ts';
import type { SimulatedSet } from '../../model/simulation/resimulate.ts';
import { serviceErrorText } from '../../model/text/serviceTexts.ts';
import type { PlanStore } from './planStore.ts';

/** How far the engine is with the sets that formulas found. */
export interface SimulatedSets {
  /** Done so far; undefined when nothing runs. */
  readonly share?: number;
  /** Why it could not be simulated. */
  readonly problem?: string;
  /** What the engine says of a set; undefined as long as it has not been there. */
  readonly of: (set: LeverSet) => SimulatedSet | undefined;
}

/** Simulates what was found: it begins at once, shows what it has on the way and can be stopped. */
export function useSimulatedSets(
  found: OptimisedPlan | undefined,
  simulate: PlanStore['resimulate'],
  stop: () => void,
  language: Language,
): SimulatedSets {
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const [simulated, setSimulated] = useState<ReadonlyMap<string, SimulatedSet>>(new Map());
  useEffect(() => {
    if (found === undefined || found.levers.length === 0) return undefined;
    let gone = false;
    const show = (sets: readonly SimulatedSet[]) =>
      setSimulated((before) =>
        before.size === sets.length ? before : new Map(sets.map((set) => [setKey(set), set])),
      );
    const end = (sentence?: string) => {
      if (gone) return;
      setShare(undefined);
      setProblem(sentence);
    };
    setShare(0);
    setProblem(undefined);
    setSimulated(new Map());
    void simulate(setsToSimulate(found), (done, sets) => {
      if (gone) return;
      setShare(done);
      show(sets);
    }).then(
      (result) => {
        if (result?.ok === true && !gone) show(result.value);
        end(
          result?.ok === false
            ? result.error.map((error) => serviceErrorText(error, language)).join(' ')
            : undefined,
        );
      },
      (error: unknown) => end(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
      stop();
    };
    // The sets are found anew each time one asks; the language only chooses words.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [found]);
  return { share, problem, of: (set) => simulated.get(setKey(set)) };
}
