import { z } from 'zod';
import { collectionNames } from '../map/journeyMap.ts';

/**
 * Comments. The document `<map id>/talk` holds one root map, `comments`: id to `Comment`, plain JSON, written by the
 * server alone. Clients read it as an ordinary document and change it by `POST /api/maps/:id/talk` with a command and
 * the document's ticket as `Authorization: Bearer`.
 */

const id = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, { error: '8 to 64 letters, digits, - and _' });
const commentText = z.string().trim().min(1).max(5_000);

export const commentAnchorSchema = z
  .strictObject({
    collection: z.enum(collectionNames),
    recordId: z.string().max(80),
  })
  .readonly();
export type CommentAnchor = z.infer<typeof commentAnchorSchema>;

/** What one can say to a comment without words. */
export const reactionKinds = ['thumbsUp', 'heart', 'celebrate', 'smile', 'thinking', 'eyes'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

const reactionSchema = z
  .object({ kind: z.enum(reactionKinds), personId: z.string(), personName: z.string() })
  .readonly();
export type Reaction = z.infer<typeof reactionSchema>;

export const commentSchema = z
  .object({
    id,
    /** What it is about; null means the map as a whole. Answers have their thread's. */
    anchor: commentAnchorSchema.nullable(),
    /** The first comment of the thread; null in the first itself. */
    threadId: id.nullable(),
    text: z.string(),
    personId: z.string(),
    personName: z.string(),
    /** By the server's clock. */
    at: z.int(),
    editedAt: z.int().nullable(),
    /** Of a thread's first comment. */
    resolved: z.object({ personName: z.string(), at: z.int() }).nullable(),
    /** Person ids that were mentioned. */
    mentions: z.array(z.string()).readonly(),
    /** In the order in which they came; each person each kind once. Comments of earlier releases have none. */
    reactions: z.array(reactionSchema).readonly().default([]),
  })
  .readonly();
export type Comment = z.infer<typeof commentSchema>;

/** Ids are made by the client, so that a command that is sent twice does no harm. */
export const talkCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('comment'),
    id,
    anchor: commentAnchorSchema.nullable().default(null),
    threadId: id.nullable().default(null),
    text: commentText,
    mentions: z.array(z.string().max(80)).max(20).readonly().default([]),
  }),
  z.strictObject({ type: z.literal('editComment'), id, text: commentText }),
  z.strictObject({ type: z.literal('resolveComment'), id, resolved: z.boolean() }),
  z.strictObject({ type: z.literal('deleteComment'), id }),
  /** `on` says what shall be, so that sending it twice does no harm. */
  z.strictObject({ type: z.literal('react'), id, kind: z.enum(reactionKinds), on: z.boolean() }),
]);
export type TalkCommand = z.input<typeof talkCommandSchema>;

/** The reactions after one person set or took back one of a kind; the same list when nothing changes. */
export function reacted(
  reactions: readonly Reaction[],
  { kind, on }: { readonly kind: ReactionKind; readonly on: boolean },
  { id: personId, name: personName }: { readonly id: string; readonly name: string },
): readonly Reaction[] {
  const isMine = (one: Reaction) => one.kind === kind && one.personId === personId;
  if (reactions.some(isMine) === on) return reactions;
  return on ? [...reactions, { kind, personId, personName }] : reactions.filter((one) => !isMine(one));
}
