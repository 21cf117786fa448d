import { boxOfPlace } from './boxOfPlace.ts';
import type { Canvas } from './canvasContext.ts';
import type { GridFocus } from './gridFocus.ts';
import { type ViewportSource, viewportToReveal } from './viewport.ts';

/** Of the small picture and the zoom at the right lower corner, px. */
const corner = { width: 276, height: 112 };
const margin = 16;

/** Brings a place into sight by the least way, beside rail and header and what stands in the corner. */
export function reveal(canvas: Canvas, viewport: ViewportSource, focus: GridFocus): void {
  const box = boxOfPlace(canvas.layout(), focus);
  if (box === undefined) return;
  const { header, grid } = canvas.layout();
  const now = viewport.get();
  const size = viewport.size();
  const { zoom } = now;
  const isHeader = focus.kind === 'step' || focus.kind === 'stage';
  const inset = {
    top: isHeader ? 0 : (header.stepY + header.stepHeight + 8) * zoom,
    left: focus.kind === 'lane' ? 0 : (grid.x + 8) * zoom,
    right: margin,
    bottom: margin,
  };
  const beside = viewportToReveal(now, size, box, inset);
  const reachesCorner = (box.x + box.width) * zoom + beside.x > size.width - corner.width;
  const next = reachesCorner ? viewportToReveal(now, size, box, { ...inset, bottom: corner.height }) : beside;
  // Headers stay in sight by themselves.
  const x = focus.kind === 'lane' ? now.x : next.x;
  const y = isHeader ? now.y : next.y;
  if (x !== now.x || y !== now.y) viewport.set({ x, y, zoom });
}
