import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

/** A running server of one's own: the built product on a free port with an empty data folder. */
export interface Product {
  readonly address: string;
  /** The one-time link that makes a browser the owner. */
  readonly ownerLink: string;
  /** Stops the process at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port. */
  startAgain(): Promise<void>;
}

/** Stories about the whole product: each gets its own server. */
export const test = base.extend<{ product: Product; owner: Page }>({
  // Playwright reads the names of the fixtures from the pattern: this one needs none.
  // oxlint-disable-next-line no-empty-pattern
  product: async ({}, provide) => {
    const data = await mkdtemp(join(tmpdir(), 'throughline-story-'));
    let running = await startProduct(data, 0);
    await provide({
      address: running.address,
      ownerLink: running.ownerLink,
      kill: () => stop(running.process, 'SIGKILL'),
      startAgain: async () => {
        running = await startProduct(data, Number(new URL(running.address).port));
      },
    });
    await stop(running.process, 'SIGTERM');
    await rm(data, { recursive: true, force: true });
  },

  /** The browser that claimed the server, at its library. */
  owner: async ({ product, page }, provide) => {
    await page.goto(product.ownerLink);
    await expect(page.getByRole('heading', { name: 'Your maps' })).toBeVisible();
    await provide(page);
  },
});

export { expect };

/** Opens the sample map from the library and waits until it stands there. */
export async function openSampleMap(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /A wrong parcel/ })
    .last()
    .click();
  await expect(page.getByRole('columnheader', { name: 'Reach out' })).toBeVisible();
}

interface RunningServer {
  readonly process: ChildProcess;
  readonly address: string;
  readonly ownerLink: string;
}

function startProduct(data: string, port: number): Promise<RunningServer> {
  const child = spawn(
    process.execPath,
    ['dist/server/cli.js', 'serve', '--port', String(port), '--data', data],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LANG: 'en_US.UTF-8' },
    },
  );
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      const address = /Throughline is at (\S+)/.exec(told)?.[1];
      const ownerLink = /(\S+\/claim#\S+)/.exec(told)?.[1] ?? '';
      if (address !== undefined && told.includes('Its data lies') && (ownerLink !== '' || port !== 0))
        resolve({ process: child, address, ownerLink });
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${told}`)));
  });
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}
