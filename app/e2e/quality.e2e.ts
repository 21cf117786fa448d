import { expect } from '@playwright/test';
import writeXlsxFile from 'write-excel-file/node';
import { openSampleMap, test } from './people.ts';

test('[Q32] from a pasted spreadsheet to an index that says where it comes from', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('radio', { name: 'Quality' }).click();
  const index = page.getByRole('region', { name: 'Index and dimensions' });
  await expect(index).toContainText('11 of 12 inputs are estimates');
  await expect(index).toContainText('Coverage78%');
  await expect(page.getByText(/^“Be followed up” is the lowest in \d+%/)).toBeVisible();

  await page.getByRole('button', { name: 'Numbers from a table' }).click();
  const dialog = page.getByRole('dialog', { name: 'Numbers from a table' });
  await dialog
    .getByRole('textbox', { name: 'Table' })
    .fill(
      [
        'Step\tMetric\tValue\tn\tOwner',
        'Talk it through\tIndustry knowledge\t90\t40\tMei',
        'Confirm and rate\tSuccess rate\t92 %\t400\tMei',
        'map\tCompleteness of the service\tgood\t\t',
      ].join('\n'),
    );
  await expect(dialog).toContainText('Row 4, column 3: Expected a number');
  await dialog.getByRole('button', { name: 'Add 2 numbers' }).click();
  await expect(page.getByText('2 numbers were added.', { exact: true })).toBeVisible();
  await expect(index).toContainText('11 of 14 inputs are estimates');
  await expect(index).toContainText('Coverage95%');
  await expect(page.getByRole('row', { name: /^Industry knowledge/ })).toContainText('Mei');

  await index.getByRole('button', { name: 'Where does this come from?' }).click();
  const trace = page.getByRole('dialog', { name: 'Where the index comes from' });
  await trace.getByText('Service efficiency').click();
  await trace.getByText('Success rate').first().click();
  await expect(trace.getByText('Confirm and rate').filter({ visible: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('heading', { name: 'Quality' }).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(index).toContainText('11 of 12 inputs are estimates');
});

test('[Q32] a model of the library is taken and weighed anew; what cannot be scored cannot be saved', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('radio', { name: 'Quality' }).click();
  await page.getByRole('button', { name: 'Add a model' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Response quality' })
    .getByRole('button', { name: 'Take it' })
    .click();
  const index = page.getByRole('region', { name: 'Index and dimensions' });
  await expect(index).toContainText('Response quality');
  await expect(index.getByRole('button', { name: 'Customer satisfaction' })).toBeVisible();

  await page.getByRole('button', { name: 'Change the model' }).click();
  const editor = page.getByRole('dialog', { name: 'Change the quality model' });
  await editor.getByLabel('Metric of “Response time”').selectOption('handleTime');
  await expect(editor.getByLabel('Curve of “Response time”')).toHaveAccessibleDescription(
    /“Response time” needs a scoring curve/,
  );
  await expect(editor.getByRole('button', { name: 'Save' })).toBeDisabled();
  await editor.getByLabel('Curve of “Response time”').selectOption('own');
  await editor.getByLabel(/^Points/).fill('240 40\n600 90');
  await expect(editor.getByLabel(/^Points/)).toHaveAccessibleDescription(/the score goes the other way/);
  await editor.getByLabel(/^Points/).fill('240 90\n600 40');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor).toBeHidden();
  await index.getByRole('button', { name: 'Response time' }).click();
  await expect(index.getByRole('row', { name: /^Response time/ }).last()).toContainText('not measured');
});

test('[Q22] a dimension is weighed by the answers of respondents, and by spread where enough steps are measured', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('radio', { name: 'Quality' }).click();
  await page.getByRole('button', { name: 'Change the model' }).click();
  const efficiency = page.getByRole('group', { name: 'Service efficiency' });
  await efficiency.getByRole('button', { name: 'Weigh by answers' }).click();
  const dialog = page.getByRole('dialog', { name: 'Weigh by answers' });
  await dialog.getByRole('textbox').fill('5\t4\tgood\t5');
  await expect(dialog.getByRole('alert')).toContainText('Row 1, column 3: expected a number, found “good”');
  // The judgement follows the first indicator alone.
  const rows = Array.from({ length: 40 }, (_, i) => [i % 5, (i * 7) % 6, (i * 3) % 4, i % 5].join('\t'));
  await dialog.getByRole('textbox').fill(rows.slice(0, 20).join('\n'));
  await expect(dialog.getByRole('alert')).toContainText('20 answers are too few: 30 are needed');
  await dialog.getByRole('textbox').fill(rows.join('\n'));
  await expect(dialog.getByRole('status')).toContainText('40 answers');
  await dialog.getByRole('button', { name: 'Take these weights' }).click();
  const weights = await efficiency
    .getByLabel(/^Weight of “/)
    .evaluateAll((fields) => fields.map((field) => Number((field as HTMLInputElement).value)));
  expect(weights[0]).toBeGreaterThan(90);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 0);

  await efficiency.getByRole('button', { name: 'Weigh by spread' }).click();
  await expect(page.getByRole('dialog', { name: 'Weigh by spread' }).getByRole('alert')).toContainText(
    /Only \d steps have a number for each of these/,
  );
});

