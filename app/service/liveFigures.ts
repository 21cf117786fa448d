import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { NodeId, PoolId } from '../../model/map/ids.ts';
import type { ServiceError } from '../../model/service/checkService.ts';
import { serviceModel } from '../../model/service/readService.ts';
import type { ModelNode } from '../../model/service/serviceModel.ts';
import { type NodeFigures, solveNetwork } from '../../model/simulation/queueNetwork.ts';

/** One hour of a pool, by the queue formulas; undefined when closed. */
export interface PoolHour {
  /** Share of the capacity in use, 0..1 and above where more comes than can be served. */
  readonly occupancy: number;
  /** Mean of the served, over the pool's nodes. */
  readonly waitSeconds: number;
  readonly abandonedShare: number;
}

/** What the service does with the numbers as they stand, in a few milliseconds: an estimate, the simulation is the judge. */
export interface LiveFigures {
  /** Why it cannot run; then there are no figures. */
  readonly errors: readonly ServiceError[];
  readonly poolHours: ReadonlyMap<PoolId, readonly (PoolHour | undefined)[]>;
  readonly nodes: ReadonlyMap<NodeId, { readonly figures: NodeFigures; readonly used: ModelNode }>;
}

export function liveFigures(map: JourneyMap): LiveFigures {
  const model = serviceModel(map);
  if (!model.ok) return { errors: model.error, poolHours: new Map(), nodes: new Map() };
  const { nodes, pools } = model.value;
  const solved = solveNetwork(model.value);
  return {
    errors: [],
    nodes: new Map(nodes.map((used, i) => [used.id, { used, figures: solved.nodes[i]! }])),
    poolHours: new Map(
      pools.map((pool, p) => {
        const own = solved.nodes.filter((_, i) => nodes[i]?.pool === p);
        return [
          pool.id,
          Array.from({ length: 24 }, (_, hour) => hourOf(solved.occupancy[p]?.[hour], own, hour)),
        ];
      }),
    ),
  };
}

function hourOf(
  occupancy: number | null | undefined,
  nodes: readonly NodeFigures[],
  hour: number,
): PoolHour | undefined {
  if (occupancy === null || occupancy === undefined) return undefined;
  const here = nodes.flatMap(({ hours }) => hours.filter((each) => each.hour === hour));
  const visits = here.reduce((sum, each) => sum + each.visits, 0);
  const mean = (figure: (each: (typeof here)[number]) => number) =>
    visits === 0 ? 0 : here.reduce((sum, each) => sum + each.visits * figure(each), 0) / visits;
  return {
    occupancy,
    waitSeconds: mean((each) => each.meanWaitSeconds),
    abandonedShare: mean((each) => each.abandonedShare),
  };
}
