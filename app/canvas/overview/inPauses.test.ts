import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inPauses } from './inPauses.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // As in a browser that cannot tell when it is idle.
  vi.stubGlobal('requestIdleCallback', undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('[C7] the small picture is drawn soon at first, and during edits once in a pause, as the map then is', () => {
  const drawn: number[] = [];
  const pauses = inPauses(300);
  const edit = (number: number) => pauses.soon(() => drawn.push(number));
  edit(1);
  vi.advanceTimersByTime(60);
  expect(drawn).toEqual([1]);
  for (let number = 2; number <= 40; number += 1) {
    edit(number);
    vi.advanceTimersByTime(50);
  }
  vi.advanceTimersByTime(400);
  // Two seconds of typing: some six pictures, and the last state in the end.
  expect(drawn.length).toBeGreaterThan(4);
  expect(drawn.length).toBeLessThan(9);
  expect(drawn.at(-1)).toBe(40);
  edit(41);
  pauses.stop();
  vi.advanceTimersByTime(1_000);
  expect(drawn.at(-1)).toBe(40);
});
