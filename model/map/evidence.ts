import { z } from 'zod';
import { date, gradeSchema, text, title } from './fields.ts';
import { evidenceIdSchema } from './ids.ts';

/** A claim with the passage it rests on. */
export const evidenceSchema = z
  .strictObject({
    id: evidenceIdSchema,
    claim: text,
    quote: text.default(''),
    source: title.default(''),
    date: date.optional(),
    link: z.url({ protocol: /^https?$/ }).optional(),
    grade: gradeSchema,
  })
  .readonly();

export type Evidence = z.infer<typeof evidenceSchema>;
