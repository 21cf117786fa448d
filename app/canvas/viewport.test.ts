import { describe, expect, it } from 'vitest';
import {
  greatestZoom,
  leastZoom,
  movingReadingDistance,
  overviewHeaderPx,
  overviewRailPx,
  overviewZoom,
  type ReadingDistance,
  readingDistance,
  viewportToFit,
  viewportToFitMap,
  viewportToReveal,
  visibleBox,
  zoomAround,
} from './viewport.ts';
import type { MapLayout } from '../../model/layout/mapLayout.ts';

const size = { width: 1000, height: 600 };

describe('the viewport', () => {
  it('[C2] has three reading distances', () => {
    expect([1, 0.4, 0.39, 0.2, 0.19].map(readingDistance)).toEqual([
      'near',
      'near',
      'overview',
      'overview',
      'far',
    ]);
  });

  it('[C2] comes near during a gesture only where a frame can mount the cards, at rest at once', () => {
    const still = (zoom: number, isMoving: boolean, before: ReadingDistance | undefined) =>
      movingReadingDistance(zoom, isMoving, before, zoom);
    expect(still(0.5, true, 'overview')).toBe('overview');
    expect(still(0.5, false, 'overview')).toBe('near');
    expect(still(0.7, true, 'overview')).toBe('near');
    expect(still(0.5, true, 'near')).toBe('near');
    expect(still(0.39, true, 'near')).toBe('overview');
    expect(still(0.5, true, undefined)).toBe('near');
    // Going away, and coming nearer again without a rest.
    expect(movingReadingDistance(0.66, true, 'near', 0.7)).toBe('near');
    expect(movingReadingDistance(0.6, true, 'near', 0.66)).toBe('overview');
    expect(movingReadingDistance(0.64, true, 'overview', 0.6)).toBe('overview');
    expect(movingReadingDistance(0.5, false, 'near', 0.6)).toBe('near');
  });

  it('[C3] keeps the map point under the pointer when it zooms', () => {
    const before = { x: 30, y: -20, zoom: 0.8 };
    const after = zoomAround(before, 2, { x: 400, y: 300 });
    expect((400 - after.x) / after.zoom).toBeCloseTo((400 - before.x) / before.zoom);
    expect((300 - after.y) / after.zoom).toBeCloseTo((300 - before.y) / before.zoom);
  });

  it('[C3] never leaves the range of zooms', () => {
    expect(zoomAround({ x: 0, y: 0, zoom: 1 }, 100, { x: 0, y: 0 }).zoom).toBe(greatestZoom);
    expect(zoomAround({ x: 0, y: 0, zoom: 1 }, 0, { x: 0, y: 0 }).zoom).toBe(leastZoom);
  });

  it('[C4] shows a whole box when it is fitted', () => {
    const box = { x: -100, y: 50, width: 3000, height: 900 };
    const seen = visibleBox(viewportToFit(box, size, 16), size);
    expect(seen.x).toBeLessThanOrEqual(box.x);
    expect(seen.y).toBeLessThanOrEqual(box.y);
    expect(seen.x + seen.width).toBeGreaterThanOrEqual(box.x + box.width);
    expect(seen.y + seen.height).toBeGreaterThanOrEqual(box.y + box.height);
  });

  it('[C4] a whole map in the overview stands beside its rail and below its header', () => {
    const layout = { grid: { x: 132, right: 5_000 }, rows: [{ y: 100 }] } as unknown as MapLayout;
    const whole = { x: 0, y: 0, width: 5_000, height: 1_500 };
    const { x, y, zoom } = viewportToFitMap(layout, whole, size, 16);
    expect(zoom).toBeLessThan(overviewZoom);
    expect(x + layout.grid.x * zoom).toBeGreaterThanOrEqual(overviewRailPx + 15.9);
    expect(y + 100 * zoom).toBeGreaterThanOrEqual(overviewHeaderPx + 15.9);
    expect(x + whole.width * zoom).toBeLessThanOrEqual(size.width - 15.9);
    expect(y + whole.height * zoom).toBeLessThanOrEqual(size.height - 15.9);
    const small = { ...whole, width: 900, height: 500 };
    expect(viewportToFitMap(layout, small, size, 16)).toEqual(viewportToFit(small, size, 16));
  });

  it('[C4] moves only as far as a box needs to be beside rail and header', () => {
    const inset = { top: 80, left: 120, right: 16, bottom: 16 };
    const view = { x: 0, y: 0, zoom: 1 };
    expect(viewportToReveal(view, size, { x: 300, y: 200, width: 100, height: 40 }, inset)).toEqual(view);
    expect(viewportToReveal(view, size, { x: 20, y: 40, width: 100, height: 40 }, inset)).toEqual({
      x: 100,
      y: 40,
      zoom: 1,
    });
    expect(viewportToReveal(view, size, { x: 950, y: 700, width: 100, height: 40 }, inset)).toEqual({
      x: -66,
      y: -156,
      zoom: 1,
    });
  });
});
