import { readFileSync } from 'node:fs';
import { build } from 'vite';
import { engineBytes } from './engineBytes.ts';
import { expect, openSampleMap, test } from './product.ts';

test('[D43] the engine gives the same bytes in a Worker of the browser as in Node', async ({ page }) => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'app/e2e/engineBytes.ts', formats: ['es'], fileName: 'engine' },
    },
  });
  const [output] = built as unknown as readonly { readonly output: readonly { readonly code: string }[] }[];
  const code = output!.output[0]!.code;
  await page.route('http://engine.test/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Engine</title>' }),
  );
  await page.goto('http://engine.test/');
  const template = readFileSync('templates/journeys/wrongParcel.json', 'utf8');
  const inBrowser = await page.evaluate(
    (text) =>
      new Promise<string>((resolve, reject) => {
        const worker = new Worker('/engine.js', { type: 'module' });
        worker.addEventListener('message', ({ data }: MessageEvent<string>) => resolve(data));
        worker.addEventListener('error', (event) => reject(new Error(event.message)));
        worker.postMessage(text);
      }),
    template,
  );
  const inNode = engineBytes(template);
  expect(inNode.length).toBeGreaterThan(10_000);
  expect(inBrowser === inNode).toBe(true);
});

test('a plan is simulated, then every draw of it, stopped early, and says what to measure first', async ({
  owner,
}) => {
  await openSampleMap(owner);
  const panel = owner.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('tab', { name: 'Plan' }).click();
  await panel.getByRole('switch', { name: 'Show the plan on the map' }).click();
  await expect(panel.getByText('Quick estimate, not calibrated')).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Measure this first' })).toBeVisible({ timeout: 40_000 });
  await expect(panel.getByRole('img', { name: /of the spread/ }).first()).toBeVisible({ timeout: 40_000 });

  await panel.getByRole('button', { name: 'Simulate' }).click();
  await expect(panel.getByText(/Simulated: 100 pairs of days/)).toBeVisible({ timeout: 40_000 });
  await panel.getByRole('button', { name: 'Simulate every draw' }).click();
  await expect(panel.getByRole('progressbar', { name: 'Simulated draws' })).toBeVisible();
  await expect(panel.getByText(/[1-9]\d* \/ 500/)).toBeVisible({ timeout: 40_000 });
  await panel.getByRole('button', { name: 'Stop' }).click();
  await expect(panel.getByText(/Simulated: \d+ draws, each on two days.*stopped early/)).toBeVisible({
    timeout: 40_000,
  });
});
