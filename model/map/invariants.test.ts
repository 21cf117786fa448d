import { describe, expect, it } from 'vitest';
import { assert as ensure } from '../assert.ts';
import { checkInvariants } from './invariants.ts';
import { parseMap } from './mapJson.ts';

const base = {
  formatVersion: 1,
  id: 'map_x',
  title: 'X',
  language: 'en',
  stages: [
    { id: 'stage_a', title: 'A' },
    { id: 'stage_b', title: 'B' },
  ],
  steps: [
    { id: 'step_a', stageId: 'stage_a', title: 'a' },
    { id: 'step_b', stageId: 'stage_b', title: 'b' },
  ],
  lanes: [
    { id: 'lane_t', kind: 'text', title: 'T' },
    { id: 'lane_e', kind: 'emotion', title: 'E' },
  ],
  personas: [{ id: 'persona_p', name: 'P' }],
};

function rulesBroken(change: object): readonly string[] {
  const read = parseMap({ ...base, ...change });
  ensure(read.ok, 'the parts of the example parse');
  return checkInvariants(read.value).map((violation) => violation.rule);
}

const agents = Array.from({ length: 24 }, () => 1);

describe('what holds between the records of a map', () => {
  it('the example is sound', () => expect(rulesBroken({})).toEqual([]));

  it.each([
    ['[M1]', { personas: [...base.personas, ...base.personas] }],
    ['[M2]', { steps: [{ id: 'step_a', stageId: 'stage_z', title: 'a' }] }],
    ['[M3]', { steps: [base.steps[1], base.steps[0]] }],
    ['[M4]', { cards: [{ id: 'card_a', laneId: 'lane_z', stepId: 'step_a' }] }],
    ['[M5]', { cards: [{ id: 'card_a', laneId: 'lane_t' }] }],
    ['[M6]', { cards: [{ id: 'card_a', laneId: 'lane_t', stepId: 'step_b', span: 2 }] }],
    ['[M7]', { cards: [{ id: 'card_a', evidenceIds: ['evidence_z'] }] }],
    [
      '[M8]',
      {
        cards: [{ id: 'card_a' }],
        connectors: [{ id: 'connector_a', fromCardId: 'card_a', toCardId: 'card_a' }],
      },
    ],
    [
      '[M9]',
      {
        emotions: [{ id: 'emotion_a', laneId: 'lane_t', personaId: 'persona_p', stepId: 'step_a', value: 0 }],
      },
    ],
    [
      '[M10]',
      {
        emotions: ['emotion_a', 'emotion_b'].map((id) => ({
          id,
          laneId: 'lane_e',
          personaId: 'persona_p',
          stepId: 'step_a',
          value: 0,
        })),
      },
    ],
    ['[M11]', { markers: [{ id: 'marker_a', kind: 'wait' }] }],
    ['[M12]', { nodes: [{ id: 'node_a', stepId: 'step_z', title: 'n', kind: 'delay' }] }],
    ['[M13]', { nodes: [{ id: 'node_a', stepId: 'step_a', title: 'n', kind: 'contact' }] }],
    [
      '[M14]',
      {
        nodes: [
          {
            id: 'node_a',
            stepId: 'step_a',
            title: 'n',
            kind: 'delay',
            routes: [{ outcome: 'resolved', to: 'node_z', share: 1 }],
          },
        ],
      },
    ],
    [
      '[M15]',
      {
        nodes: [
          {
            id: 'node_a',
            stepId: 'step_a',
            title: 'n',
            kind: 'delay',
            routes: [{ outcome: 'resolved', to: 'exit', share: 0.5 }],
          },
        ],
      },
    ],
    ['[M16]', { arrivals: [{ id: 'arrivals_a', nodeId: 'node_z', perDay: 5, profile: agents }] }],
    [
      '[M17]',
      {
        measurements: [
          {
            id: 'measurement_a',
            metric: 'csat',
            on: { poolId: 'pool_z' },
            value: 1,
            source: { kind: 'measured' },
          },
        ],
      },
    ],
    [
      '[M18]',
      {
        measurements: [
          { id: 'measurement_a', metric: 'csat', on: { map: true }, value: 1, source: { kind: 'estimate' } },
        ],
      },
    ],
    [
      '[M19]',
      {
        qualityModels: [
          {
            id: 'qualityModel_a',
            title: 'q',
            dimensions: [{ id: 'dimension_a', title: 'd', weight: 0, indicators: [] }],
          },
        ],
      },
    ],
    ['[M20]', { levers: [{ id: 'lever_a', title: 'l', effects: [], requires: ['lever_z'] }] }],
    ['[M21]', { plans: [{ id: 'plan_a', title: 'p', levers: [{ leverId: 'lever_z' }] }] }],
    [
      '[M22]',
      {
        forecasts: [
          {
            id: 'forecast_a',
            planId: 'plan_z',
            frozenAt: '2026-01-01T00:00:00Z',
            engineVersion: '1',
            seed: 1,
            inputsHash: '',
            results: [],
          },
        ],
      },
    ],
    ['[M23]', { cards: [{ id: 'card_a', pictureId: 'none' }] }],
  ])('%s is reported when broken', (rule, change) => {
    expect(rulesBroken(change).map((id) => `[${id}]`)).toEqual([rule]);
  });
});
