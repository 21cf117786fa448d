import type { Page } from '@playwright/test';
import { card, writeOnCard } from './cards.ts';
import { expect, openSampleMap, test } from './product.ts';

/** What this device keeps, whatever happens to the page, the network or the server. */

test('a page killed in the middle of typing loses at most the last quarter of a second', async ({
  owner,
  product,
}) => {
  await openSampleMap(owner);
  // Without the server only what this device stored can come back.
  await product.kill();
  await card(owner, 'Parcel and packing slip').dblclick();
  const editor = owner.getByRole('textbox', { name: 'Text of the card' });
  await editor.fill('');
  await editor.pressSequentially(typed, { delay: 50 });
  const address = owner.url();
  await crash(owner);
  await product.startAgain();
  const again = await owner.context().newPage();
  await again.goto(address);
  const label = await again
    .getByRole('group', { name: new RegExp(`^${typed.slice(0, 10)}`) })
    .first()
    .getAttribute('aria-label');
  const kept = /^[0-9a-z]*/.exec(label ?? '')![0];
  // 250 ms at 50 ms a key are five keys, and one may have been on its way.
  expect(kept.length).toBeGreaterThanOrEqual(typed.length - 6);
  expect(typed.startsWith(kept)).toBe(true);
});

const typed = '0123456789abcdefghijklmnopqrstuvwxyz';

test('two tabs of one device see each other without the server', async ({ owner, product }) => {
  await openSampleMap(owner);
  const other = await owner.context().newPage();
  await other.goto(owner.url());
  await expect(card(other, 'Parcel and packing slip')).toBeVisible();
  await product.kill();
  await writeOnCard(owner, 'Parcel and packing slip', 'Written without a server');
  await expect(card(other, 'Written without a server')).toBeVisible();
});

test('[S56] a device that is full says so, and stores what waits as soon as there is room', async ({
  owner,
  product,
}) => {
  await owner.addInitScript(() => {
    const store = IDBObjectStore.prototype as unknown as { add: (...args: unknown[]) => unknown };
    store.add = new Proxy(store.add, {
      apply: (add, target, args) => {
        if ('isFull' in window && window.isFull === true) throw new DOMException('', 'QuotaExceededError');
        return Reflect.apply(add, target, args);
      },
    });
  });
  await owner.reload();
  await openSampleMap(owner);
  await product.kill();
  await owner.evaluate(() => Object.assign(window, { isFull: true }));
  await writeOnCard(owner, 'Parcel and packing slip', 'Written on a full device');
  await expect(owner.getByText('Not saved: device full')).toBeVisible();
  await owner.evaluate(() => Object.assign(window, { isFull: false }));
  await expect(owner.getByText('Offline, saved here')).toBeVisible();
  await product.startAgain();
  await owner.reload();
  await expect(card(owner, 'Written on a full device')).toBeVisible();
});

test('[S58] a browser without storage shows the maps of the server, and says when edits are nowhere', async ({
  owner,
  product,
}) => {
  await owner.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await owner.reload();
  await openSampleMap(owner);
  await writeOnCard(owner, 'Parcel and packing slip', 'Written without storage');
  await expect(owner.getByText('Saved', { exact: true })).toBeVisible();
  await product.kill();
  await writeOnCard(owner, 'Written without storage', 'Written nowhere');
  await expect(owner.getByText('Not saved: no storage')).toBeVisible();
  await product.startAgain();
  await expect(owner.getByText('Saved', { exact: true })).toBeVisible();
});

test('edits made offline arrive when the server is back, and the page says where they are meanwhile', async ({
  owner,
  product,
}) => {
  await openSampleMap(owner);
  await expect(owner.getByText('Saved', { exact: true })).toBeVisible();
  await product.kill();
  await writeOnCard(owner, 'Parcel and packing slip', 'Written in the dark');
  await expect(owner.getByText('Saved', { exact: true })).toHaveCount(0);
  await product.startAgain();
  await expect(owner.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
});

/** Ends the page's process at once: no pagehide, no last words. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}
