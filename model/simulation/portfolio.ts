/**
 * Which levers for a budget: maximises F(S) = sum over terms of open x (1 - product of (1 - closed)), less what levers cost
 * in quality elsewhere. Levers by the same mechanism form a group of which one option (a subset) is taken.
 * It is a search on a surrogate; forecasts of the winners are made by formulas and engine.
 */
export interface PortfolioProblem {
  /** What each term could still gain, in points of the index: weight x gap. */
  readonly open: readonly number[];
  readonly groups: readonly (readonly PortfolioOption[])[];
  readonly budget: number;
  /** Pairs of levers that may not be taken together, and levers that need another. */
  readonly excludes: readonly (readonly [string, string])[];
  readonly requires: readonly (readonly [lever: string, needed: string])[];
}

export interface PortfolioOption {
  readonly levers: readonly string[];
  readonly cost: number;
  /** By term: share of the open gap that it closes, 0..1. */
  readonly closes: readonly number[];
  /** Points of the index that it loses, whatever else is taken; 0 or less. */
  readonly loss: number;
}

export interface Portfolio {
  readonly levers: readonly string[];
  readonly cost: number;
  readonly value: number;
  readonly certificate: { readonly kind: 'optimal' } | { readonly kind: 'within'; readonly percent: number };
  readonly nodes: number;
}

/** Beyond this many nodes the best found so far is given, with how far it can be from the best possible. */
export const usualNodeCap = 60_000;

export function bestPortfolio(problem: PortfolioProblem, nodeCap = usualNodeCap): Portfolio {
  return bestPortfolios(problem, 1, nodeCap)[0];
}

/** The best of all sets and those next to it, best first, as far as they gain anything; else the empty set alone. */
export function bestPortfolios(
  problem: PortfolioProblem,
  count: number,
  nodeCap = usualNodeCap,
): readonly [Portfolio, ...Portfolio[]] {
  const search = new Search(problem, count, nodeCap);
  search.offer(greedy(problem));
  search.run();
  const bound = search.cut ? upperBound(problem) : 0;
  const portfolio = ({ value, choice }: Found): Portfolio => ({
    ...takenBy(choice),
    value,
    certificate: search.cut ? { kind: 'within', percent: distance(value, bound) } : { kind: 'optimal' },
    nodes: search.nodes,
  });
  const [first = { value: 0, choice: [] }, ...next] = search.best;
  return [portfolio(first), ...next.map(portfolio)];
}

interface Found {
  readonly value: number;
  readonly choice: Choice;
}

const takenBy = (choice: Choice): Pick<Portfolio, 'levers' | 'cost'> => ({
  levers: choice.flatMap((option) => option?.levers ?? []),
  cost: choice.reduce((sum, option) => sum + (option?.cost ?? 0), 0),
});

/** For hundreds of decisions: greedy, and a certificate from the concave relaxation. */
export function greedyPortfolio(problem: PortfolioProblem): Portfolio {
  const choice = greedy(problem);
  const value = valueOf(problem, choice);
  return {
    ...takenBy(choice),
    value,
    certificate: { kind: 'within', percent: distance(value, upperBound(problem)) },
    nodes: 0,
  };
}

const distance = (value: number, bound: number): number =>
  bound <= 0 ? 0 : Math.max(0, (100 * (bound - value)) / bound);

type Choice = readonly (PortfolioOption | undefined)[];

export function valueOf({ open }: PortfolioProblem, choice: Choice): number {
  let value = 0;
  const left = Float64Array.from(open);
  for (const option of choice) {
    if (option === undefined) continue;
    value += option.loss;
    option.closes.forEach((closes, t) => {
      value += left[t]! * closes;
      left[t]! *= 1 - closes;
    });
  }
  return value;
}

function gainOf(option: PortfolioOption, left: Float64Array): number {
  let gain = option.loss;
  const { closes } = option;
  for (let t = 0; t < left.length; t++) gain += left[t]! * closes[t]!;
  return gain;
}

/** Both by gain per cost and by gain alone; the better of the two. */
function greedy(problem: PortfolioProblem): Choice {
  const byRatio = greedyBy(problem, (gain, cost) => gain / Math.max(cost, 1e-9));
  const byGain = greedyBy(problem, (gain) => gain);
  return valueOf(problem, byRatio) >= valueOf(problem, byGain) ? byRatio : byGain;
}

