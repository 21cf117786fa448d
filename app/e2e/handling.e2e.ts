import type { Locator, Page } from '@playwright/test';
import { card } from './cards.ts';
import { comeIn, openSampleMap, shareLink, test } from './people.ts';
import { expect } from './product.ts';

/** How things are taken in hand on the canvas, as people do it without thinking. */

const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the card' });
const undo = (page: Page) => page.keyboard.press('Control+z');

async function middle(place: Locator): Promise<{ x: number; y: number }> {
  const box = (await place.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

test('[C16] a note beside the grid is taken in hand like a card, and none is made under the grid', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Control+-');
  await page.waitForTimeout(500);
  const last = (await page.getByRole('columnheader', { name: '9 Be followed up' }).boundingBox())!;
  await page.keyboard.press('n');
  await page.mouse.click(last.x + last.width + 60, last.y + 200);
  await editor(page).fill('Beside');
  await page.keyboard.press('Escape');
  const note = card(page, 'Beside');
  await page.keyboard.press('Escape');
  const before = await middle(note);
  await drag(page, before, { x: before.x - 10, y: before.y + 150 });
  await expect.poll(async () => Math.round((await middle(note)).y - before.y)).toBe(150);
  await note.dblclick();
  await editor(page).fill('Beside the grid');
  await page.keyboard.press('Escape');
  await expect(card(page, 'Beside the grid')).toContainText('Beside the grid');
  await card(page, 'Beside the grid').click();
  await page.keyboard.press('Delete');
  await expect(card(page, 'Beside the grid')).toHaveCount(0);

  const cell = page.getByRole('gridcell', { name: 'Pain points, Notice the wrong parcel: empty' });
  await page.keyboard.press('n');
  await cell.click();
  await editor(page).fill('In the cell');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('gridcell').filter({ has: card(page, 'In the cell') })).toHaveCount(1);

  // From far away one comes near to write.
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('Control+-');
  await expect(page.getByRole('gridcell')).toHaveCount(0);
  await page.keyboard.press('n');
  await page.mouse.click(300, 800);
  await editor(page).fill('From afar');
  await page.keyboard.press('Escape');
  await expect(card(page, 'From afar')).toBeVisible();
});

test('[C13] writing ends with its place: what was written is told or stays, and the keys are the canvas’s again', async ({
  product,
  newPerson,
}) => {
  const owner = await newPerson();
  await openSampleMap(owner, product);
  const other = await newPerson();
  await comeIn(other, await shareLink(owner, 'editor'));

  await card(owner.page, 'Help button').dblclick();
  await editor(owner.page).fill('Half a sentence');
  await expect(card(other.page, 'Half a sentence')).toBeVisible();
  await card(other.page, 'Half a sentence').click();
  await other.page.keyboard.press('Delete');
  await expect(
    owner.page.getByRole('region', { name: 'Messages' }).getByText('It said: “Half a sentence”'),
  ).toBeVisible();
  await expect(owner.page.locator('[data-place]:focus')).toHaveCount(1);

  // From far away nothing can be written: the draft stays, and no key deletes what is not seen.
  await owner.page.getByRole('columnheader', { name: /5 Wait for a person/ }).dblclick();
  await owner.page.getByRole('textbox', { name: 'Title of the step' }).fill('Wait in line');
  for (let i = 0; i < 12; i += 1) {
    await owner.page.keyboard.down('Control');
    await owner.page.mouse.wheel(0, 100);
    await owner.page.keyboard.up('Control');
  }
  await expect(owner.page.getByRole('columnheader', { name: /Reach out/ })).toHaveCount(0);
  await owner.page.keyboard.press('Backspace');
  await owner.page.keyboard.press('Shift+Digit1');
  await expect(owner.page.getByRole('columnheader', { name: /5 Wait in line/ })).toBeVisible();

  // Who only opened a title does not take it back from who renamed it.
  await owner.page.getByRole('columnheader', { name: /2 Find help/ }).dblclick();
  await other.page.getByRole('columnheader', { name: /2 Find help/ }).dblclick();
  await other.page.getByRole('textbox', { name: 'Title of the step' }).fill('Look for help');
  await other.page.keyboard.press('Enter');
  await expect(other.page.getByRole('columnheader', { name: /2 Look for help/ })).toBeVisible();
  await owner.page.waitForTimeout(500);
  await owner.page.keyboard.press('Enter');
  await expect(owner.page.getByRole('columnheader', { name: /2 Look for help/ })).toBeVisible();
});

