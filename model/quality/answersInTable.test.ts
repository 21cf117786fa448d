import { expect, it } from 'vitest';
import { readDelimited } from '../formats/delimited.ts';
import { answersInTable } from './answersInTable.ts';

const read = (text: string, indicators = 2) => answersInTable(readDelimited(text), indicators);

it('[Q22] answers are read from a table, with or without titles, in the order of the indicators', () => {
  const answers = {
    predictors: [
      [4, 5],
      [3.5, 1],
    ],
    outcome: [5, 2],
  };
  expect(read('Speed\tTone\tOverall\n4\t5\t5\n\n3.5\t1\t2\n')).toEqual({ ok: true, value: answers });
  expect(read('4,5,5\n3.5,1,2')).toEqual({ ok: true, value: answers });
});

it('[Q22] what is wrong is told by its row and column', () => {
  expect(read('4\t5\t5\n3\t1')).toMatchObject({
    error: { type: 'WrongColumns', row: 2, found: 2, expected: 3 },
  });
  expect(read('a\tb\tc\n4\tgood\t5')).toMatchObject({
    error: { type: 'NotANumber', row: 2, column: 2, found: 'good' },
  });
});
