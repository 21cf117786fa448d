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
