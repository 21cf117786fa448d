import type { TextStyle } from '../layout/layoutSizes.ts';
import { breakLines, type TextLine } from '../layout/textLines.ts';
import type { TextMeasure } from '../layout/textMeasure.ts';
import type { Chart } from './charts/chart.ts';
import { group, type Group, type Mark, type TextMark } from './drawing.ts';
import type { Colour } from './themes.ts';

/** What running pages are made of: headings, paragraphs, tables and charts, one below the other. */
export type FlowBlock =
  | { readonly type: 'heading'; readonly text: string; readonly level: 1 | 2 | 3 }
  | { readonly type: 'paragraph'; readonly text: string; readonly colour?: Colour }
  | {
      readonly type: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly FlowCell[])[];
      /** Widths of the columns as shares of 1. */
      readonly widths: readonly number[];
    }
  /** A chart as wide as the frame; nothing when there is nothing to draw. */
  | {
      readonly type: 'figure';
      readonly draw: (width: number, measure: TextMeasure) => Chart | undefined;
    };

/** A text, or one that leads somewhere: an http(s) address. */
export type FlowCell = string | { readonly text: string; readonly link: string };

export interface FlowFrame {
  readonly width: number;
  readonly height: number;
}

const body: TextStyle = { size: 9.5, weight: 400, lineHeight: 14 };
const headCell: TextStyle = { size: 8.5, weight: 600, lineHeight: 12 };
const headings: Readonly<Record<1 | 2 | 3, TextStyle>> = {
  1: { size: 26, weight: 600, lineHeight: 34 },
  2: { size: 14, weight: 600, lineHeight: 20 },
  3: { size: 10.5, weight: 600, lineHeight: 16 },
};
const cellGap = 10;
const rowPadding = 3;
const figureGap = 6;

/** Sets blocks on as many pages as they need; marks of each page from the corner of the frame. */
export function flowPages(
  blocks: readonly FlowBlock[],
  frame: FlowFrame,
  measure: TextMeasure,
): readonly (readonly Mark[])[] {
  const pages: Mark[][] = [[]];
  let y = 0;
  const turn = (): void => {
    pages.push([]);
    y = 0;
  };
  const place = (mark: Group, height: number): void => {
    if (y > 0 && y + height > frame.height) turn();
    pages.at(-1)?.push(group([mark], { at: { x: 0, y } }));
    y += height;
  };
  for (const block of blocks) {
    if (block.type === 'heading') {
      const style = headings[block.level];
      const gap = y === 0 ? 0 : style.lineHeight * 0.6;
      const lines = breakLines(block.text, frame.width, style, measure);
      const height = lines.length * style.lineHeight + 4;
      // A heading is not left alone at the foot of a page.
      if (y > 0 && y + gap + height + 48 > frame.height) turn();
      else y += gap;
      place(headingOf(block, lines, style), height);
    } else if (block.type === 'paragraph') {
      const lines = breakLines(block.text, frame.width, body, measure);
      for (const part of partsOf(lines, frame.height, body))
        place(paragraphOf(part, block.colour ?? 'ink'), part.length * body.lineHeight);
      y += 4;
    } else if (block.type === 'figure') {
      const chart = block.draw(frame.width, measure);
      if (chart === undefined) continue;
      y += figureGap;
      place(group(chart.marks, { meaning: { role: 'figure', alt: chart.alt } }), chart.height);
      y += figureGap;
    } else {
      tableRows(block, frame, measure).forEach((row, at, all) => {
        const next = all[at + 1];
        const height = at === 0 && next !== undefined ? row.height + next.height : row.height;
        if (y > 0 && y + height > frame.height) {
          turn();
          if (at > 0 && all[0] !== undefined) place(repeated(all[0].mark), all[0].height);
        }
        place(row.mark, row.height);
      });
      y += 8;
    }
  }
  return pages.map(joinTables);
}

function headingOf(
  block: FlowBlock & { readonly type: 'heading' },
  lines: readonly TextLine[],
  style: TextStyle,
): Group {
  return group([{ type: 'text', x: 0, y: 0, lines, style, colour: 'ink', whole: block.text }], {
    meaning: {
      role: 'heading',
      headingLevel: block.level,
      ...(block.level === 3 || lines.length === 0
        ? {}
        : { bookmark: { title: block.text, level: block.level - 1 } }),
    },
  });
}

