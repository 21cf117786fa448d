import { expect, type Page } from '@playwright/test';
import { axeFindings } from './axeFindings.ts';
import { openSampleMap, test } from './people.ts';

/** Numbers of one's own: metrics that users define, answers behind an NPS, waits behind a patience, pasted tables. */

const expectNothingFound = async (page: Page) => expect(await axeFindings(page)).toEqual([]);

test('[Q33] a metric is defined, measured by a paste whose wrong cells are named, and deleted with its numbers', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson({ permissions: ['clipboard-read', 'clipboard-write'] });
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('radio', { name: 'Metrics' }).click();
  await page.getByRole('button', { name: 'Own metrics' }).click();
  const list = page.getByRole('dialog', { name: 'Own metrics' });
  await expect(list).toContainText('Found help unaided');
  await expectNothingFound(page);
  await list.getByRole('button', { name: 'Define a metric' }).click();
  const form = page.getByRole('dialog', { name: 'Define a metric' });
  await form.getByLabel('Name').fill('csat');
  await form.getByLabel('Greatest possible (optional)').fill('10');
  await form.getByLabel('Least possible (optional)').fill('20');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toContainText('There is a metric “csat” already');
  await expect(form).toContainText('The greatest value must be above the least');
  await expectNothingFound(page);
  await form.getByLabel('Name').fill('Calm of the shop');
  await form.getByLabel('Least possible (optional)').fill('0');
  await form.getByLabel('Unit').fill('pts');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(list).toContainText('Calm of the shop');
  await list.getByRole('button', { name: 'Close' }).last().click();

  await page.getByLabel('Add a metric').selectOption('Calm of the shop');
  await expect(page.getByRole('columnheader', { name: /Calm of the shop/ })).toContainText('pts');
  const cell = (step: string) => page.getByRole('textbox', { name: `Calm of the shop, ${step}` });
  await cell('Find help').focus();
  await page.evaluate(() => navigator.clipboard.writeText('7.5\ngood\n70\n８'));
  await page.keyboard.press('ControlOrMeta+v');
  await expect(cell('Find help')).toHaveValue('7.5');
  await expect(cell('Wait for a person')).toHaveValue('8');
  const problems = page.getByRole('alert').filter({ hasText: '2 cells cannot be read' });
  await expect(problems).toContainText(
    'Row 2, column 1: expected a number for “Be recognised, Calm of the shop”, found “good”',
  );
  await expect(problems).toContainText(
    'Row 3, column 1: 70 is outside of what “Explain the problem, Calm of the shop” can be',
  );
  await expectNothingFound(page);

  // It becomes an indicator, and stays as long as it is one.
  await page.getByRole('radio', { name: 'Quality' }).click();
  await page.getByRole('button', { name: 'Change the model' }).click();
  const editor = page.getByRole('dialog', { name: 'Change the quality model' });
  await editor.getByLabel('Metric of “Industry knowledge”').selectOption('Calm of the shop');
  await editor.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('radio', { name: 'Metrics' }).click();
  await page.getByRole('button', { name: 'Own metrics' }).click();
  const remove = list.getByRole('button', { name: 'Delete “Calm of the shop” with its numbers' });
  await expect(list).toContainText('Used by Five-dimension index, so it cannot be deleted');
  await expect(remove).toBeDisabled();
  await list.getByRole('button', { name: 'Close' }).last().click();
  await page.keyboard.press('ControlOrMeta+z');

  await page.getByRole('button', { name: 'Own metrics' }).click();
  await expect(list.getByRole('listitem').filter({ hasText: 'Calm of the shop' })).toContainText('2 numbers');
  await remove.click();
  await expect(list).not.toContainText('Calm of the shop');
  await list.getByRole('button', { name: 'Close' }).last().click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell('Find help')).toHaveValue('7.5');
});

