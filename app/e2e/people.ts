import type { Browser, BrowserContext, Page } from '@playwright/test';
import { openSampleMap as openFromLibrary, type Product, test as base } from './product.ts';

/** A person: a browser of their own, with its own storage. */
export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
}

interface Fixtures {
  /** Opens a browser for one more person; all are closed at the end. */
  readonly newPerson: (options?: Parameters<Browser['newContext']>[0]) => Promise<Person>;
}

/** Stories in which several people each have a browser. */
export const test = base.extend<Fixtures>({
  newPerson: async ({ browser }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (options = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        reducedMotion: 'reduce',
        ...options,
      });
      contexts.push(context);
      return { context, page: await context.newPage() };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** The owner at the sample map "A wrong parcel", ready to work. */
export async function openSampleMap({ page }: Person, product: Product): Promise<void> {
  await page.goto(product.ownerLink);
  await openFromLibrary(page);
}

/** A map of one's own from a template of the library. */
export async function startFromTemplate(
  { page }: Person,
  product: Product,
  name: string | RegExp,
): Promise<void> {
  await page.goto(product.address);
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('grid').waitFor();
}

/** An address that lets another person in, made in the share dialog. */
export async function shareLink({ page }: Person, role: 'editor' | 'commenter' | 'viewer'): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('May').selectOption(role);
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const address = await dialog.getByLabel(/^New link/).inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
  return address;
}

export async function comeIn({ page }: Person, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('grid').waitFor();
}
