import {
  concurrencyStretch,
  hoursOfNode,
  type ModelRoute,
  type ServiceModel,
} from '../service/serviceModel.ts';
import { keyOfText } from './keyedRandom.ts';
import { exponentialTable, type QuantileTable, workTable } from './quantileTable.ts';

/** A service laid out for the engine: every look-up of the loop is an index into a list. */
export interface CompiledService {
  readonly model: ServiceModel;
  readonly nodes: readonly CompiledNode[];
  readonly pools: readonly CompiledPool[];
}

export interface CompiledNode {
  readonly pool: number;
  readonly startsContact: boolean;
  readonly isWork: boolean;
  readonly judges: boolean;
  readonly priority: number;
  /** Seconds of one contact; several at once take longer. */
  readonly handleSeconds: number;
  readonly handle: QuantileTable;
  /** Infinity: waits without end. */
  readonly patienceSeconds: number;
  readonly patience: QuantileTable;
  /** Most who wait here; Infinity: no limit. */
  readonly queueCap: number;
  readonly containment: number;
  readonly served: CompiledRoutes;
  readonly abandoned: CompiledRoutes;
  /** Pools that may serve it, its own first. */
  readonly servedBy: readonly number[];
  /** By hour of the day. */
  readonly open: readonly boolean[];
}

export interface CompiledRoutes {
  /** Upper end of each route's share; a draw beyond the last leaves for good. */
  readonly upTo: Float64Array;
  readonly to: Int32Array;
  readonly afterSeconds: Float64Array;
  /** The matter is solved on this way. */
  readonly resolves: readonly boolean[];
}

export interface CompiledPool {
  /** For the draws of fractions of people. */
  readonly key: number;
  /** People on duty by hour, fractions included. */
  readonly onDuty: Float64Array;
  readonly concurrency: number;
  readonly byPriority: boolean;
  /** Nodes whose queue it takes from. */
  readonly serves: readonly number[];
}

export function compileService(model: ServiceModel): CompiledService {
  const servedBy = model.nodes.map((node) =>
    node.pool < 0 ? [] : [node.pool, ...skilledPools(model, node)],
  );
  return {
    model,
    nodes: model.nodes.map((node, i) => {
      const judges = node.routes.some((route) => route.outcome === 'unresolved');
      const stretch = concurrencyStretch(model.pools[node.pool]?.concurrency ?? 1);
      return {
        pool: node.pool,
        startsContact: node.startsContact,
        isWork: node.kind === 'work',
        judges,
        priority: node.priority,
        handleSeconds: node.handleSeconds * stretch,
        handle: workTable(node.handleShape, node.handleCv),
        patienceSeconds: node.patienceSeconds,
        patience: exponentialTable(),
        queueCap: node.queueCap,
        containment: node.containment,
        served: compileRoutes(node.routes.filter((route) => route.outcome !== 'abandoned')),
        abandoned: compileRoutes(node.routes.filter((route) => route.outcome === 'abandoned')),
        servedBy: servedBy[i]!,
        open: hoursOfNode(model, node),
      };
    }),
    pools: model.pools.map((pool, p) => ({
      key: keyOfText(pool.id),
      onDuty: Float64Array.from(pool.agents, (agents) => agents * (1 - pool.shrinkage)),
      concurrency: pool.concurrency,
      byPriority: pool.discipline === 'priority',
      serves: servedBy.flatMap((pools, i) => (pools.includes(p) ? [i] : [])),
    })),
  };
}

/** Smart pools take, beside their own, whatever they have the skill for. */
function skilledPools(model: ServiceModel, node: ServiceModel['nodes'][number]): readonly number[] {
  const { skill } = node;
  if (skill === undefined) return [];
  return model.pools.flatMap((pool, p) =>
    p !== node.pool && pool.discipline === 'smart' && pool.skills.includes(skill) ? [p] : [],
  );
}

function compileRoutes(routes: readonly ModelRoute[]): CompiledRoutes {
  let sum = 0;
  const upTo = Float64Array.from(routes, (route) => (sum += route.share));
  // Shares that make 1 but for the last digit leave no crack through which customers vanish.
  if (upTo.length > 0 && Math.abs(sum - 1) < 1e-6) upTo[upTo.length - 1] = 1;
  return {
    upTo,
    to: Int32Array.from(routes, (route) => route.to),
    afterSeconds: Float64Array.from(routes, (route) => route.afterSeconds),
    resolves: routes.map((route) => route.outcome === 'resolved'),
  };
}
