import { z } from 'zod';
import { byHour, title } from './fields.ts';
import { poolIdSchema } from './ids.ts';

/** People who share the same work. */
export const poolSchema = z
  .strictObject({
    id: poolIdSchema,
    title,
    /** Rostered people by hour of the day; hours with 0 are closed. On duty = agents x (1 - shrinkage). */
    agents: byHour(z.number().min(0).max(100_000)),
    /** Share of paid time not at work (breaks, training, sickness). */
    shrinkage: z.number().min(0).max(0.6).default(0),
    /** Contacts one person serves at once; k of them take 1 + 0.15 (k - 1) times as long. */
    concurrency: z.int().min(1).max(6).default(1),
    /** Whom a free person takes next: longest waiting, most urgent, or longest waiting among the skills at hand. */
    discipline: z.enum(['fifo', 'priority', 'smart']).default('fifo'),
    skills: z.array(title).max(50).readonly().default([]),
  })
  .readonly();

export type Pool = z.infer<typeof poolSchema>;