function greedyBy(problem: PortfolioProblem, merit: (gain: number, cost: number) => number): Choice {
  const left = Float64Array.from(problem.open);
  const choice: (PortfolioOption | undefined)[] = problem.groups.map(() => undefined);
  // What is taken stays taken, so an option's gain only falls: old merits are upper bounds, looked at again in their order.
  const queue = problem.groups.flatMap((options, group) =>
    options.map((option) => ({ option, group, merit: merit(gainOf(option, left), option.cost), round: 0 })),
  );
  queue.sort((a, b) => b.merit - a.merit);
  let spent = 0;
  let round = 0;
  while (queue.length > 0) {
    const first = queue.shift()!;
    if (choice[first.group] !== undefined || spent + first.option.cost > problem.budget) continue;
    if (first.round < round) {
      first.merit = merit(gainOf(first.option, left), first.option.cost);
      first.round = round;
      const at = queue.findIndex((other) => other.merit < first.merit);
      queue.splice(at < 0 ? queue.length : at, 0, first);
      continue;
    }
    if (first.merit <= 0) break;
    choice[first.group] = first.option;
    if (!isAllowed(problem, choice)) {
      choice[first.group] = undefined;
      continue;
    }
    spent += first.option.cost;
    first.option.closes.forEach((closes, t) => (left[t]! *= 1 - closes));
    round++;
  }
  return choice;
}

function isAllowed({ excludes, requires }: PortfolioProblem, choice: Choice): boolean {
  const taken = new Set(choice.flatMap((option) => option?.levers ?? []));
  return (
    !excludes.some(([a, b]) => taken.has(a) && taken.has(b)) &&
    !requires.some(([lever, needed]) => taken.has(lever) && !taken.has(needed))
  );
}

/** Branch and bound over the groups, those with the most to gain for their cost first. */
class Search {
  readonly #problem: PortfolioProblem;
  readonly #nodeCap: number;
  readonly #order: readonly number[];
  readonly #count: number;
  /** The best so far, best first. */
  best: (Found & { readonly key: string })[] = [];
  nodes = 0;
  cut = false;

  constructor(problem: PortfolioProblem, count: number, nodeCap: number) {
    this.#problem = problem;
    this.#count = count;
    this.#nodeCap = nodeCap;
    const left = Float64Array.from(problem.open);
    const merit = problem.groups.map((options) =>
      Math.max(0, ...options.map((option) => gainOf(option, left) / Math.max(1e-9, option.cost))),
    );
    this.#order = problem.groups.map((_, group) => group).sort((a, b) => merit[b]! - merit[a]!);
  }

