import type { JourneyMap } from '../map/journeyMap.ts';
import {
  additiveFrontier,
  bestPortfolio,
  bestPortfolios,
  type Portfolio,
  type PortfolioProblem,
} from './portfolio.ts';
import { portfolioProblem } from './portfolioProblem.ts';

export type LeverSet = Pick<Portfolio, 'cost' | 'value' | 'levers'>;

/** The best set of levers for a budget, and what other budgets would buy. Points of the index, by formulas. */
export interface OptimisedPlan extends Portfolio {
  readonly budget: number;
  /** The best sets, best first: what is simulated before one decides. */
  readonly best: readonly LeverSet[];
  readonly frontier: readonly LeverSet[];
}

export const usualWeeks = 26;
/** Budgets tried for the frontier where levers interact. */
const budgets = 20;
/** Sets that are worth a simulation. */
const bestSets = 5;
/** Points of the frontier that get a band; of more, these lie evenly along it. */
const bandedPoints = 12;

export function optimisePlan(map: JourneyMap, budget: number, weeks = usualWeeks): OptimisedPlan {
  const problem = portfolioProblem(map, budget, weeks);
  const sets = bestPortfolios(problem, bestSets);
  const best = sets.filter(({ levers }) => levers.length > 0);
  return { budget, ...sets[0], best, frontier: frontierOf(problem) };
}

/** What is simulated: the best sets first, then points of the frontier, none of them twice. */
export const setsToSimulate = ({ best, frontier }: OptimisedPlan): readonly LeverSet[] => [
  ...new Map([...best, ...frontierInShort(frontier)].map((set) => [setKey(set), set])).values(),
];

/** Points evenly along a frontier, the last among them, without the empty set. */
export function frontierInShort(frontier: readonly LeverSet[]): readonly LeverSet[] {
  const bought = frontier.filter(({ levers }) => levers.length > 0);
  const count = Math.min(bandedPoints, bought.length);
  return Array.from({ length: count }, (_, i) => bought[Math.round(((i + 1) * bought.length) / count) - 1]!);
}

/** The same for the same levers, whatever their order. */
export const setKey = ({ levers }: Pick<LeverSet, 'levers'>): string => levers.toSorted().join(' ');

function frontierOf(problem: PortfolioProblem): OptimisedPlan['frontier'] {
  const touched = problem.open.map(
    (_, t) => problem.groups.filter((options) => options.some((option) => option.closes[t]! > 0)).length,
  );
  const isAdditive =
    touched.every((groups) => groups <= 1) && problem.excludes.length + problem.requires.length === 0;
  if (isAdditive) return additiveFrontier(problem);
  const found: LeverSet[] = [{ cost: 0, value: 0, levers: [] }];
  for (let step = 1; step <= budgets; step++) {
    const { cost, value, levers } = bestPortfolio(
      { ...problem, budget: (problem.budget * step) / budgets },
      20_000,
    );
    if (value > found.at(-1)!.value + 1e-9) found.push({ cost, value, levers });
  }
  return found;
}
