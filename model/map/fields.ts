import { z } from 'zod';

/** The kinds of field that records share: their limits stand here once. */

/** One line: a title or a name. Up to 1,000 characters, no line breaks are forced on anyone: they are kept. */
export const title = z.string().max(1_000);

/** Running text, written by several people at once in the shared document (Y.Text). Up to 50,000 characters. */
export const text = z.string().max(50_000);

/** A share, a probability or a proportion, 0..1 (per cent only at the edge of the interface). */
export const share = z.number().min(0).max(1);

/** A duration in seconds, 0 or more. */
export const seconds = z.number().min(0);

/** A day, ISO 8601: 2026-11-22. */
export const date = z.iso.date();

/** A moment, ISO 8601 in UTC: 2026-11-22T09:30:00Z. */
export const moment = z.iso.datetime();

/** Money in integer minor units of the map's currency (fen, cents). */
export const money = z.int();

/** One number for each hour of the day, 0 h first. */
export const byHour = (value: z.ZodNumber) => z.array(value).length(24).readonly();

/** How far a number can be trusted: A own controlled test, B peer-reviewed causal, C vendor or observational with method, D unsourced claim, E the team's guess. */
export const gradeSchema = z.enum(['A', 'B', 'C', 'D', 'E']);
export type Grade = z.infer<typeof gradeSchema>;