  /** What a set must gain to be among the best. */
  get #least(): number {
    return this.best.length < this.#count ? 0 : (this.best.at(-1)?.value ?? 0);
  }

  offer(choice: Choice, value = valueOf(this.#problem, choice)): void {
    if (value <= this.#least + 1e-12 || !isAllowed(this.#problem, choice)) return;
    const key = takenBy(choice).levers.join(' ');
    if (this.best.some((other) => other.key === key)) return;
    this.best.push({ value, choice: [...choice], key });
    this.best.sort((a, b) => b.value - a.value);
    this.best.length = Math.min(this.best.length, this.#count);
  }

  run(): void {
    const choice = this.#problem.groups.map((): PortfolioOption | undefined => undefined);
    this.#visit(0, choice, Float64Array.from(this.#problem.open), 0, 0);
  }

  #visit(
    depth: number,
    choice: (PortfolioOption | undefined)[],
    left: Float64Array,
    value: number,
    spent: number,
  ): void {
    if (this.cut) return;
    if (++this.nodes > this.#nodeCap) {
      this.cut = true;
      return;
    }
    this.offer(choice, value);
    if (depth === this.#order.length) return;
    const budget = this.#problem.budget - spent;
    const rest = this.#order.slice(depth);
    const hull = rest.map((group) => hullOf(this.#problem.groups[group]!, left, budget));
    // Gains only fall as more is taken, so today's gains bound every way to go on.
    if (value + fill(hull, budget) <= this.#least + 1e-9) return;

    const group = this.#order[depth]!;
    const options = this.#problem.groups[group]!.filter((option) => option.cost <= budget)
      .map((option) => ({ option, gain: gainOf(option, left) }))
      .sort((a, b) => b.gain - a.gain);
    for (const { option, gain } of options) {
      choice[group] = option;
      if (this.#mayStand(choice))
        this.#visit(
          depth + 1,
          choice,
          left.map((open, t) => open * (1 - option.closes[t]!)),
          value + gain,
          spent + option.cost,
        );
    }
    choice[group] = undefined;
    this.#visit(depth + 1, choice, left, value, spent);
  }

  #mayStand(choice: Choice): boolean {
    const taken = new Set(choice.flatMap((option) => option?.levers ?? []));
    return !this.#problem.excludes.some(([a, b]) => taken.has(a) && taken.has(b));
  }
}

interface Increment {
  readonly cost: number;
  readonly gain: number;
}

/** The upper concave hull of a group's options by cost: what a fraction of the group could give at best. */
function hullOf(
  options: readonly PortfolioOption[],
  left: Float64Array,
  budget: number,
): readonly Increment[] {
  const points = options
    .filter((option) => option.cost <= budget)
    .map((option) => ({ cost: option.cost, gain: gainOf(option, left) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => a.cost - b.cost || b.gain - a.gain);
  const hull: { cost: number; gain: number }[] = [{ cost: 0, gain: 0 }];
  for (const point of points) {
    if (point.gain <= hull.at(-1)!.gain) continue;
    while (hull.length > 1) {
      const [a, b] = [hull.at(-2)!, hull.at(-1)!];
      if ((b.gain - a.gain) * (point.cost - a.cost) > (point.gain - a.gain) * (b.cost - a.cost)) break;
      hull.pop();
    }
    hull.push(point);
  }
  return hull
    .slice(1)
    .map((point, i) => ({ cost: point.cost - hull[i]!.cost, gain: point.gain - hull[i]!.gain }));
}

/** Fills a budget with increments by gain per cost, the last one in part. */
function fill(hulls: readonly (readonly Increment[])[], budget: number): number {
  const increments = hulls.flat().sort((a, b) => b.gain * a.cost - a.gain * b.cost);
  let left = budget;
  let value = 0;
  for (const { cost, gain } of increments) {
    if (cost <= left) {
      value += gain;
      left -= cost;
    } else {
      value += (gain * left) / cost;
      break;
    }
  }
  return value;
}

/**
 * No choice within the budget can be better than this: the relaxation sum of open x (1 - e^-A), A linear in the shares
 * taken, is concave; Frank-Wolfe climbs it, and each step's linear problem gives a certified bound from above.
 */
export function upperBound(problem: PortfolioProblem, steps = 150): number {
  const { open, groups, budget } = problem;
  const items = groups.flatMap((options, group) =>
    options
      .filter((option) => option.cost <= budget)
      .map((option) => ({
        option,
        group,
        // Closing a gap whole is an infinite A; this much of it is whole for every purpose.
        rates: Float64Array.from(option.closes, (closes) => -Math.log(1 - Math.min(closes, 1 - 1e-12))),
      })),
  );
  const taken = new Float64Array(items.length);
  const depth = new Float64Array(open.length);
  let loss = 0;
  let bound = Number.POSITIVE_INFINITY;
  for (let step = 0; step < steps; step++) {
    const slope = Float64Array.from(open, (gap, t) => gap * Math.exp(-depth[t]!));
    const value = loss + open.reduce((sum, gap, t) => sum + gap - slope[t]!, 0);
    const gains = items.map(({ option, rates }) => {
      let gain = option.loss;
      for (let t = 0; t < slope.length; t++) gain += slope[t]! * rates[t]!;
      return gain;
    });
    const corner = linearBest(items, gains, budget);
    let gap = 0;
    corner.forEach((share, i) => (gap += gains[i]! * (share - taken[i]!)));
    bound = Math.min(bound, value + gap);
    if (gap <= 1e-4 * Math.max(1e-9, value)) break;
    const pace = stepTo(open, items, taken, corner, depth);
    depth.fill(0);
    loss = 0;
    items.forEach(({ option, rates }, i) => {
      const share = taken[i]! + pace * (corner[i]! - taken[i]!);
      taken[i] = share;
      if (share === 0) return;
      loss += share * option.loss;
      for (let t = 0; t < depth.length; t++) depth[t]! += share * rates[t]!;
    });
  }
  return bound;
}

type Item = { readonly option: PortfolioOption; readonly group: number; readonly rates: Float64Array };

/** Shares of the items that gain most within the budget, at most one whole option a group: the hulls filled in order. */
function linearBest(items: readonly Item[], gains: readonly number[], budget: number): Float64Array {
  const shares = new Float64Array(items.length);
  const byGroup = new Map<number, number[]>();
  items.forEach(({ group }, i) => {
    if (gains[i]! > 0) byGroup.set(group, [...(byGroup.get(group) ?? []), i]);
  });
  const increments: { from: number; to: number; cost: number; gain: number }[] = [];
  for (const list of byGroup.values()) {
    list.sort((a, b) => items[a]!.option.cost - items[b]!.option.cost || gains[b]! - gains[a]!);
    const hull: number[] = [];
    const costOf = (i: number) => (i < 0 ? 0 : items[i]!.option.cost);
    const gain = (i: number) => (i < 0 ? 0 : gains[i]!);
    for (const i of list) {
      if (gain(i) <= gain(hull.at(-1) ?? -1)) continue;
      while (hull.length > 0) {
        const [a, b] = [hull.at(-2) ?? -1, hull.at(-1)!];
        if ((gain(b) - gain(a)) * (costOf(i) - costOf(a)) > (gain(i) - gain(a)) * (costOf(b) - costOf(a)))
          break;
        hull.pop();
      }
      hull.push(i);
    }
    hull.forEach((to, k) => {
      const from = hull[k - 1] ?? -1;
      increments.push({ from, to, cost: costOf(to) - costOf(from), gain: gain(to) - gain(from) });
    });
  }
  increments.sort((a, b) => b.gain * a.cost - a.gain * b.cost);
  let left = budget;
  for (const { from, to, cost } of increments) {
    const part = cost <= left ? 1 : left / cost;
    shares[to] = part;
    if (from >= 0) shares[from] = 1 - part;
    left -= part * cost;
    if (part < 1) break;
  }
  return shares;
}

/** How far towards the corner the concave function still rises, by bisection on its slope. */
function stepTo(
  open: readonly number[],
  items: readonly Item[],
  taken: Float64Array,
  corner: Float64Array,
  depth: Float64Array,
): number {
  const direction = new Float64Array(depth.length);
  let loss = 0;
  items.forEach(({ option, rates }, i) => {
    const change = corner[i]! - taken[i]!;
    if (change === 0) return;
    loss += change * option.loss;
    for (let t = 0; t < direction.length; t++) direction[t]! += change * rates[t]!;
  });
  const slope = (pace: number): number =>
    direction.reduce((sum, d, t) => sum + open[t]! * Math.exp(-(depth[t]! + pace * d)) * d, loss);
  if (slope(1) >= 0) return 1;
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

/** The best value for every budget at once, where no two options touch the same term: a knapsack by dynamic programming. */
export function additiveFrontier(
  problem: PortfolioProblem,
  steps = 5_000,
): readonly Pick<Portfolio, 'cost' | 'value' | 'levers'>[] {
  const unit = problem.budget / steps;
  const left = Float64Array.from(problem.open);
  const value = new Float64Array(steps + 1);
  const from: Int16Array[] = [];
  problem.groups.forEach((options) => {
    const before = value.slice();
    const taken = new Int16Array(steps + 1).fill(-1);
    options.forEach((option, o) => {
      const gain = gainOf(option, left);
      // Rounded up: what the frontier shows can be afforded.
      const size = unit > 0 ? Math.ceil(option.cost / unit - 1e-9) : 0;
      if (gain <= 0 || option.cost > problem.budget) return;
      for (let at = steps; at >= size; at--)
        if (before[at - size]! + gain > value[at]! + 1e-12) {
          value[at] = before[at - size]! + gain;
          taken[at] = o;
        }
    });
    from.push(taken);
  });
  const frontier: Pick<Portfolio, 'cost' | 'value' | 'levers'>[] = [];
  for (let at = 0; at <= steps; at++) {
    if (at > 0 && value[at]! <= value[at - 1]! + 1e-12) continue;
    const levers: string[] = [];
    let cost = 0;
    for (let group = problem.groups.length - 1, place = at; group >= 0; group--) {
      const option = problem.groups[group]![from[group]![place]!];
      if (option === undefined) continue;
      levers.unshift(...option.levers);
      cost += option.cost;
      place -= unit > 0 ? Math.ceil(option.cost / unit - 1e-9) : 0;
    }
    frontier.push({ cost, value: value[at]!, levers });
  }
  return frontier;
}
