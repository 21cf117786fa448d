import { z } from 'zod';
import { title } from './fields.ts';

/** A metric is named by its key: one of the catalogue (model/quality) or one that the map defines. */
export const metricKeySchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, { error: 'a metric name' });
export type MetricKey = z.infer<typeof metricKeySchema>;

/** A metric that the users of this map defined themselves. */
export const metricSchema = z
  .strictObject({
    id: metricKeySchema,
    title,
    unit: title.default(''),
    /** Least and greatest possible value. */
    range: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).readonly().default({}),
    direction: z.enum(['higher', 'lower', 'none']).default('higher'),
    /** How values become an interval: a mean, a proportion (0..1) or a count. */
    estimator: z.enum(['mean', 'proportion', 'count']).default('mean'),
  })
  .readonly();

export type Metric = z.infer<typeof metricSchema>;
