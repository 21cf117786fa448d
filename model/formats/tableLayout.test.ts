import { describe, expect, it } from 'vitest';
import { languages } from '../map/language.ts';
import { layoutErrorText } from '../text/tableLayoutText.ts';
import { arrangedRows, explainsItself, guessTableLayout } from './tableLayout.ts';

const cells = (text: string): string[][] => text.split('\n').map((line) => line.split('|'));
const list = cells('|\nStage|Step|Card\nHelp|Find it|Menus');
const log = cells('case_id|activity|timestamp\n1|Call|2026-01-01');
const grid = cells('|Help|\n|Find it|Ask\nPain points|Menus|Wait');
const strange = cells('Moment|Gesagt|Nr.\nFind it|Menus|1');

describe('how a table is to be read', () => {
  it('[X47] is guessed from its heads', () => {
    expect(guessTableLayout(list, 0)).toMatchObject({ as: 'list', columns: ['stage', 'step', 'card'] });
    expect(guessTableLayout(log, 1)).toMatchObject({
      sheet: 1,
      as: 'log',
      columns: ['case', 'activity', 'time'],
    });
    expect(guessTableLayout(grid, 0)).toMatchObject({ as: 'grid', columns: [] });
    expect(guessTableLayout(cells('Step|Step|Card\nA|B|C'), 0).columns).toEqual(['step', undefined, 'card']);
  });

  it('[X47] is asked only where the heads do not say all', () => {
    const says = (rows: string[][]) => explainsItself(rows, guessTableLayout(rows, 0));
    expect([list, log, cells('one\ntwo')].map(says)).toEqual([true, true, true]);
    expect([grid, strange, cells('Stage|Step|Mood board\nA|B|C')].map(says)).toEqual([false, false, false]);
  });

  it('[X47] as people said it: heads that every reader knows, with or without a row of heads', () => {
    const said = { sheet: 0, as: 'list', columns: ['step', 'card', undefined], hasHeads: true } as const;
    expect(arrangedRows(strange, said)).toEqual({
      ok: true,
      value: [
        ['step', 'card', ''],
        ['Find it', 'Menus', '1'],
      ],
    });
    expect(arrangedRows(strange, { ...said, hasHeads: false })).toMatchObject({
      value: [['step', 'card', ''], strange[0], strange[1]],
    });
    expect(arrangedRows(grid, guessTableLayout(grid, 0))).toEqual({ ok: true, value: grid });
  });

  it.each([
    ['list', ['step', undefined], 'ListNeedsPlace'],
    ['list', ['metric', 'value'], 'ListNeedsPlace'],
    ['log', ['case', undefined], 'LogNeedsCaseAndActivity'],
  ] as const)('[X47] a %s of %j is refused with what is needed', (as, columns, error) => {
    const arranged = arrangedRows(strange, { sheet: 0, as, columns, hasHeads: true });
    expect(arranged).toEqual({ ok: false, error });
    for (const language of languages) expect(layoutErrorText(error, language).length).toBeGreaterThan(20);
  });
});
