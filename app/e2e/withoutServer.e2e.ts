import { card, writeOnCard } from './cards.ts';
import { expect, openSampleMap, test } from './product.ts';

test.use({ serviceWorkers: 'allow' });
test.setTimeout(60_000);

test('[U12] a reload without the server opens the map, keeps what is edited, and sends it on return', async ({
  owner,
  product,
}) => {
  await openSampleMap(owner);
  await owner.evaluate(() => navigator.serviceWorker.ready);
  await product.kill();

  await owner.reload();
  await expect(owner.getByRole('columnheader', { name: 'Reach out' })).toBeVisible();
  await writeOnCard(owner, 'Parcel and packing slip', 'Written on a train');
  await owner.reload();
  await expect(card(owner, 'Written on a train')).toBeVisible();

  await owner.goto(product.address);
  await expect(owner.getByRole('heading', { name: 'Your maps' })).toBeVisible();
  await expect(owner.getByRole('link', { name: /A wrong parcel/ }).last()).toBeVisible();
  await owner.goBack();
  // A part of the app that nobody has opened before.
  await owner.getByRole('button', { name: 'Export' }).click();
  await expect(owner.getByRole('dialog')).toBeVisible();
  await owner.keyboard.press('Escape');

  await product.startAgain();
  await owner.reload();
  await expect(card(owner, 'Written on a train')).toBeVisible();
  await expect(owner.getByText('Saved', { exact: true })).toBeVisible();
});
