import type { NodeId, StepId } from '../../map/ids.ts';
import type { ModelNode, ModelPool, ServiceModel } from '../../service/serviceModel.ts';

/** Small services for comparison with formulas: all day open, steady arrivals, nothing varies but by chance. */
export function queueModel(
  nodes: readonly (Partial<ModelNode> & { readonly perHour?: number })[],
  pools: readonly (Partial<Omit<ModelPool, 'agents'>> & { readonly agents: number })[],
): ServiceModel {
  return {
    nodes: nodes.map((node, i) => ({
      id: `node_${i}` as NodeId,
      title: `Node ${i}`,
      stepId: `step_${i}` as StepId,
      waitStepId: `step_${i}` as StepId,
      kind: 'contact',
      channel: 'phone',
      startsContact: false,
      pool: 0,
      skill: undefined,
      priority: 5,
      handleSeconds: 60,
      handleCv: 1,
      handleShape: 'gamma',
      patienceSeconds: Number.POSITIVE_INFINITY,
      queueCap: Number.POSITIVE_INFINITY,
      containment: 0,
      routes: [{ outcome: 'resolved', to: -1, share: 1, afterSeconds: 0 }],
      ...node,
    })),
    pools: pools.map((pool, p) => ({
      id: `pool_${p}` as ModelPool['id'],
      title: `Pool ${p}`,
      shrinkage: 0,
      concurrency: 1,
      discipline: 'fifo',
      skills: [],
      ...pool,
      agents: Array.from({ length: 24 }, () => pool.agents),
    })),
    arrivals: nodes.flatMap(({ perHour }, node) =>
      perHour === undefined
        ? []
        : {
            id: `arrivals_${node}` as ServiceModel['arrivals'][number]['id'],
            node,
            perDay: 24 * perHour,
            profile: Array.from({ length: 24 }, () => 1 / 24),
            dayVariation: 0,
          },
    ),
  };
}
