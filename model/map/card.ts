import { z } from 'zod';
import { channelSchema } from './channel.ts';
import { seconds, text, title } from './fields.ts';
import { cardIdSchema, evidenceIdSchema, laneIdSchema, stepIdSchema } from './ids.ts';

export const cardColours = ['blue', 'violet', 'teal', 'amber', 'orange', 'pink', 'green', 'grey'] as const;

/** A colour by its token; the theme gives the value. */
export const cardColourSchema = z.enum(cardColours);
export type CardColour = z.infer<typeof cardColourSchema>;

const rating = z.int().min(1).max(5);

export const opportunityStatuses = ['idea', 'planned', 'started', 'done', 'dropped'] as const;

/** A piece of content in a cell (lane x step), in the tray (neither lane nor step) or loose on the canvas (position). */
export const cardSchema = z
  .strictObject({
    id: cardIdSchema,
    laneId: laneIdSchema.optional(),
    stepId: stepIdSchema.optional(),
    /** Place of a loose note on the canvas, in map units; only for cards without a cell. */
    position: z.strictObject({ x: z.number(), y: z.number() }).readonly().optional(),
    /** How many neighbouring steps the card covers, from its own step to the right. */
    span: z.int().min(1).max(500).default(1),
    text: text.default(''),
    colour: cardColourSchema.optional(),
    tags: z.array(title).max(50).readonly().default([]),
    /** Who wrote it, as shown; set from the connection, never from the Yjs client id. */
    author: title.optional(),
    evidenceIds: z.array(evidenceIdSchema).max(200).readonly().default([]),
    /** Hash of a picture under `pictures`. */
    pictureId: z.string().optional(),
    painPoint: z.strictObject({ severity: rating }).readonly().optional(),
    opportunity: z
      .strictObject({
        impact: rating,
        effort: rating,
        ownerName: title.default(''),
        status: z.enum(opportunityStatuses).default('idea'),
      })
      .readonly()
      .optional(),
    touchpoint: z.strictObject({ channel: channelSchema }).readonly().optional(),
    /** Tension on an arc lane, 1..5. */
    arc: rating.optional(),
    /** Duration on a time lane. */
    seconds: seconds.optional(),
    /** Words of a customer, shown in quotation marks. */
    quote: text.optional(),
  })
  .readonly();

export type Card = z.infer<typeof cardSchema>;
