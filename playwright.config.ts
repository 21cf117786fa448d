import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Debian's and other systems' Chromium; Playwright's own download is used only where none of these exists. */
const systemChromium = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

export default defineConfig({
  testDir: 'app/e2e',
  testMatch: '**/*.e2e.ts',
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 2,
  reporter: [['list']],
  outputDir: '.cache/playwright',
  use: {
    viewport: { width: 1440, height: 900 },
    // Stories that take the network away do it by routes, which a service worker would pass by; its own story allows it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(systemChromium === undefined ? {} : { executablePath: systemChromium }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
