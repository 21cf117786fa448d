import type { Page } from '@playwright/test';
import { anotherPerson, expect, openSampleMap, test } from './product.ts';

/** Two people at one map, each in a browser of their own. */

test('two people edit the same map, both see it, one reloads, nothing is lost', async ({
  owner,
  browser,
}) => {
  await openSampleMap(owner);
  const guest = await anotherPerson(browser);
  await guest.goto(await makeLink(owner, 'edit'));
  await expect(guest.getByRole('columnheader', { name: 'Reach out' })).toBeVisible();

  await writeOnCard(owner, 'Parcel and packing slip', 'The owner wrote this');
  await writeOnCard(guest, 'Help button on the order', 'The guest wrote this');

  for (const person of [owner, guest]) {
    await expect(card(person, 'The owner wrote this')).toBeVisible();
    await expect(card(person, 'The guest wrote this')).toBeVisible();
  }

  await guest.reload();
  for (const text of ['The owner wrote this', 'The guest wrote this'])
    await expect(card(guest, text)).toBeVisible();

  // Undo takes back one's own edit only.
  await owner.keyboard.press('Escape');
  await owner.keyboard.press('Control+z');
  await expect(card(guest, 'Parcel and packing slip')).toBeVisible();
  await expect(card(guest, 'The guest wrote this')).toBeVisible();
});

test('a viewer sees every edit and can make none', async ({ owner, browser }) => {
  await openSampleMap(owner);
  const viewer = await anotherPerson(browser);
  await viewer.goto(await makeLink(owner, 'view'));
  await expect(card(viewer, 'Parcel and packing slip')).toBeVisible();

  await card(viewer, 'Parcel and packing slip').dblclick();
  await expect(viewer.getByRole('textbox', { name: 'Text of the card' })).toHaveCount(0);

  await writeOnCard(owner, 'Parcel and packing slip', 'Changed under the eyes of a viewer');
  await expect(card(viewer, 'Changed under the eyes of a viewer')).toBeVisible();
});

test('a wrong link says what is wrong and what to do', async ({ product, browser }) => {
  const stranger = await anotherPerson(browser);
  await stranger.goto(`${product.address}/#join=${'x'.repeat(22)}`);
  await expect(stranger.getByText('This link does not open')).toBeVisible();
  await expect(stranger.getByRole('grid')).toHaveCount(0);
});

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

/** Makes a link in the Share dialog and gives its address. */
async function makeLink(page: Page, may: 'edit' | 'view'): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('May').selectOption(may === 'edit' ? 'editor' : 'viewer');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const address = await dialog.getByRole('textbox', { name: /link/i }).inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return address;
}
