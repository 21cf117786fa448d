import type { MapId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { LaneRole } from '../../model/map/lane.ts';

/** What the library shows of a map without opening it: a small picture's content and the words to search. */
export interface MapSummary {
  readonly stages: readonly { readonly hue: number; readonly steps: number }[];
  readonly rows: readonly SummaryRow[];
  readonly steps: number;
  readonly cards: number;
  /** Every text of the map, lower case, up to `mostCharacters`. */
  readonly words: string;
  readonly state: JourneyMap['scope']['state'];
  /** The map of the other side, where this one names it. */
  readonly counterpartId?: MapId;
}

export type SummaryRow =
  | {
      readonly kind: 'cards';
      readonly role: LaneRole | 'pain' | 'gain';
      /** Column, number of columns and number of cards of each filled cell. */
      readonly cells: readonly (readonly [column: number, span: number, cards: number])[];
    }
  | { readonly kind: 'curve'; readonly points: readonly (readonly [column: number, value: number])[] };

const mostCharacters = 20_000;

export function summariseMap(map: JourneyMap): MapSummary {
  return {
    stages: map.stages.map((stage) => ({
      hue: stage.hue,
      steps: map.steps.filter((step) => step.stageId === stage.id).length,
    })),
    rows: rowsOf(map),
    steps: map.steps.length,
    cards: map.cards.length,
    words: wordsOf(map),
    state: map.scope.state,
    ...(map.scope.counterpartId === undefined ? {} : { counterpartId: map.scope.counterpartId }),
  };
}

function rowsOf(map: JourneyMap): readonly SummaryRow[] {
  const columns = new Map(columnOrder(map).map((stepId, column) => [stepId, column]));
  return map.lanes.map((lane): SummaryRow => {
    if (lane.kind === 'emotion') {
      const points = map.emotions
        .filter((emotion) => emotion.laneId === lane.id && emotion.personaId === map.personas[0]?.id)
        .flatMap((emotion) => {
          const column = columns.get(emotion.stepId);
          return column === undefined ? [] : [[column, emotion.value] as const];
        })
        .sort((a, b) => a[0] - b[0]);
      return { kind: 'curve', points };
    }
    const cells = new Map<number, [column: number, span: number, cards: number]>();
    for (const card of map.cards) {
      if (card.laneId !== lane.id || card.stepId === undefined) continue;
      const column = columns.get(card.stepId);
      if (column === undefined) continue;
      const cell = cells.get(column) ?? [column, 1, 0];
      cells.set(column, [column, Math.max(cell[1], card.span), cell[2] + 1]);
    }
    return { kind: 'cards', role: tintOf(lane), cells: [...cells.values()] };
  });
}

function tintOf({ kind, role }: JourneyMap['lanes'][number]): LaneRole | 'pain' | 'gain' {
  if (kind === 'painPoints') return 'pain';
  return kind === 'opportunities' || kind === 'solutions' ? 'gain' : role;
}

/** Columns stand in the order of the stages, whatever the order of the steps in the file. */
function columnOrder(map: JourneyMap) {
  return map.stages.flatMap((stage) =>
    map.steps.filter((step) => step.stageId === stage.id).map((step) => step.id),
  );
}

function wordsOf(map: JourneyMap): string {
  const texts = [
    map.title,
    map.description,
    map.scope.scenario,
    map.scope.goal,
    ...map.stages.map((stage) => stage.title),
    ...map.steps.map((step) => step.title),
    ...map.personas.map((persona) => persona.name),
    ...map.cards.map((card) => card.text),
  ];
  return texts.join('\n').toLowerCase().slice(0, mostCharacters);
}
