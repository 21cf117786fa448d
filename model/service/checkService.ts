import type { NodeId, PoolId } from '../map/ids.ts';
import type { ModelNode, ServiceModel } from './serviceModel.ts';
import { concurrencyStretch, exit, hoursOfNode, lost, outcomeShare, servedShare } from './serviceModel.ts';

/** Why a service cannot run. Each blocks the run and has a sentence in model/text/serviceErrors.ts that says the way out. */
export type ServiceError =
  | { readonly type: 'NoNodes' }
  | { readonly type: 'NoArrivals' }
  | { readonly type: 'HandleTimeMissing'; readonly nodeId: NodeId; readonly title: string }
  | { readonly type: 'PatienceNotPositive'; readonly nodeId: NodeId; readonly title: string }
  | {
      readonly type: 'ShareOutOfRange';
      readonly nodeId: NodeId;
      readonly title: string;
      readonly found: number;
    }
  | {
      readonly type: 'RoutesOverOne';
      readonly nodeId: NodeId;
      readonly title: string;
      readonly found: number;
    }
  | { readonly type: 'Unreachable'; readonly nodeId: NodeId; readonly title: string }
  | { readonly type: 'NoWayOut'; readonly nodeId: NodeId; readonly title: string }
  | { readonly type: 'EndlessRework'; readonly nodeId: NodeId; readonly title: string }
  | { readonly type: 'TurnedInCircles'; readonly nodeId: NodeId; readonly title: string }
  | { readonly type: 'PoolMissing'; readonly nodeId: NodeId; readonly title: string }
  | { readonly type: 'NobodyOnDuty'; readonly poolId: PoolId; readonly title: string }
  | {
      readonly type: 'PoolOverloaded';
      readonly poolId: PoolId;
      readonly title: string;
      readonly workHours: number;
      readonly agentHours: number;
    };

/** Does not block: the numbers are what they are, but the user should know. */
export interface ServiceWarning {
  readonly type: 'ArrivalsOutsideHours';
  readonly nodeId: NodeId;
  readonly title: string;
  readonly shareOfArrivals: number;
}

export function checkService(model: ServiceModel): readonly ServiceError[] {
  if (model.nodes.length === 0) return [{ type: 'NoNodes' }];
  if (!model.arrivals.some((arrivals) => arrivals.perDay > 0)) return [{ type: 'NoArrivals' }];
  const ofNodes = model.nodes.flatMap(checkNode);
  if (ofNodes.length > 0) return ofNodes;
  const ways = [...unreachable(model), ...withoutWayOut(model), ...turnedInCircles(model)];
  if (ways.length > 0) return ways;
  const visits = visitsPerDay(model);
  const worst = visits.findIndex((each) => !Number.isFinite(each));
  if (worst >= 0) {
    const { id, title } = model.nodes[worst]!;
    return [{ type: 'EndlessRework', nodeId: id, title }];
  }
  return model.pools.flatMap((_, p) => checkPool(model, visits, p));
}

export function warnAboutService(model: ServiceModel): readonly ServiceWarning[] {
  return model.arrivals.flatMap((arrivals) => {
    const node = model.nodes[arrivals.node]!;
    const open = hoursOfNode(model, node);
    const outside = arrivals.profile.reduce((sum, share, hour) => sum + (open[hour]! ? 0 : share), 0);
    return outside > 1e-9
      ? [{ type: 'ArrivalsOutsideHours', nodeId: node.id, title: node.title, shareOfArrivals: outside }]
      : [];
  });
}

function checkNode(node: ModelNode): readonly ServiceError[] {
  const at = { nodeId: node.id, title: node.title };
  const errors: ServiceError[] = [];
  if (!(node.handleSeconds > 0)) errors.push({ type: 'HandleTimeMissing', ...at });
  if (!(node.patienceSeconds > 0)) errors.push({ type: 'PatienceNotPositive', ...at });
  const shares = [node.containment, ...node.routes.map((route) => route.share)];
  for (const found of shares)
    if (!(found >= 0 && found <= 1 + 1e-9)) errors.push({ type: 'ShareOutOfRange', ...at, found });
  const found = Math.max(servedShare(node.routes), outcomeShare(node.routes, 'abandoned'));
  if (found > 1 + 1e-6) errors.push({ type: 'RoutesOverOne', ...at, found });
  if ((node.kind === 'contact' || node.kind === 'work') && node.pool < 0)
    errors.push({ type: 'PoolMissing', ...at });
  return errors;
}

