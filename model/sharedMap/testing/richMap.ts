import type { JourneyMap } from '../../map/journeyMap.ts';
import { journeyMapSchema } from '../../map/journeyMap.ts';

/** The map with something in every collection that other records refer to, so that every command has work to do. */
export function withService(map: JourneyMap): JourneyMap {
  const stepId = map.steps[0]?.id ?? 'step_first';
  const hours = Array.from({ length: 24 }, (_, hour) => (hour > 8 && hour < 18 ? 2 : 0));
  return journeyMapSchema.parse({
    ...map,
    steps: map.steps.length > 0 ? map.steps : [{ id: stepId, stageId: map.stages[0]!.id, title: 'First' }],
    lanes: [...map.lanes, { id: 'lane_feeling', kind: 'emotion', title: 'Feeling' }],
    personas: [...map.personas, { id: 'persona_p', name: 'P' }],
    emotions: [
      ...map.emotions,
      { id: 'emotion_p', laneId: 'lane_feeling', stepId, personaId: 'persona_p', value: 0.5, quote: 'fine' },
    ],
    evidence: [{ id: 'evidence_e', claim: 'Claim', grade: 'B' }],
    pools: [{ id: 'pool_p', title: 'Team', agents: hours }],
    nodes: [
      {
        id: 'node_n',
        stepId,
        title: 'Chat',
        kind: 'contact',
        poolId: 'pool_p',
        routes: [{ outcome: 'resolved', to: 'exit', share: 1 }],
      },
    ],
    arrivals: [{ id: 'arrivals_a', nodeId: 'node_n', perDay: 100, profile: hours }],
    qualityModels: [
      {
        id: 'qualityModel_q',
        title: 'Quality',
        dimensions: [
          {
            id: 'dimension_0',
            title: 'Ease',
            weight: 1,
            indicators: [{ id: 'indicator_0', title: 'CSAT', weight: 1, metric: 'csat', curve: 'flat' }],
          },
        ],
      },
    ],
    levers: [
      {
        id: 'lever_l',
        title: 'Lever',
        effects: [{ on: 'agents', form: 'add', low: 0, likely: 1, high: 2, basis: 'claim', grade: 'C' }],
      },
    ],
    plans: [{ id: 'plan_p', title: 'Plan', levers: [{ leverId: 'lever_l', targets: [stepId] }] }],
    forecasts: [
      {
        id: 'forecast_f',
        planId: 'plan_p',
        frozenAt: '2026-11-22T09:30:00Z',
        engineVersion: '1',
        seed: 1,
        inputsHash: 'x',
        results: [],
      },
    ],
  });
}
