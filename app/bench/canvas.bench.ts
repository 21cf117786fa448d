import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Page } from '@playwright/test';
import { shareLink, test as base } from '../e2e/people.ts';
import { expect } from '../e2e/product.ts';
import { type GestureCost, gestures, measureGesture, quantile } from './frames.ts';
import { dropMapFile } from './dropMapFile.ts';
import { mapFile } from './mapFile.ts';
import { comeInToWrite, type Writer } from './writer.bench.ts';

/**
 * Our canvas beside Excalidraw with the same boxes, in one run, in turns (`npm run bench:canvas`). It prints a table
 * and fails only where a page does not do what is measured; the bars are read by people (docs/benchmarks.md).
 */
const sizes = (process.env['BENCH_CARDS'] ?? '500,2000,5000').split(',').map(Number);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);

/** Serves the built page with Excalidraw on the loopback. */
const test = base.extend<{ excalidraw: string }>({
  // oxlint-disable-next-line no-empty-pattern
  excalidraw: async ({}, provide) => {
    const root = 'dist/bench/excalidraw';
    const types: Record<string, string> = {
      '.html': 'text/html',
      '.js': 'text/javascript',
      '.css': 'text/css',
    };
    const server = createServer((request, response) => {
      const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
      const file = join(root, path === '/' ? 'index.html' : path);
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      createReadStream(file)
        .on('error', () => response.writeHead(404).end())
        .pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await provide(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    server.closeAllConnections();
    server.close();
  },
});

for (const cards of sizes)
  test(`${cards} cards`, async ({ product, newPerson, excalidraw }) => {
    const ours = await newPerson();
    await ours.page.addInitScript(timeRemoteEdits);
    await ours.page.goto(product.ownerLink);
    await openMapFile(ours.page, cards);
    const address = await shareLink(ours, 'editor');
    const firstCard = await timeToFirstCard(ours.page);
    await zoomToFullSize(ours.page);

    const theirs = await newPerson();
    await theirs.page.goto(`${excalidraw}?cards=${cards}`);
    await theirs.page.waitForFunction(() => 'board' in window);
    await theirs.page.waitForTimeout(2_000);

    const costs = { ours: emptyCosts(), theirs: emptyCosts() };
    let mounted = 0;
    let onScreen = 0;
    let mountedInOverview = 0;
    for (let round = 0; round < rounds; round += 1)
      for (const [who, { page }] of [
        ['ours', ours],
        ['theirs', theirs],
      ] as const) {
        await page.bringToFront();
        for (const name of ['pan', 'zoomOut', 'panOverview', 'zoomIn'] as const) {
          costs[who][name].push(await measureGesture(page, gestures[name]));
          if (who === 'theirs') continue;
          const shown = await page.locator('[data-card]').count();
          if (name === 'pan') {
            mounted = Math.max(mounted, shown);
            onScreen = Math.max(onScreen, await cardsOnScreen(page));
          }
          if (name === 'panOverview') mountedInOverview = Math.max(mountedInOverview, shown);
        }
      }

    const writer = await comeInToWrite(address);
    const remote = { ours: await remoteEdits(ours.page, writer), theirs: await sceneEdits(theirs.page) };
    writer.leave();

    const lines = (['pan', 'zoomOut', 'panOverview', 'zoomIn'] as const).map((name) => {
      const row = (who: 'ours' | 'theirs', share: number) =>
        quantile(
          costs[who][name].map(({ frames }) => quantile(frames, share)),
          0.5,
        );
      const tasks = costs.ours[name].reduce((sum, cost) => sum + cost.longTasks, 0);
      return `| ${cards} | ${name} | ${figures(row('ours', 0.5), row('theirs', 0.5))} | ${figures(row('ours', 0.95), row('theirs', 0.95))} | ${tasks} |`;
    });
    lines.push(
      `| ${cards} | remote edit | ${figures(quantile(remote.ours, 0.5), quantile(remote.theirs, 0.5))} | ${figures(quantile(remote.ours, 0.95), quantile(remote.theirs, 0.95))} | |`,
    );
    console.log(
      [
        '| cards | gesture | p50 ours / Excalidraw = ratio | p95 ours / Excalidraw = ratio | long tasks of ours |',
        '|---|---|---|---|---|',
        ...lines,
        `first card after ${firstCard.toFixed(0)} ms; at most ${mounted} cards mounted at zoom 1 (${onScreen} to be seen), ${mountedInOverview} in the overview`,
      ].join('\n'),
    );
    expect(mounted).toBeGreaterThan(0);
  });

const emptyCosts = (): Record<keyof typeof gestures, GestureCost[]> => ({
  pan: [],
  zoomOut: [],
  panOverview: [],
  zoomIn: [],
});

const figures = (ours: number, theirs: number): string =>
  `${ours.toFixed(1)} / ${theirs.toFixed(1)} = ${(ours / theirs).toFixed(2)}`;

/** Drops a map of so many cards on the library and puts it on the server. */
async function openMapFile(page: Page, cards: number): Promise<void> {
  await dropMapFile(page, `bench${cards}.json`, mapFile(cards));
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Put it on the server' }).click();
  await page.getByRole('button', { name: 'Make a link' }).waitFor();
  await page.keyboard.press('Escape');
}

/** The first look at a map fits it into the window; that done, zoom 1 holds. */
async function zoomToFullSize(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Shift+Digit0');
    await expect(page.getByText('100%').first()).toBeVisible({ timeout: 500 });
    await page.waitForTimeout(500);
    await expect(page.getByText('100%').first()).toBeVisible({ timeout: 100 });
  }).toPass();
}

/** Cards of which a part is to be seen between the bars. */
const cardsOnScreen = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector('main')!.getBoundingClientRect();
    return [...document.querySelectorAll('[data-card]')].filter((card) => {
      const { left, right, top, bottom } = card.getBoundingClientRect();
      return left < canvas.right && right > canvas.left && top < canvas.bottom && bottom > canvas.top;
    }).length;
  });

