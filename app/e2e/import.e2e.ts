import type { Page } from '@playwright/test';
import { expect, test } from './product.ts';

/** Files from elsewhere, dropped on the library. */

test('a Mermaid journey is dropped, its odd lines are told by number, and the map opens', async ({
  owner,
}) => {
  const journey = [
    'journey',
    '  title 我的工作日',
    '  section Go to work',
    '    Make tea: 5: Me',
    '    Push at 08:00: 2: Me, Cat',
  ].join('\n');
  await dropFile(owner, 'day.mmd', journey);
  const dialog = owner.getByRole('dialog');
  await expect(dialog).toContainText(/line 5/i);
  await dialog.getByRole('button', { name: 'Open the map' }).click();
  await expect(owner.getByRole('columnheader', { name: /Make tea/ })).toBeVisible();
  await expect(owner.getByRole('columnheader', { name: /Push at 08:00/ })).toBeVisible();
});

for (const [name, file, sentence] of [
  ['a broken map file', '{"formatVersion":1,"id":"map_a","title":7,"language":"en"}', /title/],
  ['a file of a newer version', '{"formatVersion":9,"id":"map_a","title":"A","language":"en"}', /9/],
  ['a text that is no JSON', '{ not json', /JSON/],
] as const) {
  test(`${name} is refused in one sentence, and nothing is changed`, async ({ owner }) => {
    const before = await owner.getByRole('link', { name: /A wrong parcel/ }).count();
    await dropFile(owner, 'map.json', file);
    const dialog = owner.getByRole('dialog');
    await expect(dialog).toContainText('could not be imported');
    await expect(dialog).toContainText(sentence);
    await expect(dialog).toContainText('Nothing was changed.');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(owner.getByRole('link', { name: /A wrong parcel/ })).toHaveCount(before);
  });
}

async function dropFile(page: Page, name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName));
      return transfer;
    },
    [name, content] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}
