import { z } from 'zod';
import { byHour, gradeSchema, money, text, title } from './fields.ts';
import { evidenceIdSchema, leverIdSchema } from './ids.ts';
import { originSchema } from './qualityModel.ts';

/** What a lever changes, and by how much: a triangle of guesses or a claim, with its grade. */
export const effectSchema = z
  .strictObject({
    /** A parameter of the service (handleSeconds, containment, agents ...) or a metric (politeness ...). */
    on: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/),
    /** gapClosure: closes this share of the gap to the best value; multiply: factor; add: in the metric's unit; set: the new value. */
    form: z.enum(['gapClosure', 'multiply', 'add', 'set']),
    low: z.number(),
    likely: z.number(),
    high: z.number(),
    /** For parameters by hour (agents, arrivalShape): weight of the effect in each hour; left out: 1 in every hour. */
    byHour: byHour(z.number()).optional(),
    /** `claim` is shrunk by its grade, `judgement` is the team's own guess and used as given. */
    basis: z.enum(['claim', 'judgement']),
    grade: gradeSchema,
  })
  .readonly();
export type Effect = z.infer<typeof effectSchema>;

export const leverCostSchema = z
  .strictObject({ once: money.default(0), perMonth: money.default(0) })
  .readonly();

/** A measure that a team could take. */
export const leverSchema = z
  .strictObject({
    id: leverIdSchema,
    origin: originSchema.optional(),
    title,
    description: text.default(''),
    effects: z.array(effectSchema).max(50).readonly(),
    cost: leverCostSchema.default({ once: 0, perMonth: 0 }),
    /** Weeks until it starts to work, and from then until it works fully. */
    leadWeeks: z.number().min(0).max(520).default(0),
    rampWeeks: z.number().min(0).max(520).default(12),
    decayHalfLifeWeeks: z.number().positive().max(5_200).optional(),
    /** Levers of one group work by the same mechanism and overlap. */
    group: title.optional(),
    requires: z.array(leverIdSchema).max(50).readonly().default([]),
    excludes: z.array(leverIdSchema).max(50).readonly().default([]),
    evidenceIds: z.array(evidenceIdSchema).max(200).readonly().default([]),
  })
  .readonly();

export type Lever = z.infer<typeof leverSchema>;
