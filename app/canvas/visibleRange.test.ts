import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesTouch, mountedBox, mountedRange, type Range, trackAt, visibleRange } from './visibleRange.ts';

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
  it('[C1] the range holds every track that touches the visible part, and no other', () => {
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
          expect(tracks.map((_, i) => i).filter((i) => i >= first && i <= last)).toEqual(touching);
        },
      ),
    );
  });

  it('[C1] along any way, what is visible is mounted, with few tracks more at each side', () => {
    const count = 50;
    fc.assert(
      fc.property(
        fc.array(fc.record({ first: fc.nat(count - 1), length: fc.nat(12) }), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.nat(2),
        (way, ahead) => {
          let mounted: Range | undefined;
          for (const { first, length } of way) {
            const visible = { first, last: Math.min(count - 1, first + length) };
            mounted = mountedRange(visible, count, ahead, mounted);
            expect(mounted.first).toBeLessThanOrEqual(visible.first);
            expect(mounted.last).toBeGreaterThanOrEqual(visible.last);
            expect(visible.first - mounted.first).toBeLessThanOrEqual(ahead + 1);
            expect(mounted.last - visible.last).toBeLessThanOrEqual(ahead + 1);
          }
        },
      ),
    );
  });

  it('[C1] a steady pan changes the mounted tracks at every second one only', () => {
    const changes = (steps: number): number => {
      let mounted: Range | undefined;
      let changed = 0;
      for (let first = 0; first < steps; first += 1) {
        const next = mountedRange({ first: first + 10, last: first + 20 }, 1_000, 1, mounted);
        if (next !== mounted) changed += 1;
        mounted = next;
      }
      return changed;
    };
    expect(changes(100)).toBeLessThanOrEqual(51);
  });

  it('[C1] what is mounted ahead lies where the view moves to', () => {
    const right = mountedRange({ first: 10, last: 20 }, 1_000, 1, { first: 8, last: 19 });
    expect(right).toEqual({ first: 10, last: 21 });
    expect(mountedRange({ first: 9, last: 19 }, 1_000, 1, right)).toEqual({ first: 8, last: 19 });
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

it('[C1] what is mounted covers its rows and columns, and nothing where there are none', () => {
  const layout = {
    columns: [100, 240, 380].map((x) => ({ x, width: 136 })),
    rows: [60, 160].map((y) => ({ y, height: 90 })),
  } as unknown as Parameters<typeof mountedBox>[0];
  const box = mountedBox(layout, { first: 0, last: 1 }, { first: 1, last: 2 });
  expect(box).toEqual({ x: 240, y: 60, width: 276, height: 190 });
  expect(boxesTouch({ x: 200, y: 0, width: 40, height: 60 }, box)).toBe(true);
  expect(boxesTouch({ x: 200, y: 0, width: 39, height: 60 }, box)).toBe(false);
  expect(boxesTouch({ x: 300, y: 251, width: 10, height: 10 }, box)).toBe(false);
  const nothing = mountedBox({ columns: [], rows: [] }, { first: 0, last: -1 }, { first: 0, last: -1 });
  expect(nothing).toEqual({ x: 0, y: 0, width: 0, height: 0 });
});
