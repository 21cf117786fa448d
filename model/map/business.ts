import { z } from 'zod';
import { money, share } from './fields.ts';

/** The business behind the map, in the team's own figures: what a forecast is turned into money by. */
export const businessSchema = z
  .strictObject({
    /** What one contact costs, agents' time included; minor units of the map's currency. */
    costPerContact: money.min(0),
    /** Profit from one customer in a year; minor units. */
    marginPerCustomerYear: money.min(0),
    customers: z.int().min(0).max(10_000_000_000),
    /** Share of the customers that stays a year. */
    retention: share,
    /** Yearly rate by which later money counts less, 0..1. */
    discountRate: share,
  })
  .readonly();

export type Business = z.infer<typeof businessSchema>;
