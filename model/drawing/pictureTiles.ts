import { cullMarks } from './cullMarks.ts';
import { group, type Drawing } from './drawing.ts';
import { sheetName } from './posterTiles.ts';

/** A part of a picture that is too large for one file. */
export interface PictureTile {
  /** Row and column: `A1`, `A2`, …, `B1`; empty where the picture is whole. */
  readonly name: string;
  readonly drawing: Drawing;
}

/** Of a PNG for each map unit. */
export const pixelsPerUnit = 2;

/** Viewers, printers and canvases of browsers give up on larger pictures. */
const mostPixels = 16_000;
/** A picture that is cut anyhow is cut into parts that are easy to open. */
const mostTilePixels = 8_000;

/** [E13] A drawing as one picture, or cut into even parts that meet at their edges. */
export function pictureTiles(drawing: Drawing): readonly PictureTile[] {
  const { width, height } = drawing;
  if (Math.max(width, height) * pixelsPerUnit <= mostPixels) return [{ name: '', drawing }];
  const columns = Math.ceil((width * pixelsPerUnit) / mostTilePixels);
  const rows = Math.ceil((height * pixelsPerUnit) / mostTilePixels);
  // Whole pixels, so that neither seam nor overlap shows.
  const tileWidth = Math.ceil((width * pixelsPerUnit) / columns) / pixelsPerUnit;
  const tileHeight = Math.ceil((height * pixelsPerUnit) / rows) / pixelsPerUnit;
  return Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const [x, y] = [column * tileWidth, row * tileHeight];
    const box = { x, y, width: Math.min(tileWidth, width - x), height: Math.min(tileHeight, height - y) };
    const marks = [group(cullMarks(drawing.marks, box), { at: { x: -x, y: -y } })];
    return {
      name: sheetName(row, column),
      drawing: { ...drawing, width: box.width, height: box.height, marks },
    };
  });
}
