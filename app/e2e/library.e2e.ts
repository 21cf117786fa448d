import { expect, test } from './product.ts';

/** The library: from nothing to a first map, and keeping order among maps. */

test('a newcomer has a first useful map with one press, in their language', async ({ product, browser }) => {
  const page = await (await browser.newContext({ locale: 'zh-TW' })).newPage();
  await page.goto(product.address);
  await expect(page.getByRole('heading', { name: '建立第一張地圖' })).toBeVisible();
  await page.getByRole('button', { name: /寄錯的包裹/ }).click();
  await expect(page.getByRole('columnheader', { name: '尋求協助' })).toBeVisible();
  await expect(page.getByRole('tab', { name: '計畫' })).toBeVisible();
});

test('a map is renamed, copied, found by a word on a card, deleted and taken back', async ({ owner }) => {
  await owner.getByRole('button', { name: /^New journey/ }).click();
  await expect(owner.getByRole('grid')).toBeVisible();
  await owner.getByRole('link', { name: 'Your maps' }).click();

  await owner.getByRole('button', { name: 'More for “New journey”' }).click();
  await owner.getByRole('menuitem', { name: 'Rename' }).click();
  // The name is there to be typed over, whether the menu was used by pointer or by keyboard.
  const name = owner.getByRole('textbox', { name: 'Name of the map' });
  await expect(name).toBeFocused();
  await owner.keyboard.type('Returns');
  await owner.keyboard.press('Enter');
  await owner.getByRole('button', { name: 'More for “Returns”' }).focus();
  await owner.keyboard.press('Enter');
  await expect(owner.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await owner.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await owner.keyboard.type('Returns by post');
  await owner.keyboard.press('Enter');
  await expect(owner.getByRole('link', { name: 'Returns by post' })).toBeVisible();

  await owner.getByRole('button', { name: 'More for “Returns by post”' }).click();
  await owner.getByRole('menuitem', { name: 'Duplicate' }).click();
  const copy = owner.getByRole('link', { name: 'Returns by post (copy)' });
  await expect(copy).toBeVisible();

  await owner.getByRole('searchbox', { name: 'Search all maps' }).fill('packing slip');
  await expect(owner.getByRole('link', { name: 'A wrong parcel' })).toBeVisible();
  await expect(copy).toHaveCount(0);
  await owner.getByRole('searchbox', { name: 'Search all maps' }).fill(`<b>no</b> {0} ${'w'.repeat(200)}`);
  const words = owner.getByText(`No map has “<b>no</b> {0} ${'w'.repeat(200)}”`);
  await expect(words).toBeVisible();
  expect(await owner.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await owner.getByRole('button', { name: 'Show all maps' }).click();

  await owner.getByRole('button', { name: 'More for “Returns by post (copy)”' }).click();
  await owner.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(copy).toHaveCount(0);
  await owner.getByRole('button', { name: 'Undo' }).click();
  await expect(copy).toBeVisible();
});

test('[U24] a map is deleted for good only after its name was asked, and nothing offers it then', async ({
  owner,
}) => {
  await owner.getByRole('button', { name: /^New journey/ }).click();
  await expect(owner.getByRole('grid')).toBeVisible();
  await owner.getByRole('link', { name: 'Your maps' }).click();
  await owner.getByRole('button', { name: 'More for “New journey”' }).click();
  await owner.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(owner.getByText('“New journey” is deleted.').first()).toBeVisible();

  await owner.getByRole('button', { name: 'Settings' }).click();
  const trash = owner.getByRole('dialog', { name: 'Settings' }).getByRole('listitem');
  const question = owner.getByRole('dialog', { name: 'Delete “New journey” for good?' });
  await trash.getByRole('button', { name: 'Delete for good' }).click();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(trash).toContainText('New journey');
  await trash.getByRole('button', { name: 'Delete for good' }).click();
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(trash).toHaveCount(0);
  await expect(owner.getByText('“New journey” is deleted.')).toHaveCount(0);
});

test('a version is kept, the map changes, and restoring it is an edit', async ({ owner }) => {
  await owner.getByRole('link', { name: 'A wrong parcel' }).click();
  await expect(owner.getByText('Saved', { exact: true })).toBeVisible();
  const openHistory = async () => {
    await owner.getByRole('button', { name: 'More', exact: true }).click();
    await owner.getByRole('menuitem', { name: 'History' }).click();
  };
  await openHistory();
  await owner.getByLabel('Keep the present state as').fill('Before');
  await owner.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(owner.getByRole('button', { name: /^Before/ })).toBeVisible();
  await owner.keyboard.press('Escape');

  await owner.getByRole('button', { name: 'More', exact: true }).click();
  await owner.getByRole('menuitem', { name: 'About this map' }).click();
  await owner.getByLabel('Title').fill('A right parcel');
  await owner.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(owner.getByRole('heading', { name: 'A right parcel' })).toBeVisible();

  await openHistory();
  await owner.getByRole('button', { name: /^Before/ }).click();
  await expect(owner.getByText('1 change since')).toBeVisible();
  await owner.getByRole('button', { name: 'Restore' }).click();
  await expect(owner.getByRole('heading', { name: 'A wrong parcel' })).toBeVisible();
});
