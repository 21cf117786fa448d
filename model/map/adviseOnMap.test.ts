import { describe, expect, it } from 'vitest';
import { assert as ensure } from '../assert.ts';
import { adviceText } from '../text/adviceText.ts';
import { type Advice, adviseOnMap } from './adviseOnMap.ts';
import { languages } from './language.ts';
import { parseMap } from './mapJson.ts';

const sound = {
  formatVersion: 1,
  id: 'map_x',
  title: 'X',
  language: 'en',
  scope: { goal: 'G', startTrigger: 'S', endTrigger: 'E', ownerName: 'O', reviewDate: '2027-01-01' },
  stages: [{ id: 'stage_a', title: 'A' }],
  steps: [
    { id: 'step_a', stageId: 'stage_a', title: 'Look' },
    { id: 'step_b', stageId: 'stage_a', title: 'Buy' },
  ],
  lanes: [
    { id: 'lane_customer', kind: 'customerActions', role: 'customer', title: 'Customer' },
    { id: 'lane_emotion', kind: 'emotion', title: 'Emotion' },
    { id: 'lane_front', kind: 'frontstagePeople', role: 'frontstage', title: 'Front' },
    { id: 'lane_back', kind: 'backstagePeople', role: 'backstage', title: 'Back' },
  ],
  cards: [
    { id: 'card_a', laneId: 'lane_customer', stepId: 'step_a', span: 2, text: 'Looks and buys' },
    { id: 'card_b', laneId: 'lane_front', stepId: 'step_a', text: 'Shows' },
    { id: 'card_c', laneId: 'lane_back', stepId: 'step_a', text: 'Packs' },
  ],
};

function advise(change: object): readonly Advice[] {
  const read = parseMap({ ...sound, ...change });
  ensure(read.ok, JSON.stringify(read));
  return adviseOnMap(read.value, '2026-11-22');
}

const persona = { id: 'persona_p', name: 'Lin' };
const observed = (more: object) => ({
  measurements: [
    {
      id: 'measurement_m',
      metric: 'csat',
      on: { map: true },
      value: 0.7,
      source: { kind: 'survey' },
      ...more,
    },
  ],
});
const guess = { value: 1, low: 1, likely: 1, high: 1, source: { kind: 'estimate' } };

describe('advice on a map', () => {
  it('[M40] a good map gets none', () => {
    expect(advise({})).toEqual([]);
  });

  it.each([
    ['[M40]', { scope: { goal: 'G' } }],
    ['[M41]', { scope: { ...sound.scope, reviewDate: '2026-11-21' } }],
    ['[M42]', { steps: [...sound.steps, { id: 'step_c', stageId: 'stage_a', title: 'Use' }] }],
    ['[M43]', { steps: sound.steps.map((step) => ({ ...step, title: 'Look' })) }],
    ['[M44]', { lanes: [...sound.lanes, { id: 'lane_n', kind: 'notes', title: 'Notes' }] }],
    ['[M45]', { lanes: [...sound.lanes.slice(1), { ...sound.lanes[0] }] }],
    ['[M46]', { lanes: sound.lanes.slice(0, 3), cards: sound.cards.slice(0, 2) }],
    ['[M47]', { cards: [...sound.cards.slice(1), { ...sound.cards[0], painPoint: { severity: 4 } }] }],
    [
      '[M48]',
      {
        personas: [persona],
        emotions: [
          { id: 'emotion_e', laneId: 'lane_emotion', personaId: 'persona_p', stepId: 'step_a', value: 0 },
        ],
      },
    ],
    [
      '[M49]',
      {
        cards: [
          ...sound.cards.slice(1),
          { ...sound.cards[0], opportunity: { impact: 3, effort: 3, status: 'started' } },
        ],
      },
    ],
    ['[M50]', { markers: [{ id: 'marker_m', stepId: 'step_a', kind: 'wait' }] }],
    ['[M51]', { cards: [...sound.cards, { id: 'card_t', text: 'Later' }] }],
    ['[M52]', { cards: [...sound.cards.slice(1), { ...sound.cards[0], text: 'x'.repeat(201) }] }],
    ['[M53]', { pictures: [{ hash: 'a'.repeat(64), mime: 'image/png', width: 1, height: 1 }] }],
    ['[M54]', { measurements: [{ id: 'measurement_m', metric: 'csat', on: { map: true }, ...guess }] }],
    ['[M55]', observed({ n: 29 })],
    ['[M55]', observed({})],
    ['[M56]', observed({ n: 100, period: { from: '2025-01-01', to: '2025-10-21' } })],
    ['[M57]', { nodes: [{ id: 'node_n', stepId: 'step_a', title: 'Desk', kind: 'selfService' }] }],
    ['[M58]', { plans: [{ id: 'plan_p', title: 'Nothing yet' }] }],
  ])('%s is given where it belongs, in three languages', (rule, change) => {
    const advice = advise(change);
    expect(advice.map((each) => `[${each.rule}]`)).toEqual([rule]);
    for (const language of languages) {
      const text = adviceText(advice[0]!, language);
      expect(text).not.toMatch(/undefined/);
      expect(/\p{Script=Han}/u.test(text)).toBe(language !== 'en');
    }
  });

  it.each([
    ['[M47]', { severity: 3 }],
    ['[M55]', { n: 30 }],
  ])('%s stops at its limit', (_, limit) => {
    const change =
      'severity' in limit
        ? { cards: [...sound.cards.slice(1), { ...sound.cards[0], painPoint: limit }] }
        : observed(limit);
    expect(advise(change)).toEqual([]);
  });
});
