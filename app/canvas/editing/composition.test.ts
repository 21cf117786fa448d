import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebase, spliceBetween } from './composition.ts';

describe('composing while others write', () => {
  it('[C12] what was composed is added to what others wrote before, after and around it', () => {
    const composed = spliceBetween('退款', '退款很慢', 4);
    expect(composed).toEqual({ at: 2, removed: 0, inserted: '很慢' });
    const afterThem = rebase(composed, '网上退款', (at) => at + 2);
    expect(afterThem).toEqual({ text: '网上退款很慢', cursor: 6 });
  });

  it('[C12] a splice between two texts makes the second of the first', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, gone, come, tail) => {
        const before = head + gone + tail;
        const after = head + come + tail;
        const { at, removed, inserted } = spliceBetween(before, after, head.length + come.length);
        expect(before.slice(0, at) + inserted + before.slice(at + removed)).toBe(after);
        expect(rebase({ at, removed, inserted }, before, (place) => place).text).toBe(after);
      }),
    );
  });

  it('[C12] of two equal letters the one before the caret is new', () => {
    expect(spliceBetween('aa', 'aaa', 1)).toEqual({ at: 0, removed: 0, inserted: 'a' });
  });
});
