import type { Box, MapLayout, Point } from '../../model/layout/mapLayout.ts';

/**
 * Where the eye is over the map: the shift in screen pixels and the zoom. Pure arithmetic; the source that
 * changes over time is ViewportSource, which reactFlow/ implements.
 */
export interface Viewport {
  /** Screen position of the map's origin, in px from the canvas's top left corner. */
  readonly x: number;
  readonly y: number;
  /** Screen px per map unit, .05..4. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The viewport as something that can be read, watched and moved without re-rendering anybody. */
export interface ViewportSource {
  get(): Viewport;
  /** Size of the canvas on screen. */
  size(): Size;
  /** Whether the view changed just now, by whatever hand. */
  isMoving(): boolean;
  /** Called at every change of viewport or size, and when the view has come to rest. */
  subscribe(listener: () => void): () => void;
  set(viewport: Viewport, options?: { readonly animate?: boolean }): void;
  /** Screen position (clientX, clientY) to map units. */
  toMap(client: Point): Point;
}

export const leastZoom = 0.05;
export const greatestZoom = 4;
/** Below this zoom a canvas stands in for the cards. */
export const overviewZoom = 0.4;
/** Below this zoom only stages, curve and markers stay legible. */
export const farZoom = 0.2;

export type ReadingDistance = 'near' | 'overview' | 'far';

export function readingDistance(zoom: number): ReadingDistance {
  if (zoom < farZoom) return 'far';
  return zoom < overviewZoom ? 'overview' : 'near';
}

/**
 * While the view comes nearer or goes away, cards are there above this zoom only, and below it once it rests: a frame on
 * the way would mount hundreds of them.
 */
const nearWhileMovingZoom = 0.65;

/** The reading distance of a view that may still move, from the one before and the zoom it had. */
export function movingReadingDistance(
  zoom: number,
  isMoving: boolean,
  before: ReadingDistance | undefined,
  zoomBefore: number,
): ReadingDistance {
  const now = readingDistance(zoom);
  if (now !== 'near' || !isMoving || before === undefined || zoom >= nearWhileMovingZoom) return now;
  // A view that is pushed aside keeps its cards.
  return before !== 'near' || zoom < zoomBefore ? 'overview' : now;
}

/** The part of the map that is on screen. */
export function visibleBox({ x, y, zoom }: Viewport, size: Size): Box {
  return { x: -x / zoom, y: -y / zoom, width: size.width / zoom, height: size.height / zoom };
}

/** The viewport that shows `box` whole, with `padding` screen px around, never larger than `mostZoom`. */
export function viewportToFit(box: Box, size: Size, padding: number, mostZoom = 1): Viewport {
  const zoom = clampZoom(
    Math.min(
      mostZoom,
      (size.width - 2 * padding) / Math.max(1, box.width),
      (size.height - 2 * padding) / Math.max(1, box.height),
    ),
  );
  return {
    x: (size.width - box.width * zoom) / 2 - box.x * zoom,
    y: (size.height - box.height * zoom) / 2 - box.y * zoom,
    zoom,
  };
}

/** In the overview rail and header keep a size that can be read, px. */
export const overviewRailPx = 76;
export const overviewHeaderPx = 48;

/** The viewport that shows a whole map: in the overview beside its rail and below its header, which then take more room. */
export function viewportToFitMap(
  { grid, rows }: Pick<MapLayout, 'grid' | 'rows'>,
  whole: Box,
  size: Size,
  padding: number,
): Viewport {
  const plain = viewportToFit(whole, size, padding);
  const top = rows[0]?.y ?? 0;
  // What stands left of the map or above it is part of the whole, and there the rail and header are in nobody's way.
  if (plain.zoom >= overviewZoom || whole.x < 0 || whole.y < 0) return plain;
  const inner = viewportToFit(
    {
      x: grid.x,
      y: top,
      width: whole.x + whole.width - grid.x,
      height: whole.y + whole.height - top,
    },
    { width: size.width - overviewRailPx, height: size.height - overviewHeaderPx },
    padding,
  );
  return { ...inner, x: inner.x + overviewRailPx, y: inner.y + overviewHeaderPx };
}

/** The same view, zoomed so that the map point under `anchor` (px in the canvas) stays where it is. */
export function zoomAround(viewport: Viewport, zoom: number, anchor: Point): Viewport {
  const next = clampZoom(zoom);
  const ratio = next / viewport.zoom;
  return {
    x: anchor.x - (anchor.x - viewport.x) * ratio,
    y: anchor.y - (anchor.y - viewport.y) * ratio,
    zoom: next,
  };
}

/** The least shift that brings `box` on screen, leaving `inset` px free at each side (headers, rail). */
export function viewportToReveal(
  viewport: Viewport,
  size: Size,
  box: Box,
  inset: { readonly top: number; readonly left: number; readonly right: number; readonly bottom: number },
): Viewport {
  const { zoom } = viewport;
  const left = box.x * zoom + viewport.x;
  const top = box.y * zoom + viewport.y;
  return {
    x: viewport.x + shiftInto(left, box.width * zoom, inset.left, size.width - inset.right),
    y: viewport.y + shiftInto(top, box.height * zoom, inset.top, size.height - inset.bottom),
    zoom,
  };
}

function shiftInto(start: number, length: number, from: number, to: number): number {
  if (start < from || length > to - from) return from - start;
  return start + length > to ? to - (start + length) : 0;
}

const clampZoom = (zoom: number) => Math.min(greatestZoom, Math.max(leastZoom, zoom));
