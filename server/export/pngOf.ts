import { Resvg } from '@resvg/resvg-js';
import { pixelsPerUnit } from '../../model/drawing/pictureTiles.ts';

/** An SVG whose letters are shapes, as PNG. */
export function pngOf(svg: string): Uint8Array {
  const fitTo = { mode: 'zoom', value: pixelsPerUnit } as const;
  return new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render().asPng();
}
