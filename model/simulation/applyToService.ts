import type { Pool } from '../map/pool.ts';
import {
  judgesResolution,
  type ModelArrivals,
  type ModelNode,
  type ModelPool,
  outcomeShare,
  type ServiceModel,
  withOutcomeShare,
} from '../service/serviceModel.ts';
import { combine, type Contribution, isParameter, type Parameter, type PlanEffect } from './planEffects.ts';

/** The size of an effect in one draw, or its mean. */
export type EffectSize = (effect: PlanEffect) => number;

/** Handle time never falls below this share of what it was, however many levers promise it. */
const leastHandleShare = 0.4;

/** [K1] The service as it would be under a plan. Without effects that apply it is the very same object. */
export function applyToService(
  model: ServiceModel,
  effects: readonly PlanEffect[],
  sizeOf: EffectSize,
): ServiceModel {
  const found = collectEffects(effects, sizeOf);
  if (found === undefined) return model;
  const { collect, anyApplied } = found;
  const changed = {
    nodes: changedNodes(model, collect),
    pools: model.pools.map((pool, p) => changedPool(model, pool, p, collect)),
    arrivals: model.arrivals.map((arrivals) => changedArrivals(model, arrivals, collect)),
  };
  return anyApplied() ? changed : model;
}

/** What the plan makes of the work and its routes alone, where the waits are known already: people and arrivals stay. */
export function applyToNodes(
  model: ServiceModel,
  effects: readonly PlanEffect[],
  sizeOf: EffectSize,
): ServiceModel {
  const found = collectEffects(effects, sizeOf);
  return found === undefined ? model : { ...model, nodes: changedNodes(model, found.collect) };
}

function changedNodes(model: ServiceModel, collect: Collect): ServiceModel['nodes'] {
  const handedOn = peopleAfter(model);
  return model.nodes.map((node, i) => changedNode(model, node, i, handedOn, collect));
}

/** The effects on the service, to be asked by parameter; undefined: there are none. */
function collectEffects(effects: readonly PlanEffect[], sizeOf: EffectSize) {
  const byParameter = new Map<string, PlanEffect[]>();
  for (const effect of effects) {
    if (!isParameter(effect.on)) continue;
    const known = byParameter.get(effect.on);
    if (known === undefined) byParameter.set(effect.on, [effect]);
    else known.push(effect);
  }
  if (byParameter.size === 0) return undefined;
  let applied = false;
  const collect: Collect = (parameter, applies, hour) => {
    const here = byParameter.get(parameter);
    if (here === undefined) return nothing;
    return here.flatMap((effect) => {
      if (!applies(effect)) return [];
      applied = true;
      return {
        form: effect.form,
        size: weighted(effect, sizeOf(effect), hour),
        strength: effect.strength,
        group: effect.group,
      };
    });
  };
  return { collect, anyApplied: () => applied };
}

const nothing: readonly Contribution[] = [];

type Collect = (
  parameter: Parameter,
  applies: (effect: PlanEffect) => boolean,
  hour?: number,
) => readonly Contribution[];

/** An effect by hour: its size times the hour's weight (a factor as its distance from 1). */
function weighted(effect: PlanEffect, size: number, hour: number | undefined): number {
  const weight = hour === undefined ? 1 : (effect.byHour?.[hour] ?? 1);
  return effect.form === 'multiply' ? 1 + (size - 1) * weight : size * weight;
}

function changedNode(
  model: ServiceModel,
  node: ModelNode,
  index: number,
  handedOn: ReadonlyMap<number, ReadonlySet<number>>,
  contributions: Collect,
): ModelNode {
  const pool = model.pools[node.pool];
  const aimed = ({ targets }: PlanEffect): boolean =>
    targets.has(node.id) || targets.has(node.stepId) || (pool !== undefined && targets.has(pool.id));
  /** Aimed at this node, or at nothing in particular and this is where it works by itself. */
  const here =
    (usual: boolean) =>
    (effect: PlanEffect): boolean =>
      effect.targets.size === 0 ? usual : aimed(effect);
  const handle = contributions('handleSeconds', (effect) => {
    if (effect.ofHandedOn) return receivesFrom(model, handedOn.get(index), effect);
    if (effect.targets.size === 0) return pool !== undefined;
    return aimed(effect) && (pool !== undefined || onlyMachines(model, effect));
  });
  return {
    ...node,
    routes: changedRoutes(node, (parameter) => contributions(parameter, here(true))),
    handleSeconds: Math.max(
      leastHandleShare * node.handleSeconds,
      combine(node.handleSeconds, handle, leastHandleShare * node.handleSeconds),
    ),
    handleCv: Math.max(0, combine(node.handleCv, contributions('handleCv', here(pool !== undefined)), 0)),
    // Endless patience stays endless, and an effect on it counts as applied nowhere.
    patienceSeconds: Number.isFinite(node.patienceSeconds)
      ? Math.max(
          1,
          combine(node.patienceSeconds, contributions('patienceSeconds', here(true)), node.patienceSeconds),
        )
      : node.patienceSeconds,
    containment: asShare(
      combine(
        node.containment,
        contributions('containment', (effect) =>
          effect.targets.size === 0 ? node.containment > 0 : node.kind === 'selfService' && aimed(effect),
        ),
        1,
      ),
    ),
    priority: Math.round(
      Math.min(9, Math.max(0, combine(node.priority, contributions('priority', here(false)), 0))),
    ),
  };
}

