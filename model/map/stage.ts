import { z } from 'zod';
import { title } from './fields.ts';
import { stageIdSchema } from './ids.ts';

/** A phase of the journey: a group of neighbouring steps under one coloured band. */
export const stageSchema = z
  .strictObject({
    id: stageIdSchema,
    title,
    /** Which of the eight stage hues, 0..7; a theme turns it into a colour. */
    hue: z.int().min(0).max(7).default(0),
  })
  .readonly();

export type Stage = z.infer<typeof stageSchema>;
