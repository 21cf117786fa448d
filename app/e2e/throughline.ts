import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, type Page, test as base } from '@playwright/test';

/** A real server with an empty data directory, as `npm start` runs it, on a free port. */
export interface RunningServer {
  readonly address: string;
  /** Makes the first browser that opens it the owner of the sample map. Works once. */
  readonly ownerLink: string;
}

/** A person: a browser of their own, with its own storage. */
export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
}

interface Fixtures {
  readonly server: RunningServer;
  /** Opens a browser for one more person; all are closed at the end. */
  readonly newPerson: (options?: Parameters<Browser['newContext']>[0]) => Promise<Person>;
}

export const test = base.extend<Fixtures>({
  // Playwright wants the first argument as an object pattern.
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, give) => {
    const data = await mkdtemp(join(tmpdir(), 'throughline-e2e-'));
    const child = spawn(
      process.execPath,
      [resolve('server/throughline.js'), 'serve', '--port', '0', '--data', data],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, LANG: 'en_US.UTF-8' },
      },
    );
    try {
      await give(await addressesOf(child));
    } finally {
      const gone = new Promise((ended) => child.once('exit', ended));
      child.kill('SIGTERM');
      await gone;
      await rm(data, { recursive: true, force: true });
    }
  },
  newPerson: async ({ browser }, give) => {
    const contexts: BrowserContext[] = [];
    await give(async (options = {}) => {
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

function addressesOf(child: ChildProcess): Promise<RunningServer> {
  return new Promise((found, failed) => {
    let told = '';
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${told}`)));
    const listen = (chunk: Buffer): void => {
      told += chunk.toString();
      const ownerLink = /http\S+\/claim#\S+/.exec(told)?.[0];
      if (ownerLink !== undefined) found({ ownerLink, address: new URL(ownerLink).origin });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
  });
}

/** The owner at the sample map "A wrong parcel", ready to work. */
export async function openSampleMap({ page }: Person, server: RunningServer): Promise<void> {
  await page.goto(server.ownerLink);
  await page.getByRole('link', { name: /wrong parcel/i }).click();
  await page.getByRole('grid').waitFor();
}

/** A map of one's own from a template of the library. */
export async function startFromTemplate(
  { page }: Person,
  server: RunningServer,
  name: string | RegExp,
): Promise<void> {
  await page.goto(server.address);
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
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return address;
}

export async function comeIn({ page }: Person, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('grid').waitFor();
}
