import { expect, type Locator } from '@playwright/test';
import { axeFindings as findings } from './axeFindings.ts';
import { openSampleMap, test } from './people.ts';

test('[C50] axe finds nothing on the editor, in any view, theme and reading distance', async ({
  product,
  newPerson,
}) => {
  test.setTimeout(120_000);
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  for (const view of ['Blueprint', 'Journey', 'Metrics', 'Outline']) {
    await page.getByRole('radio', { name: view }).click();
    expect(await findings(page), view).toEqual([]);
  }
  await page.getByRole('radio', { name: 'Quality' }).click();
  for (const theme of ['light', 'dark', 'contrast']) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    await page.getByRole('region', { name: 'Index and dimensions' }).waitFor();
    expect(await findings(page), `Quality, ${theme}`).toEqual([]);
  }
  for (const dialog of ['Show how', 'Change the model', 'Add a model', 'Numbers from a table']) {
    await page.getByRole('button', { name: dialog }).click();
    await page.getByRole('dialog').waitFor();
    expect(await findings(page), dialog).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('radio', { name: 'Plans' }).click();
  await page.getByRole('region', { name: 'Results' }).getByText('What moves the index most').waitFor();
  expect(await findings(page), 'plans, contrast').toEqual([]);
  await page.getByRole('radio', { name: 'Compare' }).click();
  await page.getByLabel('Compare with').selectOption({ label: 'Forecast of “Answer faster”' });
  await page.getByRole('row', { name: /Wait for a person/ }).waitFor();
  expect(await findings(page), 'compare, contrast').toEqual([]);
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
  await page.getByRole('radio', { name: 'Blueprint' }).click();
  await page.getByRole('grid').waitFor();
  await page.getByRole('tab', { name: 'Talk' }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('img', { name: /^Preview of page/ }).waitFor();
  expect(await findings(page), 'export').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Service behind the map' }).click();
  for (const part of ['Teams', 'Work', 'Arrivals']) {
    await page.getByRole('tab', { name: part }).click();
    expect(await findings(page), part).toEqual([]);
  }
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: /^Search/ }).fill('parcel');
  expect(await findings(page), 'search').toEqual([]);
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  expect(await findings(page), 'keys').toEqual([]);
  await page.getByRole('button', { name: 'Close' }).click();

  for (const theme of ['dark', 'contrast']) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    expect(await findings(page), theme).toEqual([]);
  }

  for (let i = 0; i < 6; i++) await page.keyboard.press('ControlOrMeta+Minus');
  await page.getByRole('img', { name: /^Map: 10 lanes/ }).waitFor();
  expect(await page.getByRole('grid').count()).toBe(0);
  expect(await findings(page), 'overview').toEqual([]);
});

