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

/** Look-ups over one map. Made once per map value and kept with it. */
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

const kept = new WeakMap<JourneyMap, MapIndex>();

export function indexMap(map: JourneyMap): MapIndex {
  const known = kept.get(map);
  if (known !== undefined) return known;
  const cells = new Map<string, Card[]>();
  for (const card of map.cards) {
    if (card.laneId === undefined || card.stepId === undefined) continue;
    const key = `${card.laneId} ${card.stepId}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [card]);
    else cell.push(card);
  }
  const index: MapIndex = {
    stagesById: byId(map.stages),
    stepsById: byId(map.steps),
    lanesById: byId(map.lanes),
    cardsById: byId(map.cards),
    personasById: byId(map.personas),
    nodesById: byId(map.nodes),
    poolsById: byId(map.pools),
    leversById: byId(map.levers),
    evidenceById: byId(map.evidence),
    cardsInCell: (laneId, stepId) => cells.get(`${laneId} ${stepId}`) ?? [],
  };
  kept.set(map, index);
  return index;
}

function byId<R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<R['id'], R> {
  return new Map(records.map((record) => [record.id, record]));
}
