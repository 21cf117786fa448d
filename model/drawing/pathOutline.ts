import svgpath from 'svgpath';
import type { Point } from '../layout/mapLayout.ts';

/** A part of an outline: a move, a straight line, a Bézier curve of third degree, or the way back to the last move. */
export type OutlinePart =
  | ({ readonly to: 'move' } & Point)
  | ({ readonly to: 'line' } & Point)
  | ({ readonly to: 'curve'; readonly first: Point; readonly second: Point } & Point)
  | { readonly to: 'close' };

/** SVG path data as moves, lines and curves, for file formats that know no arcs and no shorthands. */
export function pathOutline(d: string): readonly OutlinePart[] {
  const parts: OutlinePart[] = [];
  svgpath(d)
    .abs()
    .unshort()
    .unarc()
    .iterate((segment, _index, x, y) => {
      const [command, ...numbers] = segment as [string, ...number[]];
      const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0] = numbers;
      if (command === 'M') parts.push({ to: 'move', x: a, y: b });
      else if (command === 'L') parts.push({ to: 'line', x: a, y: b });
      else if (command === 'H') parts.push({ to: 'line', x: a, y });
      else if (command === 'V') parts.push({ to: 'line', x, y: a });
      else if (command === 'C')
        parts.push({ to: 'curve', first: { x: a, y: b }, second: { x: c, y: e }, x: f, y: g });
      else if (command === 'Q') {
        // The same curve one degree higher.
        const first = { x: x + (2 / 3) * (a - x), y: y + (2 / 3) * (b - y) };
        const second = { x: c + (2 / 3) * (a - c), y: e + (2 / 3) * (b - e) };
        parts.push({ to: 'curve', first, second, x: c, y: e });
      } else parts.push({ to: 'close' });
    });
  return parts;
}
