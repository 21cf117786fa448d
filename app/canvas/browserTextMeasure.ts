import { assert } from '../../model/assert.ts';
import { createTextMeasure, type TextMeasure } from '../../model/layout/textMeasure.ts';

const sizePx = 100;

/**
 * Measures as the canvas of the browser does: Inter without kerning, as map text is drawn (canvas.css). Make it only
 * after the faces have loaded (`inter` below), or it measures a substitute for ever.
 */
export function createBrowserTextMeasure(): TextMeasure {
  const context = document.createElement('canvas').getContext('2d');
  assert(context !== null, 'the browser can draw on a canvas');
  context.fontKerning = 'none';
  return createTextMeasure((text, weight) => {
    context.font = `${weight} ${sizePx}px Inter, sans-serif`;
    return context.measureText(text).width / sizePx;
  });
}

/** Done when the faces that stand on maps are there; at once if they are. */
export async function loadMapFaces(): Promise<void> {
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 12px Inter`)));
}
