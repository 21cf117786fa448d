import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mapToJson } from '../../model/map/mapJson.ts';
import { bundledServer } from '../testing/serverProcess.ts';
import { exported } from './testing/exported.ts';
import {
  brokenPictures,
  otherPictures,
  redPicture,
  withPictures,
  wrongParcel,
} from './testing/goldenMaps.ts';
import { largeMap } from './testing/largeMap.ts';
import { havePdfTools, withPdf } from './testing/pdfTools.ts';
import { writeExport } from './writeExport.ts';

describe('pictures of a map in its files', () => {
  const every = [redPicture, ...otherPictures];

  it.skipIf(!havePdfTools)('[E37] PNG, GIF and WebP stand in a PDF', async () => {
    const bytes = await exported('.pdf', withPictures(wrongParcel('en'), every));
    withPdf(bytes, (file) => {
      expect(file.run('qpdf', '--check', file.path)).toContain('No syntax or stream encoding errors');
      const images = file.run('pdfimages', '-list', file.path).split('\n').slice(2, -1);
      expect(images.filter((line) => /\simage\s.*\s(rgb|index|icc)\s/.test(line))).toHaveLength(every.length);
    });
  });

  it('[E37] a broken or missing picture leaves its place empty and is named', async () => {
    const map = withPictures(wrongParcel('en'), [redPicture, ...brokenPictures]);
    for (const ending of ['.pdf', '.svg', '.png', '.pptx'] as const) {
      const notes: string[] = [];
      const bytes = await exported(ending, map, {}, (note) => notes.push(note));
      expect(bytes.length).toBeGreaterThan(1_000);
      expect([ending, notes]).toEqual([
        ending,
        ['d', 'e', 'f'].map(
          (name) =>
            `The picture "picture ${name}" is missing or broken, so its place in the file is empty. Put the picture on its card again to have it.`,
        ),
      ]);
    }
  });
});

describe('writing a file', () => {
  let program: Awaited<ReturnType<typeof bundledServer>>;
  let folder: string;
  beforeAll(async () => {
    program = await bundledServer();
    folder = mkdtempSync(join(tmpdir(), 'throughline-export-'));
  }, 60_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await program.remove();
  });

  it('[E38] on a full disk one sentence says so and no half-written file is left', () => {
    const map = join(folder, 'map.json');
    writeFileSync(map, mapToJson(wrongParcel('en')));
    // No file may grow beyond 8 kB: what a full disk is to a program.
    const line = `trap '' XFSZ; ulimit -f 16; exec "$0" "$@"`;
    const target = join(folder, 'map.pdf');
    const run = spawnSync('sh', ['-c', line, process.execPath, program.path, 'convert', map, target], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
    });
    expect(run.stderr.trim()).toBe(
      `${target} cannot be written (EFBIG). Check the folder, its rights and the free space, and try again.`,
    );
    expect(run.status).toBe(1);
    expect(readdirSync(folder)).toEqual(['map.json']);
  }, 30_000);

  it('[E13] a picture above 16,000 pixels becomes several, named by row and column, that meet', () => {
    const map = join(folder, 'large.json');
    const large = largeMap(60, 3, 60);
    writeFileSync(map, mapToJson(large));
    const target = join(folder, 'large.png');
    const run = spawnSync(process.execPath, [program.path, 'convert', map, target], { encoding: 'utf8' });
    expect(run.status, run.stderr).toBe(0);
    const tiles = readdirSync(folder).filter((name) => name.endsWith('.png'));
    expect(tiles).toEqual(['large-A1.png', 'large-A2.png', 'large-A3.png']);
    const sizes = tiles.map((name) => {
      const png = readFileSync(join(folder, name));
      return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
    });
    const svg = join(folder, 'large.svg');
    spawnSync(process.execPath, [program.path, 'convert', map, svg]);
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(readFileSync(svg, 'utf8')) ?? [];
    const together = sizes.reduce((sum, size) => sum + size.width, 0);
    expect(Math.abs(together - 2 * Number(width))).toBeLessThanOrEqual(1);
    for (const size of sizes) expect(size.height).toBe(Math.ceil(2 * Number(height)));
  }, 60_000);
});

describe('a face that is not there', () => {
  it('[E39] is named in one sentence', async () => {
    vi.resetModules();
    vi.doMock('fontkit', () => ({
      create: () => {
        throw new Error('ENOENT: no such file');
      },
    }));
    const fresh = await import('./writeExport.ts');
    vi.doUnmock('fontkit');
    const written = await fresh.writeExport('.pdf', wrongParcel('en'), {}, 'en');
    expect(written).toEqual({
      ok: false,
      error: expect.stringMatching(
        /^The font inter\/\S+ cannot be loaded \(ENOENT: no such file\)\. Check that the installation is complete and try again\.$/,
      ) as string,
    });
    expect((await writeExport('.svg', wrongParcel('en'), {}, 'en')).ok).toBe(true);
  });
});

describe('the words around a map', () => {
  it.skipIf(!havePdfTools)('[E40] are of the language that was asked for, its own texts stay', async () => {
    const map = wrongParcel('en');
    const text = (language: string) =>
      exported('.pdf', map, { layout: 'booklet', language }).then((bytes) =>
        withPdf(bytes, (file) => file.run('pdftotext', '-raw', file.path, '-')),
      );
    const [own, other] = [await text('en'), await text('zh-Hant')];
    expect(own).toContain('Line of visibility');
    expect(other).toContain('可視線');
    expect(other).not.toContain('Line of visibility');
    for (const { title } of map.stages) expect(other).toContain(title);
  });
});
