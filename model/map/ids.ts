import { z } from 'zod';

/**
 * Ids of records: a prefix that tells the record, an underscore and a random part. New ids have 16 base-36
 * characters (`newId` in newId.ts); templates use readable ones. The brand keeps a step id from standing for a card id.
 */
const id = <Brand extends string>(prefix: string, _brand: Brand) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9_-]{1,64}$`), { error: `${prefix}_… (letters, digits, - and _)` })
    .brand<Brand>();

export const mapIdSchema = id('map', 'MapId');
export const stageIdSchema = id('stage', 'StageId');
export const stepIdSchema = id('step', 'StepId');
export const laneIdSchema = id('lane', 'LaneId');
export const cardIdSchema = id('card', 'CardId');
export const markerIdSchema = id('marker', 'MarkerId');
export const connectorIdSchema = id('connector', 'ConnectorId');
export const personaIdSchema = id('persona', 'PersonaId');
export const emotionIdSchema = id('emotion', 'EmotionId');
export const measurementIdSchema = id('measurement', 'MeasurementId');
export const evidenceIdSchema = id('evidence', 'EvidenceId');
export const poolIdSchema = id('pool', 'PoolId');
export const nodeIdSchema = id('node', 'NodeId');
export const arrivalsIdSchema = id('arrivals', 'ArrivalsId');
export const qualityModelIdSchema = id('qualityModel', 'QualityModelId');
export const dimensionIdSchema = id('dimension', 'DimensionId');
export const indicatorIdSchema = id('indicator', 'IndicatorId');
export const leverIdSchema = id('lever', 'LeverId');
export const planIdSchema = id('plan', 'PlanId');
export const forecastIdSchema = id('forecast', 'ForecastId');

export type MapId = z.infer<typeof mapIdSchema>;
export type StageId = z.infer<typeof stageIdSchema>;
export type StepId = z.infer<typeof stepIdSchema>;
export type LaneId = z.infer<typeof laneIdSchema>;
export type CardId = z.infer<typeof cardIdSchema>;
export type MarkerId = z.infer<typeof markerIdSchema>;
export type ConnectorId = z.infer<typeof connectorIdSchema>;
export type PersonaId = z.infer<typeof personaIdSchema>;
export type EmotionId = z.infer<typeof emotionIdSchema>;
export type MeasurementId = z.infer<typeof measurementIdSchema>;
export type EvidenceId = z.infer<typeof evidenceIdSchema>;
export type PoolId = z.infer<typeof poolIdSchema>;
export type NodeId = z.infer<typeof nodeIdSchema>;
export type ArrivalsId = z.infer<typeof arrivalsIdSchema>;
export type QualityModelId = z.infer<typeof qualityModelIdSchema>;
export type DimensionId = z.infer<typeof dimensionIdSchema>;
export type IndicatorId = z.infer<typeof indicatorIdSchema>;
export type LeverId = z.infer<typeof leverIdSchema>;
export type PlanId = z.infer<typeof planIdSchema>;
export type ForecastId = z.infer<typeof forecastIdSchema>;

/** Which id belongs to which prefix. */
export interface IdOfPrefix {
  readonly map: MapId;
  readonly stage: StageId;
  readonly step: StepId;
  readonly lane: LaneId;
  readonly card: CardId;
  readonly marker: MarkerId;
  readonly connector: ConnectorId;
  readonly persona: PersonaId;
  readonly emotion: EmotionId;
  readonly measurement: MeasurementId;
  readonly evidence: EvidenceId;
  readonly pool: PoolId;
  readonly node: NodeId;
  readonly arrivals: ArrivalsId;
  readonly qualityModel: QualityModelId;
  readonly dimension: DimensionId;
  readonly indicator: IndicatorId;
  readonly lever: LeverId;
  readonly plan: PlanId;
  readonly forecast: ForecastId;
}
