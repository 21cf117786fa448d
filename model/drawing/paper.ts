import { err, ok, type Result } from '../result.ts';

/** Sheets in millimetres, upright. */
export const paperNames = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
export type PaperName = (typeof paperNames)[number];

export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

export const paperSizes: Readonly<Record<PaperName, PaperSize>> = {
  A4: { widthMm: 210, heightMm: 297 },
  A3: { widthMm: 297, heightMm: 420 },
  A2: { widthMm: 420, heightMm: 594 },
  A1: { widthMm: 594, heightMm: 841 },
  A0: { widthMm: 841, heightMm: 1189 },
};

/** Points (1/72 inch) of a length in millimetres. */
export const pointsOfMm = (mm: number): number => (mm * 72) / 25.4;

export const landscape = (paper: PaperSize): PaperSize => ({
  widthMm: Math.max(paper.widthMm, paper.heightMm),
  heightMm: Math.min(paper.widthMm, paper.heightMm),
});

export interface PaperError {
  readonly type: 'UnknownPaper';
  readonly found: string;
}

/** PDF readers stop at 200 inches; smaller than a postcard nothing can be read. */
const leastMm = 50;
const mostMm = 5_080;

/** `A3`, or a size of one's own such as `600x400mm`. */
export function paperOf(text: string): Result<PaperSize, PaperError> {
  const named = paperNames.find((name) => name.toLowerCase() === text.trim().toLowerCase());
  if (named !== undefined) return ok(landscape(paperSizes[named]));
  const parts = /^\s*(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(?:mm)?\s*$/i.exec(text);
  const widthMm = Number(parts?.[1]);
  const heightMm = Number(parts?.[2]);
  const possible = (mm: number) => mm >= leastMm && mm <= mostMm;
  return possible(widthMm) && possible(heightMm)
    ? ok({ widthMm, heightMm })
    : err({ type: 'UnknownPaper', found: text });
}
