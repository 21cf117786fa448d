import { expect } from '@playwright/test';
import { countRenders, rendersSince } from './renderedCards.ts';
import { comeIn, openSampleMap, type Person, shareLink, test } from './people.ts';

test('[C30] two people edit the same map, both see it, one reloads, nothing is lost', async ({
  product,
  newPerson,
}) => {
  const lena = await newPerson();
  await openSampleMap(lena, product);
  const address = await shareLink(lena, 'editor');
  const chen = await newPerson();
  await comeIn(chen, address);

  await lena.page.getByRole('group', { name: /^Sign-in form/ }).dblclick();
  await lena.page.getByRole('textbox', { name: 'Text of the card' }).press('End');
  await lena.page.keyboard.type(' with a code');
  await lena.page.keyboard.press('Escape');
  await expect(chen.page.getByRole('group', { name: 'Sign-in form with a code' })).toBeVisible();

  const empty = chen.page.getByRole('gridcell', { name: 'Pain points, Explain the problem: empty' });
  await empty.dblclick();
  await chen.page.keyboard.type('Photo is too large');
  await chen.page.keyboard.press('Escape');
  await expect(lena.page.getByRole('group', { name: /^Photo is too large/ })).toBeVisible();

  // Both write in one card at once.
  for (const { page } of [lena, chen]) await page.getByRole('group', { name: /^Queue notice/ }).dblclick();
  await lena.page.keyboard.press('ControlOrMeta+Home');
  await lena.page.keyboard.type('Honest ');
  await chen.page.keyboard.press('ControlOrMeta+End');
  await chen.page.keyboard.type(' with minutes');
  for (const { page } of [lena, chen])
    await expect(page.getByRole('textbox', { name: 'Text of the card' })).toHaveValue(
      'Honest Queue notice with minutes',
    );
  for (const { page } of [lena, chen]) await page.keyboard.press('Escape');

  await expect(lena.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await chen.page.reload();
  for (const name of ['Sign-in form with a code', /^Photo is too large/, /^Honest Queue notice with minutes/])
    await expect(chen.page.getByRole('group', { name })).toBeVisible();
});

test('[C35] an edit of somebody else renders its card again and no other', async ({ product, newPerson }) => {
  const lena = await newPerson();
  await openSampleMap(lena, product);
  const address = await shareLink(lena, 'editor');
  const chen = await newPerson();
  await countRenders(chen.page);
  await comeIn(chen, address);
  const card = chen.page.getByRole('group', { name: /^Sign-in form/ });
  const cardId = await card.getAttribute('data-card');

  await lena.page.getByRole('group', { name: /^Sign-in form/ }).dblclick();
  await lena.page.getByRole('textbox', { name: 'Text of the card' }).press('End');
  await lena.page.keyboard.type('s');
  await expect(chen.page.getByRole('group', { name: 'Sign-in forms' })).toBeVisible();
  await chen.page.waitForTimeout(500);
  await rendersSince(chen.page);

  await lena.page.keyboard.type('!');
  await expect(chen.page.getByRole('group', { name: 'Sign-in forms!' })).toBeVisible();
  const rendered = await rendersSince(chen.page);
  expect(rendered.filter((one) => one === `card ${cardId}`).length).toBeGreaterThan(0);
  expect(rendered.filter((one) => one.startsWith('card ') && one !== `card ${cardId}`)).toEqual([]);
  expect(new Set(rendered.filter((one) => one.startsWith('cell '))).size).toBeLessThanOrEqual(1);
});

test('[C31] undo takes back my own edits and leaves those of others', async ({ product, newPerson }) => {
  const lena = await newPerson();
  await openSampleMap(lena, product);
  const chen = await newPerson();
  await comeIn(chen, await shareLink(lena, 'editor'));

  await lena.page.getByRole('group', { name: /^Survey tool/ }).click();
  await lena.page.keyboard.press('Delete');
  await expect(lena.page.getByRole('group', { name: /^Survey tool/ })).toHaveCount(0);
  await expect(chen.page.getByRole('group', { name: /^Survey tool/ })).toHaveCount(0);

  await chen.page.getByRole('group', { name: /^Knowledge base/ }).click();
  await chen.page.keyboard.press('Delete');
  await expect(lena.page.getByRole('group', { name: /^Knowledge base/ })).toHaveCount(0);

  await lena.page.keyboard.press('ControlOrMeta+z');
  await expect(lena.page.getByRole('group', { name: /^Survey tool/ })).toBeVisible();
  await expect(chen.page.getByRole('group', { name: /^Survey tool/ })).toBeVisible();
  await expect(lena.page.getByRole('group', { name: /^Knowledge base/ })).toHaveCount(0);

  await lena.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(lena.page.getByRole('group', { name: /^Survey tool/ })).toHaveCount(0);
});

test('[C31] undo takes back what was done before, during and after a lost connection, and nothing of others', async ({
  product,
  newPerson,
}) => {
  const one = await newPerson();
  await openSampleMap(one, product);
  const other = await newPerson();
  await comeIn(other, await shareLink(one, 'editor'));
  const card = ({ page }: Person, name: RegExp) => page.getByRole('group', { name });
  const write = async (person: Person, before: RegExp, text: string) => {
    await card(person, before).dblclick();
    const editor = person.page.getByRole('textbox', { name: 'Text of the card' });
    await editor.fill(text);
    await editor.press('Escape');
  };
  await write(one, /^Rating card/, 'Rating before');
  await expect(card(other, /^Rating before/)).toBeVisible();
  await product.kill();
  await write(one, /^Sign-in page/, 'Sign-in offline');
  await write(other, /^Personal message/, 'Message of the other');
  await product.startAgain();
  await expect(card(other, /^Sign-in offline/)).toBeVisible({ timeout: 60_000 });
  await expect(card(one, /^Message of the other/)).toBeVisible({ timeout: 60_000 });

  await card(one, /^Sign-in offline/).click();
  await one.page.keyboard.press('ControlOrMeta+z');
  await expect(card(other, /^Sign-in page/)).toBeVisible();
  await one.page.keyboard.press('ControlOrMeta+z');
  await expect(card(other, /^Rating card/)).toBeVisible();
  await one.page.keyboard.press('ControlOrMeta+z');
  await expect(card(other, /^Message of the other/)).toBeVisible();
});

test('[C32] who may only look sees every edit and is offered none', async ({ product, newPerson }) => {
  const lena = await newPerson();
  await openSampleMap(lena, product);
  const guest = await newPerson();
  await comeIn(guest, await shareLink(lena, 'viewer'));

  await expect(guest.page.getByText('Read only')).toBeVisible();
  await expect(guest.page.getByRole('button', { name: 'Sticky note' })).toHaveCount(0);
  const card = guest.page.getByRole('group', { name: /^Rating card/ });
  await card.click();
  await guest.page.keyboard.press('Delete');
  await guest.page.keyboard.press('Enter');
  await expect(card).toBeVisible();
  await expect(guest.page.getByRole('textbox', { name: 'Text of the card' })).toHaveCount(0);
  await guest.page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(guest.page.getByRole('menuitem', { name: 'About this map' })).toBeVisible();
  // The server shows its versions to who may write only.
  await expect(guest.page.getByRole('menuitem', { name: 'History' })).toHaveCount(0);
  await guest.page.keyboard.press('Escape');

  await lena.page.getByRole('group', { name: /^Rating card/ }).click();
  await lena.page.keyboard.press('Delete');
  await expect(card).toHaveCount(0);
});

test('[U25] a password of a link that is too short is refused at its field, in the words of the interface', async ({
  product,
  newPerson,
}) => {
  const lena = await newPerson({ locale: 'zh-CN' });
  await openSampleMap(lena, product);
  await lena.page.getByRole('button', { name: '共享', exact: true }).click();
  const dialog = lena.page.getByRole('dialog');
  const password = dialog.getByLabel('密码（可选）');
  await password.fill('abc');
  await dialog.getByRole('button', { name: '创建链接' }).click();
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByRole('alert')).toContainText('4');
  await password.fill('abcd');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await dialog.getByRole('button', { name: '创建链接' }).click();
  await expect(dialog.getByLabel(/^新链接/)).toHaveValue(/#join=/);
});

test('[C32] a wrong link says that it does not open, and shows nothing', async ({ product, newPerson }) => {
  const { page } = await newPerson();
  for (const secret of ['x'.repeat(22), 'abc']) {
    await page.goto('about:blank');
    await page.goto(`${product.address}/#join=${secret}`);
    await expect(page.getByText('This link does not open')).toBeVisible();
    await expect(page.getByText(/^This link is not known here: it was cut when copied/)).toBeVisible();
  }
  await expect(page.getByRole('grid')).toHaveCount(0);
});
