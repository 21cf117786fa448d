import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, openSampleMap, test } from './product.ts';

/** A card where it stands, in px of the page. */
interface Box {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

test('[C34] the canvas and the SVG of a map have the same boxes', async ({ owner, context }, testInfo) => {
  const [mapFile, svgFile] = [testInfo.outputPath('map.json'), testInfo.outputPath('map.svg')];
  const cli = (...words: readonly string[]) =>
    execFileSync(process.execPath, ['dist/server/cli.js', ...words], { stdio: 'ignore' });
  mkdirSync(dirname(mapFile), { recursive: true });
  cli('new', 'wrongParcel', '-o', mapFile);
  cli('convert', mapFile, svgFile, '--layout', 'page');

  await openSampleMap(owner);
  const onScreen = await owner
    .getByRole('gridcell')
    .getByRole('group')
    .evaluateAll((nodes) =>
      nodes.flatMap((node): Box[] => {
        const { x, y, width, height } = node.getBoundingClientRect();
        const text = (node.textContent ?? '').replaceAll(/\s/g, '');
        return text === '' ? [] : [{ text, x, y, width, height }];
      }),
    );

  const drawing = await context.newPage();
  await drawing.setContent(readFileSync(svgFile, 'utf8'));
  const inSvg = await drawing
    .locator('svg g > g[aria-hidden="true"]:first-child > rect:first-child')
    .evaluateAll((frames) =>
      frames.flatMap((frame): Box[] => {
        // A stroke lies half inside its box.
        const half = Number(frame.getAttribute('stroke-width') ?? 0) / 2;
        const inner = frame.getBoundingClientRect();
        const card = frame.parentElement!.parentElement!;
        const text = [...card.querySelectorAll('text')]
          .map((line) => line.textContent)
          .join('')
          .replaceAll(/\s/g, '');
        return text === ''
          ? []
          : [
              {
                text,
                x: inner.x - half,
                y: inner.y - half,
                width: inner.width + 2 * half,
                height: inner.height + 2 * half,
              },
            ];
      }),
    );

  const once = (boxes: readonly Box[]) =>
    boxes.filter(({ text }) => boxes.filter((each) => each.text === text).length === 1);
  const pairs = once(onScreen).flatMap((screen) => {
    const drawn = once(inSvg).find(({ text }) => text === screen.text);
    return drawn === undefined ? [] : [{ screen, svg: drawn }];
  });
  expect(pairs.length).toBeGreaterThan(40);
  // The canvas may be zoomed and moved; everything else must agree to half a pixel.
  const [first] = pairs;
  const zoom = first!.screen.width / first!.svg.width;
  for (const { screen, svg } of pairs) {
    const drawn = {
      x: first!.screen.x + zoom * (svg.x - first!.svg.x),
      y: first!.screen.y + zoom * (svg.y - first!.svg.y),
      width: zoom * svg.width,
      height: zoom * svg.height,
    };
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs(screen[side] - drawn[side]), `${side} of “${screen.text}”`).toBeLessThan(0.5);
  }
});
