import type { Grade } from '../map/fields.ts';
import type { LeverId, NodeId, PoolId, StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Effect, Lever } from '../map/lever.ts';
import { indexMap } from '../map/mapIndex.ts';
import type { Plan, PlanLever } from '../map/plan.ts';
import { canonicalMetric } from '../quality/metricCatalogue.ts';
import { type Pert, pert } from '../quality/pert.ts';

/** One effect of a lever of a plan as it counts in the forecast: shrunk by its grade, at the strength of the horizon. */
export interface PlanEffect {
  readonly leverId: LeverId;
  /** Position in the lever's list; with the lever's id the name of this effect. */
  readonly index: number;
  /** A parameter of the service (isParameter), or a metric. */
  readonly on: string;
  readonly form: Effect['form'];
  /** As the lever says it. */
  readonly raw: Effect;
  /** After shrinkage, at full strength. */
  readonly size: Pert & { readonly low: number; readonly likely: number; readonly high: number };
  /** 0..1: how much of it works at the plan's horizon. */
  readonly strength: number;
  readonly byHour: readonly number[] | undefined;
  /** Empty: everywhere it applies. */
  readonly targets: ReadonlySet<StepId | NodeId | PoolId>;
  /** Effects of one group overlap; a lever without a group is a group of its own. */
  readonly group: string;
  /** The lever also changes containment: its effect on handle time is that of the work handed on [K5]. */
  readonly ofHandedOn: boolean;
}

/** What the service has of its own; effects on anything else are effects on a metric. */
export const parameters = [
  'arrivalsPerDay',
  'arrivalShape',
  'handleSeconds',
  'handleCv',
  'patienceSeconds',
  'containment',
  'resolvedShare',
  'returnShare',
  'returnAfterSeconds',
  'transferShare',
  'agents',
  'shrinkage',
  'concurrency',
  'discipline',
  'priority',
] as const;
export type Parameter = (typeof parameters)[number];

export const isParameter = (name: string): name is Parameter =>
  (parameters as readonly string[]).includes(name);

/** Metrics that a parameter stands for: where the service is simulated the parameter moves, else the metric itself. */
export const metricOfParameter: Readonly<Partial<Record<Parameter, string>>> = {
  arrivalsPerDay: 'volume',
  arrivalShape: 'arrivalProfile',
  handleSeconds: 'handleTime',
  patienceSeconds: 'patience',
  containment: 'containment',
  resolvedShare: 'firstContactResolution',
  returnShare: 'reworkRate',
  transferShare: 'transferRate',
  agents: 'agents',
  shrinkage: 'shrinkage',
  concurrency: 'concurrency',
};

const parameterOfMetric = new Map(
  Object.entries(metricOfParameter).map(([parameter, metric]) => [metric, parameter as Parameter]),
);

/** The effects of a plan's levers that are switched on and still or already work at its horizon. */
export function planEffects(map: JourneyMap, plan: Plan): readonly PlanEffect[] {
  const { leversById } = indexMap(map);
  return plan.levers.flatMap((use) => {
    const lever = leversById.get(use.leverId);
    return use.on && lever !== undefined ? effectsOf(lever, use, plan.horizonWeeks) : [];
  });
}

function effectsOf(lever: Lever, use: PlanLever, week: number): readonly PlanEffect[] {
  const strength = strengthAt(lever, week);
  if (strength === 0) return [];
  const effects = use.override?.effects ?? lever.effects;
  const ofHandedOn = effects.some((effect) => parameterNamed(effect.on) === 'containment');
  return effects.map((effect, index) => ({
    leverId: lever.id,
    index,
    on: parameterNamed(effect.on) ?? canonicalMetric(effect.on),
    form: effect.form,
    raw: effect,
    size: shrunk(effect),
    strength,
    byHour: effect.byHour,
    targets: new Set(use.targets),
    group: lever.group ?? lever.id,
    ofHandedOn: ofHandedOn && parameterNamed(effect.on) === 'handleSeconds',
  }));
}

