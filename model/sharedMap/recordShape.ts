import { z } from 'zod';
import { type CollectionName, recordSchemas } from '../map/journeyMap.ts';
import { planLeverSchema } from '../map/plan.ts';
import { dimensionSchema, indicatorSchema } from '../map/qualityModel.ts';

/**
 * How each field of a record is kept in the shared document. What people change independently is kept apart, what
 * makes sense only as a whole is kept whole; docs/spec/shared-map.md gives the reason for each.
 */
export type FieldShape =
  /** One value, the last writer wins. Small values that must stay whole (routes, effects, a curve) are kept so too. */
  | { readonly kind: 'value'; readonly name: string }
  /** A small object whose members are changed one by one: the keys are `name.member`. */
  | { readonly kind: 'members'; readonly name: string; readonly members: readonly string[] }
  /** Text that people write together, made with the record. */
  | { readonly kind: 'text'; readonly name: string }
  /** Such a text that most records do not have: a root type named after the record, there as soon as it is not empty. */
  | { readonly kind: 'rareText'; readonly name: string }
  /** A list of distinct texts, each a key `name/text` that holds its order. */
  | { readonly kind: 'set'; readonly name: string }
  /** One number for each hour, each a key `name/hour`. */
  | { readonly kind: 'hours'; readonly name: string }
  /** Fields that would lie if they came from two people: one key holds them all. */
  | { readonly kind: 'pack'; readonly name: string; readonly names: readonly string[] }
  /** Records within a record, each under `name/id/`. */
  | { readonly kind: 'list'; readonly name: string; readonly idName: string; readonly shape: RecordShape };

export interface RecordShape {
  readonly schema: z.ZodType;
  readonly fields: readonly FieldShape[];
}

interface Exceptions {
  readonly texts?: readonly string[];
  readonly rareTexts?: readonly string[];
  readonly sets?: readonly string[];
  readonly hours?: readonly string[];
  readonly whole?: readonly string[];
  readonly packs?: Readonly<Record<string, readonly string[]>>;
  readonly lists?: Readonly<Record<string, { readonly idName: string; readonly shape: RecordShape }>>;
  /** Fields that are not kept here: the id is the key of the record, its place is kept by `placing.ts`. */
  readonly elsewhere: readonly string[];
}

const indicatorShape = shapeOf(indicatorSchema, { elsewhere: ['id'], whole: ['curve'] });
const dimensionShape = shapeOf(dimensionSchema, {
  elsewhere: ['id'],
  lists: { indicators: { idName: 'id', shape: indicatorShape } },
});
const planLeverShape = shapeOf(planLeverSchema, { elsewhere: ['leverId'], whole: ['override'] });

const id = ['id'] as const;

export const recordShapes: Readonly<Record<CollectionName, RecordShape>> = {
  stages: shapeOf(recordSchemas.stages, { elsewhere: id }),
  steps: shapeOf(recordSchemas.steps, { elsewhere: ['id', 'stageId'] }),
  lanes: shapeOf(recordSchemas.lanes, { elsewhere: id }),
  cards: shapeOf(recordSchemas.cards, {
    elsewhere: ['id', 'laneId', 'stepId', 'position'],
    texts: ['text'],
    rareTexts: ['quote'],
    sets: ['tags', 'evidenceIds'],
  }),
  pictures: shapeOf(recordSchemas.pictures, { elsewhere: ['hash', 'bytes'] }),
  markers: shapeOf(recordSchemas.markers, { elsewhere: id }),
  connectors: shapeOf(recordSchemas.connectors, { elsewhere: id }),
  personas: shapeOf(recordSchemas.personas, { elsewhere: id, texts: ['quote', 'goals'] }),
  emotions: shapeOf(recordSchemas.emotions, { elsewhere: id, rareTexts: ['quote'], whole: ['source'] }),
  metrics: shapeOf(recordSchemas.metrics, { elsewhere: id, whole: ['range'] }),
  measurements: shapeOf(recordSchemas.measurements, {
    elsewhere: id,
    whole: ['on', 'segment'],
    // A number belongs to its source, its n and its period: from two people they would tell of no measurement at all.
    packs: {
      reading: ['value', 'quantiles', 'samples', 'low', 'likely', 'high', 'unit', 'n', 'period', 'source'],
    },
  }),
  evidence: shapeOf(recordSchemas.evidence, { elsewhere: id, texts: ['claim', 'quote'] }),
  pools: shapeOf(recordSchemas.pools, { elsewhere: id, hours: ['agents'], sets: ['skills'] }),
  nodes: shapeOf(recordSchemas.nodes, { elsewhere: id }),
  arrivals: shapeOf(recordSchemas.arrivals, { elsewhere: id, hours: ['profile'] }),
  qualityModels: shapeOf(recordSchemas.qualityModels, {
    elsewhere: id,
    whole: ['origin'],
    lists: { dimensions: { idName: 'id', shape: dimensionShape } },
  }),
  levers: shapeOf(recordSchemas.levers, {
    elsewhere: id,
    whole: ['origin'],
    texts: ['description'],
    sets: ['requires', 'excludes', 'evidenceIds'],
  }),
  plans: shapeOf(recordSchemas.plans, {
    elsewhere: id,
    lists: { levers: { idName: 'leverId', shape: planLeverShape } },
  }),
  forecasts: shapeOf(recordSchemas.forecasts, { elsewhere: id }),
};

/** The field that names a record of a collection: its id, a picture's hash. */
export const idNameOf = (collection: CollectionName): 'id' | 'hash' =>
  collection === 'pictures' ? 'hash' : 'id';

/**
 * Collections whose ids are given by their content (a picture's hash) or by people (a metric's name): two people may
 * make the same one at the same time. Their records have no Y.Map of their own (one of two would be lost); the fields
 * stand in the collection itself, under `id/field`.
 */
export const isFlatCollection = (collection: CollectionName): boolean =>
  collection === 'pictures' || collection === 'metrics';

function shapeOf(schema: z.ZodType, exceptions: Exceptions): RecordShape {
  const object = objectWithin(schema);
  const packed = Object.values(exceptions.packs ?? {}).flat();
  const fields = Object.entries(object?.shape ?? {}).flatMap(([name, field]): readonly FieldShape[] => {
    const list = exceptions.lists?.[name];
    if (exceptions.elsewhere.includes(name) || packed.includes(name)) return [];
    if (list !== undefined) return [{ kind: 'list', name, ...list }];
    if (exceptions.texts?.includes(name)) return [{ kind: 'text', name }];
    if (exceptions.rareTexts?.includes(name)) return [{ kind: 'rareText', name }];
    if (exceptions.sets?.includes(name)) return [{ kind: 'set', name }];
    if (exceptions.hours?.includes(name)) return [{ kind: 'hours', name }];
    const inner = exceptions.whole?.includes(name) ? undefined : objectWithin(field);
    if (inner !== undefined) return [{ kind: 'members', name, members: Object.keys(inner.shape) }];
    return [{ kind: 'value', name }];
  });
  const packs = Object.entries(exceptions.packs ?? {}).map(([name, names]): FieldShape => ({
    kind: 'pack',
    name,
    names,
  }));
  return { schema, fields: [...fields, ...packs] };
}

/** The object schema inside wrappers such as readonly, optional and default. */
function objectWithin(schema: z.core.$ZodType): z.ZodObject | undefined {
  if (schema instanceof z.ZodObject) return schema;
  if (
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return objectWithin(schema.unwrap());
  return undefined;
}