function unreachable(model: ServiceModel): readonly ServiceError[] {
  const reached = new Set(model.arrivals.filter((each) => each.perDay > 0).map((each) => each.node));
  // A set grows while it is walked.
  for (const i of reached)
    for (const route of model.nodes[i]!.routes) if (route.to >= 0 && route.share > 0) reached.add(route.to);
  return model.nodes.flatMap((node, i) =>
    reached.has(i) ? [] : [{ type: 'Unreachable' as const, nodeId: node.id, title: node.title }],
  );
}

function withoutWayOut(model: ServiceModel): readonly ServiceError[] {
  const leaves = (node: ModelNode, out: ReadonlySet<number>): boolean => {
    return (
      node.containment > 0 ||
      servedShare(node.routes) < 1 - 1e-9 ||
      node.routes.some(({ to, share }) => share > 0 && (to === exit || to === lost || out.has(to)))
    );
  };
  const out = new Set<number>();
  for (let before = -1; before < out.size;) {
    before = out.size;
    model.nodes.forEach((node, i) => {
      if (leaves(node, out)) out.add(i);
    });
  }
  return model.nodes.flatMap((node, i) =>
    out.has(i) ? [] : [{ type: 'NoWayOut' as const, nodeId: node.id, title: node.title }],
  );
}

/** Full queues that send on to each other without any delay: nobody would ever get anywhere. */
function turnedInCircles(model: ServiceModel): readonly ServiceError[] {
  const sendsTo = model.nodes.map(({ queueCap, routes }) =>
    queueCap === Number.POSITIVE_INFINITY
      ? []
      : routes.flatMap(({ outcome, to, share, afterSeconds }) =>
          outcome === 'abandoned' && share > 0 && afterSeconds === 0 && to >= 0 ? [to] : [],
        ),
  );
  return model.nodes.flatMap(({ id, title }, i) => {
    const reached = new Set(sendsTo[i]);
    // A set grows while it is walked.
    for (const next of reached) for (const further of sendsTo[next]!) reached.add(further);
    return reached.has(i) ? [{ type: 'TurnedInCircles' as const, nodeId: id, title }] : [];
  });
}

/**
 * Visits a day when nobody gives up: visits = arrivals + visits x routing (Jackson), solved by elimination.
 * Infinite where customers come back as often as they leave.
 */
export function visitsPerDay(model: ServiceModel): readonly number[] {
  const n = model.nodes.length;
  // Rows of (I - P transposed) with the arrivals as last column.
  const rows = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n + 1);
    row[i] = 1;
    return row;
  });
  for (const { node, perDay } of model.arrivals) rows[node]![n]! += perDay;
  model.nodes.forEach((node, from) => {
    for (const { outcome, to, share } of node.routes)
      if (to >= 0 && outcome !== 'abandoned') rows[to]![from]! -= (1 - node.containment) * share;
  });
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++)
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const top = rows[column]!;
    // Every node has a way out, so the matrix is regular; a pivot near 0 means returns take all but nothing away.
    if (Math.abs(top[column]!) < 1e-9) return Array.from({ length: n }, () => Number.POSITIVE_INFINITY);
    for (let i = 0; i < n; i++) {
      const factor = rows[i]![column]! / top[column]!;
      if (i === column || factor === 0) continue;
      for (let j = column; j <= n; j++) rows[i]![j]! -= factor * top[j]!;
    }
  }
  const visits = rows.map((row, i) => row[n]! / row[i]!);
  return visits.some((each) => each < -1e-9) ? visits.map(() => Number.POSITIVE_INFINITY) : visits;
}

function checkPool(model: ServiceModel, visits: readonly number[], index: number): readonly ServiceError[] {
  const pool = model.pools[index]!;
  const nodes = model.nodes.flatMap((node, i) => (node.pool === index ? [{ node, visits: visits[i]! }] : []));
  if (nodes.every((each) => each.visits === 0)) return [];
  const at = { poolId: pool.id, title: pool.title };
  const agentHours =
    pool.agents.reduce((sum, agents) => sum + agents, 0) * (1 - pool.shrinkage) * pool.concurrency;
  if (agentHours === 0) return [{ type: 'NobodyOnDuty', ...at }];
  // Who is patient without end must be served; the others leave when it takes too long or the queue is full.
  const workHours = nodes.reduce(
    (sum, each) =>
      sum +
      (each.node.patienceSeconds === Number.POSITIVE_INFINITY &&
      each.node.queueCap === Number.POSITIVE_INFINITY
        ? (each.visits * each.node.handleSeconds * concurrencyStretch(pool.concurrency)) / 3600
        : 0),
    0,
  );
  return workHours >= agentHours ? [{ type: 'PoolOverloaded', ...at, workHours, agentHours }] : [];
}
