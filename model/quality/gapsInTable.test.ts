import { expect, it } from 'vitest';
import { readDelimited } from '../formats/delimited.ts';
import { gapsInTable } from './gapsInTable.ts';

const read = (text: string) => gapsInTable(readDelimited(text), 2);

it('[Q24] expectations come first, then perceptions; what somebody left out makes no pair', () => {
  expect(read('E1\tE2\tP1\tP2\n7\t6\t5\t6\n6\t\t6\t4\n')).toEqual({
    ok: true,
    value: [
      [
        { expected: 7, perceived: 5 },
        { expected: 6, perceived: 6 },
      ],
      [{ expected: 6, perceived: 6 }],
    ],
  });
});

it('[Q24] what is wrong is told by its row and column', () => {
  expect(read('7\t6\t5')).toMatchObject({ error: { type: 'WrongColumns', row: 1, found: 3, expected: 4 } });
  expect(read('7\t6\t5\t8')).toMatchObject({
    error: { type: 'NotOneToSeven', row: 1, column: 4, found: '8' },
  });
  expect(read('7\t6\t5\t4\n1\tmany\t1\t1')).toMatchObject({ error: { row: 2, column: 2, found: 'many' } });
  expect(read('a\tb\tc\td')).toEqual({ ok: false, error: { type: 'NoAnswers' } });
});
