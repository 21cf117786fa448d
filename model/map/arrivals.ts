import { z } from 'zod';
import { byHour } from './fields.ts';
import { arrivalsIdSchema, nodeIdSchema } from './ids.ts';

/** How many customers enter at a node, and when. */
export const arrivalsSchema = z
  .strictObject({
    id: arrivalsIdSchema,
    nodeId: nodeIdSchema,
    perDay: z.number().min(0).max(10_000_000),
    /** Relative weight of each hour; any positive sum, it is normalised. */
    profile: byHour(z.number().min(0)),
    /** Coefficient of variation of the day's total (a gamma factor); 0 for none. */
    dayVariation: z.number().min(0).max(2).default(0.1),
  })
  .readonly();

export type Arrivals = z.infer<typeof arrivalsSchema>;
