import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The system's PDF tools (poppler-utils and qpdf); CI has them, elsewhere the tests that need them are skipped. */
export const havePdfTools = ['qpdf', 'pdfinfo', 'pdffonts', 'pdftotext', 'pdftoppm'].every(
  (tool) => spawnSync(tool, ['--version']).error === undefined,
);

export interface PdfFile {
  readonly path: string;
  run(tool: string, ...args: string[]): string;
}

/** Writes a PDF to a folder of its own for as long as `look` runs. */
export function withPdf<T>(bytes: Uint8Array, look: (file: PdfFile) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pdf-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, bytes);
    return look({
      path,
      run: (tool, ...args) => execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1e9 }),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All text of a PDF, one line, single spaces. */
export function textOf(file: PdfFile): string {
  return oneLine(file.run('pdftotext', '-raw', file.path, '-'));
}

export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The value of a line of `pdfinfo`. */
export function infoOf(file: PdfFile, name: string): string {
  return (
    file
      .run('pdfinfo', file.path)
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  );
}

/** A page as grey pixels. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Draws a page by poppler. */
export function drawPage(file: PdfFile, dotsPerInch: number, page = 1): GreyPage {
  const args = ['-r', String(dotsPerInch), '-f', String(page), '-l', String(page), '-gray', file.path];
  const image = execFileSync('pdftoppm', args, { maxBuffer: 1e9 });
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 64).toString('latin1'));
  if (header === null) throw new Error('pdftoppm gave no grey picture');
  return { width: Number(header[1]), height: Number(header[2]), pixels: image.subarray(header[0].length) };
}

/** A word and where it stands, in points from the upper left corner of its page. */
export interface PlacedWord {
  readonly text: string;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]+)</g;

/** The words of a page with their boxes. */
export function wordsOf(file: PdfFile, page = 1): readonly PlacedWord[] {
  const written = file.run('pdftotext', '-bbox', '-f', String(page), '-l', String(page), file.path, '-');
  return Array.from(written.matchAll(word), ([, xMin, yMin, xMax, yMax, text]) => ({
    text: text ?? '',
    xMin: Number(xMin),
    yMin: Number(yMin),
    xMax: Number(xMax),
    yMax: Number(yMax),
  }));
}

/** The words of a page where nothing is to be seen: glyphs that are there for search alone. */
export function wordsWithoutInk(file: PdfFile, page = 1): readonly string[] {
  const drawn = drawPage(file, 72, page);
  return wordsOf(file, page)
    .filter(({ xMin, yMin, xMax, yMax }) => {
      let [least, most] = [255, 0];
      for (let y = Math.floor(yMin); y < yMax; y++)
        for (let x = Math.floor(xMin); x < xMax; x++) {
          const grey = drawn.pixels[y * drawn.width + x] ?? 255;
          least = Math.min(least, grey);
          most = Math.max(most, grey);
        }
      return most - least <= 60;
    })
    .map(({ text }) => text);
}
