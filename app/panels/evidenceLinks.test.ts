import { expect, it } from 'vitest';
import { assert } from '../../model/assert.ts';
import type { EvidenceId, MapId } from '../../model/map/ids.ts';
import { mapFromTemplate } from '../../model/map/mapFromTemplate.ts';
import { journeyTemplates } from '../../templates/journeys/journeyTemplates.ts';
import { evidenceLinks } from './EvidenceLinks.tsx';

const made = mapFromTemplate(journeyTemplates[0]!.content, 'en', 'map_a' as MapId);
assert(made.ok, 'sound');
const map = made.value;
const evidence = map.evidence[0]!.id;

it('[Q36] offers the cards and numbers of the step and all levers, and says which rest on it', () => {
  const measured = map.measurements.find(
    ({ on, source }) => 'stepId' in on && source.evidenceId === evidence,
  )!;
  assert('stepId' in measured.on, 'found so');
  const { stepId } = measured.on;
  const links = evidenceLinks(map, evidence, stepId, 'en');
  expect(links.cards).toHaveLength(map.cards.filter((card) => card.stepId === stepId).length);
  expect(links.numbers.filter(({ isLinked }) => isLinked).map(({ key }) => key)).toContain(measured.id);
  expect(links.levers).toHaveLength(map.levers.length);
  expect(evidenceLinks(map, evidence, undefined, 'en')).toMatchObject({ cards: [], numbers: [] });
});

it('[Q36] a tick links, the next takes the link away, and other links stay', () => {
  const other = 'evidence_other' as EvidenceId;
  const lever = { ...map.levers[0]!, evidenceIds: [other] };
  const change = (ids: readonly EvidenceId[]) =>
    evidenceLinks({ ...map, levers: [{ ...lever, evidenceIds: ids }] }, evidence, undefined, 'en').levers[0]!
      .change;
  expect(change([other])).toMatchObject({ fields: { evidenceIds: [other, evidence] } });
  expect(change([other, evidence])).toMatchObject({ fields: { evidenceIds: [other] } });
});
