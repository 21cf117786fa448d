import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Language } from '../../model/map/language.ts';
import { mapToJson } from '../../model/map/mapJson.ts';
import { largeMap } from '../../server/export/testing/largeMap.ts';
import { expect, test } from '../e2e/product.ts';
import { dropMapFile } from './dropMapFile.ts';
import { quantile } from './frames.ts';

/**
 * From "Save as PDF" to the file, written by the app's Worker, beside Chromium's own print of the same map's finished
 * SVG (`npm run bench:export`). Bars: faster, and no task of the page over 50 ms. The faces are loaded by a first file.
 */
for (const [name, map] of [
  ['the sample map', sampleMap('en')],
  ['the sample map in Chinese', sampleMap('zh-Hans')],
  ['12 steps, 240 cards', mapToJson(largeMap(12, 10, 240))],
  ['1,001 cards', mapToJson(largeMap(60, 15, 1_001))],
] as const)
  test(`PDF in the Worker: ${name}`, async ({ owner: page }) => {
    await dropMapFile(page, 'bench.json', map);
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('img', { name: /^Preview of page 1/ }).waitFor();
    const svg = await readFile((await saved(page, 'SVG, with text')).path, 'utf8');
    await saved(page, 'PDF, one page');

    const [ours, theirs, longest]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < 5; round++) {
      const written = await saved(page, 'PDF, one page');
      ours.push(written.ms);
      longest.push(written.longestTask);
      theirs.push(await print(page, svg));
    }
    const [mine, peer] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
    expect(mine).toBeGreaterThan(0);
    console.log(
      `${name}: ours ${mine.toFixed(0)} ms, Chromium ${peer.toFixed(0)} ms, ratio ${(mine / peer).toFixed(2)}; longest tasks of the page ${longest.map((ms) => ms.toFixed(0)).join(', ')} ms`,
    );
  });

function sampleMap(language: Language): string {
  const program = ['dist/server/cli.js', 'new', 'wrongParcel', '--language', language];
  return execFileSync(process.execPath, program, { encoding: 'utf8' });
}

interface Saved {
  readonly path: string;
  /** From the click until the file is handed over. */
  readonly ms: number;
  /** Of the page meanwhile, 0 where none reaches 50 ms. */
  readonly longestTask: number;
}

async function saved(page: Page, kind: string): Promise<Saved> {
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByLabel('File').selectOption({ label: kind });
  // The preview is drawn by the same Worker: it comes first.
  await expect(dialog.locator('[aria-busy=true]')).toHaveCount(0);
  const download = page.waitForEvent('download');
  const cost = page.evaluate(writeAndTime);
  const { ms, longestTask } = await cost;
  return { path: await (await download).path(), ms, longestTask };
}

/** In the page: presses the button and waits until the file is handed to the browser. */
function writeAndTime(): Promise<{ ms: number; longestTask: number }> {
  let longestTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longestTask = Math.max(longestTask, task.duration);
  });
  observer.observe({ type: 'longtask' });
  return new Promise((resolve) => {
    const start = performance.now();
    // The file is handed over by the address of its blob.
    const address = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      URL.createObjectURL = address;
      const ms = performance.now() - start;
      setTimeout(() => {
        observer.disconnect();
        resolve({ ms, longestTask });
      }, 200);
      return address(blob);
    };
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')];
    buttons.find((button) => button.textContent.startsWith('Save as'))?.click();
  });
}

/** The page is loaded before the clock runs: only printing counts. */
async function print(page: Page, svg: string): Promise<number> {
  const paper = await page.context().newPage();
  await paper.setContent(`<style>@page { size: A3 landscape; margin: 0 } svg { width: 100% }</style>${svg}`);
  const start = performance.now();
  await paper.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  const ms = performance.now() - start;
  await paper.close();
  return ms;
}
