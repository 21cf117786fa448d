import { expect, openSampleMap, test } from './product.ts';

/** The service behind the map: numbers by hour, and what the queue formulas say to them as one types. */
test('[D32] more people at the fullest hour, and the figures beside the fields follow', async ({ owner }) => {
  await openSampleMap(owner);
  const panel = owner.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('button', { name: 'Service behind the map' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Service behind the map' });
  await expect(dialog.getByText(/^At 9 h: occupancy 92%/)).toBeVisible();

  const hour = dialog.getByRole('group', { name: 'People on duty in Chat team' }).getByRole('textbox').nth(9);
  await hour.fill('4');
  await hour.press('Enter');
  await expect(dialog.getByText(/^At 9 h: occupancy 92%/)).toHaveCount(0);
  await expect(hour).toHaveAccessibleName(/9 h: occupancy \d\d%, wait \d+ s/);
  await hour.press('ArrowUp');
  await expect(hour).toHaveValue('5');

  // A share of one route scales the others: together they stay the whole.
  await dialog.getByRole('tab', { name: 'Work' }).click();
  await dialog.getByRole('button', { name: /^Chat team/ }).click();
  const shares = dialog.getByRole('textbox', { name: /^Share of route/ });
  await shares.first().fill('50');
  await shares.first().press('Enter');
  await expect
    .poll(async () => {
      const values = await shares.evaluateAll((fields) =>
        fields.map((field) => Number((field as HTMLInputElement).value)),
      );
      return Math.round(values.reduce((sum, value) => sum + value, 0));
    })
    .toBe(100);

  await owner.keyboard.press('Escape');
  await owner.getByRole('group', { name: /^Sign-in page/ }).click();
  for (let i = 0; i < 3; i += 1) await owner.keyboard.press('ControlOrMeta+z');
  await panel.getByRole('button', { name: 'Service behind the map' }).click();
  await expect(dialog.getByText(/^At 9 h: occupancy 92%/)).toBeVisible();
});

test('[K18] a forecast is frozen, what came is written down, and the ledger says whether it held', async ({
  owner,
}) => {
  await openSampleMap(owner);
  const panel = owner.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('switch', { name: 'Show the plan on the map' }).click();
  await expect(panel.getByText(/likely 7\d – 7\d/).first()).toBeVisible();
  await expect(panel.getByText('chance that it pays for itself')).toBeVisible();
  await panel.getByRole('button', { name: 'Figures of the business' }).click();
  await owner.getByLabel('Customers who stay a year').fill('170');
  await owner.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('Expected 0 to 100 %.')).toBeVisible();
  await owner.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'More for “Answer faster”' }).click();
  await owner.getByRole('menuitem', { name: 'Prediction ledger' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Prediction ledger' });
  await dialog.getByRole('button', { name: 'Freeze the shown forecast' }).click();
  await expect(dialog.getByText('made of today’s numbers')).toBeVisible();

  const index = dialog.getByRole('textbox', { name: 'What came for Index' });
  await index.fill('73');
  await index.press('Enter');
  const efficiency = dialog.getByRole('textbox', { name: 'What came for Service efficiency' });
  await efficiency.fill('20');
  await efficiency.press('Enter');
  await expect(dialog.getByRole('row', { name: /^Index/ })).toContainText('inside');
  await expect(dialog.getByRole('row', { name: /^Service efficiency/ })).toContainText('outside');
  await expect(dialog.getByRole('status')).toContainText('2 values compared · 50% inside their bands');
});
