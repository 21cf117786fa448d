import type { NodeId, StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Measurement } from '../../model/map/measurement.ts';

/** Numbers of a step itself (`title` is empty), or of one service node or pool that works there. */
export interface MeasurementGroup {
  readonly key: string;
  readonly title: string;
  readonly measurements: readonly Measurement[];
}

/** The step's own numbers first, then those of its nodes and their pools; groups without numbers are left out. */
export function measurementsAtStep(map: JourneyMap, stepId: StepId): readonly MeasurementGroup[] {
  const nodes = map.nodes.filter((node) => node.stepId === stepId || node.waitShownAt === stepId);
  const poolIds = new Set(nodes.filter((node) => node.stepId === stepId).map((node) => node.poolId));
  const groups: MeasurementGroup[] = [
    {
      key: stepId,
      title: '',
      measurements: map.measurements.filter(({ on }) => 'stepId' in on && on.stepId === stepId),
    },
    ...nodes.map((node) => ({
      key: node.id,
      title: node.title,
      measurements: measurementsOfNode(map, node.id),
    })),
    ...map.pools
      .filter((pool) => poolIds.has(pool.id))
      .map((pool) => ({
        key: pool.id,
        title: pool.title,
        measurements: map.measurements.filter(({ on }) => 'poolId' in on && on.poolId === pool.id),
      })),
  ];
  return groups.filter((group) => group.measurements.length > 0);
}

const measurementsOfNode = (map: JourneyMap, nodeId: NodeId) =>
  map.measurements.filter(({ on }) => 'nodeId' in on && on.nodeId === nodeId);
