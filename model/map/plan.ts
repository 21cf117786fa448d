import { z } from 'zod';
import { money, title } from './fields.ts';
import { effectSchema, leverCostSchema } from './lever.ts';
import { leverIdSchema, nodeIdSchema, planIdSchema, poolIdSchema, stepIdSchema } from './ids.ts';

/** One lever inside a plan. */
export const planLeverSchema = z
  .strictObject({
    leverId: leverIdSchema,
    on: z.boolean().default(true),
    /** Steps, nodes or pools it is aimed at; empty: everywhere it applies. */
    targets: z
      .array(z.union([stepIdSchema, nodeIdSchema, poolIdSchema]))
      .max(500)
      .readonly()
      .default([]),
    /** This plan's own numbers in place of the lever's. */
    override: z
      .strictObject({
        effects: z.array(effectSchema).max(50).readonly().optional(),
        cost: leverCostSchema.optional(),
      })
      .readonly()
      .optional(),
  })
  .readonly();
export type PlanLever = z.infer<typeof planLeverSchema>;

/** A named set of levers, a layer over the map: nothing of the map changes. */
export const planSchema = z
  .strictObject({
    id: planIdSchema,
    title,
    budget: money.min(0).optional(),
    /** The week after the start for which the forecast is made. */
    horizonWeeks: z.number().min(0).max(520).default(26),
    levers: z.array(planLeverSchema).max(200).readonly().default([]),
  })
  .readonly();

export type Plan = z.infer<typeof planSchema>;
