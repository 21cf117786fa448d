import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createSharedMap } from './sharedMap.ts';

function twoPeople() {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const mine = createSharedMap(docs[0], { random: Math.random });
  const theirs = createSharedMap(docs[1], { random: Math.random });
  const meet = () => {
    Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]));
    Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]));
  };
  return { mine, theirs, meet };
}

function insertNote(map: ReturnType<typeof createSharedMap>): string {
  const made = map.run({ type: 'insertCards', cards: [{}], to: { position: { x: 0, y: 0 } } });
  return made.ok ? made.value.created[0]! : '';
}

it('[S36] a new card and its first words, however long they take, are one step of undo and of redo', () => {
  const { mine } = twoPeople();
  insertNote(mine);
  const attempt = mine.attempt();
  const id = insertNote(mine);
  const text = mine.text('cards', id, 'text')!;
  text.change('Wa', 2);
  mine.run({ type: 'setFields', collection: 'cards', ids: [id], fields: { colour: 'teal' } });
  text.change('Waits', 5);
  attempt.keep();
  mine.undo();
  expect(mine.map().cards).toHaveLength(1);
  mine.redo();
  expect(mine.record('cards', id)).toMatchObject({ text: 'Waits', colour: 'teal' });
  mine.undo();
  mine.undo();
  expect(mine.map().cards).toEqual([]);
});

it('[S36] what is abandoned never was: no step goes back to it, none brings it again', () => {
  const { mine } = twoPeople();
  const kept = insertNote(mine);
  const before = mine.lastStep();
  const attempt = mine.attempt();
  const id = insertNote(mine);
  mine.text('cards', id, 'text')!.change('No', 2);
  attempt.abandon();
  expect(mine.map().cards.map((card) => card.id)).toEqual([kept]);
  expect(mine.lastStep()).toBe(before);
  expect(mine.canRedo()).toBe(false);
});

it('[S36] a new card in which somebody else has written stays when it is abandoned', () => {
  const { mine, theirs, meet } = twoPeople();
  const attempt = mine.attempt();
  const id = insertNote(mine);
  meet();
  theirs.run({ type: 'setFields', collection: 'cards', ids: [id], fields: { colour: 'pink' } });
  meet();
  attempt.abandon();
  expect(mine.record('cards', id)).toMatchObject({ colour: 'pink' });
});

it('[S36] what else was done meanwhile stays, and stays a step of its own', () => {
  const { mine } = twoPeople();
  const given = mine.attempt();
  const first = insertNote(mine);
  const other = insertNote(mine);
  given.abandon();
  expect(mine.map().cards.map((card) => card.id)).toEqual([first, other]);
  const kept = mine.attempt();
  insertNote(mine);
  insertNote(mine);
  kept.keep();
  mine.undo();
  expect(mine.map().cards).toHaveLength(3);
});

it('[S36] undo further back than the beginning ends the attempt', () => {
  const { mine } = twoPeople();
  insertNote(mine);
  const attempt = mine.attempt();
  mine.undo();
  insertNote(mine);
  insertNote(mine);
  attempt.keep();
  mine.undo();
  expect(mine.map().cards).toHaveLength(1);
});
