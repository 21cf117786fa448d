import { card, writeOnCard } from './cards.ts';
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
