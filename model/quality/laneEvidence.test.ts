import { expect, it } from 'vitest';
import { assert } from '../assert.ts';
import type { EvidenceId, MapId } from '../map/ids.ts';
import { mapFromTemplate } from '../map/mapFromTemplate.ts';
import { journeyTemplates } from '../../templates/journeys/journeyTemplates.ts';
import { laneEvidence } from './laneEvidence.ts';

it('[Q36] counts the cards and numbers of each lane that rest on evidence; a link to nothing is none', () => {
  const made = mapFromTemplate(journeyTemplates[0]!.content, 'en', 'map_a' as MapId);
  assert(made.ok, 'sound');
  const evidence = {
    id: 'evidence_a' as EvidenceId,
    claim: 'Seen',
    quote: '',
    source: '',
    grade: 'A' as const,
  };
  const [card, ghost] = made.value.cards.filter(({ laneId }) => laneId === made.value.cards[0]!.laneId);
  const map = {
    ...made.value,
    evidence: [evidence],
    cards: made.value.cards.map((each) =>
      each.id === card!.id
        ? { ...each, evidenceIds: [evidence.id] }
        : { ...each, evidenceIds: each.id === ghost!.id ? ['evidence_gone' as EvidenceId] : [] },
    ),
    measurements: made.value.measurements.map((each, i) => ({
      ...each,
      source: { ...each.source, ...(i === 0 ? { evidenceId: evidence.id } : {}) },
    })),
  };
  const lanes = laneEvidence(map);
  expect(lanes.find(({ lane }) => lane.id === card!.laneId)).toMatchObject({ backed: 1 });
  const cards = lanes.filter(({ lane }) => lane.kind !== 'metrics');
  expect(cards.reduce((sum, { backed }) => sum + backed, 0)).toBe(1);
  expect(
    cards.every(({ all, lane }) => all === map.cards.filter((each) => each.laneId === lane.id).length),
  ).toBe(true);
  expect(lanes.find(({ lane }) => lane.kind === 'metrics')).toMatchObject({ backed: 1 });
});
