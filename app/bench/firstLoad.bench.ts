import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, openSampleMap, test } from '../e2e/product.ts';

/**
 * What the address of a map asks for before the first card of a map stands there (`npm run bench:firstLoad`).
 * A chunk that was asked for by then counts whole, also when it came later or from the browser's cache. The bar is 250 kB of gzip JavaScript.
 */
test('JavaScript before the first card', async ({ owner: page }) => {
  await openSampleMap(page);
  await page.addInitScript(noteFirstCard);
  await page.reload();
  await page.waitForFunction(() => 'firstCardAt' in window);
  const { asked, firstCardAt } = await page.evaluate(() => ({
    asked: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
    firstCardAt: (window as unknown as { firstCardAt: number }).firstCardAt,
  }));
  const scripts = asked.filter(({ name, startTime }) => name.endsWith('.js') && startTime <= firstCardAt);
  expect(scripts.length).toBeGreaterThan(3);
  const rows = await Promise.all(
    scripts.map(async ({ name }) => {
      const path = new URL(name).pathname;
      return { path, bytes: gzipSync(await readFile(`dist/app${path}`)).length };
    }),
  );
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(
    [
      ...rows.toSorted((a, b) => b.bytes - a.bytes).map(({ path, bytes }) => `${kilobytes(bytes)} ${path}`),
      `${kilobytes(total)} in all, first card after ${firstCardAt.toFixed(0)} ms`,
    ].join('\n'),
  );
});

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

/** In the page: when the first card came. */
function noteFirstCard(): void {
  new MutationObserver((_, observer) => {
    if (document.querySelector('[data-card]') === null) return;
    observer.disconnect();
    Object.assign(window, { firstCardAt: performance.now() });
  }).observe(document, { childList: true, subtree: true });
}
