import type { Page } from '@playwright/test';
import { expect, openSampleMap, test } from './product.ts';

test('what was shown as saved survives a power cut of the server, and work goes on', async ({
  owner,
  product,
}) => {
  await openSampleMap(owner);
  await writeOnCard(owner, 'Parcel and packing slip', 'Before the power cut');
  await expect(owner.getByText('Saved', { exact: true })).toBeVisible();
  await product.kill();
  await writeOnCard(owner, 'Help button on the order', 'While it was dark');
  await product.startAgain();
  await owner.reload();
  await expect(card(owner, 'Before the power cut')).toBeVisible();
  await expect(card(owner, 'While it was dark')).toBeVisible();
  await expect(owner.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
});

function card(page: Page, text: string) {
  return page.getByRole('group', { name: new RegExp(`^${text}`) });
}

async function writeOnCard(page: Page, before: string, after: string): Promise<void> {
  await card(page, before).dblclick();
  const editor = page.getByRole('textbox', { name: 'Text of the card' });
  await editor.fill(after);
  await editor.press('Escape');
  await expect(card(page, after)).toBeVisible();
}
