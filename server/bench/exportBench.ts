import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { wrongParcel } from '../export/testing/goldenMaps.ts';
import { largeMap } from '../export/testing/largeMap.ts';
import { exported } from '../export/testing/exported.ts';
import { option } from './options.ts';

/**
 * A map as PDF by ours, from the map to the bytes, beside Chromium's own print of the finished SVG of the same map:
 * `node server/bench/run.js exportBench --rounds 5`. Medians; the bar is to be faster.
 */
export async function main(args: readonly string[]): Promise<void> {
  const rounds = Number(option(args, 'rounds', '5'));
  const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find(
    (path) => path !== undefined && existsSync(path),
  );
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const maps = [
      ['the sample map', wrongParcel('en')],
      ['the sample map in Chinese', wrongParcel('zh-Hans')],
      ['12 steps, 240 cards', largeMap(12, 10, 240)],
      ['1,001 cards', largeMap(60, 15, 1_001)],
    ] as const;
    for (const [name, map] of maps) {
      const svg = new TextDecoder().decode(await exported('.svg', map));
      const [ours, theirs]: [number[], number[]] = [[], []];
      let [ourBytes, theirBytes] = [0, 0];
      for (let round = 0; round < rounds; round++) {
        const start = performance.now();
        ourBytes = (await exported('.pdf', map)).length;
        ours.push(performance.now() - start);
        const printed = await print(browser, svg);
        theirs.push(printed.ms);
        theirBytes = printed.bytes;
      }
      const [mine, peer] = [median(ours), median(theirs)];
      process.stdout.write(
        `${name.padEnd(28)} ours ${mine.toFixed(0)} ms, ${kilobytes(ourBytes)}  Chromium ${peer.toFixed(0)} ms, ${kilobytes(theirBytes)}  ratio ${(mine / peer).toFixed(2)}\n`,
      );
    }
  } finally {
    await browser.close();
  }
}

/** The page is loaded before the clock runs: only printing counts. */
async function print(browser: Browser, svg: string): Promise<{ ms: number; bytes: number }> {
  const page = await browser.newPage();
  await page.setContent(`<style>@page { size: A3 landscape; margin: 0 } svg { width: 100% }</style>${svg}`);
  const start = performance.now();
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  const ms = performance.now() - start;
  await page.close();
  return { ms, bytes: bytes.length };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
