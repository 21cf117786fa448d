import type { NodeId, PoolId, StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Route, ServiceNode } from '../map/serviceNode.ts';
import type { UniformByKey } from '../quality/draws.ts';
import { distributionOf, meanValue } from '../quality/distribution.ts';
import { bestMeasurements } from '../quality/measuredInputs.ts';
import { posteriorIn } from '../quality/posterior.ts';
import { err, ok, type Result } from '../result.ts';
import { checkService, type ServiceError } from './checkService.ts';
import {
  exit,
  judgesResolution,
  lost,
  type ModelNode,
  type ModelRoute,
  type ServiceModel,
  withOutcomeShare,
} from './serviceModel.ts';

/** Reads the service out of a map, measured parameters first [D20], and checks that it can run [D21]. */
export function serviceModel(map: JourneyMap): Result<ServiceModel, readonly ServiceError[]> {
  const model = readService(map);
  const errors = checkService(model);
  return errors.length === 0 ? ok(model) : err(errors);
}

/** The service of a map, sound or not; with `uniform` each measured parameter is a draw of what it may truly be. */
export function readService(map: JourneyMap, uniform?: UniformByKey): ServiceModel {
  const measured = measuredParameter(map, uniform);
  const nodeIndex = new Map<string, number>(map.nodes.map((node, i) => [node.id, i]));
  const poolIndex = new Map<string, number>(map.pools.map((pool, i) => [pool.id, i]));
  return {
    nodes: map.nodes.map((node) => readNode(node, nodeIndex, poolIndex, measured)),
    pools: map.pools.map((pool) => ({
      id: pool.id,
      title: pool.title,
      agents: pool.agents,
      shrinkage: measured('shrinkage', [pool.id]) ?? pool.shrinkage,
      concurrency: measured('concurrency', [pool.id]) ?? pool.concurrency,
      discipline: pool.discipline,
      skills: pool.skills,
    })),
    arrivals: map.arrivals.flatMap((arrivals) => {
      const node = nodeIndex.get(arrivals.nodeId);
      const sum = arrivals.profile.reduce((total, weight) => total + weight, 0);
      if (node === undefined || sum <= 0) return [];
      return {
        id: arrivals.id,
        node,
        perDay: measured('volume', [arrivals.nodeId]) ?? arrivals.perDay,
        profile: arrivals.profile.map((weight) => weight / sum),
        dayVariation: arrivals.dayVariation,
      };
    }),
  };
}

type Place = NodeId | StepId | PoolId;
type MeasuredParameter = (metric: string, places: readonly (Place | undefined)[]) => number | undefined;

/** [D20] The newest usable measurement on the node, else its step, else its pool. */
function measuredParameter(map: JourneyMap, uniform: UniformByKey | undefined): MeasuredParameter {
  const best = bestMeasurements(map.measurements, {});
  return (metric, places) => {
    for (const place of places) {
      const measurement = place === undefined ? undefined : best.get(metric)?.get(place);
      const distribution = measurement && distributionOf(measurement);
      if (measurement === undefined || distribution === undefined) continue;
      return uniform === undefined
        ? meanValue(distribution)
        : posteriorIn(map, measurement)!.quantile(uniform(measurement.id));
    }
    return undefined;
  };
}

function readNode(
  node: ServiceNode,
  nodeIndex: ReadonlyMap<string, number>,
  poolIndex: ReadonlyMap<string, number>,
  measured: MeasuredParameter,
): ModelNode {
  const places = [node.id, node.stepId, node.poolId];
  const pool = node.poolId === undefined ? -1 : (poolIndex.get(node.poolId) ?? -1);
  const needsPeople = node.kind === 'contact' || node.kind === 'work';
  return {
    id: node.id,
    title: node.title,
    stepId: node.stepId,
    waitStepId: node.waitShownAt ?? node.stepId,
    kind: node.kind,
    channel: node.channel,
    startsContact: node.startsContact,
    pool: needsPeople ? pool : -1,
    skill: node.skill,
    priority: node.priority,
    // A step's measured handle time is that of its people, not of the machine beside them.
    handleSeconds:
      measured('handleTime', needsPeople ? places : [node.id]) ?? node.handle?.meanSeconds ?? Number.NaN,
    handleCv: node.handle?.cv ?? 0,
    handleShape: 'lognormal',
    patienceSeconds:
      (node.patience && (measured('patience', places) ?? node.patience.meanSeconds)) ??
      Number.POSITIVE_INFINITY,
    queueCap: needsPeople ? (node.queueCap ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
    containment: measured('containment', [node.id]) ?? node.containment,
    routes: readRoutes(node, nodeIndex, measured),
  };
}

function readRoutes(
  node: ServiceNode,
  nodeIndex: ReadonlyMap<string, number>,
  measured: MeasuredParameter,
): readonly ModelRoute[] {
  const target = (to: Route['to']): number =>
    to === 'exit' ? exit : to === 'lost' ? lost : (nodeIndex.get(to) ?? exit);
  const routes = node.routes.map(({ outcome, to, share, afterSeconds }) => ({
    outcome,
    to: target(to),
    share,
    afterSeconds,
  }));
  if (!routes.some((route) => route.outcome !== 'abandoned'))
    return [...routes, { outcome: 'resolved', to: exit, share: 1, afterSeconds: 0 }];
  const resolvedShare = judgesResolution({ routes })
    ? measured('firstContactResolution', [node.id, node.stepId])
    : undefined;
  const transferShare = measured('transferRate', [node.id]);
  let result: readonly ModelRoute[] = routes;
  if (resolvedShare !== undefined) result = withOutcomeShare(result, 'resolved', resolvedShare);
  if (transferShare !== undefined) result = withOutcomeShare(result, 'escalated', transferShare);
  return result;
}
