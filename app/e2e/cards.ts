import { expect, type Locator, type Page } from '@playwright/test';

/** Cards as a person finds and writes them, for every story. */

export const card = (page: Page, text: string): Locator =>
  page.getByRole('group', { name: new RegExp(`^${text}`) });

export async function writeOnCard(page: Page, before: string, after: string): Promise<void> {
  await card(page, before).dblclick();
  const editor = page.getByRole('textbox', { name: 'Text of the card' });
  await editor.fill(after);
  await editor.press('Escape');
  await expect(card(page, after)).toBeVisible();
}
