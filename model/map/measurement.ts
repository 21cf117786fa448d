import { z } from 'zod';
import { channelSchema } from './channel.ts';
import { date, share, title } from './fields.ts';
import { measurementIdSchema, nodeIdSchema, personaIdSchema, poolIdSchema, stepIdSchema } from './ids.ts';
import { metricKeySchema } from './metric.ts';
import { sourceSchema } from './source.ts';

/** What a measurement is about: one step, node or pool, or the map as a whole. */
const placeSchema = z.union([
  z.strictObject({ stepId: stepIdSchema }).readonly(),
  z.strictObject({ nodeId: nodeIdSchema }).readonly(),
  z.strictObject({ poolId: poolIdSchema }).readonly(),
  z.strictObject({ map: z.literal(true) }).readonly(),
]);
export type MeasurementPlace = z.infer<typeof placeSchema>;

/** A number that was measured, asked, read somewhere or guessed, and says which. */
export const measurementSchema = z
  .strictObject({
    id: measurementIdSchema,
    metric: metricKeySchema,
    on: placeSchema,
    /** The value in the unit of the metric: shares 0..1, scores 0..100, times in seconds, rates per day. */
    value: z.number().optional(),
    /** A distribution as quantiles, ascending: `p` is the share below `value`. */
    quantiles: z
      .array(z.strictObject({ p: share, value: z.number() }).readonly())
      .max(1_000)
      .readonly()
      .optional(),
    /** A distribution as single observations. */
    samples: z.array(z.number()).max(20_000).readonly().optional(),
    /** Range of an estimate; required for source kind `estimate`. */
    low: z.number().optional(),
    likely: z.number().optional(),
    high: z.number().optional(),
    /** Unit as the user wrote it; left out: the metric's own. */
    unit: title.optional(),
    /** Number of observations behind the value. */
    n: z.int().min(0).optional(),
    period: z.strictObject({ from: date, to: date }).readonly().optional(),
    /** Of first-contact resolution: a matter that comes back within so many days was not solved; left out: 7. */
    windowDays: z.int().min(1).max(365).optional(),
    segment: z
      .strictObject({ personaId: personaIdSchema.optional(), channel: channelSchema.optional() })
      .readonly()
      .optional(),
    source: sourceSchema,
    target: z.number().optional(),
    series: z
      .array(z.strictObject({ at: date, value: z.number(), n: z.int().min(0).optional() }).readonly())
      .max(5_000)
      .readonly()
      .default([]),
  })
  .readonly();

export type Measurement = z.infer<typeof measurementSchema>;
