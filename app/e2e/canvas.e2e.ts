import { expect, type Locator, type Page } from '@playwright/test';
import { openSampleMap, startFromTemplate, test } from './people.ts';

test('[C12] Chinese is composed into a card while it is written', async ({ product, newPerson }) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page, context } = person;
  await page.getByRole('group', { name: /^Rating card/ }).dblclick();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  const input = await context.newCDPSession(page);
  for (const text of ['p', 'pj', 'pingjia'])
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  // What is being composed is not yet in the map.
  await expect(page.getByRole('textbox', { name: 'Text of the card' })).toHaveValue('pingjia');
  await input.send('Input.insertText', { text: '评价' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: '评价' })).toBeVisible();
});

test('[C20] cards are dragged together to another step, back by undo, and a drag ends with Escape', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const card = page.getByRole('group', { name: /^Help is hidden/ });
  const target = page.getByRole('gridcell', { name: 'Pain points, Explain the problem: empty' });
  const from = (await card.boundingBox())!;
  const to = (await target.boundingBox())!;

  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 30, to.y + 20, { steps: 6 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(target).toBeVisible();

  await page.getByRole('group', { name: /^Has to say who/ }).click({ modifiers: ['Shift'] });
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 30, to.y + 20, { steps: 6 });
  await page.mouse.up();
  // The cell has the first card now, the next cell the second.
  await expect(target).toHaveCount(0);
  await expect(page.getByRole('gridcell', { name: 'Pain points, Find help: empty' })).toBeVisible();
  const moved = (await card.boundingBox())!;
  expect(Math.abs(moved.x - (to.x + (from.x - (await columnX(page, '2 Find help')))))).toBeLessThan(4);

  await page.keyboard.press('ControlOrMeta+z');
  await expect(target).toBeVisible();
});

/** Left edge of a step's column on screen. */
async function columnX(page: Page, step: string): Promise<number> {
  return (await page.getByRole('columnheader', { name: step }).boundingBox())!.x;
}

test('[C22] a map of three steps and three lanes is built by keyboard alone', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await startFromTemplate(person, product, /New journey/);
  const { page } = person;
  const { keyboard } = page;
  const say = async (...keys: readonly string[]) => {
    for (const key of keys) await keyboard.press(key);
  };
  const write = async (text: string) => {
    await keyboard.type(text);
    await keyboard.press('Enter');
  };

  // Everything goes: stages with their steps, then the lanes.
  await page.getByRole('columnheader').first().focus();
  await expect(page.getByRole('columnheader').first()).toBeFocused();
  while ((await page.getByRole('columnheader').count()) > 0) {
    const left = await page.getByRole('columnheader').count();
    await keyboard.press('Delete');
    await expect.poll(() => page.getByRole('columnheader').count()).toBeLessThan(left);
  }
  await expect(page.getByText('This map is empty')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Begin with one step' })).toBeFocused();
  await keyboard.press('Enter');

  const step = (name: string) => page.getByRole('columnheader', { name });
  await expect(step('1 First step')).toBeFocused();
  await keyboard.press('Enter');
  await write('Look');
  await expect(step('1 Look')).toBeFocused();
  await keyboard.press('ControlOrMeta+Enter');
  await write('Choose');
  await expect(step('2 Choose')).toBeFocused();
  await keyboard.press('ControlOrMeta+Enter');
  await write('Pay');
  await expect(step('3 Pay')).toBeFocused();

  const lane = (name: string) => page.getByRole('rowheader', { name, exact: true });
  while ((await page.getByRole('rowheader').count()) > 1) {
    const left = await page.getByRole('rowheader').count();
    await page.getByRole('rowheader').last().focus();
    await keyboard.press('Delete');
    await expect.poll(() => page.getByRole('rowheader').count()).toBeLessThan(left);
  }
  await page.getByRole('rowheader').first().focus();
  await keyboard.press('Enter');
  await keyboard.press('ControlOrMeta+a');
  await write('Does');
  for (const name of ['Thinks', 'Needs']) {
    await keyboard.press('ControlOrMeta+Enter');
    await write(name);
    await expect(lane(name)).toBeFocused();
  }

  for (const [row, name] of ['Does', 'Thinks', 'Needs'].entries()) {
    await lane(name).focus();
    await say('ArrowRight');
    for (const column of [1, 2, 3]) {
      await keyboard.press('Enter');
      await write(`${name} ${column}`);
      await expect(page.getByRole('group', { name: `${name} ${column}` })).toBeFocused();
      if (column < 3) await keyboard.press('ArrowRight');
    }
    expect(row).toBeLessThan(3);
  }
  await expect(page.getByRole('gridcell')).toHaveCount(9);
  await expect(page.getByRole('gridcell').getByRole('group')).toHaveCount(9);

  // A card, a step and a lane change places.
  await page.getByRole('group', { name: 'Needs 3' }).focus();
  await say('Space', 'ArrowUp', 'ArrowLeft', 'Space');
  await expect(page.getByRole('gridcell', { name: /Thinks 2.*Needs 3/ })).toBeVisible();
  await step('3 Pay').focus();
  await say('Space', 'ArrowLeft', 'ArrowLeft', 'Space');
  await expect(step('1 Pay')).toBeVisible();
  await lane('Needs').focus();
  await say('Space', 'ArrowUp', 'Space');
  await expect(page.getByRole('rowheader').nth(1)).toHaveAccessibleName('Needs');
  await say('ControlOrMeta+z', 'ControlOrMeta+z', 'ControlOrMeta+z');
  await expect(page.getByRole('gridcell', { name: /^Needs 3/ })).toBeVisible();
  await expect(step('3 Pay')).toBeVisible();
});

