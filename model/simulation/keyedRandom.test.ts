import { expect, it } from 'vitest';
import { EventHeap } from './eventHeap.ts';
import fc from 'fast-check';
import { keyWithin, uniformAt } from './keyedRandom.ts';
import { sample, workTable } from './quantileTable.ts';

const numbers = Array.from({ length: 200_000 }, (_, i) =>
  uniformAt(keyWithin(keyWithin(42, i >> 4), 7), i & 15),
);

it('[D50] keyed numbers are spread evenly (chi-squared over 256 classes)', () => {
  const classes = new Float64Array(256);
  for (const number of numbers) classes[Math.floor(number * 256)]!++;
  const expected = numbers.length / 256;
  const chi = classes.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 255 degrees of freedom: mean 255, deviation 22.6.
  expect(Math.abs(chi - 255)).toBeLessThan(4 * 22.6);
});

it('[D50] neighbouring keys are not correlated, by purpose, customer or replication', () => {
  const correlation = (next: (i: number) => number) => {
    let sum = 0;
    for (let i = 0; i < 50_000; i++) sum += (uniformAt(keyWithin(1, i), 0) - 0.5) * (next(i) - 0.5);
    return (12 * sum) / 50_000;
  };
  const bound = 4 / Math.sqrt(50_000);
  expect(Math.abs(correlation((i) => uniformAt(keyWithin(1, i), 1)))).toBeLessThan(bound);
  expect(Math.abs(correlation((i) => uniformAt(keyWithin(1, i + 1), 0)))).toBeLessThan(bound);
  expect(Math.abs(correlation((i) => uniformAt(keyWithin(2, i), 0)))).toBeLessThan(bound);
});

it('[D51] sampled work has the mean and variation asked for, and rises with the uniform number', () => {
  for (const [shape, cv] of [
    ['lognormal', 1.2],
    ['gamma', 1],
    ['gamma', Math.SQRT1_2],
  ] as const) {
    const table = workTable(shape, cv);
    const values = numbers.map((number) => sample(table, number));
    const mean = values.reduce((a, b) => a + b) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(mean).toBeCloseTo(1, 1.5);
    expect(Math.abs(spread / mean - cv)).toBeLessThan(0.03);
    let before = 0;
    for (let i = 1; i < 20_000; i++) {
      const value = sample(table, i / 20_000);
      expect(value).toBeGreaterThanOrEqual(before);
      before = value;
    }
  }
});

it('[D52] events come by time, those of one moment in the order of scheduling', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 300 }), (times) => {
      const heap = new EventHeap();
      times.forEach((time, i) => heap.push(time, i));
      const order = times.map(() => heap.pop());
      const expected = times.map((time, i) => ({ time, i })).sort((a, b) => a.time - b.time || a.i - b.i);
      expect(order).toEqual(expected.map(({ i }) => i));
    }),
  );
});
