import writeXlsxFile from 'write-excel-file/node';
import { axeFindings } from './axeFindings.ts';
import { dropFile, dropFiles } from './dropFile.ts';
import { expect, test } from './product.ts';

/** Files from elsewhere, dropped on the library. */

test('a Mermaid journey is dropped, its odd lines are told by number, and the map opens', async ({
  owner,
}) => {
  const journey = [
    'journey',
    '  title 我的工作日',
    '  section Go to work',
    '    Make tea: 5: Me',
    '    Push at 08:00: 2: Me, Cat',
  ].join('\n');
  await dropFile(owner, 'day.mmd', journey);
  const dialog = owner.getByRole('dialog');
  await expect(dialog).toContainText(/line 5/i);
  await dialog.getByRole('button', { name: 'Open the map' }).click();
  await expect(owner.getByRole('columnheader', { name: /Make tea/ })).toBeVisible();
  await expect(owner.getByRole('columnheader', { name: /Push at 08:00/ })).toBeVisible();
});

test('[U23] several files that are dropped at once all come, and what needs a word is asked in turn', async ({
  owner,
}) => {
  const journey = (title: string) => `journey\n  title ${title}\n  section Go\n    Walk: 4: Me`;
  await dropFiles(owner, [
    ['one.mmd', journey('First walk')],
    ['none.json', '{ not json'],
    ['two.mmd', journey('Second walk')],
  ]);
  const dialog = owner.getByRole('dialog', { name: '“none.json” could not be imported' });
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(owner.getByText('Now in your library: “First walk” and “Second walk”.').first()).toBeVisible();
  await expect(owner.getByRole('link', { name: 'First walk' })).toBeVisible();
  await expect(owner.getByRole('link', { name: 'Second walk' })).toBeVisible();
});

for (const [name, file, sentence] of [
  ['a broken map file', '{"formatVersion":1,"id":"map_a","title":7,"language":"en"}', /title/],
  ['a file of a newer version', '{"formatVersion":9,"id":"map_a","title":"A","language":"en"}', /9/],
  ['a text that is no JSON', '{ not json', /JSON/],
] as const) {
  test(`${name} is refused in one sentence, and nothing is changed`, async ({ owner }) => {
    const before = await owner.getByRole('link', { name: /A wrong parcel/ }).count();
    await dropFile(owner, 'map.json', file);
    const dialog = owner.getByRole('dialog');
    await expect(dialog).toContainText('could not be imported');
    await expect(dialog).toContainText(sentence);
    await expect(dialog).toContainText('Nothing was changed.');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(owner.getByRole('link', { name: /A wrong parcel/ })).toHaveCount(before);
  });
}

test('[X46] a workbook and an event log are dropped and open as maps; what is none is refused', async ({
  owner,
}) => {
  const workbook = await writeXlsxFile(
    [
      ['', 'Get help', ''],
      ['', 'Find help', 'Ask'],
      ['Pain points', 'Menus hide it', 'Long wait'],
    ].map((row) => row.map((value) => ({ value }))),
  ).toBuffer();
  await dropFile(owner, 'help.xlsx', workbook);
  const asked = owner.getByRole('dialog', { name: 'Import “help.xlsx”' });
  await expect(asked.getByLabel('The table is')).toHaveValue('grid');
  expect(await axeFindings(owner)).toEqual([]);
  await asked.getByRole('button', { name: 'Make a map of it' }).click();
  await expect(owner.getByRole('columnheader', { name: /Find help/ })).toBeVisible();
  await owner.goBack();

  const events = Array.from(
    { length: 30_000 },
    (_, i) => `${Math.floor(i / 3)},${['Call', 'Wait', 'Solve'][i % 3]},2026-03-0${1 + (i % 3)} 10:00:00\n`,
  );
  await dropFile(owner, 'calls.csv', `case_id,activity,timestamp\n${events.join('')}`);
  await expect(owner.getByRole('columnheader', { name: /Solve/ })).toBeVisible();
  await owner.goBack();

  await dropFile(owner, 'broken.xlsx', 'no workbook');
  await expect(owner.getByRole('dialog')).toContainText('Expected a workbook as Excel saves it');
});

test('[X47] columns with unknown names are told what they are, and the table becomes a map', async ({
  owner,
}) => {
  await dropFile(
    owner,
    'survey.csv',
    'Moment,Was gesagt wurde,Nr.\nFind help,Menus hide it,1\nAsk,Long wait,2\n',
  );
  const asked = owner.getByRole('dialog', { name: 'Import “survey.csv”' });
  await asked.getByLabel('The table is').selectOption('list');
  await expect(asked).toContainText('A list needs at least two columns');
  await expect(asked.getByRole('button', { name: 'Make a map of it' })).toBeDisabled();
  await asked.getByLabel('Column 1 is').selectOption('step');
  await asked.getByLabel('Column 2 is').selectOption('text of the card');
  expect(await axeFindings(owner)).toEqual([]);
  await asked.getByRole('button', { name: 'Make a map of it' }).click();
  await expect(owner.getByRole('columnheader', { name: /Find help/ })).toBeVisible();
  await expect(owner.getByText('Menus hide it').first()).toBeVisible();
});

test('[X46] reading a long log shows how far it is, and can be cancelled', async ({ owner }) => {
  const event = '<event><string key="concept:name" value="Call"/></event>';
  const log = `<log>${`<trace>${event.repeat(100)}</trace>`.repeat(7_000)}</log>`;
  await dropFile(owner, 'calls.xes', log);
  const dialog = owner.getByRole('dialog', { name: 'Reading “calls.xes”' });
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(owner.getByRole('heading', { name: 'Your maps' })).toBeVisible();
});
