import { defineConfig } from '@playwright/test';
import stories from '../../playwright.config.ts';

/** The benchmark in the stories' browser, alone and without a limit on its frames. */
export default defineConfig(stories, {
  testDir: '.',
  testMatch: '*.bench.ts',
  testIgnore: 'writer.bench.ts',
  outputDir: '../../.cache/playwright-bench',
  timeout: 1_800_000,
  workers: 1,
  use: {
    launchOptions: {
      ...stories.use?.launchOptions,
      args: [
        ...(stories.use?.launchOptions?.args ?? []),
        '--disable-frame-rate-limit',
        '--disable-gpu-vsync',
        '--enable-precise-memory-info',
      ],
    },
  },
});