/** Shares of solved, coming back and handed on, where a node has such routes. */
function changedRoutes(
  node: ModelNode,
  contributions: (parameter: Parameter) => readonly Contribution[],
): ModelNode['routes'] {
  let { routes } = node;
  if (judgesResolution(node)) {
    // Fewer who come back are more who are solved at once, and the other way round.
    routes = withShare(routes, 'resolved', contributions('resolvedShare'), 1);
    routes = withShare(routes, 'unresolved', contributions('returnShare'), 0);
    const returnAfter = contributions('returnAfterSeconds');
    if (returnAfter.length > 0)
      routes = routes.map((route) =>
        route.outcome === 'unresolved'
          ? { ...route, afterSeconds: Math.max(0, combine(route.afterSeconds, returnAfter, 0)) }
          : route,
      );
  }
  if (outcomeShare(routes, 'escalated') > 0)
    routes = withShare(routes, 'escalated', contributions('transferShare'), 0);
  return routes;
}

function withShare(
  routes: ModelNode['routes'],
  outcome: 'resolved' | 'unresolved' | 'escalated',
  contributions: readonly Contribution[],
  best: number,
): ModelNode['routes'] {
  const share = outcomeShare(routes, outcome);
  if (contributions.length === 0 || share === 0) return routes;
  return withOutcomeShare(routes, outcome, asShare(combine(share, contributions, best)));
}

const disciplines: readonly Pool['discipline'][] = ['fifo', 'priority', 'smart'];

function changedPool(model: ServiceModel, pool: ModelPool, index: number, contributions: Collect): ModelPool {
  const here = ({ targets }: PlanEffect): boolean =>
    targets.size === 0 ||
    targets.has(pool.id) ||
    model.nodes.some((node) => node.pool === index && (targets.has(node.id) || targets.has(node.stepId)));
  const discipline = contributions('discipline', here);
  return {
    ...pool,
    agents: pool.agents.map((agents, hour) =>
      Math.max(0, combine(agents, contributions('agents', here, hour), agents)),
    ),
    shrinkage: Math.min(0.6, Math.max(0, combine(pool.shrinkage, contributions('shrinkage', here), 0))),
    concurrency: Math.round(
      Math.min(6, Math.max(1, combine(pool.concurrency, contributions('concurrency', here), 6))),
    ),
    discipline: disciplines[Math.round(discipline[0]?.size ?? -1)] ?? pool.discipline,
  };
}

function changedArrivals(
  model: ServiceModel,
  arrivals: ModelArrivals,
  contributions: Collect,
): ModelArrivals {
  const node = model.nodes[arrivals.node]!;
  const here = ({ targets }: PlanEffect): boolean =>
    targets.size === 0 || targets.has(node.id) || targets.has(node.stepId);
  const open = arrivals.profile.filter((share) => share > 0);
  const even = 1 / Math.max(1, open.length);
  const shaped = arrivals.profile.map((share, hour) =>
    share === 0 ? 0 : Math.max(0, combine(share, contributions('arrivalShape', here, hour), even)),
  );
  const sum = shaped.reduce((total, share) => total + share, 0);
  return {
    ...arrivals,
    perDay: Math.max(0, combine(arrivals.perDay, contributions('arrivalsPerDay', here), arrivals.perDay)),
    // Summing and dividing would change the last digit of a shape that nothing touched.
    profile:
      contributions('arrivalShape', here).length === 0
        ? arrivals.profile
        : shaped.map((share) => share / sum),
  };
}

const asShare = (value: number): number => Math.min(1, Math.max(0, value));

/** By node with people: the machines whose work they are the first to take over. */
function peopleAfter(model: ServiceModel): ReadonlyMap<number, ReadonlySet<number>> {
  const result = new Map<number, Set<number>>();
  model.nodes.forEach((machine, start) => {
    if (machine.pool >= 0) return;
    const seen = new Set([start]);
    for (const i of seen)
      for (const { to, outcome, share } of model.nodes[i]!.routes) {
        const next = model.nodes[to];
        if (next === undefined || share === 0 || outcome === 'unresolved') continue;
        if (next.pool < 0) seen.add(to);
        else result.set(to, (result.get(to) ?? new Set<number>()).add(start));
      }
  });
  return result;
}

/** [K5] What a machine no longer solves goes to the people behind it, and takes them longer. */
function receivesFrom(
  model: ServiceModel,
  machines: ReadonlySet<number> | undefined,
  { targets }: PlanEffect,
): boolean {
  return [...(machines ?? [])].some((machine) => {
    const { id, stepId, containment } = model.nodes[machine]!;
    return targets.size === 0 ? containment > 0 : targets.has(id) || targets.has(stepId);
  });
}

const onlyMachines = (model: ServiceModel, { targets }: PlanEffect): boolean =>
  !model.nodes.some(
    (node) =>
      node.pool >= 0 &&
      (targets.has(node.id) || targets.has(node.stepId) || targets.has(model.pools[node.pool]!.id)),
  );
