import { execFileSync } from 'node:child_process';
import { axeFindings } from './axeFindings.ts';
import { expect, openSampleMap, test } from './product.ts';

/** From a plan switched on to a PDF with its forecast, whose text is read back by another program. */
test('a plan is switched on, moves the index and the curve, and leaves with the blueprint as PDF', async ({
  product,
  owner,
}) => {
  await openSampleMap(owner);
  const panel = owner.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('tab', { name: 'Plan' }).click();
  await panel.getByRole('switch', { name: 'Show the plan on the map' }).click();

  // The index with the plan stands behind an arrow, with its interval, and says how far to trust it.
  await expect(panel.getByText(/likely \d+ – \d+/).first()).toBeVisible();
  await expect(panel.getByText('Quick estimate, not calibrated')).toBeVisible();
  // Behind the forecast stands its tree, down to the levers' claims.
  await panel.getByRole('button', { name: 'Where the forecast comes from' }).click();
  const tree = owner.getByRole('dialog', { name: 'Where the forecast comes from' });
  await tree.getByText('Five-dimension index', { exact: true }).click();
  await tree.getByText('Service knowledge', { exact: true }).click();
  await tree.getByText('as it is, moved by the effects').locator('visible=true').first().click();
  await expect(
    tree
      .getByText(/^The lever says/)
      .locator('visible=true')
      .first(),
  ).toBeVisible();
  await owner.keyboard.press('Escape');
  const efficiency = panel.getByRole('row', { name: /Service efficiency/ });
  await expect(efficiency).toContainText(/\+\d/, { timeout: 40_000 });

  const asked: string[] = [];
  owner.on('request', (request) => asked.push(request.url()));
  await owner.getByRole('button', { name: 'Export' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Export' });
  const download = owner.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as PDF' }).click();
  const path = await (await download).path();

  // Whatever an export needs comes from its own server: the app's scripts and its typefaces.
  const elsewhere = asked.filter(
    (url) => !/^(blob|data):/.test(url) && !url.startsWith(`${product.address}/`),
  );
  expect(elsewhere).toEqual([]);
  expect(asked.some((url) => url.endsWith('.ttf'))).toBe(true);

  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  for (const part of ['A wrong parcel', 'Get it solved', 'Line of visibility', 'Sign-in form'])
    expect(text).toContain(part);
  expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
  execFileSync('qpdf', ['--check', path]);

  // The memo has its pages to leaf through, and is remembered when the dialog is opened again.
  await dialog.getByLabel('File').selectOption({ label: 'PDF, decision memo' });
  await expect(dialog.getByText(/Page 1 of 2/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Page after' }).click();
  await expect(dialog.getByRole('img', { name: 'Preview of page 2 of 2' })).toBeVisible();
  await owner.keyboard.press('Escape');
  await owner.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByLabel('File')).toHaveValue('memo');

  await dialog.getByLabel('File').selectOption({ label: 'PowerPoint' });
  const slides = owner.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as PPTX' }).click();
  expect((await slides).suggestedFilename()).toBe('A wrong parcel.pptx');
});

test('[K19] [K27] the workbench shows levers, map and results together, and the best set for a budget as a chart', async ({
  owner,
}) => {
  await openSampleMap(owner);
  await owner.getByRole('radio', { name: 'Plans' }).click();
  const levers = owner.getByRole('region', { name: 'Plan and levers' });
  const results = owner.getByRole('region', { name: 'Results' });
  await expect(results.getByText(/likely \d+ – \d+/).first()).toBeVisible();
  await expect(owner.getByRole('grid')).toBeVisible();
  const knowledge = results.getByRole('row', { name: /Service knowledge/ });
  await expect(knowledge).toContainText(/\+\d/);

  await levers.getByRole('switch', { name: /Training of the agents/ }).click();
  await levers.getByRole('switch', { name: /Knowledge base/ }).click();
  await expect(knowledge).not.toContainText(/\+\d/);

  await levers.getByRole('button', { name: 'Find' }).click();
  await expect(levers.getByRole('img', { name: /^Points of the index by budget/ })).toBeVisible();
  // The best sets by formulas are simulated at once; one takes the first.
  const sets = levers.getByRole('list', { name: 'The best sets' });
  await expect(sets.getByText(/simulated \(/)).toHaveCount(5, { timeout: 60_000 });
  // Then the other budgets get their bands, one after the other.
  const budgets = levers.getByRole('list', { name: 'What other budgets would buy' });
  await expect(budgets.getByRole('listitem').last()).toContainText(/\+[\d.]+.* … /, { timeout: 60_000 });
  await sets
    .getByRole('button', { name: /^Take .* into the plan$/ })
    .first()
    .click();
  await expect(knowledge).toContainText(/\+\d/);
});

test('[K22] a lever of one’s own is made, refused while it makes no sense, and moves the forecast', async ({
  owner,
}) => {
  await openSampleMap(owner);
  await owner.getByRole('radio', { name: 'Plans' }).click();
  const levers = owner.getByRole('region', { name: 'Plan and levers' });
  const results = owner.getByRole('region', { name: 'Results' });
  const attitude = results.getByRole('row', { name: /Service attitude/ });
  await expect(attitude).toContainText(/\+\d/);
  const before = await attitude.textContent();
  await levers.getByRole('button', { name: 'New lever' }).click();
  const form = owner.getByRole('dialog', { name: 'New lever' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(
    'Give the lever a name.',
  );
  await expect(form.getByRole('alert').last()).toContainText('a lever without an effect does nothing');
  await form.getByRole('textbox', { name: 'Name' }).fill('Greeting by name');
  await form.getByRole('button', { name: 'Add an effect' }).click();
  await form.getByLabel('Changes').selectOption({ label: 'politeness' });
  await form.getByLabel('How').selectOption({ label: 'closes a part of the gap to the best' });
  for (const [label, value] of [
    ['Low', '90'],
    ['Likely', '60'],
    ['High', '80'],
  ] as const) {
    await form.getByRole('textbox', { name: label, exact: true }).fill(value);
    await form.getByRole('textbox', { name: label, exact: true }).press('Enter');
  }
  await expect(form.getByRole('textbox', { name: 'Likely', exact: true })).toHaveAccessibleDescription(
    'Expected low ≤ likely ≤ high. Put them in order.',
  );
  await form.getByRole('textbox', { name: 'Low', exact: true }).fill('40');
  await form.getByRole('textbox', { name: 'Low', exact: true }).press('Enter');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(levers.getByRole('switch', { name: 'Greeting by name' })).toBeChecked();
  await expect(attitude).not.toHaveText(before!);

  // What would count twice is said where the second effect is chosen.
  await levers.getByRole('button', { name: 'Greeting by name' }).click();
  await levers.getByRole('button', { name: 'Change', exact: true }).click();
  const change = owner.getByRole('dialog', { name: 'Change the lever' });
  for (const effect of ['handle time', 'wait in the queue']) {
    await change.getByRole('button', { name: 'Add an effect' }).click();
    await change.getByLabel('Changes').last().selectOption({ label: effect });
  }
  await expect(change.getByLabel('Changes').last()).toHaveAccessibleDescription(/would count twice/);
  await expect(change.getByRole('button', { name: 'Save' })).toBeDisabled();
  await change.getByRole('button', { name: 'Cancel' }).click();

  await levers.getByRole('button', { name: 'Delete “Greeting by name”' }).click();
  await expect(levers.getByRole('switch', { name: 'Greeting by name' })).toHaveCount(0);
  await owner.getByRole('button', { name: 'Undo' }).first().click();
  await expect(levers.getByRole('switch', { name: 'Greeting by name' })).toBeChecked();
});

test('[K26] numbers of one plan alone, and people who come for some hours, move the forecast', async ({
  owner,
}) => {
  await openSampleMap(owner);
  await owner.getByRole('radio', { name: 'Plans' }).click();
  const levers = owner.getByRole('region', { name: 'Plan and levers' });
  const results = owner.getByRole('region', { name: 'Results' });
  const efficiency = results.getByRole('row', { name: /Service efficiency/ });
  await expect(efficiency).toContainText(/\d/);
  const before = await efficiency.textContent();
  await levers.getByRole('button', { name: 'New lever' }).click();
  const form = owner.getByRole('dialog', { name: 'New lever' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Two more at noon');
  await form.getByRole('button', { name: 'Add an effect' }).click();
  await form.getByLabel('Changes').selectOption('agents');
  await form.getByLabel('How').selectOption({ label: 'adds' });
  for (const label of ['High', 'Likely', 'Low']) {
    await form.getByRole('textbox', { name: label, exact: true }).fill('2');
    await form.getByRole('textbox', { name: label, exact: true }).press('Enter');
  }
  await form.getByRole('checkbox', { name: 'It is not the same in every hour' }).check();
  await form.getByRole('textbox', { name: 'Part of the effect, 23 h' }).fill('-1');
  await form.getByRole('textbox', { name: 'Part of the effect, 23 h' }).press('Enter');
  expect(await axeFindings(owner)).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(efficiency).not.toHaveText(before!);
  const everyHour = await efficiency.textContent();

  await levers.getByRole('button', { name: 'Two more at noon' }).click();
  await levers.getByRole('button', { name: 'Change', exact: true }).click();
  const change = owner.getByRole('dialog', { name: 'Change the lever' });
  await expect(change.getByRole('textbox', { name: 'Part of the effect, 23 h' })).toHaveValue('-1');
  await change.getByLabel('Effects and cost hold').selectOption({ label: 'in this plan alone' });
  for (const label of ['Low', 'Likely', 'High']) {
    await change.getByRole('textbox', { name: label, exact: true }).fill('0');
    await change.getByRole('textbox', { name: label, exact: true }).press('Enter');
  }
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(levers).toContainText('Effects and cost are those of this plan alone.');
  await expect(efficiency).not.toHaveText(everyHour!);
  await levers.getByRole('button', { name: 'Change', exact: true }).click();
  await change.getByLabel('Effects and cost hold').selectOption({ label: 'in every plan with this lever' });
  await expect(change.getByRole('textbox', { name: 'Likely', exact: true })).toHaveValue('2');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(efficiency).toHaveText(everyHour!);
});
