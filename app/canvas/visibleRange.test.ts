import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trackAt, visibleRange } from './visibleRange.ts';

const arbitraryTracks = fc
  .array(fc.record({ gap: fc.nat(20), length: fc.integer({ min: 1, max: 200 }) }), { maxLength: 40 })
  .map((parts) => {
    let at = 0;
    return parts.map(({ gap, length }) => {
      const track = { start: at + gap, length };
      at = track.start + length;
      return track;
    });
  });

describe('which rows and columns are mounted', () => {
  it('[C1] every track that touches the visible part is in the range, and at most one more at each side', () => {
    fc.assert(
      fc.property(
        arbitraryTracks,
        fc.integer({ min: -100, max: 4000 }),
        fc.nat(1000),
        (tracks, from, length) => {
          const to = from + length;
          const { first, last } = visibleRange(
            tracks.length,
            (i) => tracks[i]!.start,
            (i) => tracks[i]!.length,
            from,
            to,
          );
          const touching = tracks.flatMap((track, i) =>
            track.start + track.length >= from && track.start <= to ? [i] : [],
          );
          for (const i of touching) expect(i >= first && i <= last).toBe(true);
          expect(last - first + 1).toBeLessThanOrEqual(touching.length + 2);
        },
      ),
    );
  });

  it('[C1] nothing is mounted of an empty map', () => {
    expect(
      visibleRange(
        0,
        () => 0,
        () => 0,
        0,
        100,
      ),
    ).toEqual({ first: 0, last: -1 });
  });

  it('[C1] a coordinate between two tracks belongs to the nearer one', () => {
    const starts = [0, 110];
    const at = (x: number) =>
      trackAt(
        2,
        (i) => starts[i]!,
        () => 100,
        x,
      );
    expect([at(-5), at(50), at(103), at(108), at(150), at(900)]).toEqual([0, 0, 0, 1, 1, 1]);
  });
});