test('[C14] a new card or step and its first words are one step of undo, and none when it is given up', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const cell = page.getByRole('gridcell', { name: 'Pain points, Notice the wrong parcel: empty' });
  await cell.dblclick();
  await page.keyboard.type('First');
  await page.waitForTimeout(800);
  await page.keyboard.type(' words');
  await page.keyboard.press('Escape');
  await expect(card(page, 'First words')).toBeVisible();
  await undo(page);
  await expect(cell).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(card(page, 'First words')).toBeVisible();
  await undo(page);

  await cell.dblclick();
  await page.keyboard.press('Escape');
  await expect(cell).toBeVisible();
  await cell.dblclick();
  await undo(page);
  await expect(cell).toBeVisible();
  await expect(page.getByText('Somebody else')).toHaveCount(0);
  await page.getByRole('columnheader', { name: /2 Find help/ }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('textbox', { name: 'Title of the step' }).press('Escape');
  await expect(page.getByRole('columnheader', { name: '10 Be followed up' })).toHaveCount(0);
  // Nothing was done that could be taken back.
  await undo(page);
  await expect(page.getByRole('status').filter({ hasText: 'Nothing to undo' })).toHaveCount(1);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('Ask a friend');
  // A press elsewhere keeps it as Enter does.
  await card(page, 'Parcel and packing slip').click();
  await expect(page.getByRole('columnheader', { name: /3 Ask a friend/ })).toBeVisible();
  await undo(page);
  await expect(page.getByRole('columnheader', { name: '10 Be followed up' })).toHaveCount(0);
});

test('[C15] a face is moved by several keys, after Enter and after a press', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const face = page.getByRole('slider', { name: /Find help/ });
  const start = Number(await face.getAttribute('aria-valuenow'));
  await face.click();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowUp');
  await expect(face).toHaveAttribute('aria-valuenow', String(Math.round((start + 0.3) * 10) / 10));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('ArrowDown');
  await expect(face).toHaveAttribute('aria-valuenow', String(Math.round((start + 0.1) * 10) / 10));
  await expect(face).toBeFocused();
});

test('[C17] what is released beside the canvas goes back, and a header that is dragged moves the map its own way only', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const cells = () => page.getByRole('gridcell').filter({ has: card(page, 'Sign-in page') });
  const at = await cells().getAttribute('data-place');
  await drag(
    page,
    await middle(card(page, 'Sign-in page')),
    await middle(page.getByRole('tab', { name: 'Plan' })),
  );
  await expect(cells()).toHaveAttribute('data-place', at!);

  const corner = async () => (await page.getByRole('grid').boundingBox())!;
  const stage = await middle(page.getByRole('columnheader', { name: 'Be understood' }));
  await page.mouse.move(stage.x, stage.y);
  await page.mouse.down();
  // The press itself brings the whole header into sight.
  await page.waitForTimeout(400);
  const before = await corner();
  await page.mouse.move(stage.x + 60, stage.y, { steps: 3 });
  await page.waitForTimeout(600);
  expect(await corner()).toEqual(before);
  await page.keyboard.press('Escape');
  await page.mouse.up();

  // The pointer takes over from the keys.
  await card(page, 'Sign-in page').click();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await card(page, 'Rating card').click();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toHaveValue('Rating card');
  await page.keyboard.press('Escape');
  await expect(cells()).toHaveAttribute('data-place', at!);
});

test('[C18] a collapsed lane opens for what goes into it, and select all leaves it alone', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const choose = async (item: string) => {
    await page.getByRole('rowheader', { name: /^Pain points/ }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose('Collapse');
  await expect(card(page, 'Help is hidden')).toHaveCount(0);
  await card(page, 'Sign-in page').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(card(page, 'Sign-in page')).toHaveCount(0);
  await choose('Open');
  await expect(card(page, 'Help is hidden')).toBeVisible();
  await undo(page);
  await undo(page);
  await expect(card(page, 'Sign-in page')).toBeVisible();
  await page.getByRole('gridcell', { name: 'Pain points, Notice the wrong parcel: empty' }).dblclick();
  await page.keyboard.type('Seen at once');
  await page.keyboard.press('Escape');
  await expect(card(page, 'Seen at once')).toBeVisible();
});

test('[C19] [C36] cards change places in a cell by keys and are connected from the menu; a message takes back what it tells', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const cell = page.getByRole('gridcell').filter({ has: card(page, 'Phone and e-mail') });
  const order = () => cell.getByRole('group').allInnerTexts();
  const [first, second] = await order();
  await card(page, 'Phone and e-mail').click();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect.poll(order).toEqual([second, first]);

  await card(page, 'Parcel and packing slip').click();
  await card(page, 'Help button').click({ modifiers: ['Shift'] });
  await card(page, 'Help button').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Connectors' }).hover();
  const arrows = await page.locator('[data-connector]').count();
  await page.getByRole('menuitem', { name: 'From “Parcel and packing slip” to here' }).click();
  await expect(page.locator('[data-connector]')).toHaveCount(arrows + 1);

  await card(page, 'Rating card').click();
  await page.keyboard.press('Delete');
  const message = page.getByRole('listitem').filter({ hasText: '1 card deleted' });
  await expect(message.getByRole('button', { name: 'Undo' })).toBeVisible();
  await card(page, 'Sign-in page').click();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(message.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});
