import { z } from 'zod';
import { share, text, title } from './fields.ts';
import { personaIdSchema } from './ids.ts';

/** A kind of customer. */
export const personaSchema = z
  .strictObject({
    id: personaIdSchema,
    name: title,
    /** Share of the population, 0..1. */
    share: share.default(1),
    quote: text.default(''),
    goals: text.default(''),
    pictureId: z.string().optional(),
    /** Dash pattern and marker shape of the persona's curve, 0..7. */
    styleIndex: z.int().min(0).max(7).default(0),
  })
  .readonly();

export type Persona = z.infer<typeof personaSchema>;
