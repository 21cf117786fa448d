import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { GridFocus } from '../canvas/gridFocus.ts';

/** Something on a map that says what was searched for, and where it stands. */
export interface FoundPlace {
  readonly id: string;
  readonly text: string;
  readonly where: string;
  readonly focus: GridFocus;
}

const most = 50;

/** Stages, steps, lanes and cards whose text has all words of a query, best first: those that begin with it. */
export function findPlaces(map: JourneyMap, query: string): readonly FoundPlace[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const index = indexMap(map);
  const found: FoundPlace[] = [];
  const look = (id: string, text: string, where: string, focus: GridFocus) => {
    const lower = text.toLocaleLowerCase();
    if (words.every((word) => lower.includes(word))) found.push({ id, text, where, focus });
  };
  for (const stage of map.stages) look(stage.id, stage.title, '', { kind: 'stage', stageId: stage.id });
  for (const step of map.steps)
    look(step.id, step.title, index.stagesById.get(step.stageId)?.title ?? '', {
      kind: 'step',
      stepId: step.id,
    });
  for (const lane of map.lanes) look(lane.id, lane.title, '', { kind: 'lane', laneId: lane.id });
  for (const card of map.cards) {
    const lane = card.laneId === undefined ? undefined : index.lanesById.get(card.laneId);
    const step = card.stepId === undefined ? undefined : index.stepsById.get(card.stepId);
    const where = [lane?.title, step?.title].filter(Boolean).join(' · ');
    look(card.id, card.quote === undefined ? card.text : `${card.text} ${card.quote}`, where, {
      kind: 'card',
      cardId: card.id,
    });
  }
  const begins = (place: FoundPlace) => (place.text.toLocaleLowerCase().startsWith(words[0] ?? '') ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b)).slice(0, most);
}
