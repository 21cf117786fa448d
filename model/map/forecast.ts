import { z } from 'zod';
import { date, moment } from './fields.ts';
import { forecastIdSchema, planIdSchema } from './ids.ts';
import { metricKeySchema } from './metric.ts';

/** One line of the prediction ledger: a forecast frozen on a day, to be held against what came. */
export const forecastSchema = z
  .strictObject({
    id: forecastIdSchema,
    planId: planIdSchema,
    frozenAt: moment,
    engineVersion: z.string(),
    seed: z.int(),
    inputsHash: z.string(),
    /** 90 % intervals of the plan's values; `metric` may be `index` or a dimension's id. */
    results: z
      .array(
        z
          .strictObject({ metric: z.string(), value: z.number(), low: z.number(), high: z.number() })
          .readonly(),
      )
      .max(1_000)
      .readonly(),
    actuals: z
      .array(
        z
          .strictObject({
            metric: z.union([metricKeySchema, z.string()]),
            value: z.number(),
            n: z.int().optional(),
            date,
          })
          .readonly(),
      )
      .max(1_000)
      .readonly()
      .default([]),
  })
  .readonly();

export type Forecast = z.infer<typeof forecastSchema>;
