import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { openSampleMap, shareLink, test } from './people.ts';

/** Pictures on a map, between people, and what is no picture. */

test('[C28] a picture is dropped into a cell, another person sees it, and a saved map carries it', async ({
  product,
  newPerson,
}) => {
  const owner = await newPerson();
  await openSampleMap(owner, product);
  const link = await shareLink(owner, 'editor');
  const other = await newPerson();
  await other.page.goto(link);
  await other.page.getByRole('grid').waitFor();

  await drop(owner.page, 'Pain points, Notice the wrong parcel: empty', 'shop-window.png', 'large');
  const card = (page: Page) => page.getByRole('group', { name: /^shop window/ });
  await expect(card(owner.page)).toBeVisible();
  await expect(card(owner.page).locator('img')).toBeVisible();
  // Two thousand pixels became sixteen hundred.
  expect(await widthOf(card(owner.page).locator('img'))).toBe(1_600);
  await expect(card(other.page).locator('img')).toBeVisible();
  expect(await widthOf(card(other.page).locator('img'))).toBe(1_600);
  await expect(owner.page.getByText(/^Saved/).first()).toBeVisible();

  await owner.page.getByRole('button', { name: 'Export' }).click();
  await owner.page.getByRole('combobox', { name: 'File' }).selectOption({ label: 'Throughline map' });
  const download = owner.page.waitForEvent('download');
  await owner.page.getByRole('button', { name: 'Save as JSON' }).click();
  const file = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
    pictures: { hash: string; width: number; bytes?: string; alt: string }[];
  };
  expect(file.pictures).toMatchObject([{ width: 1_600, alt: 'shop window' }]);
  expect(file.pictures[0]!.bytes!.length).toBeGreaterThan(1_000);
});

test('[C28] a picture added offline waits on the device and arrives when the server is back', async ({
  product,
  newPerson,
}) => {
  const owner = await newPerson();
  await openSampleMap(owner, product);
  const link = await shareLink(owner, 'viewer');
  // What works offline has been fetched by then.
  await owner.page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('pictureWorker')),
  );
  await product.kill();
  await drop(owner.page, 'Pain points, Notice the wrong parcel: empty', 'kitchen.png', 'small');
  await expect(owner.page.getByRole('group', { name: /^kitchen/ }).locator('img')).toBeVisible();
  await product.startAgain();
  await expect(owner.page.getByText(/^Saved/).first()).toBeVisible();
  const other = await newPerson();
  await other.page.goto(link);
  await expect(other.page.getByRole('group', { name: /^kitchen/ }).locator('img')).toBeVisible();
});

test('[C29] what is no picture is refused in one sentence, and a picture is chosen, described and taken away', async ({
  product,
  newPerson,
}) => {
  const owner = await newPerson();
  await openSampleMap(owner, product);
  const { page } = owner;
  await drop(page, 'Pain points, Notice the wrong parcel: empty', 'notes.pdf', 'none');
  await expect(
    page.getByText(/Expected a PNG, JPEG, WebP or GIF picture, and “notes.pdf” is none/).first(),
  ).toBeVisible();
  const rating = page.getByRole('group', { name: /^Rating card/ });
  const menu = async (item: string) => {
    await rating.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Picture' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const chooser = page.waitForEvent('filechooser');
  await menu('Choose a picture…');
  await (await chooser).setFiles({ name: 'card.png', mimeType: 'image/png', buffer: pixel });
  await expect(rating.locator('img')).toBeVisible();
  await menu('Say what it shows…');
  await page.getByRole('textbox', { name: 'For those who cannot see it' }).fill('A card with five stars');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: 'A card with five stars' })).toBeVisible();
  await menu('Take the picture away');
  await expect(rating.locator('img')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rating.locator('img')).toBeVisible();
});

test('[C28] a persona gets a face, which everybody sees', async ({ product, newPerson }) => {
  const owner = await newPerson();
  await openSampleMap(owner, product);
  const link = await shareLink(owner, 'viewer');
  const openPersonas = async (page: Page) => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Personas' }).click();
    return page.getByRole('dialog', { name: 'Personas' });
  };
  const dialog = await openPersonas(owner.page);
  const chooser = owner.page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a picture…' }).first().click();
  await (await chooser).setFiles({ name: 'face.png', mimeType: 'image/png', buffer: pixel });
  await expect(dialog.locator('img')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Take the picture away' })).toBeVisible();

  const other = await newPerson();
  await other.page.goto(link);
  await other.page.getByRole('grid').waitFor();
  const read = await openPersonas(other.page);
  await expect(read.locator('img')).toBeVisible();
  await expect(read.getByRole('button', { name: 'Choose a picture…' })).toHaveCount(0);
});

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Drops a file as the system would; its picture is drawn in the page. */
async function drop(page: Page, cell: string, name: string, kind: 'large' | 'small' | 'none'): Promise<void> {
  await page.getByRole('gridcell', { name: cell }).evaluate(
    async (element, asked) => {
      const canvas = new OffscreenCanvas(asked.kind === 'large' ? 2_000 : 200, 100);
      const context = canvas.getContext('2d')!;
      for (let x = 0; x < canvas.width; x += 10) {
        context.fillStyle = `hsl(${x}deg 60% 50%)`;
        context.fillRect(x, 0, 10, 100);
      }
      const content = asked.kind === 'none' ? new Blob(['%PDF-1.7']) : await canvas.convertToBlob();
      const data = new DataTransfer();
      data.items.add(new File([content], asked.name, { type: content.type }));
      const box = element.getBoundingClientRect();
      const at = { clientX: box.x + 10, clientY: box.y + 10, bubbles: true, cancelable: true };
      element.dispatchEvent(new DragEvent('drop', { dataTransfer: data, ...at }));
    },
    { name, kind },
  );
}

const widthOf = (image: ReturnType<Page['locator']>) =>
  image.evaluate((element) => (element as HTMLImageElement).naturalWidth);
