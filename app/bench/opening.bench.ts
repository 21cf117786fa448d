import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from '@playwright/test';
import type { OpeningPage, OpeningTimes } from './opening/main.ts';

/** Opening a map of 2,000 cards from the browser's own storage: `npm run bench:opening`. Results: docs/benchmarks.md. */

const root = 'dist/bench/opening';
const rounds = 9;

for (const edits of [0, 150])
  test(`2,000 cards and ${edits} edits after them`, async ({ page }) => {
    const server = createServer((request, response) => {
      const path = request.url === '/' ? '/index.html' : request.url!;
      readFile(root + path).then(
        (content) =>
          response
            .setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/html')
            .end(content),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const id = await page.evaluate(
      (count) => (globalThis as unknown as { opening: OpeningPage }).opening.fill(2_000, count),
      edits,
    );
    const times: OpeningTimes[] = [];
    for (let round = 0; round < rounds; round++) {
      // A fresh page: code not yet compiled to fast code, database closed.
      await page.reload();
      times.push(
        await page.evaluate(
          (map) => (globalThis as unknown as { opening: OpeningPage }).opening.open(map),
          id,
        ),
      );
    }
    for (const name of ['firstRecord', 'fromBytes'] as const) {
      const sorted = times.map((one) => one[name]).sort((a, b) => a - b);
      console.log(
        `${edits} edits, ${name}: median ${sorted[rounds >> 1]!.toFixed(0)} ms, least ${sorted[0]!.toFixed(0)} ms`,
      );
    }
    server.closeAllConnections();
    server.close();
  });
