import { z } from 'zod';
import { arrivalsSchema } from './arrivals.ts';
import { businessSchema } from './business.ts';
import { cardSchema } from './card.ts';
import { connectorSchema } from './connector.ts';
import { emotionSchema } from './emotion.ts';
import { evidenceSchema } from './evidence.ts';
import { date, text, title } from './fields.ts';
import { forecastSchema } from './forecast.ts';
import { type MapId, mapIdSchema } from './ids.ts';
import { laneSchema } from './lane.ts';
import { type Language, languageSchema } from './language.ts';
import { leverSchema } from './lever.ts';
import { markerSchema } from './marker.ts';
import { measurementSchema } from './measurement.ts';
import { metricSchema } from './metric.ts';
import { personaSchema } from './persona.ts';
import { pictureSchema } from './picture.ts';
import { planSchema } from './plan.ts';
import { poolSchema } from './pool.ts';
import { qualityModelSchema } from './qualityModel.ts';
import { serviceNodeSchema } from './serviceNode.ts';
import { stageSchema } from './stage.ts';
import { stepSchema } from './step.ts';

export const newestFormatVersion = 1;

export const scopeSchema = z
  .strictObject({
    scenario: text.default(''),
    goal: text.default(''),
    startTrigger: text.default(''),
    endTrigger: text.default(''),
    /** As it is, or as it shall be. */
    state: z.enum(['asIs', 'toBe']).default('asIs'),
    /** The as-is map of a to-be map; the ids of the steps stay the same. */
    counterpartId: mapIdSchema.optional(),
    ownerName: title.default(''),
    reviewDate: date.optional(),
  })
  .readonly();
export type Scope = z.infer<typeof scopeSchema>;

const list = <S extends z.ZodType>(record: S, most: number) =>
  z.array(record).max(most).readonly().default([]);

/**
 * A whole map as plain readonly data: what a file holds, what templates are, what the shared document reads into.
 * Arrays are in order. Comments and workshop sessions live in documents of their own.
 */
export const journeyMapSchema = z
  .strictObject({
    formatVersion: z.literal(newestFormatVersion),
    id: mapIdSchema,
    title,
    /** The language of the map's own texts. */
    language: languageSchema,
    kind: z.enum(['journey', 'blueprint']).default('blueprint'),
    description: text.default(''),
    /** ISO 4217; every sum of the map is in its minor unit. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, { error: 'a currency of three capital letters' })
      .default('CNY'),
    scope: scopeSchema.prefault({}),
    business: businessSchema.optional(),
    stages: list(stageSchema, 500),
    steps: list(stepSchema, 2_000),
    lanes: list(laneSchema, 500),
    cards: list(cardSchema, 50_000),
    pictures: list(pictureSchema, 2_000),
    markers: list(markerSchema, 10_000),
    connectors: list(connectorSchema, 20_000),
    personas: list(personaSchema, 100),
    emotions: list(emotionSchema, 50_000),
    metrics: list(metricSchema, 500),
    measurements: list(measurementSchema, 20_000),
    evidence: list(evidenceSchema, 5_000),
    pools: list(poolSchema, 500),
    nodes: list(serviceNodeSchema, 2_000),
    arrivals: list(arrivalsSchema, 500),
    qualityModels: list(qualityModelSchema, 50),
    levers: list(leverSchema, 1_000),
    plans: list(planSchema, 200),
    forecasts: list(forecastSchema, 1_000),
  })
  .readonly();

export type JourneyMap = z.infer<typeof journeyMapSchema>;

/** The arrays of a map, by name, in the order of the file. */
export const collectionNames = [
  'stages',
  'steps',
  'lanes',
  'cards',
  'pictures',
  'markers',
  'connectors',
  'personas',
  'emotions',
  'metrics',
  'measurements',
  'evidence',
  'pools',
  'nodes',
  'arrivals',
  'qualityModels',
  'levers',
  'plans',
  'forecasts',
] as const satisfies readonly (keyof JourneyMap)[];
export type CollectionName = (typeof collectionNames)[number];

/** The schema of one record of each array. */
export const recordSchemas = {
  stages: stageSchema,
  steps: stepSchema,
  lanes: laneSchema,
  cards: cardSchema,
  pictures: pictureSchema,
  markers: markerSchema,
  connectors: connectorSchema,
  personas: personaSchema,
  emotions: emotionSchema,
  metrics: metricSchema,
  measurements: measurementSchema,
  evidence: evidenceSchema,
  pools: poolSchema,
  nodes: serviceNodeSchema,
  arrivals: arrivalsSchema,
  qualityModels: qualityModelSchema,
  levers: leverSchema,
  plans: planSchema,
  forecasts: forecastSchema,
} as const satisfies Record<CollectionName, z.ZodType>;

/** A map with nothing in it. */
export function emptyMap(id: MapId, language: Language, mapTitle = ''): JourneyMap {
  return journeyMapSchema.parse({ formatVersion: newestFormatVersion, id, title: mapTitle, language });
}
