import { z } from 'zod';
import { seconds, share, text } from './fields.ts';
import { cardIdSchema, markerIdSchema, stepIdSchema } from './ids.ts';

export const markerKinds = ['fail', 'wait', 'decision', 'momentOfTruth'] as const;
export const markerKindSchema = z.enum(markerKinds);
export type MarkerKind = z.infer<typeof markerKindSchema>;

const tenPoints = z.int().min(1).max(10);

/** A sign on a card or a step: F fail point, W wait point, D decision, star moment of truth. */
export const markerSchema = z
  .strictObject({
    id: markerIdSchema,
    /** Exactly one of cardId and stepId. */
    cardId: cardIdSchema.optional(),
    stepId: stepIdSchema.optional(),
    kind: markerKindSchema,
    /** For a fail point: how likely per pass (0..1), how bad and how hard to see (1..10), how it is made good. */
    fail: z
      .strictObject({
        probability: share,
        consequence: tenPoints,
        detectability: tenPoints,
        recovery: text.default(''),
      })
      .readonly()
      .optional(),
    /** For a wait point, all in seconds. */
    wait: z
      .strictObject({
        meanSeconds: seconds,
        p90Seconds: seconds.optional(),
        toleranceSeconds: seconds.optional(),
      })
      .readonly()
      .optional(),
  })
  .readonly();

export type Marker = z.infer<typeof markerSchema>;
