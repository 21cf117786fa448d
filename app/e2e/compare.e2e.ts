import { expect, openSampleMap, test } from './product.ts';

/** The as-is map beside its to-be map, and beside the forecast of a plan. */
test('[S79] a to-be map is made and changed, and Compare says cell by cell what is otherwise', async ({
  owner,
}) => {
  await openSampleMap(owner);
  await owner.getByRole('button', { name: 'More', exact: true }).click();
  await owner.getByRole('menuitem', { name: 'Make a to-be map' }).click();
  await expect(owner.getByRole('heading', { name: 'A wrong parcel (to be)' })).toBeVisible();

  await owner.getByRole('group', { name: /^Sign-in page/ }).click();
  await owner.keyboard.press('Delete');
  await owner.getByRole('group', { name: /^Chat window/ }).dblclick();
  await owner.keyboard.press('ControlOrMeta+a');
  await owner.keyboard.type('One window for everything');
  await owner.keyboard.press('Escape');

  await owner.getByRole('radio', { name: 'Compare' }).click();
  await expect(owner.getByLabel('Compare with')).not.toHaveValue('');
  await expect(owner.getByRole('status').filter({ hasText: '1 removed' })).toContainText('1 changed');
  await owner.getByLabel('Only what differs').check();
  const table = owner.getByRole('table');
  await expect(table.locator('del').filter({ hasText: 'Sign-in page' })).toBeVisible();
  await expect(table.getByText('One window for everything')).toBeVisible();
  await expect(table.getByRole('columnheader')).toHaveCount(2);

  // Both sides lead to each other, and Compare knows the other one from either.
  await owner.getByRole('link', { name: 'As it is: A wrong parcel' }).click();
  await expect(owner.getByRole('heading', { name: 'A wrong parcel', exact: true })).toBeVisible();
  await owner.getByRole('radio', { name: 'Compare' }).click();
  await expect(owner.getByRole('status').filter({ hasText: '1 removed' })).toContainText('1 changed');
  await owner.getByRole('link', { name: 'As it shall be: A wrong parcel (to be)' }).click();
  await expect(owner.getByRole('heading', { name: 'A wrong parcel (to be)' })).toBeVisible();
  await owner.getByRole('radio', { name: 'Compare' }).click();
  await expect(owner.getByRole('status').filter({ hasText: '1 removed' })).toContainText('1 changed');
  await owner.getByLabel('Only what differs').check();

  // One card is taken back from the as-is map, the other change stays.
  await table
    .locator('div')
    .filter({ hasText: /^removed.*Sign-in page$/ })
    .getByRole('button', { name: 'Take this card from the other side' })
    .click();
  await expect(owner.getByRole('status').filter({ hasText: '0 removed' })).toContainText('1 changed');

  // One feeling and one number of several that differ are taken back, the others stay.
  await owner.getByRole('radio', { name: 'Blueprint' }).click();
  for (const [step, key] of [
    ['Find help', 'ArrowDown'],
    ['Be recognised', 'ArrowUp'],
  ] as const) {
    await owner
      .getByRole('slider', { name: new RegExp(`at ${step}$`) })
      .first()
      .focus();
    await owner.keyboard.press(key);
    await owner.keyboard.press(key);
  }
  await owner.getByRole('radio', { name: 'Metrics' }).click();
  for (const step of ['Find help', 'Wait for a person']) {
    await owner.getByRole('textbox', { name: `Satisfied customers (CSAT), ${step}` }).fill('33');
    await owner.keyboard.press('Enter');
  }
  await owner.getByRole('radio', { name: 'Compare' }).click();
  await owner.getByLabel('Only what differs').check();
  const takeFeeling = table.getByRole('button', { name: 'Take this emotion from the other side' });
  await expect(takeFeeling).toHaveCount(2);
  await takeFeeling.first().click();
  await expect(takeFeeling).toHaveCount(1);
  const takeNumber = table.getByRole('button', { name: 'Take this number from the other side' });
  await expect(takeNumber).toHaveCount(2);
  await takeNumber.first().click();
  await expect(takeNumber).toHaveCount(1);
  await takeFeeling.click();
  await takeNumber.click();
  await expect(table.getByRole('columnheader')).toHaveCount(1);

  // A step that was deleted is taken back with its cards, to its place.
  await owner.getByRole('radio', { name: 'Blueprint' }).click();
  await owner.getByRole('columnheader', { name: /Find help/ }).click();
  await owner.keyboard.press('Delete');
  await owner.getByRole('radio', { name: 'Compare' }).click();
  await expect(table.locator('del').filter({ hasText: 'Help button' })).toBeVisible();
  await owner.getByLabel('Only what differs').uncheck();
  await owner.getByRole('button', { name: 'Take this step from the other side' }).click();
  await expect(owner.getByRole('status').filter({ hasText: '0 removed' })).toContainText('1 changed');

  await expect(table.getByRole('columnheader').nth(1)).toHaveText('Find help');

  // The same map beside what its plan would do.
  await owner.getByLabel('Compare with').selectOption({ label: 'Forecast of “Answer faster”' });
  await expect(owner.getByRole('row', { name: /Wait for a person/ })).toContainText('→');

  // A second plan without a lever is the baseline itself.
  await owner.getByRole('radio', { name: 'Blueprint' }).click();
  const panel = owner.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('button', { name: 'More for “Answer faster”' }).click();
  await owner.getByRole('menuitem', { name: 'Duplicate' }).click();
  for (const lever of ['Staffing shift to the peak', 'Knowledge base', 'Training of the agents'])
    await panel.getByRole('switch', { name: lever }).click();
  await owner.getByRole('radio', { name: 'Compare' }).click();
  await owner.getByLabel('Compare with').selectOption({ label: 'All plans side by side' });
  await expect(owner.getByRole('row', { name: /^Answer faster 3 levers/ })).toContainText(/\+\d/, {
    timeout: 60_000,
  });
  await expect(owner.getByRole('row', { name: /^Answer faster \(copy\) 0 levers/ })).toContainText(
    'smaller than what we do not know',
  );
  await expect(owner.getByRole('row', { name: /^Answer faster 3 levers/ })).toContainText(
    /likely .+ to .+; \d+% chance that it pays for itself/,
  );
});
