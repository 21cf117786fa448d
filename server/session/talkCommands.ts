import type { z } from 'zod';
import type * as Y from 'yjs';
import { type Comment, reacted, type talkCommandSchema } from '../../model/protocol/talk.ts';
import { may } from '../../model/protocol/roles.ts';
import type { TicketClaims } from '../../model/protocol/tickets.ts';
import { forbidden, Refusal } from '../http/refusal.ts';

/** Writes comments, by the rules of rights.md: everybody their own, owners and editors anybody's. */
export function applyTalkCommand(
  doc: Y.Doc,
  command: z.output<typeof talkCommandSchema>,
  { person, role }: TicketClaims,
  now: number,
): void {
  if (!may(role, 'comment')) throw forbidden('a commenter’s role');
  const comments = doc.getMap<Comment>('comments');
  const present = comments.get(command.id);

  if (command.type === 'comment') {
    // Sent again after a lost answer: done already.
    if (present !== undefined && present.personId === person.id) return;
    if (present !== undefined) throw taken();
    if (comments.size >= mostComments)
      throw new Refusal(
        'throughline:quota-reached',
        `A map holds ${mostComments} comments. Delete old threads.`,
        {
          most: mostComments,
        },
      );
    const thread = command.threadId === null ? undefined : comments.get(command.threadId);
    if (command.threadId !== null && (thread === undefined || thread.threadId !== null))
      throw noSuchComment();
    comments.set(command.id, {
      id: command.id,
      anchor: thread === undefined ? command.anchor : thread.anchor,
      threadId: command.threadId,
      text: command.text,
      personId: person.id,
      personName: person.name,
      at: now,
      editedAt: null,
      resolved: null,
      mentions: command.mentions,
      reactions: [],
    });
    return;
  }

  // Deleting twice does no harm.
  if (present === undefined && command.type === 'deleteComment') return;
  if (present === undefined) throw noSuchComment();
  const isMine = present.personId === person.id;
  switch (command.type) {
    case 'editComment':
      if (!isMine) throw forbidden('to be the author of this comment');
      comments.set(present.id, { ...present, text: command.text, editedAt: now });
      return;
    case 'resolveComment':
      if (!isMine && !may(role, 'moderateTalk')) throw forbidden('an editor’s role');
      comments.set(present.id, {
        ...present,
        resolved: command.resolved ? { personName: person.name, at: now } : null,
      });
      return;
    case 'react': {
      // The document's type does not tell that comments of earlier releases have no list.
      const before = (present as Partial<Comment>).reactions ?? [];
      const reactions = reacted(before, command, person);
      if (reactions.length > mostReactions) throw tooManyReactions();
      if (reactions !== before) comments.set(present.id, { ...present, reactions });
      return;
    }
    case 'deleteComment':
      if (!isMine && !may(role, 'moderateTalk')) throw forbidden('an editor’s role');
      comments.delete(present.id);
      // A thread goes with its first comment.
      for (const [id, each] of comments) if (each.threadId === present.id) comments.delete(id);
  }
}

const mostComments = 20_000;
/** Of one comment: its whole list is written with each. */
const mostReactions = 300;

const tooManyReactions = () =>
  new Refusal('throughline:quota-reached', `A comment holds ${mostReactions} reactions.`, {
    most: mostReactions,
  });

const noSuchComment = () =>
  new Refusal('throughline:not-found', 'This comment is not here any more. Somebody may have deleted it.');

const taken = () =>
  new Refusal(
    'throughline:already-exists',
    'Something with this id is here already. Send it again under a fresh id.',
  );
