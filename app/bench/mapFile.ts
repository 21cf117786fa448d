import { usualRole, type LaneKind } from '../../model/map/lane.ts';
import { arrowsOf, benchLanes, boxesOf } from './boxes.ts';

const kinds: readonly LaneKind[] = [
  'evidence',
  'customerActions',
  'thoughts',
  'painPoints',
  'frontstagePeople',
  'frontstageTechnology',
  'backstagePeople',
  'support',
  'opportunities',
  'notes',
];

/** The boxes as a map file of Throughline. */
export function mapFile(cards: number): string {
  const steps = cards / benchLanes / 4;
  return JSON.stringify({
    formatVersion: 1,
    id: `map_bench${cards}`,
    title: `Bench ${cards}`,
    language: 'en',
    stages: Array.from({ length: Math.ceil(steps / 5) }, (_, i) => ({
      id: `stage_${i}`,
      title: `Stage ${i + 1}`,
      hue: i % 8,
    })),
    steps: Array.from({ length: steps }, (_, i) => ({
      id: `step_${i}`,
      stageId: `stage_${Math.floor(i / 5)}`,
      title: `Step ${i + 1}`,
    })),
    lanes: kinds.map((kind, i) => ({ id: `lane_${i}`, kind, role: usualRole[kind], title: kind })),
    cards: boxesOf(cards).map(({ id, lane, step, text }) => ({
      id,
      laneId: `lane_${lane}`,
      stepId: `step_${step}`,
      text,
    })),
    connectors: arrowsOf(cards).map(({ from, to }, i) => ({
      id: `connector_${i}`,
      fromCardId: `card_${from}`,
      toCardId: `card_${to}`,
    })),
  });
}
