import { expect, type Page } from '@playwright/test';
import { card } from './cards.ts';
import { comeIn, openSampleMap, shareLink, startFromTemplate, test } from './people.ts';

test('[G4][G5][G6] two people talk about a card, one of them offline for a moment', async ({
  product,
  newPerson,
}) => {
  const owner = await newPerson();
  await openSampleMap(owner, product);
  const address = await shareLink(owner, 'commenter');
  const guest = await newPerson();
  await comeIn(guest, address);

  await guest.page.getByRole('group', { name: /^Sign-in form/ }).click();
  await guest.page.getByRole('tab', { name: 'Talk' }).click();
  await guest.page.getByLabel('About “Sign-in form”').fill('Why sign in twice?');
  await guest.page.keyboard.press('ControlOrMeta+Enter');

  // The owner sees the badge on the card, and the thread behind it.
  await owner.page.getByRole('button', { name: 'Open threads: 1' }).click();
  const thread = owner.page.getByRole('article').filter({ hasText: 'Why sign in twice?' });
  await expect(thread).toBeVisible();
  await owner.page.getByRole('button', { name: 'Answer' }).click();
  await owner.page.getByRole('textbox', { name: 'Answer' }).fill('An old rule of the shop.');
  await owner.page.getByRole('button', { name: 'Send' }).click();
  await expect(guest.page.getByText('An old rule of the shop.')).toBeVisible();

  await guest.context.setOffline(true);
  await guest.page.getByRole('button', { name: 'Answer' }).click();
  await guest.page.getByRole('textbox', { name: 'Answer' }).fill('Then let us drop it.');
  await guest.page.getByRole('button', { name: 'Send' }).click();
  await expect(guest.page.getByText('Then let us drop it.')).toBeVisible();
  await expect(guest.page.getByText('will be sent when the server is back')).toBeVisible();
  await expect(owner.page.getByText('Then let us drop it.')).toHaveCount(0);
  await guest.context.setOffline(false);
  await expect(owner.page.getByText('Then let us drop it.')).toBeVisible();
  await expect(guest.page.getByText('will be sent when the server is back')).toHaveCount(0);

  // A commenter changes their own words, not those of others.
  await guest.page.getByRole('article').filter({ hasText: 'An old rule' }).hover();
  await expect(guest.page.getByRole('button', { name: 'Edit the comment' })).toHaveCount(2);
  await expect(guest.page.getByRole('button', { name: 'Delete the comment' })).toHaveCount(2);
  await expect(owner.page.getByRole('button', { name: 'Delete the comment' })).toHaveCount(3);

  await owner.page.getByRole('button', { name: 'Resolve' }).click();
  await expect(owner.page.getByRole('button', { name: 'Open threads: 1' })).toHaveCount(0);
  await expect(guest.page.getByRole('button', { name: 'Open threads: 1' })).toHaveCount(0);
});

test('[G9][G10] a number, a plan and a piece of evidence are talked about, and read without the server', async ({
  product,
  newPerson,
}) => {
  const owner = await newPerson();
  await openSampleMap(owner, product);
  // The app itself is kept on the device too.
  const guest = await newPerson({ serviceWorkers: 'allow' });
  await comeIn(guest, await shareLink(owner, 'commenter'));
  const panel = guest.page.getByRole('complementary', { name: 'Details' });
  const say = async (about: RegExp, words: string) => {
    await panel.getByRole('button', { name: about }).first().click();
    await panel.getByRole('textbox', { name: /^About “/ }).fill(words);
    await guest.page.keyboard.press('ControlOrMeta+Enter');
    await expect(panel.getByRole('article').filter({ hasText: words })).toBeVisible();
  };
  await guest.page.getByRole('columnheader', { name: /Wait for a person/ }).click();
  await panel.getByRole('tab', { name: 'Step' }).click();
  await say(/^Talk about “First response time”$/, 'Measured on which days?');
  await panel.getByRole('tab', { name: 'Plan' }).click();
  await say(/^Talk about “Answer faster”$/, 'Can we begin in May?');
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await say(/^Talk about “/, 'Is there a newer study?');

  // Each bubble counts its own, and a press on what a thread is about leads to its tab.
  const ownersPanel = owner.page.getByRole('complementary', { name: 'Details' });
  await ownersPanel.getByRole('tab', { name: 'Plan' }).click();
  await ownersPanel.getByRole('button', { name: 'Talk about “Answer faster”, open threads: 1' }).click();
  await expect(ownersPanel.getByRole('article')).toHaveCount(1);
  await expect(ownersPanel.getByRole('article')).toContainText('Can we begin in May?');
  await ownersPanel.getByLabel('Shown comments').selectOption('Open threads');
  await ownersPanel.getByRole('button', { name: 'First response time · Wait for a person' }).click();
  await expect(ownersPanel.getByRole('tab', { name: 'Step' })).toHaveAttribute('aria-selected', 'true');
  await expect(
    ownersPanel.getByRole('button', { name: 'Talk about “First response time”, open threads: 1' }),
  ).toBeVisible();

  // Who comes back while the server is away reads what was there, and what they write waits.
  await expect
    .poll(() => guest.page.evaluate(keptComments), { message: 'the device keeps the comments' })
    .toBe(3);
  await guest.page.evaluate(() => navigator.serviceWorker.ready);
  await guest.context.setOffline(true);
  await guest.page.reload();
  await guest.page.getByRole('tab', { name: 'Talk' }).click();
  await expect(panel.getByText('as this device last saw them')).toBeVisible();
  await expect(panel.getByRole('article')).toHaveCount(3);
  await expect(panel.getByText('Can we begin in May?')).toBeVisible();
  await guest.context.setOffline(false);
  await expect(panel.getByText('as this device last saw them')).toHaveCount(0);
  await expect(panel.getByRole('article')).toHaveCount(3);

  // Who may not come in any more keeps no comments either.
  await owner.page.getByRole('button', { name: 'Share', exact: true }).click();
  await owner.page.getByRole('button', { name: /^Withdraw the link/ }).click();
  await expect(guest.page.getByText('Read only').first()).toBeVisible();
  await expect.poll(() => guest.page.evaluate(keptComments)).toBe(0);
});