test('[Q23] the whole is the mean of its parts, or as good as the weakest of them', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('radio', { name: 'Quality' }).click();
  const index = page.getByRole('region', { name: 'Index and dimensions' });
  await expect(index).toContainText('70/ 100');
  const ways = page.getByLabel('How parts make the whole');
  await ways.selectOption({ label: 'Weakest link' });
  await expect(index).not.toContainText('70/ 100');
  await page.getByRole('button', { name: 'Show how' }).click();
  await expect(page.getByRole('dialog')).toContainText('the least of what is present');
  await page.keyboard.press('Escape');
  // Every score of the table has its own tree, down to the entered numbers.
  const trees = page.getByRole('button', { name: /^Where the score of “/ });
  expect(await trees.count()).toBeGreaterThan(5);
  await trees.first().click();
  const dialog = page.getByRole('dialog', { name: 'Where this score comes from' });
  await expect(dialog).toContainText('weighted mean of what is present');
});

test('[Q24] pasted expectations and perceptions become gaps and a SERVQUAL score', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('radio', { name: 'Quality' }).click();
  await page.getByRole('button', { name: 'Add a model' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'SERVQUAL gaps' })
    .getByRole('button', { name: 'Take it' })
    .click();
  await page.getByRole('button', { name: 'Gaps from answers' }).click();
  const dialog = page.getByRole('dialog', { name: 'Gaps from answers' });
  await dialog.getByRole('textbox', { name: 'Answers' }).fill('7\t6');
  await expect(dialog.getByRole('alert')).toContainText('Row 1 has 2 cells, expected 44');
  const row = (expected: number, perceived: number) =>
    [...Array<number>(22).fill(expected), ...Array<number>(22).fill(perceived)].join('\t');
  await dialog.getByRole('textbox', { name: 'Answers' }).fill([row(7, 4), row(6, 5), row(7, 5)].join('\n'));
  await expect(dialog.getByRole('row', { name: /^Service is prompt 6\.7 4\.7 -2\.0/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Take these numbers' }).click();
  await expect(page.getByText('22 numbers were added.').first()).toBeVisible();
  // 100 (1 - 2 / 6) / 2
  const index = page.getByRole('region', { name: 'Index and dimensions' });
  await expect(index).toContainText(/SERVQUAL.*33/s);
});

test('[Q30] from a workbook to the index: sheet and columns are chosen, wrong cells named by row and column', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('radio', { name: 'Quality' }).click();
  const index = page.getByRole('region', { name: 'Index and dimensions' });
  await expect(index).toContainText('11 of 12 inputs are estimates');
  await page.getByRole('button', { name: 'Numbers from a table' }).click();
  const dialog = page.getByRole('dialog', { name: 'Numbers from a table' });
  const cells = (rows: readonly (readonly (string | number)[])[]) =>
    rows.map((row) => row.map((value) => ({ value })));
  await dialog.getByLabel('CSV or XLSX file').setInputFiles({
    name: 'survey.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await writeXlsxFile([
      { sheet: 'Read me', data: cells([['Answers of May, by Mei']]) },
      {
        sheet: 'Answers',
        data: [
          ...cells([['Where'], ['']]).slice(1),
          ...cells([
            ['Where', 'Q7', 'n'],
            ['Talk it through', 90, 40],
            ['Confirm and rate', '1,2,3', 40],
            ['Nowhere', 80, 40],
          ]),
        ],
      },
    ]).toBuffer(),
  });
  await dialog.getByLabel('Sheet').selectOption('Answers');
  await expect(dialog.getByRole('button', { name: 'Add 0 numbers' })).toBeDisabled();
  await dialog.getByLabel('Column 2 is').selectOption('valueOf industryKnowledge');
  await expect(dialog).toContainText('Row 4, column 2: Expected a number');
  await expect(dialog).toContainText('Row 5, column 1: Expected the title or number of a step');
  await dialog.getByRole('button', { name: 'Add 1 number' }).click();
  await expect(index).toContainText('11 of 13 inputs are estimates');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(index).toContainText('11 of 12 inputs are estimates');
});

test('[Q28] the panel of a step tells its score, which opens down to the entered numbers', async ({
  newPerson,
  product,
}) => {
  const person = await newPerson();
  const { page } = person;
  await openSampleMap(person, product);
  await page.getByRole('columnheader', { name: 'Talk it through' }).click();
  await page.getByRole('tab', { name: 'Step' }).click();
  await expect(page.getByText(/^75 \/ 100$/)).toBeVisible();
  await page.getByRole('button', { name: 'Where this score comes from' }).click();
  const dialog = page.getByRole('dialog', { name: 'Where this score comes from' });
  await expect(dialog).toContainText('Talk it through');
  await expect(dialog).toContainText('as entered');
});
