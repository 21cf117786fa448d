import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hatch } from './hatch.ts';

it('[E30] hatching fills its box and stays inside', () => {
  const side = fc.integer({ min: 4, max: 300 });
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), side, side, (x, y, width, height) => {
      const numbers = [...hatch({ x, y, width, height }).matchAll(/[ML](\S+) ([\d.]+)/g)].map(
        ([, left, top]) => [Number(left), Number(top)] as const,
      );
      expect(numbers.length).toBeGreaterThan(0);
      for (const [left, top] of numbers) {
        expect(left).toBeGreaterThanOrEqual(x);
        expect(left).toBeLessThanOrEqual(x + width);
        expect(top).toBeGreaterThanOrEqual(y);
        expect(top).toBeLessThanOrEqual(y + height);
      }
      expect(numbers.length / 2).toBe(Math.ceil((width + height) / 4) - 1);
    }),
  );
});
