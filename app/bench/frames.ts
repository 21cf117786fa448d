import type { Page } from '@playwright/test';

/** What one gesture cost: milliseconds from each animation frame to the next, and tasks longer than 50 ms. */
export interface GestureCost {
  readonly frames: readonly number[];
  readonly longTasks: number;
}

export interface Gesture {
  readonly frames: number;
  /** The wheel's movement in the frame. */
  readonly wheel: (frame: number) => { readonly x: number; readonly y: number; readonly zoom: boolean };
}

export const gestures: Readonly<Record<'pan' | 'zoomOut' | 'panOverview' | 'zoomIn', Gesture>> = {
  pan: {
    frames: 90,
    wheel: (frame) => ({ x: frame < 45 ? 40 : -40, y: frame % 2 === 0 ? 12 : -12, zoom: false }),
  },
  zoomOut: { frames: 40, wheel: () => ({ x: 0, y: 40, zoom: true }) },
  panOverview: {
    frames: 60,
    wheel: (frame) => ({ x: frame < 30 ? 40 : -40, y: frame % 2 === 0 ? 12 : -12, zoom: false }),
  },
  zoomIn: { frames: 40, wheel: () => ({ x: 0, y: -40, zoom: true }) },
};

/** One wheel event in each frame at the middle of the page. */
export function measureGesture(page: Page, { frames, wheel }: Gesture): Promise<GestureCost> {
  const moves = Array.from({ length: frames }, (_, frame) => wheel(frame));
  return page.evaluate(async (steps) => {
    let longTasks = 0;
    const observer = new PerformanceObserver((list) => {
      longTasks += list.getEntries().length;
    });
    observer.observe({ type: 'longtask' });
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const at = { clientX: innerWidth / 2, clientY: innerHeight / 2 };
    const times = [await nextFrame()];
    for (const { x, y, zoom } of steps) {
      document.elementFromPoint(at.clientX, at.clientY)?.dispatchEvent(
        new WheelEvent('wheel', {
          ...at,
          deltaX: x,
          deltaY: y,
          ctrlKey: zoom,
          bubbles: true,
          cancelable: true,
        }),
      );
      times.push(await nextFrame());
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    return { frames: times.slice(1).map((time, i) => time - times[i]!), longTasks };
  }, moves);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}