/** In the browser: how many comments the device keeps. */
function keptComments(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('throughline');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
    opening.addEventListener('success', () => {
      const all = opening.result.transaction('comments').objectStore('comments').getAll();
      all.addEventListener('success', () => {
        opening.result.close();
        resolve(all.result.flatMap(({ comments }: { comments: readonly unknown[] }) => comments).length);
      });
    });
  });
}

test('[G8] a comment gets signs from two people, and a second press takes one back', async ({
  product,
  newPerson,
}) => {
  const owner = await newPerson();
  await openSampleMap(owner, product);
  const guest = await newPerson();
  await comeIn(guest, await shareLink(owner, 'commenter'));
  for (const { page } of [owner, guest]) await page.getByRole('tab', { name: 'Talk' }).click();
  await guest.page.getByRole('textbox', { name: /^About/ }).fill('Nice work.');
  await guest.page.keyboard.press('ControlOrMeta+Enter');

  await owner.page.getByRole('button', { name: 'React' }).click();
  await owner.page.getByRole('menuitem', { name: 'Well done' }).click();
  const sign = (page: Page) => page.getByRole('button', { name: /^Well done: / });
  await expect(sign(guest.page)).toHaveText(/1$/);
  await expect(sign(guest.page)).toHaveAttribute('aria-pressed', 'false');
  await sign(guest.page).click();
  await expect(sign(owner.page)).toHaveText(/2$/);

  await owner.context.setOffline(true);
  await sign(owner.page).click();
  await expect(sign(owner.page)).toHaveText(/1$/);
  await expect(sign(guest.page)).toHaveText(/2$/);
  await owner.context.setOffline(false);
  await expect(sign(guest.page)).toHaveText(/1$/);
  await sign(guest.page).click();
  await expect(sign(owner.page)).toHaveCount(0);
});

test('[G7] a map on this device alone says how to get comments', async ({ product, newPerson }) => {
  const person = await newPerson();
  await startFromTemplate(person, product, /A wrong parcel/);
  await person.page.getByRole('tab', { name: 'Talk' }).click();
  await expect(person.page.getByText('Comments need others')).toBeVisible();
});

test('[G11] a comment that was begun about one card waits there and is not sent about another', async ({
  product,
  newPerson,
}) => {
  const owner = await newPerson();
  await openSampleMap(owner, product);
  const { page } = owner;
  await card(page, 'Sign-in page').click();
  await page.getByRole('tab', { name: 'Talk' }).click();
  await page.getByLabel('About “Sign-in page”').fill('Why twice?');
  await card(page, 'Chat window').click();
  await expect(page.getByLabel('About “Chat window”')).toHaveValue('');
  await page.getByLabel('About “Chat window”').fill('Which one?');
  await page.getByRole('tab', { name: 'Plan' }).click();
  await page.getByRole('tab', { name: 'Talk' }).click();
  await expect(page.getByLabel('About “Chat window”')).toHaveValue('Which one?');
  await card(page, 'Sign-in page').click();
  await expect(page.getByLabel('About “Sign-in page”')).toHaveValue('Why twice?');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('article')).toContainText('Why twice?');
  await expect(page.getByRole('button', { name: 'Sign-in page' })).toBeVisible();
  await card(page, 'Chat window').click();
  await card(page, 'Sign-in page').click();
  await expect(page.getByLabel('About “Sign-in page”')).toHaveValue('');
});
