import type { Card } from '../map/card.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { indexMap } from '../map/mapIndex.ts';
import { laneKindNames } from '../text/laneNames.ts';
import { type Row, toSafeField, writeDelimited } from './delimited.ts';

/** Pain points and opportunities as issues, in the columns that Jira's import of CSV files knows. */
export function mapToJiraCsv(map: JourneyMap): string {
  const { lanesById, stepsById, stagesById } = indexMap(map);
  const issue = (card: Card): readonly Row[] => {
    const lane = card.laneId === undefined ? undefined : lanesById.get(card.laneId);
    const isPain = card.painPoint !== undefined || lane?.kind === 'painPoints';
    const isOpportunity = card.opportunity !== undefined || lane?.kind === 'opportunities';
    if (card.text.trim() === '' || (!isPain && !isOpportunity)) return [];
    const step = card.stepId === undefined ? undefined : stepsById.get(card.stepId);
    const stage = step === undefined ? undefined : stagesById.get(step.stageId);
    const place = [map.title, stage?.title, step?.title].filter((part) => part !== undefined && part !== '');
    const weight = isPain ? card.painPoint?.severity : card.opportunity?.impact;
    const [summary = ''] = card.text.trim().split('\n');
    return [
      [
        summary.slice(0, 255),
        isPain ? 'Bug' : 'Story',
        [
          laneKindNames[isPain ? 'painPoints' : 'opportunities'][map.language],
          place.join(' › '),
          '',
          card.text,
        ].join('\n'),
        [
          'throughline',
          isPain ? 'pain-point' : 'opportunity',
          ...card.tags.map((tag) => tag.replace(/\s+/g, '-')),
        ].join(' '),
        priorities[(weight ?? 3) - 1]!,
        '',
      ].map(toSafeField),
    ];
  };
  const head = ['Summary', 'Issue Type', 'Description', 'Labels', 'Priority', 'Parent'];
  return writeDelimited([head, ...map.cards.flatMap(issue)], ',');
}

const priorities = ['Lowest', 'Low', 'Medium', 'High', 'Highest'];
