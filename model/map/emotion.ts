import { z } from 'zod';
import { text } from './fields.ts';
import { emotionIdSchema, laneIdSchema, personaIdSchema, stepIdSchema } from './ids.ts';
import { sourceSchema } from './source.ts';

/** How one persona feels at one step, as it is. What is wished for is another map; a forecast is computed. */
export const emotionSchema = z
  .strictObject({
    id: emotionIdSchema,
    laneId: laneIdSchema,
    personaId: personaIdSchema,
    stepId: stepIdSchema,
    /** -1 (frustrated) .. 1 (delighted); shown as -2..+2, 1-5 or 1-10. */
    value: z
      .number()
      .min(-1)
      .max(1)
      // Rounding a faint frown gives -0, which JSON cannot write: it is 0.
      .overwrite((value) => value + 0),
    quote: text.optional(),
    source: sourceSchema.optional(),
  })
  .readonly();

export type Emotion = z.infer<typeof emotionSchema>;
