import { collectionNames, type CollectionName, type JourneyMap } from '../map/journeyMap.ts';
import type { LaneId, StepId } from '../map/ids.ts';
import { idNameOf } from './recordShape.ts';

/** What changed from one state of a map to another, by record and field, and gathered by the cells of the grid. */
export interface MapDifference {
  /** Changed fields of the map itself, `title` or `scope.goal`. */
  readonly map: readonly FieldDifference[];
  readonly records: readonly RecordDifference[];
  /** The cells in which cards came, went, moved or changed, in the order of lanes and steps of the later state. */
  readonly cells: readonly CellDifference[];
}

export interface FieldDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface RecordDifference {
  readonly collection: CollectionName;
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Of a changed record. */
  readonly fields: readonly FieldDifference[];
}

export interface CellDifference {
  readonly laneId: LaneId;
  readonly stepId: StepId;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export function compareMaps(before: JourneyMap, after: JourneyMap): MapDifference {
  const records = collectionNames.flatMap((collection) => compareCollection(collection, before, after));
  return { map: compareHeader(before, after), records, cells: cellsOf(before, after, records) };
}

function compareHeader(before: JourneyMap, after: JourneyMap): readonly FieldDifference[] {
  const fields = (map: JourneyMap): Readonly<Record<string, unknown>> => {
    const { title, language, kind, description, currency, scope } = map;
    const scopeFields = Object.fromEntries(
      Object.entries(scope).map(([key, value]) => [`scope.${key}`, value]),
    );
    return { title, language, kind, description, currency, ...scopeFields };
  };
  return compareFields(fields(before), fields(after));
}

type Plain = Readonly<Record<string, unknown>>;

function compareCollection(
  collection: CollectionName,
  before: JourneyMap,
  after: JourneyMap,
): readonly RecordDifference[] {
  if (before[collection] === after[collection]) return [];
  const idName = idNameOf(collection);
  const earlier = byId(before[collection], idName);
  const later = byId(after[collection], idName);
  const order = new Map([...later.keys()].map((id, i) => [id, i]));
  const removed = [...earlier.keys()]
    .filter((id) => !order.has(id))
    .map((id): RecordDifference => ({ collection, id, change: 'removed', fields: [] }));
  const rest = [...later].flatMap(([id, record]): readonly RecordDifference[] => {
    const old = earlier.get(id);
    if (old === undefined) return [{ collection, id, change: 'added', fields: [] }];
    const fields = old === record ? [] : compareFields(old, record);
    return fields.length === 0 ? [] : [{ collection, id, change: 'changed', fields }];
  });
  return [...removed, ...rest];
}

const byId = (records: readonly object[], idName: string): ReadonlyMap<string, Plain> =>
  new Map(records.map((record) => [String((record as Plain)[idName]), record as Plain]));

function compareFields(before: Plain, after: Plain): readonly FieldDifference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

function cellsOf(
  before: JourneyMap,
  after: JourneyMap,
  records: readonly RecordDifference[],
): readonly CellDifference[] {
  const earlier = new Map(before.cards.map((card) => [card.id as string, card]));
  const later = new Map(after.cards.map((card) => [card.id as string, card]));
  const cells = new Map<string, { added: string[]; removed: string[]; changed: string[] }>();
  const note = (
    card: JourneyMap['cards'][number] | undefined,
    id: string,
    what: 'added' | 'removed' | 'changed',
  ) => {
    if (card?.laneId === undefined || card.stepId === undefined) return;
    const name = `${card.laneId} ${card.stepId}`;
    const cell = cells.get(name) ?? { added: [], removed: [], changed: [] };
    cell[what].push(id);
    cells.set(name, cell);
  };
  for (const { collection, id, change, fields } of records) {
    if (collection !== 'cards') continue;
    const moved = fields.some(({ field }) => field === 'laneId' || field === 'stepId');
    if (change === 'removed' || moved) note(earlier.get(id), id, 'removed');
    if (change === 'added' || moved) note(later.get(id), id, 'added');
    if (change === 'changed' && !moved) note(later.get(id), id, 'changed');
  }
  const lanes = rowsOf(before.lanes, after.lanes);
  const steps = rowsOf(before.steps, after.steps);
  return lanes.flatMap((laneId) =>
    steps.flatMap((stepId) => {
      const cell = cells.get(`${laneId} ${stepId}`);
      return cell === undefined ? [] : [{ laneId, stepId, ...cell }];
    }),
  );
}

/** The later rows in their order, then those that are gone. */
function rowsOf<Id>(
  before: readonly { readonly id: Id }[],
  after: readonly { readonly id: Id }[],
): readonly Id[] {
  return [...new Set([...after, ...before].map((row) => row.id))];
}
