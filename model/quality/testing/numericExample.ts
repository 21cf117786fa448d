import { journeyMapSchema, type JourneyMap } from '../../map/journeyMap.ts';

/** The numeric example of the design: two steps, five dimensions. */
export const dimension = (id: string, weight: number, metrics: readonly string[]) => ({
  id: `dimension_${id}`,
  title: id,
  weight,
  indicators: metrics.map((metric) => ({ id: `indicator_${metric}`, title: metric, weight: 1, metric })),
});
export const fiveDimensions = {
  id: 'qualityModel_five',
  title: 'Five dimensions',
  dimensions: [
    dimension('attitude', 20, ['firstResponse', 'politeness', 'agentPatience', 'empathy']),
    dimension('efficiency', 30, ['timeToResolution', 'firstContactResolution', 'successRate']),
    dimension('knowledge', 20, ['professionalKnowledge', 'productKnowledge', 'industryKnowledge']),
    dimension('function', 15, ['channelsOffered', 'hoursOpen', 'contentComplete']),
    dimension('satisfaction', 15, ['csat', 'nps']),
  ],
};
export const measured = (on: string, values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([metric, value]) => ({
    id: `measurement_${on}-${metric}`,
    metric,
    on: on === 'map' ? { map: true } : { stepId: `step_${on}` },
    value,
    source: { kind: 'measured' },
  }));
export const exampleMeasurements = [
  ...measured('a', {
    volume: 300,
    firstResponse: 30,
    politeness: 80,
    empathy: 70,
    timeToResolution: 900,
    firstContactResolution: 0.7,
    professionalKnowledge: 60,
    productKnowledge: 75,
    csat: 0.8,
  }),
  ...measured('b', {
    volume: 100,
    firstResponse: 60,
    politeness: 90,
    timeToResolution: 1_800,
    firstContactResolution: 0.5,
    professionalKnowledge: 80,
    csat: 0.6,
  }),
  ...measured('map', { channelsOffered: 50, hoursOpen: 75, nps: 10 }),
];

export function mapOf(measurements: readonly object[], more: object = {}): JourneyMap {
  return journeyMapSchema.parse({
    formatVersion: 1,
    id: 'map_example',
    title: 'Example',
    language: 'en',
    stages: [{ id: 'stage_one', title: 'One', hue: 0 }],
    steps: ['a', 'b'].map((id) => ({ id: `step_${id}`, stageId: 'stage_one', title: id })),
    personas: [{ id: 'persona_kid', name: 'Kid' }],
    measurements,
    qualityModels: [fiveDimensions],
    ...more,
  });
}

export const example = mapOf(exampleMeasurements);
