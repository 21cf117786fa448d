import { z } from 'zod';

/**
 * A running workshop. The document `<map id>/session` is written by the server alone: its root map `session` holds
 * the key `state` (`SessionState`), its root maps `notes`, `curves` and `tallies` what was revealed. Clients read it as
 * an ordinary document and change it by `POST /api/maps/:id/session` with a command and the document's ticket as
 * `Authorization: Bearer`.
 */

const id = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, { error: '8 to 64 letters, digits, - and _' });
const line = z.string().trim().max(200);

export const sessionBlockSchema = z
  .strictObject({
    id,
    kind: z.enum(['talk', 'notes', 'vote', 'curve', 'break']),
    title: line,
    seconds: z.int().min(0).max(86_400),
    /** Of a vote: how many points each may give. */
    votesEach: z.int().min(1).max(50).default(3),
    /** Of a vote: only those vote who came with a code for one person. */
    strict: z.boolean().default(false),
    /** Of a curve: whose. */
    personaId: z.string().max(80).optional(),
  })
  .readonly();
export type SessionBlock = z.infer<typeof sessionBlockSchema>;

/** Collecting: contributions stay on the devices (votes: with the server). Revealed: they are shown as they come. */
export const sessionPhases = ['collecting', 'revealed', 'done'] as const;

export interface SessionState {
  readonly running: boolean;
  readonly startedAt: number;
  readonly facilitator: { readonly personId: string; readonly name: string } | null;
  readonly agenda: readonly SessionBlock[];
  readonly block: {
    readonly id: string;
    readonly phase: (typeof sessionPhases)[number];
    /** By the server's clock; null while paused. */
    readonly endsAt: number | null;
    readonly leftMs: number | null;
  } | null;
  readonly lockedLaneIds: readonly string[];
  /** Everybody is asked to look here; counts up with each call. */
  readonly summon: { readonly count: number; readonly view: string } | null;
}

export interface RevealedNote {
  readonly id: string;
  readonly blockId: string;
  readonly text: string;
  readonly personName: string;
  readonly stepId: string | null;
  readonly laneId: string | null;
  readonly at: number;
  /** Came after the block was done. */
  readonly late: boolean;
}

export interface RevealedCurve {
  readonly id: string;
  readonly blockId: string;
  /** Step id to emotion, -1..1. Who drew it is not told. */
  readonly values: Readonly<Record<string, number>>;
  readonly late: boolean;
}

export interface Tally {
  readonly blockId: string;
  /** Target to points, the most first. */
  readonly points: readonly { readonly targetId: string; readonly points: number }[];
  readonly voters: number;
  /** Who could have voted: the people in the session, in a strict vote those who came with a code of their own. */
  readonly joined: number;
}

const term = z.int();

/** What the holder of the facilitator lease may say; each command carries the term of the lease. */
export const facilitatorCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('startSession'),
    term,
    agenda: z.array(sessionBlockSchema).max(100).readonly(),
  }),
  z.strictObject({
    type: z.literal('setAgenda'),
    term,
    agenda: z.array(sessionBlockSchema).max(100).readonly(),
  }),
  z.strictObject({ type: z.literal('startBlock'), term, blockId: id }),
  z.strictObject({ type: z.literal('addTime'), term, seconds: z.int().min(-86_400).max(86_400) }),
  z.strictObject({ type: z.literal('pauseTimer'), term, paused: z.boolean() }),
  z.strictObject({ type: z.literal('reveal'), term }),
  z.strictObject({ type: z.literal('endBlock'), term }),
  z.strictObject({
    type: z.literal('lockLanes'),
    term,
    laneIds: z.array(z.string().max(80)).max(500).readonly(),
  }),
  z.strictObject({ type: z.literal('summon'), term, view: z.string().max(500) }),
  z.strictObject({ type: z.literal('endSession'), term }),
]);

/** What everybody in the session may say. Ids are made by the client: sending twice does no harm. */
export const contributionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('note'),
    id,
    blockId: id,
    text: z.string().trim().min(1).max(2_000),
    stepId: z.string().max(80).nullable().default(null),
    laneId: z.string().max(80).nullable().default(null),
  }),
  z.strictObject({
    type: z.literal('curve'),
    id,
    blockId: id,
    values: z.record(z.string().max(80), z.number().min(-1).max(1)),
  }),
  /** All points of this person in this block: replaces what was given before. */
  z.strictObject({
    type: z.literal('vote'),
    blockId: id,
    points: z.record(z.string().max(80), z.int().min(1).max(50)),
  }),
]);

export const sessionCommandSchema = z.union([facilitatorCommandSchema, contributionSchema]);
export type FacilitatorCommand = z.infer<typeof facilitatorCommandSchema>;
export type Contribution = z.infer<typeof contributionSchema>;
export type SessionCommand = z.input<typeof sessionCommandSchema>;

/**
 * `POST /api/maps/:id/session/lease`: take the lease when it is free (or mine), keep it (every 20 s), let it go, or
 * give it to somebody. It is free 60 s after its holder was last heard.
 */
export const leaseRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('take') }),
  z.strictObject({ type: z.literal('keep'), term }),
  z.strictObject({ type: z.literal('release'), term }),
  z.strictObject({ type: z.literal('give'), term, personId: z.string().max(80) }),
]);
export type LeaseRequest = z.infer<typeof leaseRequestSchema>;

export const leaseAnswerSchema = z.object({
  term: z.int(),
  personId: z.string().nullable(),
  personName: z.string(),
  expiresAt: z.int(),
});
export type LeaseAnswer = z.infer<typeof leaseAnswerSchema>;

/**
 * `POST /api/maps/:id/session/codes` (holder of the lease, while a session runs): one code for everybody, which replaces
 * the one before, or codes for one person each.
 */
export const codesRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('forAll'), term }),
  z.strictObject({ type: z.literal('forOne'), term, count: z.int().min(1).max(500) }),
]);
export type CodesRequest = z.infer<typeof codesRequestSchema>;

export const codesAnswerSchema = z.object({ codes: z.array(z.string()) });
export type CodesAnswer = z.infer<typeof codesAnswerSchema>;

/** None of them is taken for another when it is read aloud or written down: no 0 O 1 I L. */
export const joinCodeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const joinCodeLength = 8;

/** As people type it: small letters, blanks and hyphens do no harm. */
export const joinCodeSchema = z
  .string()
  .max(40)
  .transform((typed) => typed.replaceAll(/[\s-]/g, '').toUpperCase())
  .refine((code) => new RegExp(`^[${joinCodeLetters}]{${joinCodeLength}}$`).test(code), {
    error: `${joinCodeLength} letters and digits`,
  });

export const leaseMs = 60_000;
