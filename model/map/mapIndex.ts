import type { Card } from './card.ts';
import type {
  CardId,
  EvidenceId,
  LaneId,
  LeverId,
  NodeId,
  PersonaId,
  PoolId,
  StageId,
  StepId,
} from './ids.ts';
import type { JourneyMap } from './journeyMap.ts';

/** Look-ups over one map. */
export interface MapIndex {
  readonly stagesById: ReadonlyMap<StageId, JourneyMap['stages'][number]>;
  readonly stepsById: ReadonlyMap<StepId, JourneyMap['steps'][number]>;
  readonly lanesById: ReadonlyMap<LaneId, JourneyMap['lanes'][number]>;
  readonly cardsById: ReadonlyMap<CardId, Card>;
  readonly personasById: ReadonlyMap<PersonaId, JourneyMap['personas'][number]>;
  readonly nodesById: ReadonlyMap<NodeId, JourneyMap['nodes'][number]>;
  readonly poolsById: ReadonlyMap<PoolId, JourneyMap['pools'][number]>;
  readonly leversById: ReadonlyMap<LeverId, JourneyMap['levers'][number]>;
  readonly evidenceById: ReadonlyMap<EvidenceId, JourneyMap['evidence'][number]>;
  /** Cards of a cell in their order. */
  cardsInCell(laneId: LaneId, stepId: StepId): readonly Card[];
}

/** Each look-up is made when it is first asked for and kept with its records: after an edit most records are the same list. */
export function indexMap(map: JourneyMap): MapIndex {
  return {
    get stagesById() {
      return byId(map.stages);
    },
    get stepsById() {
      return byId(map.steps);
    },
    get lanesById() {
      return byId(map.lanes);
    },
    get cardsById() {
      return byId(map.cards);
    },
    get personasById() {
      return byId(map.personas);
    },
    get nodesById() {
      return byId(map.nodes);
    },
    get poolsById() {
      return byId(map.pools);
    },
    get leversById() {
      return byId(map.levers);
    },
    get evidenceById() {
      return byId(map.evidence);
    },
    cardsInCell: (laneId, stepId) => byCell(map.cards).get(`${laneId} ${stepId}`) ?? [],
  };
}

const keptById = new WeakMap<readonly object[], ReadonlyMap<string, unknown>>();

function byId<R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<R['id'], R> {
  // Made from these very records.
  const known = keptById.get(records) as ReadonlyMap<R['id'], R> | undefined;
  if (known !== undefined) return known;
  const made = new Map(records.map((record) => [record.id, record]));
  keptById.set(records, made);
  return made;
}

const keptCells = new WeakMap<readonly Card[], ReadonlyMap<string, readonly Card[]>>();

function byCell(cards: readonly Card[]): ReadonlyMap<string, readonly Card[]> {
  const known = keptCells.get(cards);
  if (known !== undefined) return known;
  const cells = new Map<string, Card[]>();
  for (const card of cards) {
    if (card.laneId === undefined || card.stepId === undefined) continue;
    const key = `${card.laneId} ${card.stepId}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [card]);
    else cell.push(card);
  }
  keptCells.set(cards, cells);
  return cells;
}
