import type { Comment } from './talk.ts';

/** A first comment with its answers, oldest first. */
export interface Thread<C extends Comment = Comment> {
  readonly first: C;
  readonly answers: readonly C[];
}

/** Threads, the one with the latest word first. */
export function threadsOf<C extends Comment>(comments: readonly C[]): readonly Thread<C>[] {
  const answers = new Map<string, C[]>();
  for (const comment of comments) {
    if (comment.threadId === null) continue;
    const list = answers.get(comment.threadId);
    if (list === undefined) answers.set(comment.threadId, [comment]);
    else list.push(comment);
  }
  const latest = ({ first, answers: all }: Thread<C>): number =>
    Math.max(first.at, ...all.map(({ at }) => at));
  return comments
    .filter((comment) => comment.threadId === null)
    .map((first): Thread<C> => ({ first, answers: answers.get(first.id) ?? [] }))
    .sort((a, b) => latest(b) - latest(a));
}

/** How many open threads each record has. */
export function openThreadsByRecord(threads: readonly Thread[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { first } of threads)
    if (first.resolved === null && first.anchor !== null)
      counts.set(first.anchor.recordId, (counts.get(first.anchor.recordId) ?? 0) + 1);
  return counts;
}

/** The ids of those of the known people whose names stand in a text behind an @. */
export function mentionsIn(
  text: string,
  people: readonly { readonly id: string; readonly name: string }[],
): readonly string[] {
  const ids = people.filter(({ name }) => name !== '' && text.includes(`@${name}`)).map(({ id }) => id);
  return [...new Set(ids)].slice(0, mostMentions);
}

const mostMentions = 20;
