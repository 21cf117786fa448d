import { expect } from '@playwright/test';
import { openSampleMap, test } from './people.ts';

test('[C61] a presented map is only looked at, and a dialog over it keeps its keys', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const card = page.getByRole('group', { name: /^Sign-in page/ });
  const bar = page.getByText(/arrow keys go on/);
  await card.click();
  await page.getByRole('button', { name: 'Present' }).click();
  await expect(bar).toContainText('Whole map · 0 of 4');
  await expect(page.getByRole('group', { name: 'Zoom' })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Tools' })).toHaveCount(0);
  await expect(page.locator('[data-card][aria-selected="true"]')).toHaveCount(0);

  await card.click();
  await expect(bar).toContainText('Reach out · 1 of 4');
  await page.keyboard.press('ArrowRight');
  await expect(bar).toContainText('2 of 4');
  await page.getByRole('button', { name: 'Previous' }).click();
  await expect(bar).toContainText('1 of 4');

  // Nothing of this changes the map.
  await page.keyboard.press('n');
  await page.keyboard.press('Home');
  await card.dblclick();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await page.keyboard.press('Delete');
  await expect(card).toHaveCount(1);

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('tell customers');
  await expect(page.getByRole('combobox')).toHaveValue('tell customers');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(bar).toBeVisible();
  await page.getByRole('button', { name: 'End the presentation' }).click();
  await expect(bar).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Zoom' })).toBeVisible();

  // A view without the canvas ends it.
  await page.getByRole('button', { name: 'Present' }).click();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('outline');
  await page.getByRole('combobox').press('Enter');
  await expect(page.getByRole('radio', { name: 'Outline' })).toBeChecked();
});