test('[C50] axe finds nothing on the dialogs of numbers and plans, light and dark', async ({
  product,
  newPerson,
}) => {
  test.setTimeout(180_000);
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const dialog = page.getByRole('dialog').last();
  const ways = {
    'Weigh by comparing': 'Compare two at a time',
    'Weigh by spread': 'Weigh by spread',
    'Weigh by answers': 'Weigh by answers',
  };
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    await page.getByRole('radio', { name: 'Quality' }).click();
    await page.getByRole('button', { name: 'Change the model' }).click();
    const efficiency = page.getByRole('group', { name: 'Service efficiency' });
    for (const way of Object.keys(ways) as (keyof typeof ways)[]) {
      await efficiency.getByRole('button', { name: way }).click();
      await dialog.getByRole('heading', { name: ways[way] }).waitFor();
      expect(await findings(page), `${way}, ${theme}`).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Plans' }).click();
    const levers = page.getByRole('region', { name: 'Plan and levers' });
    await levers.getByRole('button', { name: 'New lever' }).click();
    await page.getByRole('dialog', { name: 'New lever' }).waitFor();
    await dialog.getByRole('button', { name: 'Add an effect' }).click();
    expect(await findings(page), `lever, ${theme}`).toEqual([]);
    await page.keyboard.press('Escape');
    await levers.getByRole('button', { name: 'Find' }).click();
    await expect(levers.getByText(/simulated \(/)).toHaveCount(5);
    expect(await findings(page), `best sets, ${theme}`).toEqual([]);
    await page.getByRole('button', { name: 'Where the forecast comes from' }).click();
    await page.getByRole('dialog', { name: 'Where the forecast comes from' }).waitFor();
    expect(await findings(page), `tree, ${theme}`).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Figures of the business' }).click();
    await dialog.waitFor();
    expect(await findings(page), `business, ${theme}`).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test('[C51] F6 goes through the parts of the screen, search goes to a card, question mark lists the keys', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  // The panel comes after the map.
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.getByRole('group', { name: /^Sign-in page/ }).click();
  await page.keyboard.press('F6');
  await expect(page.getByRole('complementary').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('group', { name: /^Sign-in page/ })).toBeFocused();

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: /^Search/ }).waitFor();
  await page.keyboard.type('tell customers');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: /^Tell customers what/ })).toBeFocused();
  await expect(page.getByRole('group', { name: /^Tell customers what/ })).toBeInViewport();

  // Written and entered before the list has followed.
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: /^Search/ }).evaluate((element) => {
    const field = element as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'sign-in page');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('group', { name: /^Sign-in page/ })).toBeFocused();

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  for (const key of ['Ctrl++', 'Ctrl+-', 'Ctrl+0'])
    await expect(keys.getByText(key, { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(keys).toBeVisible();
});

test('[C51] search and F6 leave a text that is written, and keys of the canvas are the browser’s on a page', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  await expect(page.getByRole('complementary')).toBeVisible();
  for (const key of ['ControlOrMeta+k', 'F6']) {
    await page.getByRole('group', { name: /^Sign-in page/ }).dblclick();
    await page.keyboard.press('End');
    await page.keyboard.type(` ${key.slice(-1)}`);
    await page.keyboard.press(key);
    if (key === 'F6') await expect(page.getByRole('complementary').locator(':focus')).toHaveCount(1);
    else await page.getByRole('combobox', { name: /^Search/ }).press('Escape');
  }
  await expect(page.getByRole('group', { name: /^Sign-in page k 6/ })).toBeVisible();

  await page.evaluate(() =>
    window.addEventListener('keydown', (event) => {
      if (event.defaultPrevented) document.body.dataset['taken'] += event.key;
    }),
  );
  for (const view of ['Metrics', 'Quality', 'Plans', 'Outline', 'Compare']) {
    await page.getByRole('radio', { name: view }).click();
    await page.evaluate(() => (document.body.dataset['taken'] = ''));
    for (const key of ['Equal', 'Minus', '0']) await page.keyboard.press(`ControlOrMeta+${key}`);
    for (const key of ['Shift+Digit1', 'n', 'm']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.body.dataset['taken']), view).toBe('');
  }
  await page.getByRole('radio', { name: 'Blueprint' }).click();
  await expect(page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('[C60] what opened a dialog, by a menu or by a key, or the search, has the keyboard again', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson();
  await openSampleMap(person, product);
  const { page } = person;
  const more = page.getByRole('button', { name: 'More', exact: true });
  // The second time the dialog is there at once, while the menu still closes.
  for (const item of ['About this map', 'History', 'Settings', 'About this map']) {
    await more.click();
    await page.getByRole('menuitem', { name: item }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(more, item).toBeFocused();
  }
  const share = page.getByRole('button', { name: 'Share', exact: true });
  await share.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(share).toBeFocused();

  const card = page.getByRole('group', { name: /^Sign-in page/ });
  await card.click();
  await expect(card).toBeFocused();
  for (const key of ['?', 'ControlOrMeta+k', 'ControlOrMeta+h']) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(card, key).toBeFocused();
  }

  await page.getByRole('radio', { name: 'Quality' }).click();
  const change = page.getByRole('button', { name: 'Change the model' });
  await change.click();
  const compare = page
    .getByRole('group', { name: 'Service efficiency' })
    .getByRole('button', { name: 'Weigh by comparing' });
  await compare.click();
  await page.getByRole('heading', { name: 'Compare two at a time' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(compare).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(change).toBeFocused();
});

test('[C63] with the colours of the system switches, bars, dots, choices and edges are seen', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson({ forcedColors: 'active' });
  await openSampleMap(person, product);
  const { page } = person;
  const panel = page.getByRole('complementary');
  const colour = (locator: Locator, property = 'background-color') =>
    locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  const chosen = panel.getByRole('tab', { selected: true });
  await chosen.waitFor();
  expect(await colour(chosen)).not.toBe(await colour(panel.getByRole('tab', { selected: false }).first()));
  const views = page.getByRole('radiogroup', { name: 'View' }).locator('label');
  expect(await colour(views.nth(1))).not.toBe(await colour(views.nth(0)));
  const lever = panel.getByRole('switch', { checked: true }).first();
  expect(await colour(lever)).not.toBe(await colour(panel.getByRole('switch', { checked: false }).first()));
  expect(await colour(lever, 'border-top-width')).toBe('1px');
  const dots = page.getByRole('group', { name: /^No idea how long/ }).locator('[aria-hidden] span > span');
  const paper = await colour(page.locator('body'));
  expect(await colour(dots.first())).not.toBe(paper);
  await page.keyboard.press('?');
  expect(await colour(page.getByRole('dialog'), 'border-top-style')).toBe('solid');
});

test('[C52] nothing in the bar lies over anything else, from a wide screen to a phone', async ({
  product,
  newPerson,
}) => {
  const owner = await newPerson();
  await openSampleMap(owner, product);
  const bar = owner.page.getByRole('banner');
  for (const width of [1440, 1181, 1180, 1024, 961, 960, 760, 390]) {
    await owner.page.setViewportSize({ width, height: 700 });
    const places = await bar
      .locator('a, h1, button:not([role="radio"]), [role="radiogroup"], [role="status"]')
      .filter({ visible: true })
      .evaluateAll((elements) =>
        elements.map((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const holds = elements.filter((other) => other !== element && element.contains(other)).length > 0;
          return { name: element.textContent || (element.ariaLabel ?? ''), left, right, top, bottom, holds };
        }),
      );
    const parts = places.filter(({ holds }) => !holds);
    expect(parts.length).toBeGreaterThan(5);
    const overlaps = parts.flatMap((a, i) =>
      parts
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.name} and ${b.name} at ${width}`),
    );
    expect(overlaps).toEqual([]);
  }
});