const parameterNamed = (name: string): Parameter | undefined =>
  isParameter(name) ? name : parameterOfMetric.get(canonicalMetric(name));

/** [K2] Nothing during the lead time, then a straight ramp to full strength, then the decay by half-lives. */
export function strengthAt(
  lever: Pick<Lever, 'leadWeeks' | 'rampWeeks' | 'decayHalfLifeWeeks'>,
  week: number,
): number {
  const working = week - lever.leadWeeks;
  if (working < 0) return 0;
  const ramp = lever.rampWeeks === 0 ? 1 : Math.min(1, working / lever.rampWeeks);
  const fading = Math.max(0, working - lever.rampWeeks);
  return lever.decayHalfLifeWeeks === undefined ? ramp : ramp * 0.5 ** (fading / lever.decayHalfLifeWeeks);
}

/** How much of a claim is believed, by grade. Judgement of ours, not literature: shown beside every number it touches. */
export const believedShare: Readonly<Record<Grade, number>> = { A: 1, B: 0.8, C: 0.5, D: 0.3, E: 0.2 };

/** [Q11] A claim is shrunk by its grade; the team's own judgement counts as given. */
export function shrunk(effect: Effect): PlanEffect['size'] {
  const { basis, form, grade } = effect;
  let { low, likely, high } = effect;
  const k = believedShare[grade];
  if (basis === 'claim' && form === 'multiply') {
    [low, likely, high] = [low, likely, high].map((factor) => 1 + k * (factor - 1)) as [
      number,
      number,
      number,
    ];
  } else if (basis === 'claim' && form !== 'set') {
    // A fall is believed as a rise is: towards nothing.
    const doubtful = grade === 'C' || grade === 'D' || grade === 'E';
    if (likely >= 0) low = doubtful ? Math.min(0, low) : Math.min(low, k * likely);
    else high = doubtful ? Math.max(0, high) : Math.max(high, k * likely);
    likely *= k;
  }
  return { low, likely, high, ...pert(low, likely, high) };
}

/** One effect at one place, in one draw: its size at the horizon's strength. */
export interface Contribution {
  readonly form: Effect['form'];
  readonly size: number;
  readonly strength: number;
  readonly group: string;
}

/** How much the weaker of two levers by the same mechanism still adds: 0 nothing, 1 as if alone. Judgement, grade E. */
const overlap = 0.5;

/**
 * [K3] All contributions to one number at once, in an order of their own: set, add, multiply, then gaps closed one
 * after the other (gap x product of what each leaves open), so the order of levers is no matter.
 */
export function combine(base: number, contributions: readonly Contribution[], best: number): number {
  if (contributions.length === 0) return base;
  const changeOf = ({ form, size, strength }: Contribution): number =>
    strength * (form === 'multiply' ? size - 1 : form === 'set' ? size - base : size);
  const sizes = (form: Effect['form']): readonly number[] => {
    const only = contributions[0];
    // The usual case, thousands of times in a forecast.
    if (only !== undefined && contributions.length === 1) return only.form === form ? [changeOf(only)] : [];
    const groups = new Map<string, number[]>();
    for (const each of contributions) {
      if (each.form !== form) continue;
      groups.set(each.group, [...(groups.get(each.group) ?? []), changeOf(each)]);
    }
    return [...groups.values()].flatMap((group) =>
      group
        .sort((a, b) => Math.abs(b) - Math.abs(a))
        .map((change, i) => (i === 0 ? change : overlap * change)),
    );
  };
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const moved = base + sum(sizes('set')) + sum(sizes('add'));
  const scaled = sizes('multiply').reduce((value, change) => value * Math.max(0, 1 + change), moved);
  const open = sizes('gapClosure').reduce((gap, closed) => gap * (1 - Math.min(1, closed)), 1);
  return open === 1 ? scaled : best + (scaled - best) * open;
}
