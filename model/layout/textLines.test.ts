import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../map/arbitraries.ts';
import { textStyles } from './layoutSizes.ts';
import { breakLines, clipLines, withoutControls } from './textLines.ts';
import { createTextMeasure } from './textMeasure.ts';

const measure = createTextMeasure((text) => text.length * 0.5);
const style = textStyles.card;
const textsOf = (text: string, ems: number) =>
  breakLines(text, ems * style.size, style, measure).map((line) => line.text);

describe('breaking texts into lines', () => {
  it('[L10] breaks between words and keeps the line breaks of the text', () => {
    expect(textsOf('one two three\nfour', 4)).toEqual(['one two', 'three', 'four']);
  });

  it('[L11] Han characters are 1 em each and break anywhere but before closing and after opening punctuation', () => {
    expect(textsOf('顾客打开包裹，检查订单。', 6)).toEqual(['顾客打开包', '裹，检查', '订单。']);
  });

  it('[L12] the last line is never one lone Han character', () => {
    expect(textsOf('顾客打开包裹了', 6)).toEqual(['顾客打开包', '裹了']);
  });

  it('[L13] a word wider than the line is cut between characters as people see them', () => {
    expect(textsOf('aaaaaaaaaa', 2)).toEqual(['aaaa', 'aaaa', 'aa']);
    expect(textsOf('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 4)).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
  });

  it('[L14] no line is wider than asked unless a single character is, and no text is lost', () => {
    fc.assert(
      fc.property(fc.array(nastyText), fc.integer({ min: 20, max: 200 }), (texts, width) => {
        const text = texts.join(' ');
        const lines = breakLines(text, width, style, measure);
        for (const line of lines) {
          const graphemes = [...new Intl.Segmenter().segment(line.text)].length;
          if (graphemes > 1) expect(line.width).toBeLessThanOrEqual(width + 1e-9);
          expect(line.width).toBeCloseTo(measure.widthInEm(line.text, 400) * style.size, 6);
        }
        const bare = (value: string) => value.replace(/\s/g, '');
        expect(bare(lines.map((line) => line.text).join(''))).toBe(bare(withoutControls(text)));
      }),
    );
  });

  it('[L15] clipped lines end in an ellipsis that still fits', () => {
    const lines = breakLines('one two three four five', 40, style, measure);
    const clipped = clipLines(lines, 2, 40, style, measure);
    expect(clipped).toHaveLength(2);
    expect(clipped[1]?.text.endsWith('…')).toBe(true);
    expect(clipped[1]?.width).toBeLessThanOrEqual(40);
  });
});