test('[Q34] three counts make an NPS, pasted waits a patience, pasted months a series', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('columnheader', { name: /Talk it through/ }).click();
  const panel = page.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('tab', { name: 'Step' }).click();
  await panel.getByRole('button', { name: 'Add a number' }).click();
  const form = page.getByRole('dialog', { name: 'Add a number' });
  await form.getByLabel('What is measured').selectOption('nps');
  await form.getByLabel('Promoters').fill('50');
  await form.getByLabel('Passives').fill('30');
  await form.getByLabel('Detractors').fill('20');
  await expect(form).toContainText('Score +30 from 100 answers');
  await form.getByText('Earlier values').click();
  await form
    .getByLabel('A line each: day, value, n')
    .fill('2026-05-31\t28\t90\n2026-04-30\t31\n2026-03-31\tmany');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toContainText('Row 3, column 2: Expected a number');
  await expectNothingFound(page);
  await form.getByLabel('A line each: day, value, n').fill('2026-05-31\t28\t90\n2026-04-30\t31');
  await form.getByRole('button', { name: 'Save' }).click();
  const nps = panel.getByRole('listitem').filter({ hasText: 'Net promoter score' });
  await expect(nps).toContainText('n = 100');
  await expect(nps.getByRole('img', { name: /2 values until 2026-05-31/ })).toBeVisible();

  await panel.getByRole('button', { name: 'Add a number' }).click();
  await form.getByLabel('What is measured').selectOption('patience');
  await form.getByLabel('Waits').fill('30\tanswered\n120\tgave up\n90\tanswered\n45\tgave up');
  await expect(form).toContainText('4 waits, 2 gave up');
  await expect(form.getByRole('img', { name: 'Share of customers still waiting, by time' })).toBeVisible();
  await expectNothingFound(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('listitem').filter({ hasText: 'How long customers wait' })).toContainText(
    'n = 2',
  );

  await panel.getByRole('button', { name: 'Add a number' }).click();
  await form.getByLabel('What is measured').selectOption('handleTime');
  await form.getByText('Single observations').click();
  await form
    .getByLabel('Observations', { exact: true })
    .fill(Array.from({ length: 40 }, (_, i) => `${100 + i}`).join('\n'));
  await expect(form).toContainText('of 40 Median 120 s');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('listitem').filter({ hasText: 'Handle time' })).toContainText(
    '90 % up to 135 s',
  );

  // The mix of channels: a share needs its channel, and more than the whole is said at each share.
  const channel = form.getByLabel('Channel', { exact: true });
  for (const [name, share] of [
    ['Chat', '70'],
    ['Phone', '60'],
  ] as const) {
    await panel.getByRole('button', { name: 'Add a number' }).click();
    await form.getByLabel('What is measured').selectOption('channelMix');
    await form.getByRole('textbox', { name: 'Value' }).fill(share);
    await form.getByLabel('Observations (n)').fill('200');
    if (name === 'Chat') {
      await form.getByRole('button', { name: 'Save' }).click();
      await expect(form).toContainText('A share of contacts belongs to a channel. Choose which.');
      await expectNothingFound(page);
    }
    await channel.selectOption(name);
    await form.getByRole('button', { name: 'Save' }).click();
  }
  const shares = panel.getByRole('listitem').filter({ hasText: 'Share of contacts on a channel' });
  await expect(shares).toHaveCount(2);
  await expect(shares.filter({ hasText: 'Chat' })).toContainText('The channels here add up to 130 %');
  await panel.getByRole('button', { name: 'More for “Share of contacts on a channel, Phone”' }).click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  const change = page.getByRole('dialog', { name: 'Change the number' });
  await expect(change.getByLabel('Channel', { exact: true })).toHaveValue('phone');
  await change.getByRole('textbox', { name: 'Value' }).fill('30');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(shares.filter({ hasText: 'Phone' })).not.toContainText('add up');

  // A small sample is marked in the table of metrics.
  await page.getByRole('radio', { name: 'Metrics' }).click();
  const cell = page.getByRole('textbox', { name: 'How long customers wait, Talk it through' });
  await expect(cell).toHaveAttribute('aria-description', /Small sample: 2 observations/);
  await expectNothingFound(page);
});

test('[Q36] a card is linked to evidence by a tick, and its lane says so', async ({ product, newPerson }) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('columnheader', { name: /Talk it through/ }).click();
  const panel = page.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByText('How much of each lane rests on evidence').click();
  await panel.getByText('What rests on it').first().click();
  const tick = panel.getByRole('checkbox', { name: 'Agrees on a replacement' }).first();
  const lane = panel.getByRole('listitem').filter({ hasText: 'Customer actions' }).first();
  await tick.click();
  await expect(tick).toBeChecked();
  await expect(lane).toContainText('1 of 9');
  await expectNothingFound(page);
  await tick.click();
  await expect(tick).not.toBeChecked();
  await expect(lane).toContainText('0 of 9');
});
