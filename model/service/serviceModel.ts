import type { Channel } from '../map/channel.ts';
import type { ArrivalsId, NodeId, PoolId, StepId } from '../map/ids.ts';
import type { Pool } from '../map/pool.ts';
import type { Route, ServiceNode } from '../map/serviceNode.ts';

/**
 * The service of a map as numbers only: what formulas and the engine run on, and what a plan's effects change.
 * References are indexes into these lists, so nothing is looked up while it runs.
 */
export interface ServiceModel {
  readonly nodes: readonly ModelNode[];
  readonly pools: readonly ModelPool[];
  readonly arrivals: readonly ModelArrivals[];
}

export interface ModelNode {
  readonly id: NodeId;
  readonly title: string;
  readonly stepId: StepId;
  /** Where customers feel the wait. */
  readonly waitStepId: StepId;
  readonly kind: ServiceNode['kind'];
  readonly channel: Channel | undefined;
  readonly startsContact: boolean;
  /** Index of the pool that does the work; -1: nobody has to (self-service, delay). */
  readonly pool: number;
  readonly skill: string | undefined;
  readonly priority: number;
  readonly handleSeconds: number;
  readonly handleCv: number;
  /** Lognormal fits handle times (bank data of Feb 1999: KS distance .017, exponential .086); gamma serves comparison with formulas. */
  readonly handleShape: 'lognormal' | 'gamma';
  /** Infinity: waits without end. */
  readonly patienceSeconds: number;
  /** Most who wait here; Infinity: no limit. */
  readonly queueCap: number;
  readonly containment: number;
  /** Shares of those not contained; all but `abandoned` sum to 1. */
  readonly routes: readonly ModelRoute[];
}

export interface ModelRoute {
  readonly outcome: Route['outcome'];
  /** Index of the next node, or `exit` or `lost`. */
  readonly to: number;
  readonly share: number;
  readonly afterSeconds: number;
}

export const exit = -1;
export const lost = -2;

export interface ModelPool {
  readonly id: PoolId;
  readonly title: string;
  /** Rostered people by hour. */
  readonly agents: readonly number[];
  readonly shrinkage: number;
  readonly concurrency: number;
  readonly discipline: Pool['discipline'];
  readonly skills: readonly string[];
}

export interface ModelArrivals {
  readonly id: ArrivalsId;
  readonly node: number;
  readonly perDay: number;
  /** Share of the day in each hour, sums to 1. */
  readonly profile: readonly number[];
  readonly dayVariation: number;
}

/** Whether it turns out here that a matter is solved: a node from which some leave unresolved. */
export const judgesResolution = (node: { readonly routes: readonly ModelRoute[] }): boolean =>
  node.routes.some((route) => route.outcome === 'unresolved');

/** Share of the routes of an outcome. */
export const outcomeShare = (
  routes: readonly Pick<ModelRoute, 'outcome' | 'share'>[],
  outcome: Route['outcome'],
): number => routes.reduce((sum, route) => sum + (route.outcome === outcome ? route.share : 0), 0);

/** Share of those who are served that is sent on: of the routes of all outcomes but `abandoned`. */
export const servedShare = (routes: readonly Pick<ModelRoute, 'outcome' | 'share'>[]): number =>
  routes.reduce((sum, { outcome, share }) => sum + (outcome === 'abandoned' ? 0 : share), 0);

/** [D22] Gives an outcome a new share; the other outcomes (but `abandoned`) share the rest in their old proportion. */
export function withOutcomeShare(
  routes: readonly ModelRoute[],
  outcome: Exclude<Route['outcome'], 'abandoned'>,
  share: number,
): readonly ModelRoute[] {
  const before = outcomeShare(routes, outcome);
  const others = routes.reduce(
    (sum, route) => sum + (route.outcome !== outcome && route.outcome !== 'abandoned' ? route.share : 0),
    0,
  );
  if (before <= 0 || others <= 0) return routes;
  return routes.map((route) => {
    if (route.outcome === 'abandoned') return route;
    const factor = route.outcome === outcome ? share / before : (1 - share) / others;
    return { ...route, share: route.share * factor };
  });
}

/** Contacts one person's handle time stretches to when serving several at once. */
export const concurrencyStretch = (concurrency: number): number => 1 + 0.15 * (concurrency - 1);

/** Hours in which the people of a pool are there. */
export const openHours = (pool: ModelPool): readonly boolean[] => pool.agents.map((agents) => agents > 0);

/** Hours in which a node takes work: its pool's; without a pool those of the whole service. */
export function hoursOfNode(model: ServiceModel, node: ModelNode): readonly boolean[] {
  const own = model.pools[node.pool];
  if (own !== undefined) return openHours(own);
  if (model.pools.length === 0) return Array.from({ length: 24 }, () => true);
  return Array.from({ length: 24 }, (_, hour) => model.pools.some((pool) => pool.agents[hour]! > 0));
}
