import { z } from 'zod';
import { date, title } from './fields.ts';
import { evidenceIdSchema } from './ids.ts';

export const sourceKinds = ['measured', 'survey', 'benchmark', 'published', 'estimate'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Where a number comes from. No value without a source kind. */
export const sourceSchema = z
  .strictObject({
    kind: z.enum(sourceKinds),
    reference: title.default(''),
    date: date.optional(),
    ownerName: title.default(''),
    evidenceId: evidenceIdSchema.optional(),
  })
  .readonly();

export type Source = z.infer<typeof sourceSchema>;
