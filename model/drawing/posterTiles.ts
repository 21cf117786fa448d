import type { TextStyle } from '../layout/layoutSizes.ts';
import type { Box, Point } from '../layout/mapLayout.ts';
import { documentWords } from '../text/documentWords.ts';
import { cullMarks } from './cullMarks.ts';
import { group, type Mark } from './drawing.ts';
import type { Page, PagedDrawing } from './pagedDrawing.ts';
import { landscape, paperSizes, pointsOfMm, type PaperSize } from './paper.ts';

export interface TileOptions {
  /** The sheets of the printer; A4 landscape when left out. */
  readonly paper?: PaperSize;
  readonly marginMm?: number;
  /** How far neighbouring sheets repeat each other, for gluing. */
  readonly overlapMm?: number;
}

/** How the sheets lie on the poster, all in points. */
export interface TileGrid {
  readonly sheet: { readonly width: number; readonly height: number };
  readonly margin: number;
  /** The part of a sheet that shows the poster. */
  readonly shown: { readonly width: number; readonly height: number };
  /** From one sheet's part to the next. */
  readonly stride: { readonly x: number; readonly y: number };
  readonly columns: number;
  readonly rows: number;
}

/** Sizes of a poster that whole sheets fill: as near below A1 and A0 as they come, and larger. */
export function posterPapers(options: TileOptions): readonly PaperSize[] {
  const { paper = landscape(paperSizes.A4), marginMm = 10, overlapMm = 10 } = options;
  const side = (sheet: number, wanted: number): number => {
    const shown = sheet - 2 * marginMm;
    const stride = Math.max(1, shown - overlapMm);
    return Math.max(1, Math.floor((wanted - overlapMm) / stride)) * stride + overlapMm;
  };
  return [1, Math.SQRT2, 2, 2 * Math.SQRT2, 4].map((times) => ({
    widthMm: side(paper.widthMm, paperSizes.A1.heightMm * times),
    heightMm: side(paper.heightMm, paperSizes.A1.widthMm * times),
  }));
}

/** Cuts the one page of a poster into sheets with crop marks and labels; the last page shows how they go together. */
export function posterTiles(poster: PagedDrawing, options: TileOptions): PagedDrawing {
  const [page] = poster.pages;
  if (page === undefined) return poster;
  const grid = tileGrid(page, options);
  const words = documentWords[poster.language];
  const tiles = Array.from({ length: grid.rows * grid.columns }, (_, i) => {
    const row = Math.floor(i / grid.columns);
    const column = i % grid.columns;
    return tilePage(page, grid, row, column, words.sheet(letter(row), column + 1));
  });
  return { ...poster, pages: [...tiles, assemblyPage(page, grid)] };
}

export function tileGrid(page: Page, options: TileOptions): TileGrid {
  const paper = options.paper ?? landscape(paperSizes.A4);
  const sheet = { width: pointsOfMm(paper.widthMm), height: pointsOfMm(paper.heightMm) };
  const margin = pointsOfMm(options.marginMm ?? 10);
  const shown = {
    width: Math.max(36, sheet.width - 2 * margin),
    height: Math.max(36, sheet.height - 2 * margin),
  };
  const overlap = Math.min(pointsOfMm(options.overlapMm ?? 10), shown.width / 2, shown.height / 2);
  const stride = { x: shown.width - overlap, y: shown.height - overlap };
  return {
    sheet,
    margin,
    shown,
    stride,
    columns: sheetsAlong(page.width - overlap, stride.x),
    rows: sheetsAlong(page.height - overlap, stride.y),
  };
}

/** A length that is whole sheets but for rounding needs no further sheet. */
const sheetsAlong = (length: number, stride: number): number =>
  Math.max(1, Math.ceil(length / stride - 1e-6));

/** `A1`, `A2`, …, `B1`: rows are letters, so that a name cannot be read the wrong way round. Both are counted from 0. */
export const sheetName = (row: number, column: number): string => `${letter(row)}${column + 1}`;

/** A, B, … Z, AA … */
function letter(row: number): string {
  const last = String.fromCharCode(65 + (row % 26));
  return row < 26 ? last : letter(Math.floor(row / 26) - 1) + last;
}

const labelStyle: TextStyle = { size: 8, weight: 400, lineHeight: 10 };

function tilePage(page: Page, grid: TileGrid, row: number, column: number, label: string): Page {
  const { margin, shown, sheet } = grid;
  const box: Box = {
    x: column * grid.stride.x,
    y: row * grid.stride.y,
    width: shown.width,
    height: shown.height,
  };
  // A text belongs to the sheet on which it begins; the last ones have no neighbour to repeat them.
  const owns = ({ x, y }: Point): boolean =>
    Math.min(grid.columns - 1, Math.max(0, Math.floor(x / grid.stride.x))) === column &&
    Math.min(grid.rows - 1, Math.max(0, Math.floor(y / grid.stride.y))) === row;
  return {
    ...sheet,
    marks: [
      group(
        [
          group(readHere(withoutBookmarks(cullMarks(page.marks, box)), owns), {
            at: { x: -box.x, y: -box.y },
          }),
        ],
        {
          at: { x: margin, y: margin },
          clip: { x: 0, y: 0, width: shown.width, height: shown.height },
        },
      ),
      group(cropMarks(grid), { meaning: { role: 'artifact' } }),
      group(
        [
          {
            type: 'text',
            x: margin + 14,
            y: sheet.height - margin + 4,
            lines: [{ text: `${sheetName(row, column)} · ${label}`, width: 0 }],
            style: labelStyle,
            colour: 'ink-faint',
          },
        ],
        {
          meaning: {
            role: 'paragraph',
            bookmark: { title: sheetName(row, column), level: 0 },
          },
        },
      ),
    ],
  };
}