function paragraphOf(lines: readonly TextLine[], colour: Colour): Group {
  return group([{ type: 'text', x: 0, y: 0, lines, style: body, colour }], {
    meaning: { role: 'paragraph' },
  });
}

/** Lines in pieces that fit on a page. */
function partsOf(
  lines: readonly TextLine[],
  height: number,
  style: TextStyle,
): readonly (readonly TextLine[])[] {
  const most = Math.max(1, Math.floor(height / style.lineHeight));
  return Array.from({ length: Math.ceil(lines.length / most) }, (_, i) =>
    lines.slice(i * most, (i + 1) * most),
  );
}

interface FlowRow {
  readonly mark: Group;
  readonly height: number;
}

function tableRows(
  block: FlowBlock & { readonly type: 'table' },
  frame: FlowFrame,
  measure: TextMeasure,
): readonly FlowRow[] {
  const row = (cells: readonly FlowCell[], style: TextStyle, head: boolean): readonly FlowRow[] => {
    const links = cells.map((cell) => (typeof cell === 'string' ? undefined : cell.link));
    const broken = cells.map((cell, i) =>
      breakLines(
        typeof cell === 'string' ? cell : cell.text,
        (block.widths[i] ?? 0) * frame.width - cellGap,
        style,
        measure,
      ),
    );
    const most = Math.max(1, Math.floor((frame.height * 0.8) / style.lineHeight));
    const count = Math.max(1, ...broken.map((lines) => lines.length));
    return Array.from({ length: Math.ceil(count / most) }, (_, part) => {
      const lines = broken.map((each) => each.slice(part * most, (part + 1) * most));
      const height = Math.max(1, ...lines.map((each) => each.length)) * style.lineHeight + 2 * rowPadding;
      return { mark: rowMark(lines, links, block.widths, frame.width, height, style, head), height };
    });
  };
  return [...row(block.head, headCell, true), ...block.rows.flatMap((cells) => row(cells, body, false))];
}

function rowMark(
  cells: readonly (readonly TextLine[])[],
  links: readonly (string | undefined)[],
  widths: readonly number[],
  width: number,
  height: number,
  style: TextStyle,
  head: boolean,
): Group {
  let x = 0;
  const line: Mark = {
    type: 'path',
    d: `M0 ${height}H${width}`,
    stroke: { colour: head ? 'border' : 'hairline', width: head ? 1 : 0.7 },
  };
  const marks = cells.map((lines, i) => {
    const text: TextMark = {
      type: 'text',
      x,
      y: rowPadding,
      lines,
      style,
      colour: head ? 'ink-secondary' : 'ink',
    };
    x += (widths[i] ?? 0) * width;
    const link = links[i];
    return group(lines.length === 0 ? [] : [text], {
      meaning: {
        role: head ? 'columnHeader' : 'cell',
        ...(link === undefined ? {} : { link: { url: link } }),
      },
    });
  });
  return group([group([line], { meaning: { role: 'artifact' } }), ...marks], {
    meaning: { role: 'tableRow' },
  });
}

/** The head of a table again on its next page: for the eye only. */
const repeated = (mark: Group): Group => group(withoutMeaning(mark.marks), { meaning: { role: 'artifact' } });

const withoutMeaning = (marks: readonly Mark[]): readonly Mark[] =>
  marks.map((mark) => {
    if (mark.type !== 'group') return mark;
    const { meaning: _meaning, ...rest } = mark;
    return { ...rest, marks: withoutMeaning(mark.marks) };
  });

/** Rows that follow each other stand in one table. */
function joinTables(marks: readonly Mark[]): readonly Mark[] {
  const joined: Mark[] = [];
  let rows: Mark[] = [];
  const close = (): void => {
    if (rows.length > 0) joined.push(group(rows, { meaning: { role: 'table' } }));
    rows = [];
  };
  for (const mark of marks) {
    const [inner] = mark.type === 'group' ? mark.marks : [];
    if (inner?.type === 'group' && inner.meaning?.role === 'tableRow') rows.push(mark);
    else {
      close();
      joined.push(mark);
    }
  }
  close();
  return joined;
}
