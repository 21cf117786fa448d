import { z } from 'zod';
import { title } from './fields.ts';
import { mapIdSchema, stageIdSchema, stepIdSchema } from './ids.ts';

/** One column: what the customer does, as a verb phrase. */
export const stepSchema = z
  .strictObject({
    id: stepIdSchema,
    stageId: stageIdSchema,
    title,
    /** The map that shows this step in detail (journey hierarchy). */
    childMapId: mapIdSchema.optional(),
    /** Width of the column in map units (px at 100 %), 80..1200; left out: the layout's default. */
    width: z.number().min(80).max(1_200).optional(),
  })
  .readonly();

export type Step = z.infer<typeof stepSchema>;