/** What begins on another sheet is there for the eye alone: read aloud, nothing comes twice. */
function readHere(
  marks: readonly Mark[],
  owns: (point: Point) => boolean,
  at: Point = { x: 0, y: 0 },
  scale = 1,
): readonly Mark[] {
  return marks.map((mark) => {
    if (mark.type !== 'group') return mark;
    const corner = mark.at === undefined ? at : { x: at.x + mark.at.x * scale, y: at.y + mark.at.y * scale };
    const within = scale * (mark.scale ?? 1);
    const text = mark.marks.find((each) => each.type === 'text');
    if (mark.meaning === undefined || (text === undefined && mark.meaning.role !== 'figure'))
      return { ...mark, marks: readHere(mark.marks, owns, corner, within) };
    const start =
      text === undefined ? corner : { x: corner.x + text.x * within, y: corner.y + text.y * within };
    return owns(start) ? mark : { ...mark, meaning: { role: 'artifact' } };
  });
}

/** Ticks outside the shown part, in line with its edges. */
function cropMarks({ margin, shown, sheet }: TileGrid): readonly Mark[] {
  const [left, top] = [margin, margin];
  const [right, bottom] = [margin + shown.width, margin + shown.height];
  const gap = Math.min(3, margin / 4);
  const length = Math.max(0, Math.min(12, margin - gap - 2));
  const d = [
    ...[left, right].flatMap((x) => [
      `M${x} ${top - gap}V${top - gap - length}`,
      `M${x} ${Math.min(sheet.height, bottom + gap)}V${Math.min(sheet.height, bottom + gap + length)}`,
    ]),
    ...[top, bottom].flatMap((y) => [
      `M${left - gap} ${y}H${left - gap - length}`,
      `M${Math.min(sheet.width, right + gap)} ${y}H${Math.min(sheet.width, right + gap + length)}`,
    ]),
  ];
  return [{ type: 'path', d: d.join(''), stroke: { colour: 'ink', width: 0.4 } }];
}

/** The poster without its words, small, under the outlines and names of the sheets. */
function assemblyPage(page: Page, grid: TileGrid): Page {
  const { sheet, margin, shown } = grid;
  const scale = Math.min(shown.width / page.width, shown.height / page.height);
  const outlines = Array.from({ length: grid.rows * grid.columns }, (_, i): readonly Mark[] => {
    const row = Math.floor(i / grid.columns);
    const column = i % grid.columns;
    const x = column * grid.stride.x;
    const y = row * grid.stride.y;
    const width = Math.min(shown.width, page.width - x);
    const height = Math.min(shown.height, page.height - y);
    const name = sheetName(row, column);
    const style: TextStyle = { size: 22 / scale / 2, weight: 600, lineHeight: 28 / scale / 2 };
    return [
      {
        type: 'rect',
        x,
        y,
        width,
        height,
        stroke: { colour: 'plan', width: 0.8 / scale, dash: [4 / scale, 3 / scale] },
      },
      {
        type: 'text',
        x: x + width / 2,
        y: y + height / 2 - style.lineHeight / 2,
        lines: [{ text: name, width: 0 }],
        style,
        colour: 'plan',
        align: 'middle',
      },
    ];
  });
  return {
    ...sheet,
    marks: [
      group(
        [
          group(withoutTexts(page.marks), { meaning: { role: 'artifact' } }),
          group(outlines.flat(), { meaning: { role: 'paragraph' } }),
        ],
        { at: { x: margin, y: margin }, scale },
      ),
    ],
  };
}

const withoutTexts = (marks: readonly Mark[]): readonly Mark[] =>
  marks.flatMap((mark): readonly Mark[] => {
    if (mark.type === 'text') return [];
    if (mark.type !== 'group') return [mark];
    const { meaning: _meaning, ...rest } = mark;
    return [{ ...rest, marks: withoutTexts(mark.marks) }];
  });

const withoutBookmarks = (marks: readonly Mark[]): readonly Mark[] =>
  marks.map((mark) => {
    if (mark.type !== 'group') return mark;
    const { bookmark: _bookmark, ...meaning } = mark.meaning ?? { role: 'artifact' as const };
    const rest = { ...mark, marks: withoutBookmarks(mark.marks) };
    return mark.meaning === undefined ? rest : { ...rest, meaning };
  });