/** From the start of a warm reload to the first card on screen, milliseconds. */
async function timeToFirstCard(page: Page): Promise<number> {
  await page.reload();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector('[data-card]') === null) requestAnimationFrame(look);
          else resolve(performance.now());
        };
        look();
      }),
  );
}

/** Notes, for each message of the server that holds an edit, the time until the second frame after it. */
function timeRemoteEdits(): void {
  const times: number[] = [];
  Object.assign(window, { remoteEdits: times });
  window.WebSocket = class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      this.addEventListener('message', ({ data }) => {
        // Message type 0 is a sync message of the Yjs protocol, its part 2 an update.
        const head = new Uint8Array(data as ArrayBuffer);
        if (head[0] !== 0 || head[1] !== 2) return;
        const start = performance.now();
        requestAnimationFrame(() => requestAnimationFrame(() => times.push(performance.now() - start)));
      });
    }
  };
}

const edits = 30;

async function remoteEdits(reader: Page, writer: Writer): Promise<readonly number[]> {
  await reader.bringToFront();
  const cardId = await cardInTheMiddle(reader);
  const seen = () => (window as unknown as { remoteEdits: number[] }).remoteEdits;
  // A connection that is made anew just now brings an edit with its whole document: that one is not counted.
  await expect
    .poll(async () => {
      writer.write(cardId);
      return (await reader.evaluate(seen)).length;
    })
    .toBeGreaterThan(0);
  for (let i = 0; i < edits; i += 1) {
    writer.write(cardId);
    await reader.waitForTimeout(120);
  }
  const times = (await reader.evaluate(seen)).slice(-edits);
  expect(times.length).toBeGreaterThan(edits / 2);
  return times;
}

/** What is not to be seen needs no frame: the edited card is the one nearest the middle of the screen. */
const cardInTheMiddle = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const distance = (card: HTMLElement) => {
      const { x, y, width, height } = card.getBoundingClientRect();
      return Math.hypot(x + width / 2 - innerWidth / 2, y + height / 2 - innerHeight / 2);
    };
    const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')];
    return cards.toSorted((a, b) => distance(a) - distance(b))[0]?.dataset['card'] ?? '';
  });

/** Excalidraw takes an edit of somebody else as a new scene with one changed element. */
async function sceneEdits(page: Page): Promise<readonly number[]> {
  await page.bringToFront();
  return page.evaluate(async (count) => {
    const { board } = window as unknown as {
      board: {
        getSceneElements(): readonly Record<string, unknown>[];
        updateScene(scene: object): void;
        getAppState(): {
          readonly scrollX: number;
          readonly scrollY: number;
          readonly zoom: { readonly value: number };
        };
      };
    };
    const times: number[] = [];
    const { scrollX, scrollY, zoom } = board.getAppState();
    const distance = ({ x, y, width, height }: Record<string, unknown>) =>
      Math.hypot(
        (Number(x) + Number(width) / 2 + scrollX) * zoom.value - innerWidth / 2,
        (Number(y) + Number(height) / 2 + scrollY) * zoom.value - innerHeight / 2,
      );
    const boxes = board.getSceneElements().filter(({ type }) => type === 'rectangle');
    const edited = boxes.toSorted((a, b) => distance(a) - distance(b))[0]?.['id'];
    for (let i = 0; i < count; i += 1) {
      const start = performance.now();
      const elements = board.getSceneElements();
      board.updateScene({
        elements: elements.map((element) =>
          element['id'] === edited
            ? {
                ...element,
                width: 176 + (i % 2),
                version: (element['version'] as number) + 1,
                versionNonce: i + 1,
              }
            : element,
        ),
      });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return times;
  }, edits);
}
