import { expect, it } from 'vitest';
import type { Comment } from './talk.ts';
import { mentionsIn, openThreadsByRecord, threadsOf } from './threads.ts';

const comment = (id: string, at: number, more: Partial<Comment> = {}): Comment => ({
  id,
  at,
  anchor: { collection: 'cards', recordId: 'card_a' },
  threadId: null,
  text: id,
  personId: 'p',
  personName: 'P',
  editedAt: null,
  resolved: null,
  mentions: [],
  reactions: [],
  ...more,
});

it('[G1] answers stand under their first comment, the thread with the latest word first', () => {
  const threads = threadsOf([comment('a', 1), comment('b', 2), comment('c', 3, { threadId: 'a' })]);
  expect(threads.map(({ first, answers }) => [first.id, answers.map(({ id }) => id)])).toEqual([
    ['a', ['c']],
    ['b', []],
  ]);
});

it('[G2] a record counts its open threads, not the resolved ones and not the answers', () => {
  const resolved = { personName: 'P', at: 1 };
  const threads = threadsOf([
    comment('a', 1),
    comment('b', 2, { resolved }),
    comment('c', 3, { threadId: 'a' }),
    comment('d', 4, { anchor: null }),
  ]);
  expect([...openThreadsByRecord(threads)]).toEqual([['card_a', 1]]);
});

it('[G3] known people are mentioned by their names behind an @', () => {
  const people = [
    { id: 'p1', name: 'Lena' },
    { id: 'p2', name: '陈静' },
    { id: 'p3', name: '' },
  ];
  expect(mentionsIn('@Lena and @陈静, please; not Lena alone', people)).toEqual(['p1', 'p2']);
});
