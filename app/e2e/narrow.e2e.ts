import { expect, type Page } from '@playwright/test';
import { axeFindings } from './axeFindings.ts';
import { openSampleMap, test } from './people.ts';

const windows = [
  { width: 390, height: 844 },
  { width: 720, height: 450 },
];
const wordsOf = [
  { language: 'en', details: 'Details', talk: 'Talk', hide: 'Hide the details' },
  { language: 'zh-Hans', details: '详细信息', talk: '讨论', hide: '隐藏详细信息' },
  { language: 'zh-Hant', details: '詳細資訊', talk: '討論', hide: '隱藏詳細資訊' },
];

test('[C62] on a phone and enlarged twofold the details come over the map, in three languages', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson({ viewport: windows[0] ?? null });
  const { page } = person;
  await openSampleMap(person, product);
  for (const { language, details, talk, hide } of wordsOf) {
    await page.evaluate((chosen) => {
      const state = { theme: 'light', language: chosen, motion: 'system', panel: 'open' };
      localStorage.setItem('throughline.preferences', JSON.stringify({ state, version: 0 }));
    }, language);
    await page.reload();
    await page.getByRole('grid').waitFor();
    const sheet = page.getByRole('complementary');
    const button = page.getByRole('button', { name: details, exact: true });
    for (const size of windows) {
      await page.setViewportSize(size);
      await expect(sheet).toBeHidden();
      await button.click();
      await expect(sheet).toBeVisible();
      await sheet.getByRole('tab', { name: talk }).click();
      expect(await isInWindow(page), `${language} ${size.width}`).toBe(true);
      expect(await axeFindings(page), `${language} ${size.width}`).toEqual([]);
      await sheet.getByRole('button', { name: hide }).click();
      await expect(sheet).toBeHidden();
      await expect(button).toBeFocused();
    }
  }
});

async function isInWindow(page: Page): Promise<boolean> {
  const box = await page.getByRole('complementary').boundingBox();
  const size = page.viewportSize();
  if (box === null || size === null) return false;
  return box.x >= 0 && box.x + box.width <= size.width && box.y > 46 && box.y + box.height <= size.height + 1;
}

test('[C62] a badge opens the comments of its card in the sheet', async ({ product, newPerson }) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('group', { name: /^Sign-in page/ }).click();
  await page.getByRole('tab', { name: 'Talk' }).click();
  await page.getByLabel('About “Sign-in page”').fill('Is this still there?');
  await page.getByRole('button', { name: 'Send' }).click();
  const badge = page.getByRole('button', { name: 'Open threads: 1' }).first();
  await badge.waitFor();
  await page.setViewportSize({ width: 720, height: 450 });
  await expect(page.getByRole('complementary')).toBeHidden();
  await badge.click();
  await expect(page.getByRole('complementary').getByText('Is this still there?')).toBeInViewport();
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  await expect(page.getByRole('complementary')).toBeHidden();
});

test('[C64] at 1024 x 700 names and prices of levers stand apart and tables stay in their frames', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson({ viewport: { width: 1024, height: 700 } });
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('radio', { name: 'Plans' }).click();
  const levers = page.getByRole('region', { name: 'Plan and levers' });
  const name = await levers.getByRole('button', { name: 'Knowledge base' }).boundingBox();
  const price = await levers.getByText('¥40K').boundingBox();
  expect((name?.y ?? 0) + (name?.height ?? 0)).toBeLessThanOrEqual(price?.y ?? 0);
  expect((await levers.getByLabel('Plan', { exact: true }).boundingBox())?.width).toBeGreaterThan(180);
  await page.getByRole('radio', { name: 'Quality' }).click();
  const frame = page.getByRole('region', { name: 'Index and dimensions' });
  const right = async (box: Promise<{ x: number; width: number } | null>) => {
    const found = await box;
    return (found?.x ?? 0) + (found?.width ?? 0);
  };
  const last = frame.getByRole('columnheader', { name: 'Likely between' });
  expect(await right(last.boundingBox())).toBeLessThan((await right(frame.boundingBox())) - 10);
});
