import { expect, type Page } from '@playwright/test';
import { card, writeOnCard } from './cards.ts';
import { comeIn, openSampleMap, shareLink, test } from './people.ts';

test('[S57] when the owner replaces the content, edits that were never sent are in one recovered copy', async ({
  product,
  newPerson,
}) => {
  const lena = await newPerson();
  await openSampleMap(lena, product);
  const chen = await newPerson();
  await comeIn(chen, await shareLink(lena, 'editor'));
  await expect(saved(chen.page)).toBeVisible();

  // Two tabs of one device write in the dark, and one of them is closed again.
  const secondTab = await chen.context.newPage();
  await secondTab.goto(chen.page.url());
  await expect(card(secondTab, 'Sign-in form')).toBeVisible();
  await product.kill();
  await writeOnCard(chen.page, 'Sign-in form', 'Written in the first tab');
  await writeOnCard(secondTab, 'Survey tool', 'Written in the second tab');
  await expect(card(chen.page, 'Written in the second tab')).toBeVisible();
  const address = chen.page.url();
  await chen.page.close();
  await secondTab.close();

  await product.startAgain();
  await lena.page.reload();
  await expect(saved(lena.page)).toBeVisible({ timeout: 30_000 });
  await replaceByItself(lena.page);

  const one = await chen.context.newPage();
  await one.goto(address);
  await expect(whereItIs(one)).toBeVisible();
  await expect(card(one, 'Sign-in form')).toBeVisible();
  await expect(saved(one)).toBeVisible();

  // The new content can be worked on in several tabs, and replaced while they are open.
  const two = await chen.context.newPage();
  await two.goto(address);
  await writeOnCard(one, 'Sign-in form', 'On the new content');
  await expect(card(two, 'On the new content')).toBeVisible();
  await one.reload();
  await expect(saved(one)).toBeVisible();
  await replaceByItself(lena.page);
  for (const page of [one, two]) {
    await expect(whereItIs(page)).toBeVisible();
    await expect(saved(page)).toBeVisible();
  }

  await one.goto(product.address);
  const copies = one.getByRole('link', { name: /^Recovered copy of A wrong parcel/ });
  await expect(copies).toHaveCount(2);
  // The newest stands first.
  await copies.last().click();
  await expect(card(one, 'Written in the first tab')).toBeVisible();
  await expect(card(one, 'Written in the second tab')).toBeVisible();
  await expect(card(one, 'On the new content')).toHaveCount(0);
});

const whereItIs = (page: Page) =>
  page.getByRole('region', { name: 'Messages' }).getByText(/with your edits, is in your library/);
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved(?! here)/ });

/** The owner puts the state of now back as a backup: the content looks the same and has another epoch. */
async function replaceByItself(page: Page): Promise<void> {
  const mapId = /map_\w+/.exec(page.url())![0];
  const status = await page.evaluate(async (id) => {
    const versions = `/api/maps/${id}/versions`;
    const headers = { 'content-type': 'application/json' };
    const kept = await fetch(versions, {
      method: 'POST',
      headers,
      body: JSON.stringify({ label: 'Backup' }),
    });
    const version = (await kept.json()) as { id: string };
    const bytes = new Uint8Array(await (await fetch(`${versions}/${version.id}`)).arrayBuffer());
    const state = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
    const body = JSON.stringify({ state });
    return (await fetch(`/api/maps/${id}/content`, { method: 'PUT', headers, body })).status;
  }, mapId);
  expect(status).toBe(200);
}
