import { Resvg } from '@resvg/resvg-js';

/** Viewers and printers give up on larger pictures. */
const mostPixels = 16_000;

/** Two pixels a map unit, less for a very large map. */
export function pngOf(svg: string, size: { readonly width: number; readonly height: number }): Uint8Array {
  const zoom = Math.min(2, mostPixels / Math.max(size.width, size.height));
  const picture = new Resvg(svg, { fitTo: { mode: 'zoom', value: zoom }, font: { loadSystemFonts: false } });
  return picture.render().asPng();
}
