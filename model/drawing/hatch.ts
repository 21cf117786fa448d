import type { Box } from '../layout/mapLayout.ts';

/** Between two lines of hatching, along the edge. */
const gap = 4;

/** Lines at 45 degrees that fill a box and stay inside: a guess looks like a guess on paper, too. */
export function hatch({ x, y, width, height }: Box): string {
  const lines: string[] = [];
  for (let start = gap; start < width + height; start += gap) {
    // From the upper or right edge down to the left or lower one.
    const top = { x: x + Math.min(start, width), y: y + Math.max(0, start - width) };
    const bottom = { x: x + Math.max(0, start - height), y: y + Math.min(start, height) };
    lines.push(`M${round(top.x)} ${round(top.y)}L${round(bottom.x)} ${round(bottom.y)}`);
  }
  return lines.join('');
}

const round = (value: number): number => Math.round(value * 100) / 100;
