import { z } from 'zod';
import { channelSchema } from './channel.ts';
import { seconds, share, title } from './fields.ts';
import { nodeIdSchema, poolIdSchema, stepIdSchema } from './ids.ts';

const routeSchema = z
  .strictObject({
    /** `resolved`: the work of this node is done; `unresolved`: it failed; `escalated`: handed to others; `abandoned`: the customer gave up waiting. */
    outcome: z.enum(['resolved', 'unresolved', 'escalated', 'abandoned']),
    /** The next node, or `exit` (done), or `lost` (gone for good). */
    to: z.union([nodeIdSchema, z.enum(['exit', 'lost'])]),
    /** Share of contacts that are not contained, 0..1; the shares of all but `abandoned` sum to 1, those of `abandoned` are of the abandoning ones. */
    share,
    /** Delay before the next node. */
    afterSeconds: seconds.default(0),
  })
  .readonly();
export type Route = z.infer<typeof routeSchema>;

/** A place where work is done for a step. A step owns 0..n nodes; a map without nodes is complete, it just cannot be simulated. */
export const serviceNodeSchema = z
  .strictObject({
    id: nodeIdSchema,
    stepId: stepIdSchema,
    /** The step at which customers feel the wait; left out: `stepId`. */
    waitShownAt: stepIdSchema.optional(),
    /** Time to first response counts from the first node so marked. */
    startsContact: z.boolean().default(false),
    title,
    kind: z.enum(['contact', 'selfService', 'work', 'delay']),
    channel: channelSchema.optional(),
    /** Who does the work; needed for `contact` and `work`. */
    poolId: poolIdSchema.optional(),
    skill: title.optional(),
    /** 0 is served first. */
    priority: z.int().min(0).max(9).default(5),
    /** Time of one contact: mean and coefficient of variation (lognormal). */
    handle: z
      .strictObject({ meanSeconds: z.number().positive(), cv: z.number().min(0).max(10).default(1.2) })
      .readonly()
      .optional(),
    /** How long a customer waits before giving up (exponential); left out: without end. */
    patience: z.strictObject({ meanSeconds: z.number().positive() }).readonly().optional(),
    /** How many customers wait here at most: who finds as many goes at once, like one who gave up; left out: no limit. */
    queueCap: z.int().min(0).max(1_000).optional(),
    /** Share of contacts that end here, well served, before any route. */
    containment: share.default(0),
    routes: z.array(routeSchema).max(100).readonly().default([]),
  })
  .readonly();

export type ServiceNode = z.infer<typeof serviceNodeSchema>;