test('[C23] cards that are put aside wait in the tray and come back into a cell', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('group', { name: /^Rating card/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to the tray' }).click();
  await page.getByRole('button', { name: 'Tray: 1' }).click();
  await page.getByRole('gridcell', { name: 'Pain points, Notice the wrong parcel: empty' }).click();
  await page.getByRole('button', { name: 'Rating card', exact: true }).click();
  await expect(page.getByRole('group', { name: /^Rating card/ })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Tray/ })).toHaveCount(0);
});

test('[C24] cards are copied, cut and pasted, and a table from elsewhere fills the cells', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const rating = page.getByRole('group', { name: /^Rating card/ });
  await rating.click();
  await page.keyboard.press('ControlOrMeta+c');
  await page.getByRole('group', { name: /^Sign-in page/ }).click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(rating).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+x');
  await expect(rating).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rating).toHaveCount(1);

  await page.getByRole('group', { name: /^Sign-in page/ }).click();
  await paste(page, 'Left\tRight\nBelow');
  for (const name of [/^Left/, /^Right/, /^Below/])
    await expect(page.getByRole('group', { name })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('group', { name: /^Left/ })).toHaveCount(0);

  await paste(page, 'row\tcell\n'.repeat(10_000));
  await expect(page.getByText(/A paste brings at most 500 rows, found 10/).first()).toBeVisible();
});

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const data = new DataTransfer();
    data.setData('text/plain', content);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('[C25] a stage is split and merged, a lane hidden and shown, an arrow labelled, from their menus', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const choose = async (on: Locator, item: string) => {
    await on.click({ button: 'right' });
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose(page.getByRole('columnheader', { name: /2 Find help/ }), 'New stage from here');
  await expect(page.getByRole('textbox', { name: 'Title of the stage' })).toBeFocused();
  await page.keyboard.type('Look for help');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Look for help' })).toBeVisible();
  await choose(page.getByRole('columnheader', { name: 'Reach out' }), 'Merge with the next stage');
  await expect(page.getByRole('columnheader', { name: 'Look for help' })).toHaveCount(0);

  await choose(page.getByRole('rowheader', { name: /^Pain points/ }), 'Hide in this view');
  await expect(page.getByRole('rowheader', { name: /^Pain points/ })).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: 'Show 1 hidden lane' }).click();
  await expect(page.getByRole('rowheader', { name: /^Pain points/ })).toBeVisible();

  await page.locator('[data-connector]').first().click({ button: 'right', force: true });
  await page.getByRole('menuitem', { name: 'Add a label' }).click();
  await page.getByRole('textbox', { name: 'Label' }).fill('once known');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-connector]').filter({ hasText: 'once known' })).toHaveCount(1);
});

test('[C26] a text is found everywhere, replaced where it is ticked, and back with one undo', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const cards = page.getByRole('group', { name: /parcel/i });
  const before = await cards.count();
  expect(before).toBeGreaterThan(1);
  await page.keyboard.press('ControlOrMeta+h');
  await page.getByRole('textbox', { name: 'Find' }).fill('parcel');
  await page.getByRole('textbox', { name: 'Replace with' }).fill('包裹');
  await page
    .getByRole('checkbox', { name: /^About this map/ })
    .first()
    .uncheck();
  await page.getByRole('button', { name: /^Replace \d+ places$/ }).click();
  await expect(page.getByRole('group', { name: /包裹/ })).toHaveCount(before);
  await expect(page.getByText('A wrong parcel').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(cards).toHaveCount(before);
});

test('[C27] a card is turned into a pain point, which stands in its lane at the same step', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('group', { name: /^Rating card/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Turn into' }).click();
  await page.getByRole('menuitem', { name: 'Pain point' }).click();
  await expect(page.getByRole('group', { name: /^Rating card, severity 3 of 5/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('group', { name: /^Rating card(, selected)?$/ })).toBeVisible();
});

test('[C24] a step with its cards is duplicated, and pasted into another map', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson({ permissions: ['clipboard-read', 'clipboard-write'] });
  await openSampleMap(person, product);
  const { page } = person;
  const step = page.getByRole('columnheader', { name: /Confirm and rate/ });
  await step.click();
  await page.keyboard.press('ControlOrMeta+d');
  await expect(step).toHaveCount(2);
  await expect(page.getByRole('group', { name: /^Rating card/ })).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(step).toHaveCount(1);

  await step.click();
  await page.keyboard.press('ControlOrMeta+c');
  await startFromTemplate(person, product, /New journey/);
  await page.getByRole('columnheader', { name: /^1 / }).click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByRole('columnheader', { name: /^2 Confirm and rate/ })).toBeFocused();
  // The journey had no lane for it.
  await expect(page.getByRole('group', { name: /^Rating card/ })).toBeVisible();
});
